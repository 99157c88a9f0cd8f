// The official papers of a conference as the footer names them: their version, and the words of their head, which are
// the same on the screen in the hall.

import { checkWords, headWordCount } from '../../shared/bundle/check-words';
import { fromHex } from '../../shared/bundle/hex';
import { findApplied, findTrusted } from '../storage/official-questions';
import { findConference } from '../storage/questions';
import type { Store } from '../storage/store';

export type OfficialWords = {
  readonly version: number;
  readonly words: string;
  /** When these papers were taken over here, epoch milliseconds. */
  readonly appliedAt?: number;
  /** Whether the delegate knows from elsewhere that this office is the right one. */
  readonly isOfficeKnown: boolean;
};

/** Null where nothing signed has been used yet. */
export async function findOfficialWords(store: Store, conferenceId: string): Promise<OfficialWords | null> {
  const trusted = await findTrusted(store, conferenceId);
  if (trusted?.head === undefined) return null;
  const { version, sha256 } = trusted.head;
  const appliedAt = (await findApplied(store, conferenceId))?.appliedAt;
  const words = checkWords(fromHex(sha256), headWordCount);
  const isOfficeKnown = (await findConference(store, conferenceId))?.isOfficeKnown === true;
  return { version, words, isOfficeKnown, ...(appliedAt === undefined ? {} : { appliedAt }) };
}
