// The next version of a conference as it would be now: its records, and what they change for delegates.

import { assembleRelease, type AssembledRelease } from '../../shared/bundle/assemble-release';
import { carryRecords, type CarriedRecords } from '../../shared/bundle/carry-records';
import { countRecords, readRecords, type OfficialPapers, type OfficialRecord } from '../../shared/bundle/records';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { recordNameOf } from '../../shared/bundle/official-ids';
import { describeMerge, type MergeDescription } from '../../shared/merge/describe-merge';
import { compareNumbers } from '../../shared/report/agenda-order';
import type { Amendment } from '../../shared/amendment/amendment';
import type { Motion } from '../../shared/motion/motion';
import { planMerge } from '../../shared/merge/plan-merge';
import { fail, succeed, type Result } from '../../shared/result';
import { loadForRelease } from '../storage/release';
import type { ListedPaper, OfficeWorkFailure, Preview } from './office-messages';
import { readOfficeFiles } from './office-files';
import type { OfficeTools } from './office-tools';
import { keptVersion } from './published';

export type NextVersion = AssembledRelease & {
  readonly previous: VerifiedBundle | undefined;
  readonly before: readonly OfficialRecord[];
  readonly carried: CarriedRecords;
  /** Names of the records that something is put together for. */
  readonly putIn: ReadonlySet<string>;
  /** The papers of the version, as delegates will have them. */
  readonly papers: OfficialPapers;
};

/** Puts the next version together. */
export async function assembleNext(tools: OfficeTools): Promise<Result<NextVersion, OfficeWorkFailure>> {
  const previous = await keptVersion(tools);
  if (!previous.ok) return previous;
  const office = await readOfficeFiles(tools);
  if (!office.ok) return office;
  const before = previous.value?.chunks.flatMap((chunk) => chunk.records) ?? [];
  const papers = await loadForRelease(tools, tools.conference.id);
  const { conference } = tools;
  const assembled = assembleRelease({ conference, previous: before, office: office.value, ...papers });
  if (!assembled.ok) return fail({ kind: 'unreadable-record', where: assembled.error.where });
  const carried = carryRecords(before, assembled.value.records);
  const read = readRecords(carried.records, conference.id);
  if (!read.ok) return fail({ kind: 'unreadable-record', where: read.error.where });
  const putIn = new Set(papers.entries.map(({ record }) => record));
  return succeed({ ...assembled.value, previous: previous.value, before, carried, putIn, papers: read.value });
}

/** What there is to say about it before it is signed, in the terms in which delegates will be told. */
export function previewOf({ conference }: OfficeTools, next: NextVersion): Preview {
  const { previous, before, carried, papers, left } = next;
  const { id, title, organisation = '' } = conference;
  const held = previous?.papers ?? { motions: [], amendments: [] };
  const offered = {
    conference: { id, title, organisation },
    version: (previous?.version ?? 0) + 1,
    isNews: true,
    papers,
  };
  const kinds = new Map([...before, ...carried.records].map((record) => [record.id, record.kind]));
  const ofTheOffice = [...carried.added, ...carried.changed].filter((name) => {
    const kind = kinds.get(name);
    return kind === 'receipt' || kind === 'roster';
  });
  const description = describeMerge(planMerge(held, offered));
  return {
    papers: listPapers(papers, held, description).map((paper) => withEntry(paper, next.putIn)),
    changed: description.changes.length,
    description: { counts: description.counts },
    removed: carried.removed.length,
    of: before.length,
    left,
    counts: countRecords([carried.records]),
    officeChanges: ofTheOffice.length,
  };
}

function withEntry(paper: Omit<ListedPaper, 'isPutIn'>, putIn: ReadonlySet<string>): ListedPaper {
  return { ...paper, isPutIn: putIn.has(paper.record) };
}

type Listed = Omit<ListedPaper, 'isPutIn'>;
type Texts = Pick<OfficialPapers, 'motions' | 'amendments'>;

function listPapers(papers: Texts, held: Texts, { changes }: MergeDescription): readonly Listed[] {
  const changeOf = new Map(changes.map(({ id, kind }) => [id, kind]));
  const isGone = ({ id }: Motion | Amendment): boolean => changeOf.get(id) === 'removed';
  const motions = [...papers.motions, ...held.motions.filter(isGone)].toSorted(
    (before, after) => compareNumbers(before.number, after.number) || (before.text.title < after.text.title ? -1 : 1),
  );
  const ofMotion = Map.groupBy([...papers.amendments, ...held.amendments.filter(isGone)], ({ motionId }) => motionId);
  return motions.flatMap((motion) => {
    const amendments = (ofMotion.get(motion.id) ?? []).toSorted((before, after) =>
      compareNumbers(before.number, after.number),
    );
    return [motion, ...amendments].map((paper) => listed(paper, changeOf));
  });
}

function listed(paper: Motion | Amendment, changeOf: ReadonlyMap<string, ListedPaper['change']>): Listed {
  const facts: Pick<ListedPaper, 'paper' | 'title'> =
    'text' in paper
      ? { paper: 'motion', title: paper.text.title }
      : { paper: 'amendment', title: paper.instruction ?? '' };
  const change = changeOf.get(paper.id);
  const isWithdrawn = paper.decision?.key === 'withdrawn' || ('standing' in paper && paper.standing === 'withdrawn');
  return {
    record: recordNameOf(paper.conferenceId, paper.id),
    ...facts,
    ...(paper.number === undefined ? {} : { number: paper.number }),
    ...(change === undefined ? {} : { change }),
    isWithdrawn,
  };
}
