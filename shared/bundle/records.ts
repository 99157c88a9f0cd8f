// Official records ⇄ the conference's papers. A record of a kind, or with a status, that this version does not know is
// kept as it is; one of a known kind that cannot be read spoils the bundle.

import * as v from 'valibot';
import type { Amendment } from '../amendment/amendment';
import { amendmentId, motionId, textVersionId, type ConferenceId, type TextVersionId } from '../ids';
import type { JsonObject } from '../json';
import type { Clause } from '../motion/clause';
import type { Conference } from '../motion/conference';
import { textVersionIdOf } from '../motion/fingerprint';
import type { Motion, TextVersion } from '../motion/motion';
import type { LineNumber } from '../motion/line-numbers';
import type { Session } from '../motion/order-of-business';
import { fail, succeed, type Result } from '../result';
import { officialId, recordNameOf } from './official-ids';
import { hasRecordFrame, isExactAmendment, isExactMotion } from './exact-record';
import {
  amendmentSchema,
  conferenceSchema,
  motionSchema,
  receiptSchema,
  rosterSchema,
  sessionSchema,
} from './record-schemas';
import { placeOf } from './root';
import { sessionOfFields } from './session-record';

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
  /** The order of business, in no order. */
  readonly sessions: readonly Session[];
  /** Records that need a newer version of the app. */
  readonly unknown: readonly OfficialRecord[];
};

export type UnreadableRecord = { readonly kind: 'unreadable-record'; readonly where: string };

type ReadRecord =
  | { readonly kind: 'conference'; readonly conference: Conference }
  | { readonly kind: 'motion'; readonly motion: Motion }
  | { readonly kind: 'amendment'; readonly amendment: Amendment }
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'of-the-office' }
  | { readonly kind: 'unknown' };

/** Whether a JSON object has what every record has. */
export function isOfficialRecord(json: unknown): json is OfficialRecord {
  return hasRecordFrame(json);
}

/** The papers of all `records` of one version of `conference`; the first that cannot be read is named by its id. */
export function readRecords(
  records: readonly OfficialRecord[],
  conference: ConferenceId,
): Result<OfficialPapers, UnreadableRecord> {
  const motions: Motion[] = [];
  const amendments: Amendment[] = [];
  const sessions: Session[] = [];
  const unknown: OfficialRecord[] = [];
  let title: Conference | undefined;
  for (const record of records) {
    const reading = readRecord(record, conference);
    if (!reading.ok) return reading;
    if (reading.value.kind === 'motion') motions.push(reading.value.motion);
    else if (reading.value.kind === 'amendment') amendments.push(reading.value.amendment);
    else if (reading.value.kind === 'session') sessions.push(reading.value.session);
    else if (reading.value.kind === 'conference') title = reading.value.conference;
    else if (reading.value.kind === 'unknown') unknown.push(record);
  }
  return succeed({ ...(title === undefined ? {} : { conference: title }), motions, amendments, sessions, unknown });
}

/** How many records of each kind there are in `lists`. */
export function countRecords(lists: readonly (readonly OfficialRecord[])[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const records of lists) for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
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
    case 'session':
      return readSession(record, conference);
    case 'roster':
      return readOfficeRecord(record, rosterSchema);
    case 'receipt':
      return readOfficeRecord(record, receiptSchema);
    default:
      return succeed({ kind: 'unknown' });
  }
}

/** Not a paper, and so only looked at: who wants the roster and receipts finds them among the records (office-records.ts). */
function readOfficeRecord(record: OfficialRecord, schema: v.GenericSchema): Result<ReadRecord, UnreadableRecord> {
  return v.safeParse(schema, record).success
    ? succeed({ kind: 'of-the-office' })
    : fail({ kind: 'unreadable-record', where: record.id });
}

function readConference(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  const fitted = fit(record, conferenceSchema);
  if (!fitted.ok) return fitted;
  const { title, organisation } = fitted.value;
  return succeed({
    kind: 'conference',
    conference: { id: conference, title, ...(organisation === undefined ? {} : { organisation }) },
  });
}

function readSession(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  const fitted = fit(record, sessionSchema);
  return fitted.ok
    ? succeed({ kind: 'session', session: sessionOfFields(fitted.value, conference, record.id) })
    : fitted;
}

