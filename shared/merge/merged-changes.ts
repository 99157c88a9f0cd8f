// What landing entries of other devices changes in rows that already tell of the entries before them.

import { projectDeed } from '../journal/fold';
import { parseEntry } from '../journal/parse-entry';
import type { RowChange } from '../journal/row';
import { isVersionKey, mergeEntries, recordKeyOf, type MergedRecords, type WrittenEntry } from './notes-merge';
import { coversAll, withSeen, type VersionVector } from './version-vector';

/** How far rows tell of the entries of `self`. */
export type Seen = { readonly vector: VersionVector; readonly lamport: number };

export const nothingSeen: Seen = { vector: {}, lamport: 0 };

/**
 * Whether each of `entries` had seen all before it, `seen` included. Then they can be applied one after the other, as
 * always on a computer that is alone; else they have to be merged with the whole history of their records.
 */
export function areInOrder(entries: readonly WrittenEntry[], seen: Seen): boolean {
  let { vector, lamport } = seen;
  for (const entry of entries.filter(({ stream }) => stream === 'self')) {
    if (!coversAll(entry, vector) || entry.lam <= lamport) return false;
    vector = withSeen(vector, entry);
    lamport = entry.lam;
  }
  return true;
}

/** `seen` after `entries`. */
export function seenAfter(entries: readonly WrittenEntry[], seen: Seen): Seen {
  return entries
    .filter(({ stream }) => stream === 'self')
    .reduce(
      ({ vector, lamport }, entry) => ({ vector: withSeen(vector, entry), lamport: Math.max(lamport, entry.lam) }),
      seen,
    );
}

/** The rows that become others when `landed` comes to `history`, which is all of `self` that the rows tell of. */
export function mergedChanges(history: readonly WrittenEntry[], landed: readonly WrittenEntry[]): readonly RowChange[] {
  const isConcerned = concernedBy(landed);
  const before = mergeEntries(history.filter(isConcerned));
  const after = mergeEntries([...history.filter(isConcerned), ...landed]);
  const gone = [...before.keys()].filter((key) => !after.has(key)).flatMap(removalOf);
  const changed = [...after].filter(([key]) => !isSame(before, after, key)).flatMap(([, deed]) => projectDeed(deed));
  return [...gone, ...changed];
}

/** Records, and other versions of their texts, that `landed` may change. Versions do not tell which record they are of. */
function concernedBy(landed: readonly WrittenEntry[]): (entry: WrittenEntry) => boolean {
  const keys = new Set(landed.map(mergedWith));
  const families = new Set<string>();
  for (const key of keys) if (key !== undefined && isVersionKey(key)) families.add(familyOf(key));
  return (entry) => {
    const key = mergedWith(entry);
    return key !== undefined && (keys.has(key) || isVersionKey(key) || families.has(familyOf(key)));
  };
}

/** The record that has to be merged whole for an entry: of a text, the motion that it is of. */
function mergedWith(entry: WrittenEntry): string | undefined {
  const key = recordKeyOf(entry);
  return key?.startsWith('text/') === true ? `motion/${entry.id.slice(0, entry.id.lastIndexOf('/'))}` : key;
}

function familyOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

function isSame(before: MergedRecords, after: MergedRecords, key: string): boolean {
  return JSON.stringify(before.get(key)) === JSON.stringify(after.get(key));
}

/** What takes the row of another version away that there is no more. */
function removalOf(key: string): readonly RowChange[] {
  const slash = key.indexOf('/');
  const deed = parseEntry({ t: `${key.slice(0, slash)}.remove`, id: key.slice(slash + 1) });
  return deed.ok ? projectDeed(deed.value) : [];
}
