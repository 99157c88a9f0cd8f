// Says deeds on this computer for the others to read: in the journal, and in the rows.

import type { JournalDeed } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';
import type { DeviceContext } from './device-desk';
import type { DeskFailure } from './device-orders';
import { inRuns } from './runs';

/** Does `deeds` in order. Cut off half-way, what is left can be said the next time. */
export async function say(
  deeds: readonly JournalDeed[],
  { desk, store, catchUp }: DeviceContext,
): Promise<Result<unknown, DeskFailure>> {
  for (const run of inRuns(deeds)) {
    const kept = await desk.appendToJournal({ store, deeds: [...run] });
    if (!kept.ok) return kept;
  }
  return catchUp();
}
