// What was made of the paper: its fields, and its clauses one below the other, or an amendment's words.

import {
  changeClauseDepth,
  changeClauseKind,
  changeClauseText,
  dropClause,
  joinWithNext,
  moveClause,
  splitClause,
} from '../../shared/import/correct-paper';
import type { ClausedPaper } from '../../shared/import/correct-paper';
import type { LineRange, ReadPaper } from '../../shared/import/paper';
import { TextField } from '../ui/TextField';
import { ClauseRow } from './ClauseRow';
import type { ClauseCorrections } from './ClauseRow';
import { isMotionPaper, withInstruction } from './correct-fields';
import { FieldsForm } from './FieldsForm';
import styles from './import.module.css';
import type { KindChoice } from './read-arrivals';

type Correct = (correct: (paper: ReadPaper) => ReadPaper) => void;

type UnderstoodColumnProps = {
  readonly paper: ReadPaper;
  readonly lit: LineRange | undefined;
  readonly onLight: (lines: LineRange | undefined) => void;
  readonly onCorrect: Correct;
  readonly onKind?: (kind: KindChoice) => void;
};

export function UnderstoodColumn({ paper, lit, onLight, onCorrect, onKind }: UnderstoodColumnProps) {
  return (
    <div>
      <FieldsForm paper={paper} onCorrect={onCorrect} {...(onKind === undefined ? {} : { onKind })} />
      {isMotionPaper(paper) && paper.kind === 'amendment' && paper.clauses.length === 0 && (
        <div className={styles['instruction']}>
          <TextField
            label="What it says"
            isMultiline
            value={paper.instruction?.value ?? ''}
            onChange={(text) => onCorrect((before) => (isMotionPaper(before) ? withInstruction(before, text) : before))}
          />
        </div>
      )}
      {isClaused(paper) && paper.clauses.length > 0 && (
        <ol className={styles['clauses']} aria-label="Clauses as understood">
          {paper.clauses.map((clause, index) => (
            <ClauseRow
              key={`${clause.lines.from} ${paper.clauses.slice(0, index).filter((other) => other.lines.from === clause.lines.from).length}`}
              clause={clause}
              name={`Clause ${index + 1}`}
              isLit={lit !== undefined && lit.from < clause.lines.to && clause.lines.from < lit.to}
              onLight={() => onLight(clause.lines)}
              {...correctionsOf(index, onCorrect)}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Whether the paper's text is clauses; agendas hold papers and lists of decisions hold rows. */
export function isClaused(paper: ReadPaper): paper is ClausedPaper {
  return 'clauses' in paper;
}

function correctionsOf(index: number, onCorrect: Correct): ClauseCorrections {
  const correct = (change: (paper: ClausedPaper) => ClausedPaper): void =>
    onCorrect((paper) => (isClaused(paper) ? change(paper) : paper));
  return {
    onText: (text) => correct((paper) => changeClauseText(paper, index, text)),
    onKind: (kind) => correct((paper) => changeClauseKind(paper, index, kind)),
    onDepth: (by) => correct((paper) => changeClauseDepth(paper, index, by)),
    onSplit: (at) => correct((paper) => splitClause(paper, index, at)),
    onJoin: () => correct((paper) => joinWithNext(paper, index)),
    onMove: (by) => correct((paper) => moveClause(paper, index, by)),
    onDrop: () => correct((paper) => dropClause(paper, index)),
  };
}
