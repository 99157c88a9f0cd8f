// Merges everything that was ever written to one record, on however many of a delegate's own devices.

import { present } from '../assert';
import type { JsonObject } from '../json';
import { fieldOf, isSameField, spell } from './record-fields';
import type { Field, RecordFamily } from './record-fields';
import { compareStamps, coversAll, hasSeen, withSeen } from './version-vector';
import type { Stamp, VersionVector } from './version-vector';

/** One device set the whole record, or removed it. */
export type Writing = { readonly stamp: Stamp; readonly record: JsonObject | 'removed' };

export type MergedRecord = {
  /** Absent when it was removed, and nobody had changed it who did not know. */
  readonly record?: JsonObject;
  /** The writings whose text lost against another that was written at the same time, and is to be kept beside it. */
  readonly versions: readonly { readonly stamp: Stamp; readonly record: JsonObject }[];
};

// A writing carries the whole record, but changes only what differs from what its author saw. What the author saw is
// itself a merge: of the writings that they had seen. So the writings are taken in the order of their stamps, in which
// each comes after all that it had seen, and for each the view its author had is made first; from it follow the fields
// it changed. A view is the set of writings that no other in it had seen, in all and field by field, and it grows by
// one writing at a time. Since only counters are looked at, the result is a function of the set of writings.

/** What some of the writings amount to: indexes of those that no other of them had seen, rising. */
type View = {
  readonly newest: readonly number[];
  /** Of those that changed a field, or removed the record after it was changed, the setting ones. */
  readonly changes: ReadonlyMap<Field, readonly number[]>;
  /** The same as if nobody had removed it: what a record is that was removed, and comes back because of a change. */
  readonly everChanged: ReadonlyMap<Field, readonly number[]>;
};

const nothing: View = { newest: [], changes: new Map(), everChanged: new Map() };

type Merging = {
  readonly family: RecordFamily;
  /** In the order of their stamps. */
  readonly writings: readonly Writing[];
  readonly start: JsonObject | undefined;
  /** The fields that each writing so far changed. */
  readonly changed: ReadonlySet<Field>[];
};

/**
 * The record that `writings`, in any order, leave. `start` is what it was before the first of them, seen by all; only
 * another version of a text has one. Removing loses against a change that had not seen it.
 */
export function mergeRecord(family: RecordFamily, writings: readonly Writing[], start?: JsonObject): MergedRecord {
  const sorted = [...writings].sort((before, after) => compareStamps(before.stamp, after.stamp));
  const merging: Merging = { family, writings: sorted, start, changed: [] };
  const seenBy = viewsOfAuthors(merging);
  const lost = new Set<number>();
  const goneOn = new Set<number>();
  let all = nothing;
  for (const index of sorted.keys()) {
    const seen = seenBy(index, all);
    merging.changed.push(changedFields(merging, index, seen));
    for (const loser of losersOf(merging, seen)) lost.add(loser);
    for (const text of textsGoneOn(merging, index, seen)) goneOn.add(text);
    all = extend(merging, all, index);
  }
  for (const loser of losersOf(merging, all)) lost.add(loser);
  const record = recordOf(merging, all);
  for (const index of record === undefined ? [] : textsShown(merging, all)) lost.delete(index);
  const versions = [...lost].filter((index) => !goneOn.has(index)).map((index) => setting(merging, index));
  return record === undefined ? { versions } : { record, versions };
}

/** For each writing in turn, the view of its author. `all` is the view of everything before it. */
function viewsOfAuthors({ writings, ...rest }: Merging): (index: number, all: View) => View {
  let vector: VersionVector = {};
  const lastOf = new Map<string, { readonly seen: readonly number[]; readonly view: View }>();
  return (index, all) => {
    const { stamp } = writing({ writings }, index);
    const before = index === 0 ? undefined : writing({ writings }, index - 1).stamp;
    const sawAll = coversAll(stamp, vector) && (before === undefined || before.lam < stamp.lam);
    vector = withSeen(vector, stamp);
    // The usual case, and the only one on a single computer: nothing to be made anew.
    if (sawAll) {
      lastOf.delete(stamp.device);
      return all;
    }
    const seen = [...writings.keys()].slice(0, index).filter((one) => hasSeen(stamp, writing({ writings }, one).stamp));
    const last = lastOf.get(stamp.device);
    const isNext =
      last !== undefined && last.seen.length === seen.length - 1 && last.seen.every((one, at) => one === seen[at]);
    const added = isNext ? seen.slice(-1) : seen;
    const view = added.reduce((grown, one) => extend({ writings, ...rest }, grown, one), isNext ? last.view : nothing);
    lastOf.set(stamp.device, { seen, view });
    return view;
  };
}

/** `view` with one more writing, which nothing in it had seen. */
function extend(merging: Merging, view: View, index: number): View {
  const { stamp, record } = writing(merging, index);
  const unseen = (indexes: readonly number[]): readonly number[] =>
    indexes.filter((one) => !hasSeen(stamp, writing(merging, one).stamp));
  const changes = new Map(view.changes);
  const everChanged = new Map(view.everChanged);
  for (const field of merging.family.fields) {
    const left = unseen(view.changes.get(field) ?? []);
    if (record === 'removed') changes.set(field, left);
    else if (merging.changed[index]?.has(field) === true) {
      changes.set(field, [...left, index]);
      everChanged.set(field, [...unseen(view.everChanged.get(field) ?? []), index]);
    }
  }
  return { newest: [...unseen(view.newest), index], changes, everChanged };
}

