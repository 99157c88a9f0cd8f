// The records of an office's next version: what was published, with what the office has put together laid over it.

import { assignClauseIds } from '../motion/clause-ids';
import type { Amendment } from '../amendment/amendment';
import { amendmentId, motionId, type ConferenceId } from '../ids';
import type { Clause } from '../motion/clause';
import type { Decision } from '../motion/decision';
import { textVersionIdOf } from '../motion/fingerprint';
import type { LineNumber } from '../motion/line-numbers';
import type { Motion } from '../motion/motion';
import { succeed, type Result } from '../result';
import type { NamedConference } from './conference-of-roots';
import { placeAll, recordsOfOffice, type OfficeFiles } from './office-papers';
import { officialId, recordNameOf } from './official-ids';
import {
  readRecords,
  recordOfAmendment,
  recordOfConference,
  recordOfMotion,
  type OfficialPapers,
  type OfficialRecord,
  type UnreadableRecord,
} from './records';
import type { ReleaseEntry } from './release-entry';
import { nextOrder, recordOfSession, withMotionsOf } from './session-record';

export type ReleaseParts = {
  readonly conference: NamedConference;
  /** The records of the version before; none for the first. */
  readonly previous: readonly OfficialRecord[];
  readonly entries: readonly ReleaseEntry[];
  /** Papers of this computer, by id. */
  readonly motions: ReadonlyMap<string, Motion>;
  readonly amendments: ReadonlyMap<string, Amendment>;
  /** What was recorded as decided in the hall, by the id of the paper here or of the official one. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly office: OfficeFiles;
};

export type AssembledRelease = {
  readonly records: readonly OfficialRecord[];
  /** Names of entries, and keys of accepted submissions, that are left out because their motion is not in the version. */
  readonly left: readonly string[];
};

/**
 * Lays the entries over the version before. A motion that goes takes its amendments with it. Where a motion has another
 * text than before, the amendments to it are read on that text again, and amendments to these on what they make of it;
 * one that cannot be read keeps its wording.
 */
export function assembleRelease(parts: ReleaseParts): Result<AssembledRelease, UnreadableRecord> {
  const before = readRecords(parts.previous, parts.conference.id);
  if (!before.ok) return before;
  const motions = motionsOf(parts, before.value);
  const amendments = amendmentsOf(parts, before.value, motions);
  const submitted = recordsOfOffice(
    parts.office,
    {
      motions: [...motions.values()],
      amendments: [],
      amended: [...amendments.kept.values()].map(({ amendment }) => amendment),
    },
    parts.conference.id,
  );
  const verbatim = new Map(parts.previous.map((record) => [record.id, record]));
  const untouched = new Set(before.value.motions);
  const records = new Map<string, OfficialRecord>();
  for (const [name, motion] of motions) {
    const known = untouched.has(motion) ? verbatim.get(name) : undefined;
    records.set(name, known ?? recordOfMotion(motion));
  }
  for (const [name, { amendment, isAsBefore }] of amendments.kept) {
    const known = isAsBefore ? verbatim.get(name) : undefined;
    records.set(name, known ?? recordOfAmendment(amendment));
  }
  for (const record of sessionRecords(parts, before.value, motions)) records.set(record.id, record);
  const removed = namesOf(parts.entries, 'removed');
  for (const record of submitted.records) if (!removed.has(record.id)) records.set(record.id, record);
  for (const name of namesOf(parts.entries, 'withdrawn')) withdraw(records, name);
  decide(records, parts);
  const { title, organisation } = parts.conference;
  const named = recordOfConference({ title, ...(organisation === undefined ? {} : { organisation }) });
  return succeed({ records: [named, ...records.values()], left: [...amendments.left, ...submitted.left] });
}

/** The motion of this computer as the record `name`: with the ids that its clauses were published under. */
export function officialMotion(motion: Motion, conference: ConferenceId, name: string, before?: Motion): Motion {
  const { title } = motion.text;
  const clauses =
    before === undefined ? motion.text.clauses : assignClauseIds(motion.text.clauses, before.text.clauses);
  const { lineNumbers, ...text } = motion.text;
  return {
    ...motion,
    id: motionId(officialId(conference, name)),
    conferenceId: conference,
    origin: 'office',
    text: {
      ...text,
      id: textVersionIdOf(title, clauses),
      clauses,
      ...(lineNumbers === undefined ? {} : { lineNumbers: onClauses(lineNumbers, motion.text.clauses, clauses) }),
    },
  };
}

/** Line numbers of clauses that have other ids now, in the same order. */
function onClauses(
  lineNumbers: readonly LineNumber[],
  before: readonly Clause[],
  after: readonly Clause[],
): readonly LineNumber[] {
  const idOf = new Map(before.map(({ id }, at) => [id, after[at]?.id ?? id]));
  return lineNumbers.map((line) => ({ ...line, clause: idOf.get(line.clause) ?? line.clause }));
}

