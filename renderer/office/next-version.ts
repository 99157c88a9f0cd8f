// The next version of a conference as it would be now: its records, and what they change for delegates.

import { assembleRelease, type AssembledRelease } from '../../shared/bundle/assemble-release';
import { carryRecords, type CarriedRecords } from '../../shared/bundle/carry-records';
import { readRecords, type OfficialPapers, type OfficialRecord } from '../../shared/bundle/records';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { recordNameOf } from '../../shared/bundle/official-ids';
import { describeMerge, type MergeDescription } from '../../shared/merge/describe-merge';
import { compareNumbers } from '../../shared/report/agenda-order';
import type { Amendment } from '../../shared/amendment/amendment';
import type { Motion } from '../../shared/motion/motion';
import { planMerge } from '../../shared/merge/plan-merge';
import { fail, succeed, type Result } from '../../shared/result';
import type { NamedConference } from '../../shared/bundle/conference-of-roots';
import type { OfficeFiles } from '../../shared/bundle/office-papers';
import { loadForRelease, type ReleasePapers } from '../storage/release';
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

/** What the next version is made of. */
export type NextParts = {
  readonly previous: VerifiedBundle | undefined;
  readonly office: OfficeFiles;
  readonly release: ReleasePapers;
};

/** Reads the parts, and puts the next version together. */
export async function assembleNext(tools: OfficeTools): Promise<Result<NextVersion, OfficeWorkFailure>> {
  const previous = await keptVersion(tools);
  if (!previous.ok) return previous;
  const office = await readOfficeFiles(tools);
  if (!office.ok) return office;
  const release = await loadForRelease(tools, tools.conference.id);
  return assembleParts(tools.conference, { previous: previous.value, office: office.value, release });
}

/** Puts the next version together. */
export function assembleParts(
  conference: NamedConference,
  { previous, office, release }: NextParts,
): Result<NextVersion, OfficeWorkFailure> {
  const before = previous?.chunks.flatMap((chunk) => chunk.records) ?? [];
  const assembled = assembleRelease({ conference, previous: before, office, ...release });
  if (!assembled.ok) return fail({ kind: 'unreadable-record', where: assembled.error.where });
  const carried = carryRecords(before, assembled.value.records);
  const read = readRecords(carried.records, conference.id);
  if (!read.ok) return fail({ kind: 'unreadable-record', where: read.error.where });
  const putIn = new Set(release.entries.map(({ record }) => record));
  return succeed({ ...assembled.value, previous, before, carried, putIn, papers: read.value });
}

/** Everything there is to say about it before it is signed, in the terms in which delegates will be told. */
export type WholePreview = Omit<Preview, 'listed' | 'found' | 'changes'> & {
  /** Motions in the order of the agenda, each followed by its amendments; those that go included. */
  readonly list: readonly ListedPaper[];
};

export function previewOf(
  conference: NamedConference,
  next: NextVersion,
  { edition, plan }: Pick<Preview, 'edition' | 'plan'>,
): WholePreview {
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
  const list = listPapers(papers, held, description).map((paper) => withEntry(paper, next.putIn));
  return {
    edition,
    plan,
    papers: { motions: papers.motions.length, amendments: papers.amendments.length },
    list,
    all: list.length,
    changed: description.changes.length + description.business.length,
    description: { counts: description.counts, business: description.business },
    removed: carried.removed.length,
    of: before.length,
    left: left.length,
    officeChanges: ofTheOffice.length,
  };
}

/** Papers that the page gets at once: an agenda of thousands is narrowed down by words. */
const mostListed = 50;
const mostChanges = 50;

/** As much of it as the page shows to somebody who looks for `words`. */
export function shownPreview({ list, ...preview }: WholePreview, words: string): Preview {
  const wanted = words.trim().toLowerCase();
  const found = list.filter(({ number, title }) => `${number ?? ''} ${title}`.toLowerCase().includes(wanted));
  return {
    ...preview,
    listed: found.slice(0, mostListed),
    found: found.length,
    changes: list.filter(({ change }) => change !== undefined).slice(0, mostChanges),
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
    motion: recordNameOf(paper.conferenceId, 'text' in paper ? paper.id : paper.motionId),
    ...(paper.decision === undefined ? {} : { decision: paper.decision.key }),
    ...facts,
    ...(paper.number === undefined ? {} : { number: paper.number }),
    ...(change === undefined ? {} : { change }),
    isWithdrawn,
  };
}