function changedFields(merging: Merging, index: number, seen: View): ReadonlySet<Field> {
  const { record } = writing(merging, index);
  const { family } = merging;
  if (record === 'removed') return new Set();
  const before = recordOf(merging, seen);
  if (before === undefined || family.isSettled(record)) return new Set(family.fields);
  return new Set(family.fields.filter((field) => !isSameField(before, record, field)));
}

/** The record as a view shows it. */
function recordOf(merging: Merging, view: View): JsonObject | undefined {
  if (view.newest.length === 0) return merging.start;
  const alive = view.newest.filter((index) => writing(merging, index).record !== 'removed');
  if (alive.length === 0) return undefined;
  const { family } = merging;
  const { record: whole } = setting(merging, strongest(merging, alive));
  const keys = new Set(family.fields.flatMap((field) => field.keys));
  const unmerged = Object.entries(whole).filter(([key]) => !keys.has(key));
  const fields = family.fields.map((field) => {
    const changes = standingChanges(merging, view, field);
    // Only another version of a text begins with fields that nobody changed.
    if (changes.length === 0) return fieldOf(whole, field);
    if (field.rule === 'joined')
      return join(
        field,
        changes.map((index) => setting(merging, index).record),
      );
    return fieldOf(setting(merging, strongest(merging, changes)).record, field);
  });
  return Object.assign({}, Object.fromEntries(unmerged), ...fields);
}

/**
 * The changes of a field that a view shows. A removal takes those away that it had seen, unless the record is there
 * because of somebody who had seen them too, and kept them. When it took all, what comes back is the newest.
 */
function standingChanges(merging: Merging, view: View, field: Field): readonly number[] {
  const all = view.everChanged.get(field) ?? [];
  const changes = view.changes.get(field) ?? [];
  if (changes.length === all.length) return changes;
  const alive = view.newest.filter((index) => writing(merging, index).record !== 'removed');
  const isKept = (index: number): boolean =>
    alive.some((one) => hasSeen(writing(merging, one).stamp, writing(merging, index).stamp));
  const standing = all.filter((index) => changes.includes(index) || isKept(index));
  return standing.length > 0 ? standing : all;
}

/** The last of the writings, but one that has settled the record before all others. */
function strongest(merging: Merging, indexes: readonly number[]): number {
  const settled = indexes.filter((index) => merging.family.isSettled(setting(merging, index).record));
  return present((settled.length > 0 ? settled : indexes).at(-1), 'there is at least one');
}

function join(field: Field, records: readonly JsonObject[]): JsonObject {
  const lines = field.keys.flatMap((key) =>
    records.flatMap((record) => (typeof record[key] === 'string' && record[key].trim() !== '' ? [record[key]] : [])),
  );
  const [key] = field.keys;
  return key === undefined || lines.length === 0 ? {} : { [key]: [...new Set(lines)].join('\n') };
}

/** The writings whose text a view does not show although none that it shows had seen it; of equal ones the last. */
function losersOf(merging: Merging, view: View): readonly number[] {
  const field = merging.family.fields.find(({ rule }) => rule === 'text');
  if (field === undefined || recordOf(merging, view) === undefined) return [];
  const changes = standingChanges(merging, view, field);
  if (changes.length < 2) return [];
  const textOf = (index: number): string => spell(fieldOf(setting(merging, index).record, field));
  const shown = textOf(strongest(merging, changes));
  const losers = new Map(changes.map((index) => [textOf(index), index]));
  return [...losers.values()].filter(
    (index) => textOf(index) !== shown && merging.family.hasText(setting(merging, index).record),
  );
}

/** The text that a writing went on from: its author saw it, and changed it into another. It needs no keeping beside. */
function textsGoneOn(merging: Merging, index: number, seen: View): readonly number[] {
  const isChanged = (field: Field): boolean => merging.changed[index]?.has(field) === true;
  return merging.family.fields.some((field) => field.rule === 'text' && isChanged(field))
    ? textsShown(merging, seen)
    : [];
}

/** The writing whose text a view shows. */
function textsShown(merging: Merging, view: View): readonly number[] {
  return merging.family.fields
    .filter(({ rule }) => rule === 'text')
    .map((field) => standingChanges(merging, view, field))
    .flatMap((changes) => (changes.length === 0 ? [] : [strongest(merging, changes)]));
}

function writing({ writings }: Pick<Merging, 'writings'>, index: number): Writing {
  return present(writings[index], 'indexes are those of writings');
}

function setting(merging: Merging, index: number): { readonly stamp: Stamp; readonly record: JsonObject } {
  const { stamp, record } = writing(merging, index);
  if (record === 'removed') throw new Error('Only writings that set the record change fields');
  return { stamp, record };
}
