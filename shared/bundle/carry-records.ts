// What a new version takes over from the one before: revision numbers, fields and records of newer versions of the
// format, and the count of what is gone.

import type { JsonObject } from '../json';
import type { OfficialRecord } from './records';
import { knownFields } from './record-schemas';

/** A new version's records, each with its revision, and what became of those before. */
export type CarriedRecords = {
  readonly records: readonly OfficialRecord[];
  /** Ids, by what happened to them since the version before. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

/**
 * Counts each record's `rev` up when it differs from the record of the same id before, and keeps fields that this
 * version does not know. Records of kinds it does not know are kept whole: it cannot say that they are to go.
 */
export function carryRecords(previous: readonly OfficialRecord[], next: readonly OfficialRecord[]): CarriedRecords {
  const before = new Map(previous.map((record) => [record.id, record]));
  const added: string[] = [];
  const changed: string[] = [];
  const records = next.map((record) => {
    const known = before.get(record.id);
    if (known === undefined) {
      added.push(record.id);
      return record;
    }
    if (known === record) return known;
    const carried: OfficialRecord = { ...unknownFieldsOf(known), ...record };
    if (sameButRevision(known, carried)) return known;
    changed.push(record.id);
    return { ...carried, rev: known.rev + 1 };
  });
  const here = new Set(next.map((record) => record.id));
  const gone = previous.filter((record) => !here.has(record.id));
  return {
    records: [...records, ...gone.filter(isOfUnknownKind)],
    added,
    changed,
    removed: gone.filter((record) => !isOfUnknownKind(record)).map((record) => record.id),
  };
}

function isOfUnknownKind({ kind }: OfficialRecord): boolean {
  return knownFields[kind] === undefined;
}

function unknownFieldsOf(record: OfficialRecord): JsonObject {
  const known = knownFields[record.kind];
  return Object.fromEntries(Object.entries(record).filter(([field]) => known?.has(field) !== true));
}

function sameButRevision(before: OfficialRecord, after: OfficialRecord): boolean {
  return sortedJson({ ...before, rev: 1 }) === sortedJson({ ...after, rev: 1 });
}

/** JSON in which the order of a record's own fields does not matter. */
function sortedJson(record: OfficialRecord): string {
  return JSON.stringify(Object.entries(record).sort(([before], [after]) => (before < after ? -1 : 1)));
}
