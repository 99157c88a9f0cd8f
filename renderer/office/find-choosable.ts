// Which papers of a conference here are not in the next version, and how they would be put in.

import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { compareNumbers } from '../../shared/report/agenda-order';
import { listRelease, loadChoosable } from '../storage/release';
import { chooseForRelease } from './choose-papers';
import type { Choosable } from './office-messages';
import type { OfficeTools } from './office-tools';

/** Motions of the conference `from` that are not in, or have amendments that are not, as the agenda numbers them. */
export async function findChoosable(tools: OfficeTools, from: string): Promise<Choosable> {
  const { id } = tools.conference;
  const entries = await listRelease(tools, id);
  const papers = await loadChoosable(tools, from, id);
  const chosen = chooseForRelease({ conference: id, ...papers, entries });
  const known = new Set(entries.flatMap((entry) => ('paper' in entry ? [entry.paper] : [])));
  const motionOf = new Map<string, string>(papers.amendments.map((amendment) => [amendment.id, amendment.motionId]));
  const missing = chosen.filter((entry) => 'paper' in entry && !known.has(entry.paper));
  const byMotion = Map.groupBy(missing, (entry: ReleaseEntry) =>
    'paper' in entry ? (motionOf.get(entry.paper) ?? entry.paper) : '',
  );
  const motions = papers.motions.flatMap(({ id: motion, number, title }) => {
    const own = byMotion.get(motion);
    if (own === undefined) return [];
    return [{ ...(number === undefined ? {} : { number }), title, entries: own }];
  });
  return { motions: motions.toSorted((before, after) => compareNumbers(before.number, after.number)) };
}
