// A deed: first the journal, fsynced; then the rows, in one transaction with the mark. Never the other way round.

import { Dexie } from 'dexie';
import type { JournalDeed, KeepFailure } from '../../shared/desktop-contract';
import { parseEntry } from '../../shared/journal/parse-entry';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { applyEntries, catchUp } from './catch-up';
import type { EntryRun } from './catch-up';
import type { JournalMemory } from './memory';

/** The deed is in the journal, on disk. */
export type Kept = {
  /**
   * Whether the rows tell of it too. If not, the working copy failed (disk full, closed by a newer window): nothing is
   * lost, and the rows catch up at the next deed or start.
   */
  readonly isShown: boolean;
};

export type KeptRecord<T> = Kept & { readonly record: T };

/** Deeds that one call of the contract takes. */
const deedsPerCall = 2000;

/**
 * Does all of `deeds`, in order. Up to 2,000 are kept all or none; more are kept in runs of that size.
 * A failure means that nothing of the failed run is in the journal nor in the rows. `refused`: a deed of no known shape.
 * What is done from now on comes after the Lamport time `seen` in logs of others.
 */
export async function perform(
  memory: JournalMemory,
  deeds: readonly JournalDeed[],
  seen?: number,
): Promise<Result<Kept, KeepFailure>> {
  if (deeds.some((deed) => !parseEntry(deed).ok)) return fail({ kind: 'refused' });
  let isShown = true;
  for (let start = 0; start < deeds.length; start += deedsPerCall) {
    const run = deeds.slice(start, start + deedsPerCall);
    const kept = await memory.desktop.appendToJournal({
      store: memory.name,
      deeds: run,
      ...(seen === undefined ? {} : { seen }),
    });
    if (!kept.ok) return kept;
    isShown = (await showEntries(memory, kept.value)) && isShown;
  }
  return succeed({ isShown });
}

/** Whether the rows tell of `run` now: applied at once, or after catching up with what other windows did. */
async function showEntries(memory: JournalMemory, run: EntryRun): Promise<boolean> {
  try {
    if ((await applyEntries(memory.database, run)) === 'applied') return true;
    return (await catchUp(memory)).ok;
  } catch (error) {
    if (error instanceof Dexie.DexieError) return false;
    throw error;
  }
}

/** The answer of a deed that leaves `record`. */
export function withRecord<T>(kept: Result<Kept, KeepFailure>, record: T): Result<KeptRecord<T>, KeepFailure> {
  return kept.ok ? succeed({ ...kept.value, record }) : kept;
}
