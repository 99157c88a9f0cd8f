// The official papers of a conference as the footer names them: their version, and the words of their head, which are
// the same on the screen in the hall.

import { checkWords, headWordCount } from '../../shared/bundle/check-words';
import { fromHex } from '../../shared/bundle/hex';
import { findTrusted } from '../storage/official-questions';
import type { Store } from '../storage/store';

export type OfficialWords = { readonly version: number; readonly words: string };

/** Null where nothing signed has been used yet. */
export async function findOfficialWords(store: Store, conferenceId: string): Promise<OfficialWords | null> {
  const trusted = await findTrusted(store, conferenceId);
  if (trusted?.head === undefined) return null;
  const { version, sha256 } = trusted.head;
  return { version, words: checkWords(fromHex(sha256), headWordCount) };
}
