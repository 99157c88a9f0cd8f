// The text of a paper as numbered clauses. One stop for Tab; j and k, or the arrow keys on a clause, move between them.

import type { KeyboardEvent } from 'react';
import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { Noted } from '../notes/noted-clauses';
import { NotedWords } from '../notes/NotedWords';
import { useShortcut } from '../ui/shortcuts';
import { ClauseRow } from './ClauseRow';
import styles from './clauses.module.css';

type ClauseListProps = {
  readonly clauses: readonly Clause[];
  /** What of the text is noted on. */
  readonly noted: Noted;
  /** The clause the delegate is at. */
  readonly current: ClauseId | undefined;
  readonly onCurrent: (clause: ClauseId) => void;
  /** Offered on the current clause. */
  readonly onWriteNote: () => void;
  /** Whether words of the current clause are selected, and a note would be about them. */
  readonly isOnWords: boolean;
};

/** An ordered list of clauses that the keyboard walks through. */
export function ClauseList(props: ClauseListProps) {
  const { clauses, noted, current, onCurrent, onWriteNote, isOnWords } = props;
  const index = clauses.findIndex((clause) => clause.id === current);

  const moveTo = (next: number): void => {
    const clause = clauses[Math.min(Math.max(next, 0), clauses.length - 1)];
    if (clause !== undefined) document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(clause.id)}"]`)?.focus();
  };
  useShortcut('nextClause', () => moveTo(index + 1));
  useShortcut('previousClause', () => moveTo(index - 1));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLLIElement)) return;
    if (event.key === 'ArrowDown') moveTo(index + 1);
    else if (event.key === 'ArrowUp') moveTo(index - 1);
    else return;
    event.preventDefault();
  };

  return (
    <ol className={styles['clauses']} onKeyDown={onKeyDown}>
      {clauses.map((clause, at) => (
        <ClauseRow
          key={clause.id}
          clause={clause}
          position={at + 1}
          noteCount={noted.counts.get(clause.id) ?? 0}
          isCurrent={clause.id === current}
          isStop={index < 0 ? at === 0 : at === index}
          onCurrent={onCurrent}
          onWriteNote={onWriteNote}
          isOnWords={isOnWords}
        >
          <NotedWords text={clause.text} ranges={noted.ranges.get(clause.id) ?? []} />
        </ClauseRow>
      ))}
    </ol>
  );
}