function readMotion(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  const fitted = isExactMotion(record) ? succeed(record) : fit(record, motionSchema);
  if (!fitted.ok) return fitted;
  const fields = fitted.value;
  const { id, kind, status, number, conference: conferenceLine, date, decision, submittedBy, title, clauses } = fields;
  const { lineNumbers } = fields;
  if (repeatsId(clauses)) return fail({ kind: 'unreadable-record', where: `${id} clauses` });
  const outcome = decision ?? (status === 'withdrawn' ? ({ key: 'withdrawn' } as const) : undefined);
  return succeed({
    kind: 'motion',
    motion: {
      id: motionId(officialId(conference, id)),
      conferenceId: conference,
      kind,
      origin: 'office',
      ...(number === undefined ? {} : { number }),
      ...(conferenceLine === undefined ? {} : { conference: conferenceLine }),
      ...(date === undefined ? {} : { date }),
      ...(outcome === undefined ? {} : { decision: outcome }),
      submittedBy,
      text: officialText(title, clauses, lineNumbers),
      dropped: [],
    },
  });
}

function readAmendment(record: OfficialRecord, conference: ConferenceId): Result<ReadRecord, UnreadableRecord> {
  const fitted = isExactAmendment(record) ? succeed(record) : fit(record, amendmentSchema);
  if (!fitted.ok) return fitted;
  const fields = fitted.value;
  const { number, amends, instruction, decision } = fields;
  return succeed({
    kind: 'amendment',
    amendment: {
      id: amendmentId(officialId(conference, fields.id)),
      conferenceId: conference,
      motionId: motionId(officialId(conference, fields.motionId)),
      origin: 'office',
      standing: fields.status,
      ...(number === undefined ? {} : { number }),
      submittedBy: fields.submittedBy,
      ...(amends === undefined ? {} : { amends: amendmentId(officialId(conference, amends)) }),
      baseVersion: textVersionId(fields.baseVersion),
      operations: fields.operations,
      ...(instruction === undefined ? {} : { instruction }),
      ...(decision === undefined ? {} : { decision }),
    },
  });
}

/** Naming a text is not part of believing it, and costs as much: done when the name is first asked for. */
function officialText(
  title: string,
  clauses: readonly Clause[],
  lineNumbers: readonly LineNumber[] | undefined,
): TextVersion {
  let id: TextVersionId | undefined;
  return {
    get id() {
      return (id ??= textVersionIdOf(title, clauses));
    },
    title,
    clauses,
    ...(lineNumbers === undefined ? {} : { lineNumbers }),
  };
}

function repeatsId(clauses: readonly Clause[]): boolean {
  return new Set(clauses.map((clause) => clause.id)).size < clauses.length;
}

/** What `schema` makes of a record: its known fields. A record that does not fit is refused, and the place named. */
function fit<Schema extends v.GenericSchema>(
  record: OfficialRecord,
  schema: Schema,
): Result<v.InferOutput<Schema>, UnreadableRecord> {
  const shape = v.safeParse(schema, record);
  if (shape.success) return succeed(shape.output);
  return fail({ kind: 'unreadable-record', where: `${record.id} ${placeOf(shape.issues)}`.trim() });
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
    ...(motion.text.lineNumbers === undefined ? {} : { lineNumbers: motion.text.lineNumbers }),
  };
}

/** The record of an amendment the office publishes. */
export function recordOfAmendment(amendment: Amendment): OfficialRecord {
  const { conferenceId: conference, number, amends, instruction, decision } = amendment;
  return {
    id: recordNameOf(conference, amendment.id),
    kind: 'amendment',
    rev: 1,
    status: amendment.standing === 'withdrawn' ? 'withdrawn' : 'published',
    motionId: recordNameOf(conference, amendment.motionId),
    ...(number === undefined ? {} : { number }),
    submittedBy: amendment.submittedBy,
    ...(amends === undefined ? {} : { amends: recordNameOf(conference, amends) }),
    baseVersion: amendment.baseVersion,
    operations: amendment.operations,
    ...(instruction === undefined ? {} : { instruction }),
    ...(decision === undefined ? {} : { decision }),
  };
}
