// Choosing what was decided: a letter and Enter, or the pointer. Escape leaves all as it was.

import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { decisionWords } from '../../shared/motion/decision';
import type { Decision, DecisionKey } from '../../shared/motion/decision';
import { Button } from '../ui/Button';
import { KeyHint } from '../ui/KeyHint';
import { RadioChoices } from '../ui/RadioChoices';
import { TextField } from '../ui/TextField';
import { decisionLetters } from './decision-keys';
import styles from './decision-card.module.css';

type DecisionFormProps = {
  readonly decision: Decision | undefined;
  readonly onRecord: (decision: Decision) => void;
  readonly onCancel: () => void;
};

const choices = decisionLetters.map(({ letter, key }) => ({
  value: key,
  words: (
    <span className={styles['choice']}>
      {decisionWords[key]} <KeyHint keys={letter} isLocal />
    </span>
  ),
}));

/** The form; `onRecord` hears of the choice once. */
export function DecisionForm({ decision, onRecord, onCancel }: DecisionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState<DecisionKey | undefined>(decision?.key);
  const [reason, setReason] = useState(decision?.reason ?? '');
  useEffect(() => {
    const chosen = key === undefined ? 'input' : `input[value="${key}"]`;
    form.current?.querySelector<HTMLElement>(chosen)?.focus();
  }, [key]);

  const record = (): void => {
    const words = reason.trim();
    if (key !== undefined) onRecord({ key, ...(words === '' ? {} : { reason: words }) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isInText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const lettered = decisionLetters.find(({ letter }) => letter === event.key.toLowerCase());
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) record();
    else if (lettered !== undefined && !isInText && !event.ctrlKey && !event.metaKey && !event.altKey) {
      setKey(lettered.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      ref={form}
      className={styles['form']}
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <RadioChoices label="Conference decided" value={key} choices={choices} onChange={setKey} />
      <TextField label="Why, or what to (if it matters)" value={reason} onChange={setReason} />
      <div className={styles['buttons']}>
        <Button look="primary" isDisabled={key === undefined} onPress={record}>
          Record
        </Button>
        <Button onPress={onCancel}>Leave as it was</Button>
      </div>
    </form>
  );
}
