// The words of an office that is met for the first time, to be compared with the credential card: by eye, or by typing
// what the card says.

import { useState } from 'react';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { differingWord } from './differing-word';
import styles from './sync.module.css';

type CompareWordsProps = { readonly words: string; readonly onCompared: (isOther: boolean) => void };

export function CompareWords({ words, onCompared }: CompareWordsProps) {
  const [typed, setTyped] = useState('');
  const differing = differingWord(words, typed);
  return (
    <div className={styles['compareWords']}>
      <Notice kind="warning">
        This is the first time you meet this office. Compare these words with your credential card or the screen in the
        hall: <strong className={styles['words']}>{words}</strong>
      </Notice>
      <TextField
        label="Or type the words of your card here"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          onCompared(differingWord(words, text).kind === 'other');
        }}
        autoComplete="off"
        spellCheck="false"
        {...(differing.kind === 'other'
          ? {
              refusal: `Your card’s word ${differing.place} is “${differing.typed}”, this office’s is another. This is not the office of your card: do not use its papers.`,
            }
          : {})}
      />
      {differing.kind === 'same' && <Notice kind="done">These are the words of your card. This is your office.</Notice>}
    </div>
  );
}
