// Merges what a delegate wrote and brought in on their own devices (stream `self`): a pure function of the set of
// entries, whatever their order, however often each is there, and whichever are still missing.

import { assert } from '../assert';
import { foldEntries } from '../journal/fold';
import type { FoldedState, ProjectedEntry } from '../journal/fold';
import { parseEntry } from '../journal/parse-entry';
import type { ParsedDeed } from '../journal/parse-entry';
import type { JsonObject, JsonValue } from '../json';
import { textVersionKey } from '../journal/row';
import { fingerprint } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { mergeRecord } from './merge-record';
import type { Writing } from './merge-record';
import { fieldOf, recordFamilies, spell } from './record-fields';
import type { RecordFamily } from './record-fields';
import type { Stamp } from './version-vector';

/** An entry of a journal, as much of it as merging needs. */
export type WrittenEntry = ProjectedEntry & Stamp & { readonly stream: string };

/** Every record that entries tell of, by `family/id`, as the one deed that leaves what all of them amount to. */
export type MergedRecords = ReadonlyMap<string, ParsedDeed>;

/** `family/id` of the record that an entry of `self` writes; undefined for what this version does not merge. */
export function recordKeyOf(entry: Pick<WrittenEntry, 'stream' | 't' | 'id'>): string | undefined {
  const family = entry.t.slice(0, entry.t.indexOf('.'));
  const isWriting = entry.t === `${family}.set` || entry.t === `${family}.remove`;
  return entry.stream === 'self' && isWriting && recordFamilies.has(family) ? `${family}/${entry.id}` : undefined;
}

/** Every record that an entry tells of: a motion that is set is one, and each text that it has is another. */
export function recordKeysOf(entry: Pick<WrittenEntry, 'stream' | 't' | 'id' | 'val'>): readonly string[] {
  const key = recordKeyOf(entry);
  const deed = key === undefined || entry.t !== 'motion.set' ? undefined : parseEntry(entry);
  const text = deed?.ok === true ? textOfMotion(deed.value) : undefined;
  return [...(key === undefined ? [] : [key]), ...(text === undefined ? [] : [text.key])];
}

/**
 * Merges the entries of `self` among `entries`. Those of other streams, and those that need a newer version of Rostrum,
 * are passed over; they stay in the journal. The deeds that come out fold to the same rows in any order.
 */
export function mergeEntries(entries: Iterable<WrittenEntry>): MergedRecords {
  const histories = historiesOf(entries);
  const merged = new Map<string, ParsedDeed>();
  // Other versions of a text come from a record that is merged before them, and may be written on themselves.
  const waiting: Task[] = [...histories.keys()].filter((key) => !isVersionKey(key)).map((key) => ({ key }));
  const left = [...histories.keys()].filter(isVersionKey).sort();
  const next = (): Task | undefined => {
    const task = waiting.shift();
    if (task !== undefined) return task;
    // Written on while it was another version of something that now shows its text by itself.
    const key = left.shift();
    return key === undefined ? undefined : { key };
  };
  for (let task = next(); task !== undefined; task = next()) {
    if (!merged.has(task.key)) waiting.push(...mergeTask(task, histories, merged));
  }
  return withMergedTexts(merged);
}

/** Motions with their texts as those were merged: whichever of the two is shown last, it is the same text. */
function withMergedTexts(merged: Map<string, ParsedDeed>): MergedRecords {
  for (const [key, deed] of merged) {
    const text = textOfMotion(deed);
    const kept = text === undefined ? undefined : merged.get(text.key);
    if (deed.kind !== 'motion.set' || kept?.kind !== 'text.set') continue;
    merged.set(key, { ...deed, value: { ...deed.value, text: kept.value } });
  }
  return merged;
}

/** The text of a motion that is set, which outlives it as a record of its own. */
function textOfMotion(deed: ParsedDeed): { readonly key: string; readonly text: TextVersion } | undefined {
  if (deed.kind !== 'motion.set') return undefined;
  const { id, text } = deed.value;
  return { key: `text/${textVersionKey(id, text.id)}`, text };
}

