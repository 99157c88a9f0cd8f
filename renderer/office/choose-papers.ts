// Which record a paper of this computer becomes in the next version: the one it continues, by number or title, as the
// command line has it; else one of its own, which stays its own however it is renamed.

import type { Amendment } from '../../shared/amendment/amendment';
import { matchPapers } from '../../shared/bundle/match-papers';
import { recordNameOf } from '../../shared/bundle/official-ids';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import type { ConferenceId } from '../../shared/ids';
import type { MotionRow } from '../../shared/journal/row';

/** A motion as far as it can be recognised. */
export type ListedMotion = Pick<MotionRow, 'id' | 'number' | 'title'>;

export type Choice = {
  readonly conference: ConferenceId;
  /** Papers of this computer that are to be in the version. */
  readonly motions: readonly ListedMotion[];
  readonly amendments: readonly Amendment[];
  /** What is published. */
  readonly published: { readonly motions: readonly ListedMotion[]; readonly amendments: readonly Amendment[] };
  readonly entries: readonly ReleaseEntry[];
};

/** The entries by which the papers are in the next version; of those that are already, the same as before. */
export function chooseForRelease({
  conference,
  motions,
  amendments,
  published,
  entries,
}: Choice): readonly ReleaseEntry[] {
  const known = new Map<string, string>(
    entries.flatMap((entry) => ('paper' in entry ? [[entry.paper, entry.record]] : [])),
  );
  const taken = new Set(known.values());
  const nameOf = (id: string): string => recordNameOf(conference, id);
  const free = published.motions.filter(({ id }) => !taken.has(nameOf(id)));
  const fresh = motions.filter(({ id }) => !known.has(id));
  const continued = matchPapers(fresh, free);
  const names = new Map<string, string>(known);
  fresh.forEach(({ id }, at) => names.set(id, nameFor('m', id, continued[at]?.id, nameOf)));
  const entryOf = (kind: 'motion' | 'amendment', id: string): readonly ReleaseEntry[] => {
    const record = names.get(id);
    return record === undefined ? [] : [{ kind, conferenceId: conference, record, paper: id }];
  };
  const ofMotion = (amendment: Amendment): string | undefined => names.get(amendment.motionId);
  const freeAmendments = published.amendments.filter(({ id }) => !taken.has(nameOf(id)));
  const toChoose = amendments.filter((amendment) => ofMotion(amendment) !== undefined);
  const freshAmendments = toChoose.filter(({ id }) => !known.has(id));
  const recognised = matchPapers(
    freshAmendments.map((amendment) => recognisable(amendment, ofMotion(amendment) ?? '')),
    freeAmendments.map((amendment) => recognisable(amendment, nameOf(amendment.motionId))),
  );
  freshAmendments.forEach(({ id }, at) => names.set(id, nameFor('a', id, recognised[at]?.id, nameOf)));
  return [
    ...motions.flatMap(({ id }) => entryOf('motion', id)),
    ...toChoose.flatMap(({ id }) => entryOf('amendment', id)),
  ];
}

function nameFor(letter: string, id: string, continued: string | undefined, nameOf: (id: string) => string): string {
  return continued === undefined
    ? `${letter}${id.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`.slice(0, 100)
    : nameOf(continued);
}

function recognisable({ id, number, instruction }: Amendment, motion: string) {
  return {
    id,
    ...(number === undefined ? {} : { number: `${motion} ${number}` }),
    title: `${motion} ${instruction ?? ''}`,
  };
}
