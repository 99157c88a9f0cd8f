// The data file: everything of one store in one JSON document, to report from, to hand on, or to start again with.
// The delegate's own records are deeds that leave the same state; official papers are the records the office signed.

import * as v from 'valibot';
import { conferenceIdPattern } from '../bundle/conference-id';
import { parseJsonSafely } from '../bundle/parse-json-safely';
import { isOfficialRecord, readRecords } from '../bundle/records';
import type { OfficialPapers, OfficialRecord } from '../bundle/records';
import { conferenceId } from '../ids';
import type { JsonObject, JsonValue } from '../json';
import type { TextCodec } from '../ports';
import { fail, succeed } from '../result';
import type { Result } from '../result';
import { deedOf } from './entry';
import type { JournalDeed } from '../desktop-contract';
import { foldEntries } from './fold';
import type { FoldedState } from './fold';
import { parseEntry } from './parse-entry';
import { motionOfRows, textOfRow, textVersionKey } from './row';

/** Raise `version` when an older program would misread the file; then cli.md and the tests beside this change too. */
export const dataFormat = { format: 'rostrum-data', version: 1 } as const;

/** The records of the version of a conference's papers that is held. */
export type OfficialVersion = {
  readonly conference: string;
  readonly version: number;
  readonly records: readonly OfficialRecord[];
};

export type ExportedData = {
  /** RFC 3339, UTC. */
  readonly exportedAt: string;
  /** What the delegate's deeds amount to. */
  readonly state: FoldedState;
  readonly official: readonly OfficialVersion[];
};

/** What a data file holds, read: the state, and the papers of each office. */
export type ReadData = Pick<ExportedData, 'exportedAt' | 'state'> & { readonly official: readonly OfficialPapers[] };

export type DataFileFailure =
  | { readonly kind: 'not-data-file' }
  | { readonly kind: 'newer-version'; readonly version: number }
  /** `where` names the deed or record that this version cannot read. */
  | { readonly kind: 'malformed'; readonly where: string };

/** A file that would need more than this is not ours; bytes, characters, members. */
const limits = {
  bytes: 512 * 1024 * 1024,
  depth: 32,
  stringLength: 16 * 1024 * 1024,
  arrayLength: 1_000_000,
  keys: 256,
};

/** The text of a data file. Removed records, and texts that nothing refers to any more, are not in it. */
export function writeDataFile(data: ExportedData): string {
  const file = { ...dataFormat, exportedAt: data.exportedAt, deeds: deedsOf(data.state), official: data.official };
  return `${JSON.stringify(file, null, 1)}\n`;
}

const frameSchema = v.strictObject({
  format: v.literal(dataFormat.format),
  version: v.literal(dataFormat.version),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  deeds: v.array(
    v.strictObject({ t: v.string(), id: v.string(), val: v.custom<JsonValue>((value) => value !== undefined) }),
  ),
  official: v.array(
    v.strictObject({
      conference: v.pipe(v.string(), v.regex(conferenceIdPattern)),
      version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      records: v.array(v.custom<OfficialRecord>(isOfficialRecord)),
    }),
  ),
});

/** Reads a data file strictly: one deed or record that cannot be read refuses the whole, and is named. */
export function readDataFile(bytes: Uint8Array, text: TextCodec): Result<ReadData, DataFileFailure> {
  const json = parseJsonSafely(bytes, text, limits);
  if (!json.ok || !isObject(json.value) || json.value['format'] !== dataFormat.format) {
    return fail({ kind: 'not-data-file' });
  }
  const { version } = json.value;
  if (typeof version === 'number' && version > dataFormat.version) return fail({ kind: 'newer-version', version });
  const frame = v.safeParse(frameSchema, json.value);
  if (!frame.success) return fail({ kind: 'malformed', where: v.getDotPath(frame.issues[0]) ?? 'the whole' });
  const unread = frame.output.deeds.find((deed) => !parseEntry(deed).ok);
  if (unread !== undefined) return fail({ kind: 'malformed', where: `${unread.t} ${unread.id}` });
  const official: OfficialPapers[] = [];
  for (const { conference, records } of frame.output.official) {
    const papers = readRecords(records, conferenceId(conference));
    if (!papers.ok) return fail({ kind: 'malformed', where: papers.error.where });
    official.push(papers.value);
  }
  return succeed({ exportedAt: frame.output.exportedAt, state: foldEntries(frame.output.deeds), official });
}

type WrittenDeed = Pick<JournalDeed, 't' | 'id' | 'val'>;

/** The fewest deeds that fold to `state`. */
function deedsOf(state: FoldedState): readonly WrittenDeed[] {
  const deeds: JournalDeed[] = [];
  for (const row of state.conferences.values()) deeds.push(deedOf('conference.set', row.id, row));
  deeds.push(...motionDeeds(state));
  for (const row of state.amendments.values()) deeds.push(deedOf('amendment.set', row.id, row));
  for (const row of state.briefings.values()) deeds.push(deedOf('briefing.set', row.id, row));
  for (const row of state.notes.values()) deeds.push(deedOf('note.set', row.id, row));
  for (const row of state.mandates.values()) deeds.push(deedOf('mandate.set', row.id, row));
  for (const { recordId, ...row } of state.decisions.values()) deeds.push(deedOf('decision.set', recordId, row));
  for (const { key, ...row } of state.links.values()) deeds.push(deedOf('link.set', key, row));
  for (const { conferenceId: id, version, head } of state.applied.values()) {
    deeds.push(deedOf('official.applied', id, { version, head }));
  }
  return deeds.map(({ t, id, val }) => ({ t, id, val: val ?? null }));
}

/** Motions as they are, and before them the earlier texts that something was written on. */
function motionDeeds(state: FoldedState): readonly JournalDeed[] {
  const referredTo = new Set(
    [...state.amendments.values(), ...state.notes.values()].map((one) => textVersionKey(one.motionId, one.baseVersion)),
  );
  const motions = [...state.motions.values()];
  const current = new Set(motions.map((row) => textVersionKey(row.id, row.textVersion)));
  const earlier = [...state.textVersions.values()].filter(({ key }) => referredTo.has(key) && !current.has(key));
  return [
    ...earlier.map((text) => deedOf('text.set', text.key, textOfRow(text))),
    ...motions.flatMap((row) => {
      const text = state.textVersions.get(textVersionKey(row.id, row.textVersion));
      return text === undefined ? [] : [deedOf('motion.set', row.id, motionOfRows(row, text))];
    }),
  ];
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