/** The rows that a journal's entries leave: merged where several devices wrote, and in the journal's order elsewhere. */
export function foldJournal(entries: readonly WrittenEntry[]): FoldedState {
  const others = entries.filter((entry) => recordKeyOf(entry) === undefined);
  return foldEntries(
    [...mergeEntries(entries).values()].map((deed) => ({ t: deed.kind, id: deed.id, val: plain(deed.value) })),
    foldEntries(others),
  );
}

/** The id of another version of a text, the same on every device. The text only tells twins of one device apart. */
export function versionId(recordId: string, { device, seq }: Pick<Stamp, 'device' | 'seq'>, text: string): string {
  return `${versionPrefix}${fingerprint(JSON.stringify([recordId, device, seq, text]))}`;
}

const versionPrefix = 'version-';

/** Whether a key (`family/id`) is of another version of a text. */
export function isVersionKey(key: string): boolean {
  return key.slice(key.indexOf('/') + 1).startsWith(versionPrefix);
}

/** A record to be merged; `start` is what another version began as. */
type Task = { readonly key: string; readonly start?: JsonObject };

type Histories = ReadonlyMap<string, readonly Writing[]>;

/** The writings to each record, each once. */
function historiesOf(entries: Iterable<WrittenEntry>): Histories {
  const histories = new Map<string, Map<string, Writing>>();
  for (const entry of entries) {
    const key = recordKeyOf(entry);
    const deed = key === undefined ? undefined : parseEntry(entry);
    if (key === undefined || deed?.ok !== true) continue;
    const { device, seq, lam, ctx } = entry;
    const add = (of: string, value: JsonValue): void => {
      const record = isObject(value) ? value : 'removed';
      const writings = histories.get(of) ?? new Map<string, Writing>();
      const name = JSON.stringify([device, seq, lam, record]);
      histories.set(of, writings.set(name, { stamp: { device, seq, lam, ctx }, record }));
    };
    add(key, plain(deed.value.value));
    const text = textOfMotion(deed.value);
    if (text !== undefined) add(text.key, plain(text.text));
  }
  // Of two entries that a copied device wrote under one number, the same comes first on every device.
  return new Map(
    [...histories].map(([key, writings]) => [
      key,
      [...writings].sort(([before], [after]) => (before < after ? -1 : 1)).map(([, writing]) => writing),
    ]),
  );
}

/** Merges one record into `merged`; answers the other versions of its text that there are besides. */
function mergeTask({ key, start }: Task, histories: Histories, merged: Map<string, ParsedDeed>): readonly Task[] {
  const slash = key.indexOf('/');
  const [name, id] = [key.slice(0, slash), key.slice(slash + 1)];
  const family = recordFamilies.get(name);
  assert(family !== undefined, 'only records of these families are merged');
  const { record, versions } = mergeRecord(family, histories.get(key) ?? [], start);
  merged.set(key, deedOf(family, id, record));
  return versions.map((version) => {
    const of = versionId(id, version.stamp, textOf(family, version.record));
    return { key: `${name}/${of}`, start: family.asVersion(version.record, of, id) };
  });
}

function textOf({ fields }: RecordFamily, record: JsonObject): string {
  return spell(
    Object.assign({}, ...fields.filter(({ rule }) => rule === 'text').map((field) => fieldOf(record, field))),
  );
}

function deedOf({ name }: RecordFamily, id: string, record: JsonObject | undefined): ParsedDeed {
  const deed =
    record === undefined ? parseEntry({ t: `${name}.remove`, id }) : parseEntry({ t: `${name}.set`, id, val: record });
  assert(deed.ok, 'fields of records that were read make a record that can be read');
  return deed.value;
}

/** A deed's value as the JSON it is. */
function plain(value: ParsedDeed['value'] | TextVersion): JsonValue {
  return value;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
