// The paper as it came, line by line: what was used is plain, what was left out is grey and one press from return.

import { Undo2 } from 'lucide-react';
import type { LineRange, ReadPaper } from '../../shared/import/paper';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import styles from './import.module.css';
import { lineFates } from './reading-lines';

type SourceColumnProps = {
  readonly paper: ReadPaper;
  /** Those of the source that are shown. */
  readonly lines: LineRange;
  /** The lines of whatever is pointed at on either side. */
  readonly lit: LineRange | undefined;
  readonly onLight: (lines: LineRange | undefined) => void;
  /** Absent for papers whose lines cannot be taken back one by one. */
  readonly onTakeBack?: (line: number) => void;
};

export function SourceColumn({ paper, lines: shown, lit, onLight, onTakeBack }: SourceColumnProps) {
  const lines = lineFates(paper)
    .map((fate, line) => ({ line, kind: fate.kind, text: paper.source[line] ?? '' }))
    .slice(shown.from, shown.to);
  return (
    <ol className={styles['source']}>
      {lines.map(({ text, line, kind }) => {
        const isLit = lit !== undefined && lit.from <= line && line < lit.to;
        return (
          <li
            key={line}
            data-fate={kind}
            className={classNames(styles['line'], isLit && styles['lit'])}
            onPointerEnter={() => onLight(kind === 'blank' ? undefined : { from: line, to: line + 1 })}
          >
            <span aria-hidden className={styles['lineNumber']}>
              {line + 1}
            </span>
            <span>{text}</span>
            {kind === 'dropped' && (
              <>
                <span className="visually-hidden"> (left out)</span>
                {onTakeBack !== undefined && (
                  <Button look="quiet" icon={<Undo2 aria-hidden size={16} />} onPress={() => onTakeBack(line)}>
                    Take back
                  </Button>
                )}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
