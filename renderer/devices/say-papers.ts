// Papers that were brought in before this computer had others beside it, or before papers travelled, are said once for
// the others to read.

import type { SelfMember } from '../../shared/bundle/self-state';
import { papersToSay } from '../../shared/merge/papers-to-say';
import { succeed, type Result } from '../../shared/result';
import { readEntries, type DeviceContext } from './device-desk';
import type { DeskFailure } from './device-orders';
import { say } from './say';

/** The memory, in which it is done for the journal `journalId`; the same memory where it was done before. */
export async function sayPapers(
  state: SelfMember,
  journalId: string,
  context: DeviceContext,
): Promise<Result<SelfMember, DeskFailure>> {
  if (state.papersSaid === journalId) return succeed(state);
  const entries = await readEntries(context);
  if (!entries.ok) return entries;
  const deeds = papersToSay(entries.value);
  const said = deeds.length === 0 ? succeed(undefined) : await say(deeds, context);
  return said.ok ? succeed({ ...state, papersSaid: journalId }) : said;
}
