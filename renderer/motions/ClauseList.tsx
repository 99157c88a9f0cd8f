// The text of a paper as numbered clauses. One stop for Tab; j and k, or the arrow keys up and down on a clause, move
// between them; left and right choose words of it, with Shift more or fewer of them.

import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { NoteTarget } from '../notes/note-frame';
import type { Noted } from '../notes/noted-clauses';
import { NotedWords } from '../notes/NotedWords';
import { selectedWords } from '../notes/use-selected-words';
import { selectInClause } from '../notes/select-in-clause';
import { chosenIn, rangeOf, stepped } from '../notes/word-range';
import type { WordStep } from '../notes/word-range';
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
  /** Words that are selected: a note would be about them. */
  readonly selected: NoteTarget | undefined;
};

/** An ordered list of clauses that the keyboard walks through. */
export function ClauseList(props: ClauseListProps) {
  const { clauses, noted, current, onCurrent, onWriteNote, selected } = props;
  const [told, tell] = useState('');
  const index = clauses.findIndex((clause) => clause.id === current);

  const moveTo = (next: number): void => {
    const clause = clauses[Math.min(Math.max(next, 0), clauses.length - 1)];
    if (clause !== undefined) document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(clause.id)}"]`)?.focus();
  };
  useShortcut('nextClause', () => moveTo(index + 1));
  useShortcut('previousClause', () => moveTo(index - 1));
  const chooseWords = (step: WordStep): void => {
    const clause = clauses[index];
    const element = document.querySelector(`[data-words="${CSS.escape(clause?.id ?? '')}"]`);
    if (clause === undefined || element === null) return;
    // Not what was drawn last: keys may come faster than that.
    const now = selectedWords();
    const range = now?.clause === clause.id ? now.words : undefined;
    const chosen = stepped(clause.text, chosenIn(clause.text, range), step);
    const next = chosen === undefined ? undefined : rangeOf(clause.text, chosen);
    if (next === undefined) return;
    selectInClause(element, next);
    tell(`Chosen: “${clause.text.slice(next.from, next.to)}”`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLLIElement)) return;
    if (event.key === 'ArrowRight') chooseWords(event.shiftKey ? 'more' : 'next');
    else if (event.key === 'ArrowLeft') chooseWords(event.shiftKey ? 'fewer' : 'previous');
    else if (event.key === 'Escape' && selected !== undefined) document.getSelection()?.removeAllRanges();
    else if (event.key === 'ArrowDown') moveTo(index + 1);
    else if (event.key === 'ArrowUp') moveTo(index - 1);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <p role="status" className="visually-hidden">
        {told}
      </p>
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
            isOnWords={selected !== undefined}
          >
            <NotedWords text={clause.text} ranges={noted.ranges.get(clause.id) ?? []} />
          </ClauseRow>
        ))}
      </ol>
    </>
  );
}
