// Official records ⇄ the conference's papers. A record of a kind, or with a status, that this version does not know is
// kept as it is; one of a known kind that cannot be read spoils the bundle.

import * as v from 'valibot';
import type { Amendment } from '../amendment/amendment';
import { amendmentId, motionId, textVersionId, type ConferenceId } from '../ids';
import type { JsonObject } from '../json';
import type { Conference } from '../motion/conference';
import { textVersionIdOf } from '../motion/fingerprint';
import type { Motion } from '../motion/motion';
import { fail, succeed, type Result } from '../result';
import { officialId, recordNameOf } from './official-ids';
import { amendmentSchema, conferenceSchema, frameSchema, motionSchema } from './record-schemas';
import { placeOf } from './root';

/** A record as it stands in a chunk. */
export type OfficialRecord = JsonObject & {
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
  readonly status: string;
};

/** Everything a version holds, as the app knows it. */
export type OfficialPapers = {
  readonly conference?: Conference;
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  /** Records that need a newer version of the app. */
  readonly unknown: readonly OfficialRecord[];
};

export type UnreadableRecord = { readonly kind: 'unreadable-record'; readonly where: string };

type ReadRecord =
  | { readonly kind: 'conference'; readonly conference: Conference }
  | { readonly kind: 'motion'; readonly motion: Motion }
  | { readonly kind: 'amendment'; readonly amendment: Amendment }
  | { readonly kind: 'unknown' };

/** Whether a JSON object has what every record has. */
export function isOfficialRecord(json: unknown): json is OfficialRecord {
  return v.is(frameSchema, json);
}

/** The papers of all `records` of one version of `conference`; the first that cannot be read is named by its id. */
export function readRecords(
  records: readonly OfficialRecord[],
  conference: ConferenceId,
): Result<OfficialPapers, UnreadableRecord> {
  const motions: Motion[] = [];
  const amendments: Amendment[] = [];
  const unknown: OfficialRecord[] = [];
  let title: Conference | undefined;
  for (const record of records) {
    const reading = readRecord(record, conference);
    if (!reading.ok) return reading;
    if (reading.value.kind === 'motion') motions.push(reading.value.motion);
    else if (reading.value.kind === 'amendment') amendments.push(reading.value.amendment);
    else if (reading.value.kind === 'conference') title = reading.value.conference;
    else unknown.push(record);
  }
  return succeed({ ...(title === undefined ? {} : { conference: title }), motions, amendments, unknown });
}

/** How many records of each kind. */
export function countRecords(records: Iterable<OfficialRecord>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([before], [after]) => (before < after ? -1 : 1)));
}

function readRecord(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  if (record.status !== 'published' && record.status !== 'withdrawn') return succeed({ kind: 'unknown' });
  switch (record.kind) {
    case 'conference':
      return readConference(record, conference);
    case 'motion':
    case 'composite':
    case 'rule-amendment':
      return readMotion(record, conference);
    case 'amendment':
      return readAmendment(record, conference);
    default:
      return succeed({ kind: 'unknown' });
  }
}

function readConference(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  const shape = v.safeParse(conferenceSchema, record);
  if (!shape.success) return fail(unreadable(record, shape.issues));
  const { title, organisation } = shape.output;
  return succeed({
    kind: 'conference',
    conference: { id: conference, title, ...(organisation === undefined ? {} : { organisation }) },
  });
}

function readMotion(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  const shape = v.safeParse(motionSchema, record);
  if (!shape.success) return fail(unreadable(record, shape.issues));
  const { id, status, title, clauses, decision, ...facts } = shape.output;
  const clauseIds = new Set(clauses.map((clause) => clause.id));
  if (clauseIds.size < clauses.length) return fail({ kind: 'unreadable-record', where: `${id} clauses` });
  const outcome = decision ?? (status === 'withdrawn' ? ({ key: 'withdrawn' } as const) : undefined);
  return succeed({
    kind: 'motion',
    motion: {
      ...facts,
      id: motionId(officialId(conference, id)),
      conferenceId: conference,
      origin: 'office',
      ...(outcome === undefined ? {} : { decision: outcome }),
      text: { id: textVersionIdOf(title, clauses), title, clauses },
      dropped: [],
    },
  });
}

function readAmendment(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  const shape = v.safeParse(amendmentSchema, record);
  if (!shape.success) return fail(unreadable(record, shape.issues));
  const { kind: _kind, id, status, motionId: motionName, baseVersion, ...facts } = shape.output;
  return succeed({
    kind: 'amendment',
    amendment: {
      ...facts,
      id: amendmentId(officialId(conference, id)),
      conferenceId: conference,
      motionId: motionId(officialId(conference, motionName)),
      origin: 'office',
      standing: status,
      baseVersion: textVersionId(baseVersion),
    },
  });
}

function unreadable(record: OfficialRecord, issues: readonly v.BaseIssue<unknown>[]): UnreadableRecord {
  return { kind: 'unreadable-record', where: `${record.id} ${placeOf(issues)}`.trim() };
}

/** The record of the conference itself. `rev` is for the publisher to count. */
export function recordOfConference({ title, organisation }: Omit<Conference, 'id'>): OfficialRecord {
  return {
    id: 'conference',
    kind: 'conference',
    rev: 1,
    status: 'published',
    title,
    ...(organisation === undefined ? {} : { organisation }),
  };
}

/** The record of a motion: what delegates need. Lines that were dropped and the file's name stay with the office. */
export function recordOfMotion(motion: Motion): OfficialRecord {
  const { number, conference, date, decision } = motion;
  return {
    id: recordNameOf(motion.conferenceId, motion.id),
    kind: motion.kind,
    rev: 1,
    status: decision?.key === 'withdrawn' ? 'withdrawn' : 'published',
    ...(number === undefined ? {} : { number }),
    ...(conference === undefined ? {} : { conference }),
    ...(date === undefined ? {} : { date }),
    ...(decision === undefined ? {} : { decision }),
    submittedBy: motion.submittedBy,
    title: motion.text.title,
    clauses: motion.text.clauses,
  };
}

/** The record of an amendment the office publishes. */
export function recordOfAmendment(amendment: Amendment): OfficialRecord {
  const { conferenceId: conference, number, instruction, decision } = amendment;
  return {
    id: recordNameOf(conference, amendment.id),
    kind: 'amendment',
    rev: 1,
    status: amendment.standing === 'withdrawn' ? 'withdrawn' : 'published',
    motionId: recordNameOf(conference, amendment.motionId),
    ...(number === undefined ? {} : { number }),
    submittedBy: amendment.submittedBy,
    baseVersion: amendment.baseVersion,
    operations: amendment.operations,
    ...(instruction === undefined ? {} : { instruction }),
    ...(decision === undefined ? {} : { decision }),
  };
}
