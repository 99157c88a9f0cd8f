// One clause: its number in the margin, its printed marker, its text, and what is noted on it.

import { StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { classNames } from '../ui/class-names';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { counted } from '../ui/time-words';
import { indentOf } from './clause-indent';
import styles from './clauses.module.css';

type ClauseRowProps = {
  readonly clause: Clause;
  /** Counted from 1 through the whole text; shown in the margin, never printed in the paper. */
  readonly position: number;
  readonly noteCount: number;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  readonly onCurrent: (clause: ClauseId) => void;
  readonly onWriteNote: () => void;
  /** Whether the note would be about words selected in it. */
  readonly isOnWords: boolean;
  readonly children: ReactNode;
};

/** A clause that can be focused; pointing at it or focusing it makes it the current one. */
export function ClauseRow(props: ClauseRowProps) {
  const { clause, position, noteCount, isCurrent, isStop, onCurrent, onWriteNote, isOnWords, children } = props;
  return (
    <li
      data-clause={clause.id}
      tabIndex={isStop ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      className={classNames(styles['clause'], styles[clause.kind], noteCount > 0 && styles['noted'])}
      onFocus={() => onCurrent(clause.id)}
      onClick={() => onCurrent(clause.id)}
    >
      <span className={styles['position']}>
        <span className="visually-hidden">Clause </span>
        {position}
      </span>
      <div className={styles['text']} style={{ paddingInlineStart: `${indentOf(clause)}em` }}>
        {clause.number !== undefined && <span className={styles['marker']}>{clause.number} </span>}
        <span data-words={clause.id}>{children}</span>
        {noteCount > 0 && (
          <span className={styles['noteMark']}>
            <StickyNote role="img" aria-label={counted(noteCount, 'note')} size={14} />
          </span>
        )}
      </div>
      {isCurrent && (
        <button
          type="button"
          className={styles['write']}
          aria-keyshortcuts={shortcuts.note.keys}
          // The words that are selected stay selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onWriteNote}
        >
          <StickyNote aria-hidden size={13} /> Note
          {isOnWords ? <> on these words</> : <span className="visually-hidden"> on this clause</span>}{' '}
          <KeyHint keys={shortcuts.note.keys} />
        </button>
      )}
    </li>
  );
}
