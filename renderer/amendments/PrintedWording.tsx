// Printed wording into an edit: what was understood stands as marked changes in the text, what was not is asked.

import { useMemo, useState } from 'react';
import { applyOperations } from '../../shared/amendment/apply-operations';
import type { TextOperation } from '../../shared/amendment/operation';
import type { Span } from '../../shared/amendment/region';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/time-words';
import type { WrittenIn } from './amendment-words';
import styles from './printed-wording.module.css';
import { readPrinted } from './printed-reading';
import type { Answers } from './printed-reading';
import { ReadText } from './ReadText';
import { unresolvedWords } from './unresolved-words';
import { useSettled } from './use-settled';

type PrintedWordingProps = {
  readonly written: WrittenIn;
  /** The words to begin with: those of a printed amendment. */
  readonly printed: string;
  readonly onTake: (operations: readonly TextOperation[]) => void;
};

const noAnswers: Answers = new Map();

/** Nothing is taken into the draft until the delegate says so. */
export function PrintedWording({ written, printed, onTake }: PrintedWordingProps) {
  const { base, parent } = written;
  const [words, setWords] = useState(printed);
  const [answers, setAnswers] = useState(noAnswers);
  const settled = useSettled(words, 150);
  const { operations, open } = useMemo(
    () => readPrinted({ base, ...(parent === undefined ? {} : { parent }) }, settled, answers),
    [base, parent, settled, answers],
  );
  const fits = useMemo(() => applyOperations(base, operations).ok, [base, operations]);
  const asked = open.find(({ question }) => question.candidates.length > 0);
  const change = (next: string): void => {
    setWords(next);
    setAnswers(noAnswers);
  };
  const answer = (index: number, span: Span): void => setAnswers((before) => new Map(before).set(index, span));
  return (
    <div className={styles['printed']}>
      <TextField label="The amendment as printed" isMultiline value={words} onChange={change} autoFocus />
      <div role="status" className={styles['understood']}>
        {settled.trim() !== '' && (
          <p>
            {operations.length === 0
              ? 'Nothing of it is read as a change yet.'
              : `${counted(operations.length, 'change')} understood, marked in the text below.`}
          </p>
        )}
        <ul className={styles['questions']}>
          {open.map(({ index, question, isStuck }) => (
            <li key={index}>
              <p className={styles['instruction']}>{question.instruction}</p>
              <p className={styles['asked']}>
                {isStuck
                  ? 'Even so it is not certain what it means. Make the change by hand, in place.'
                  : unresolvedWords(question)}
              </p>
            </li>
          ))}
        </ul>
      </div>
      {operations.length > 0 && fits && (
        <div>
          <Button look="primary" onPress={() => onTake(operations)}>
            Take into the draft
          </Button>
        </div>
      )}
      <ReadText
        base={base}
        operations={operations}
        candidates={asked?.question.candidates ?? []}
        onChoose={(span) => {
          if (asked !== undefined) answer(asked.index, span);
        }}
      />
    </div>
  );
}