/** The order of business, without motions that are not in the version. A session that stays as it is keeps its record. */
function sessionRecords(
  { conference, entries, previous }: ReleaseParts,
  before: OfficialPapers,
  motions: Motions,
): readonly OfficialRecord[] {
  const here = new Set<string>([...motions.values()].map(({ id }) => id));
  const verbatim = new Map(previous.map((record) => [record.id, record]));
  const published = new Set(before.sessions);
  return nextOrder(conference.id, before.sessions, entries).map((session) => {
    const kept = withMotionsOf(session, here);
    const known = published.has(kept) ? verbatim.get(recordNameOf(conference.id, kept.id)) : undefined;
    return known ?? recordOfSession(kept);
  });
}

type Motions = ReadonlyMap<string, Motion>;

function motionsOf({ conference, entries, motions }: ReleaseParts, before: OfficialPapers): Motions {
  const official = new Map(before.motions.map((motion) => [recordNameOf(conference.id, motion.id), motion]));
  for (const entry of entries) {
    const paper = entry.kind === 'motion' ? motions.get(entry.paper) : undefined;
    if (entry.kind === 'removed') official.delete(entry.record);
    if (paper === undefined) continue;
    official.set(entry.record, officialMotion(paper, conference.id, entry.record, official.get(entry.record)));
  }
  return official;
}

type Amendments = {
  readonly kept: ReadonlyMap<string, { readonly amendment: Amendment; readonly isAsBefore: boolean }>;
  readonly left: readonly string[];
};

function amendmentsOf(
  { conference, entries, amendments }: ReleaseParts,
  before: OfficialPapers,
  motions: Motions,
): Amendments {
  const official = new Map<string, Amendment>();
  const left: string[] = [];
  const removed = namesOf(entries, 'removed');
  const textOf = ({ motionId: id }: Amendment) => motions.get(recordNameOf(conference.id, id))?.text;
  for (const amendment of before.amendments) {
    const name = recordNameOf(conference.id, amendment.id);
    if (textOf(amendment) !== undefined && !removed.has(name)) official.set(name, amendment);
  }
  const nameOfPaper = new Map(
    entries.flatMap((entry) => (entry.kind === 'motion' ? [[entry.paper, entry.record]] : [])),
  );
  const nameOfAmendment = new Map(
    entries.flatMap((entry) => (entry.kind === 'amendment' ? [[entry.paper, entry.record]] : [])),
  );
  for (const entry of entries) {
    const paper = entry.kind === 'amendment' ? amendments.get(entry.paper) : undefined;
    if (paper === undefined) continue;
    const name = nameOfPaper.get(paper.motionId);
    const motion = name === undefined ? undefined : motions.get(name);
    if (motion === undefined) {
      // Its motion may stand as it was published, and then so does the amendment.
      if (!official.has(entry.record)) left.push(entry.record);
    } else {
      const amended = paper.amends === undefined ? undefined : nameOfAmendment.get(paper.amends);
      official.set(entry.record, officialAmendmentOf(paper, { motion, name: entry.record, amended }));
    }
  }
  const untouched = new Set(before.amendments);
  const kept = placeAll([...official.values()], textOf).map(
    (amendment) =>
      [recordNameOf(conference.id, amendment.id), { amendment, isAsBefore: untouched.has(amendment) }] as const,
  );
  return { kept: new Map(kept), left };
}

type InVersion = { readonly motion: Motion; readonly name: string; readonly amended: string | undefined };

function officialAmendmentOf(paper: Amendment, { motion, name, amended }: InVersion): Amendment {
  const { versionOf: _version, savedAt: _saved, amends: _amends, ...facts } = paper;
  return {
    ...facts,
    id: amendmentId(officialId(motion.conferenceId, name)),
    conferenceId: motion.conferenceId,
    motionId: motion.id,
    origin: 'office',
    standing: paper.standing === 'withdrawn' ? 'withdrawn' : 'published',
    ...(amended === undefined ? {} : { amends: amendmentId(officialId(motion.conferenceId, amended)) }),
  };
}

function namesOf(entries: readonly ReleaseEntry[], kind: ReleaseEntry['kind']): ReadonlySet<string> {
  return new Set(entries.filter((entry) => entry.kind === kind).map(({ record }) => record));
}

function withdraw(records: Map<string, OfficialRecord>, name: string): void {
  const record = records.get(name);
  if (record !== undefined) records.set(name, { ...record, status: 'withdrawn' });
}

/** Decisions recorded here become the records'. What is recorded on an official paper counts before its own paper's. */
function decide(records: Map<string, OfficialRecord>, { conference, entries, decisions }: ReleaseParts): void {
  const recorded = new Map<string, Decision>();
  for (const entry of entries) {
    const decision = 'paper' in entry ? decisions.get(entry.paper) : undefined;
    if (decision !== undefined) recorded.set(entry.record, decision);
  }
  for (const [id, decision] of decisions) {
    if (id.startsWith(`${conference.id}.`)) recorded.set(recordNameOf(conference.id, id), decision);
  }
  for (const [name, { key, asPrinted, reason, parts }] of recorded) {
    const record = records.get(name);
    if (record === undefined) continue;
    const decision = {
      key,
      ...(asPrinted === undefined ? {} : { asPrinted }),
      ...(reason === undefined ? {} : { reason }),
      ...(parts === undefined ? {} : { parts }),
    };
    records.set(name, { ...record, decision, status: key === 'withdrawn' ? 'withdrawn' : record.status });
  }
}
