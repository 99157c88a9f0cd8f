// What the go-to field has found, under it.

import { classNames } from '../ui/class-names';
import type { Target } from './go-to';
import styles from './go-to-field.module.css';

type GoToAnswersProps = {
  /** The field's id: the list and its options are named after it. */
  readonly id: string;
  readonly query: string;
  readonly answers: readonly Target[];
  readonly active: Target | undefined;
  readonly isShown: boolean;
  /** Whether no more answers can come. */
  readonly isComplete: boolean;
  readonly onGo: (target: Target) => void;
};

/** The listbox of the combobox; always in the page, since the field refers to it. */
export function GoToAnswers({ id, query, answers, active, isShown, isComplete, onGo }: GoToAnswersProps) {
  return (
    <div className={classNames(styles['popover'], !isShown && styles['closed'])}>
      <ul id={`${id}-answers`} role="listbox" aria-label="Papers found" className={styles['answers']}>
        {isShown &&
          answers.map((answer) => (
            <li
              key={answer.key}
              id={`${id}-${answer.key}`}
              role="option"
              aria-selected={answer === active}
              className={styles['answer']}
              onPointerDown={(event) => {
                event.preventDefault();
                onGo(answer);
              }}
            >
              <span className={styles['number']}>{answer.number ?? ''}</span>
              <span className={styles['title']}>{answer.title}</span>
            </li>
          ))}
      </ul>
      {isShown && isComplete && answers.length === 0 && (
        <p role="status" className={styles['none']}>
          No paper here is called “{query.trim()}”.
        </p>
      )}
    </div>
  );
}
