// Which papers of a conference here are not in the next version, and how they would be put in.

import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { recordNameOf } from '../../shared/bundle/official-ids';
import { compareNumbers } from '../../shared/report/agenda-order';
import { listRelease, loadChoosable, type ChoosablePapers } from '../storage/release';
import { chooseForRelease } from './choose-papers';
import type { ChoosableMotion, PaperCounts } from './office-messages';
import type { OfficeTools } from './office-tools';

export type AllChoosable = {
  readonly motions: readonly ChoosableMotion[];
  /** What the office withdrew, or is about to withdraw or take out. */
  readonly withdrawn: readonly ChoosableMotion[];
};

/** Motions of the conference `from` that are not in, or have amendments that are not, as the agenda numbers them. */
export async function findChoosable(tools: OfficeTools, from: string): Promise<AllChoosable> {
  const { id } = tools.conference;
  const entries = await listRelease(tools, id);
  const papers = await loadChoosable(tools, from, id);
  const chosen = chooseForRelease({ conference: id, ...papers, entries });
  const known = new Set(entries.flatMap((entry) => ('paper' in entry ? [entry.paper] : [])));
  const missing = chosen.filter((entry) => 'paper' in entry && !known.has(entry.paper));
  const gone = withdrawnRecords(tools, papers, entries);
  return {
    motions: byMotion(
      papers,
      missing.filter(({ record }) => !gone.has(record)),
    ),
    withdrawn: byMotion(
      papers,
      missing.filter(({ record }) => gone.has(record)),
    ),
  };
}

export function countEntries(entries: readonly ReleaseEntry[]): PaperCounts {
  const motions = entries.filter(({ kind }) => kind === 'motion').length;
  return { motions, amendments: entries.length - motions };
}

function withdrawnRecords(
  { conference }: Pick<OfficeTools, 'conference'>,
  { published }: ChoosablePapers,
  entries: readonly ReleaseEntry[],
): ReadonlySet<string> {
  const papers = [
    ...published.motions.filter(({ decision }) => decision?.key === 'withdrawn'),
    ...published.amendments.filter(
      ({ decision, standing }) => decision?.key === 'withdrawn' || standing === 'withdrawn',
    ),
  ];
  return new Set([
    ...papers.map(({ id }) => recordNameOf(conference.id, id)),
    ...entries.flatMap(({ kind, record }) => (kind === 'withdrawn' || kind === 'removed' ? [record] : [])),
  ]);
}

function byMotion(papers: ChoosablePapers, missing: readonly ReleaseEntry[]): readonly ChoosableMotion[] {
  const motionOf = new Map<string, string>(papers.amendments.map((amendment) => [amendment.id, amendment.motionId]));
  const grouped = Map.groupBy(missing, (entry: ReleaseEntry) =>
    'paper' in entry ? (motionOf.get(entry.paper) ?? entry.paper) : '',
  );
  const motions = papers.motions.flatMap(({ id: motion, number, title }) => {
    const own = grouped.get(motion);
    if (own === undefined) return [];
    return [{ ...(number === undefined ? {} : { number }), title, entries: own }];
  });
  return motions.toSorted((before, after) => compareNumbers(before.number, after.number));
}
