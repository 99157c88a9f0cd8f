// The changes that a new text left no room for: why, and the words that were written, to be used again by hand.

import type { TextVersion } from '../../shared/motion/motion';
import { lostWords } from './carry-draft';
import type { LostChange } from './carry-draft';
import styles from './draft.module.css';
import { keyedSentences } from './keyed-sentences';

type LostChangesProps = {
  readonly lost: readonly LostChange[];
  /** The text they were written on. */
  readonly base: TextVersion;
};

export function LostChanges({ lost, base }: LostChangesProps) {
  return (
    <ul className={styles['lost']}>
      {keyedSentences(lost.map((change) => lostWords(change, base))).map(({ key, sentence }, index) => (
        <li key={key}>
          {sentence}
          {lost[index]?.written !== '' && <> Your words: “{lost[index]?.written}”</>}
        </li>
      ))}
    </ul>
  );
}
