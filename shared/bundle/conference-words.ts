// The words of a conference for its credential card: its id says which first root is meant, so they follow from the id.

import type { ConferenceId } from '../ids';
import { checkWords, conferenceWordCount } from './check-words';
import { hashBeginning } from './conference-id';

/** The six words that `rostrum keys create` prints for the conference with this id. */
export function conferenceWords(id: ConferenceId): string {
  return checkWords(hashBeginning(id), conferenceWordCount);
}
