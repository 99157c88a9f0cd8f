// The words of an office that is not known yet, to be compared with the credential card: by eye, or by typing what the card
// says.

import { useState } from 'react';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { differingWord } from './differing-word';
import type { WordComparison } from './differing-word';
import styles from './sync.module.css';

type CompareWordsProps = {
  /** A sentence on why there is something to compare. */
  readonly opening: string;
  readonly words: string;
  readonly onCompared: (compared: WordComparison['kind']) => void;
};

export function CompareWords({ opening, words, onCompared }: CompareWordsProps) {
  const [typed, setTyped] = useState('');
  const [isSameByEye, setSameByEye] = useState(false);
  const differing = differingWord(words, typed);
  const isSame = differing.kind === 'same' || (isSameByEye && differing.kind !== 'other');
  return (
    <div className={styles['compareWords']}>
      <Notice kind="warning">
        {opening} Compare these words with your credential card or the screen in the hall:{' '}
        <strong className={styles['words']}>{words}</strong>
      </Notice>
      <TextField
        label="Or type the words of your card here"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setSameByEye(false);
          onCompared(differingWord(words, text).kind);
        }}
        autoComplete="off"
        spellCheck="false"
        {...(differing.kind === 'other'
          ? {
              refusal: `Your card’s word ${differing.place} is “${differing.typed}”, this office’s is another. This is not the office of your card: do not use its papers.`,
            }
          : {})}
      />
      {isSame && <Notice kind="done">These are the words of your card. This is your office.</Notice>}
      {!isSame && differing.kind !== 'other' && (
        <Button
          onPress={() => {
            setSameByEye(true);
            onCompared('same');
          }}
        >
          The words are the same
        </Button>
      )}
    </div>
  );
}
