// One paper before it is kept, or being put right afterwards: the source on the left, what was understood on the right,
// tied line by line.

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { takeBackLine } from '../../shared/import/correct-paper';
import type { LineRange, ReadPaper } from '../../shared/import/paper';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { counted } from '../ui/time-words';
import styles from './import.module.css';
import type { KindChoice } from './read-arrivals';
import { SourceColumn } from './SourceColumn';
import { isClaused, UnderstoodColumn } from './UnderstoodColumn';
import { warningWords } from './warning-words';

type PaperPreviewProps = {
  readonly paper: ReadPaper;
  /** The lines of the source that are the paper's; all of them unless given. */
  readonly lines?: LineRange;
  /** The heads of the two columns. */
  readonly heads?: { readonly source: string; readonly understood: string };
  readonly onCorrect: (correct: (paper: ReadPaper) => ReadPaper) => void;
  /** Reads the whole file as something else; absent where there is no file to read again. */
  readonly onKind?: (kind: KindChoice) => void;
  /** Absent while nothing has been corrected. */
  readonly onUndo?: () => void;
};

const usualHeads = { source: 'As it came', understood: 'As understood' };

export function PaperPreview({ paper, lines, heads = usualHeads, onCorrect, onKind, onUndo }: PaperPreviewProps) {
  const [lit, setLit] = useState<LineRange>();
  const takeBack = (line: number): void =>
    onCorrect((before) => (isClaused(before) ? takeBackLine(before, line) : before));
  return (
    <>
      {paper.warnings.map((warning) => (
        <Notice key={warningWords(warning)} kind="warning">
          {warningWords(warning)}
        </Notice>
      ))}
      <div className={styles['columns']} onPointerLeave={() => setLit(undefined)}>
        <section aria-label="The paper as it came">
          <h2 className={styles['columnHead']}>
            {heads.source} <span>{counted(paper.dropped.length, 'line')} left out</span>
          </h2>
          <SourceColumn
            paper={paper}
            lines={lines ?? { from: 0, to: paper.source.length }}
            lit={lit}
            onLight={setLit}
            {...(isClaused(paper) ? { onTakeBack: takeBack } : {})}
          />
        </section>
        <section aria-label="The paper as understood">
          <h2 className={styles['columnHead']}>
            {heads.understood}
            <Button
              look="quiet"
              icon={<Undo2 aria-hidden size={16} />}
              isDisabled={onUndo === undefined}
              onPress={() => onUndo?.()}
            >
              Undo
            </Button>
          </h2>
          <UnderstoodColumn
            paper={paper}
            lit={lit}
            onLight={setLit}
            onCorrect={onCorrect}
            {...(onKind === undefined ? {} : { onKind })}
          />
        </section>
      </div>
    </>
  );
}
