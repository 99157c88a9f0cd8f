// What the delegate is told after an opening that had to put something right.

import type { OpenedStore } from '../storage/store';
import { counted } from '../ui/time-words';

/** Sentences for what was found while opening; none when all was as it should be. S25 of FORMAT.md is the first. */
export function recoveryWords(opened: Pick<OpenedStore, 'recovered' | 'unread' | 'lostOfficial'>): readonly string[] {
  const { recovered, unread, lostOfficial } = opened;
  const words = [];
  if (recovered.kind === 'rebuilt' && recovered.because !== 'other-version') {
    const what = recovered.because === 'damaged' ? 'was damaged and has been rebuilt' : 'has been rebuilt';
    const rescued =
      recovered.rescued === 0
        ? ''
        : ` ${counted(recovered.rescued, 'thing', 'things')} that only it still held went back into the journal.`;
    words.push(`Your local database ${what} from the journal.${rescued} ${journalWords(recovered.damaged)}`);
  }
  if (lostOfficial.length > 0) {
    words.push('The papers of the conference office are not on this computer any more. They will be fetched again.');
  }
  if (unread > 0) {
    words.push(
      `${counted(unread, 'entry', 'entries')} of your journal need a newer version of Rostrum. They are kept.`,
    );
  }
  return words;
}

/** What was lost of the journal itself may be nowhere else: then nobody may say that nothing was. */
function journalWords(damaged: number | undefined): string {
  if (damaged === undefined) return 'Nothing you wrote was lost.';
  const places = damaged === 1 ? '1 place of the journal is' : `${damaged} places of the journal are`;
  return `${places} damaged or missing. What your other computers have comes back by itself.`;
}
