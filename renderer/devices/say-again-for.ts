// Before a lost computer goes off the list, what it wrote is said again by this one: its log is read by nobody from then
// on, and a computer that comes later would lack it.

import { mergeEntries, recordKeysOf } from '../../shared/merge/notes-merge';
import type { JournalDeed } from '../../shared/desktop-contract';
import { succeed, type Result } from '../../shared/result';
import { readEntries, type DeviceContext } from './device-desk';
import type { DeskFailure } from './device-orders';
import { say } from './say';

/** Says again every record that `author` (the journal's name) wrote on, as it stands now. Equal texts make no second version. */
export async function sayAgainFor(
  author: string | undefined,
  context: DeviceContext,
): Promise<Result<unknown, DeskFailure>> {
  const entries = author === undefined ? succeed([]) : await readEntries(context);
  if (!entries.ok) return entries;
  const keys = new Set(entries.value.filter(({ device }) => device === author).flatMap(recordKeysOf));
  const deeds: JournalDeed[] = [];
  for (const [key, { kind, id, value }] of mergeEntries(entries.value)) {
    if (keys.has(key)) deeds.push({ stream: 'self', t: kind, id, ...(value === null ? {} : { val: value }) });
  }
  return say(deeds, context);
}
