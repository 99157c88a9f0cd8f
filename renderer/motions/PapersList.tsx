// The list on the left: motions and briefings in agenda order, thousands of them if need be. One stop for Tab; arrow
// keys, Home and End move within.

import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../ui/class-names';
import { revealRow, useRowsInSight } from '../ui/use-rows-in-sight';
import type { PaperRow } from './paper-rows';
import { PaperRowLink } from './PaperRowLink';
import styles from './papers-list.module.css';

type PapersListProps = {
  readonly rows: readonly PaperRow[];
  /** The `href` of the paper on the page. */
  readonly current: string;
};

const rowHeight = 34;
const drawAllUpTo = 300;

/** The list, scrolling in the room it is given. */
export function PapersList({ rows, current }: PapersListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useRowsInSight(scroller, { count: rows.length, rowHeight, drawAllUpTo });
  const currentIndex = rows.findIndex((row) => 'href' in row && row.href === current);
  const [reached, setReached] = useState<{ readonly index: number; readonly current: string }>();
  const firstPaper = currentIndex >= 0 ? currentIndex : rows.findIndex(isPaper);
  const stop = reached?.current === current ? reached.index : firstPaper;

  useEffect(() => {
    if (currentIndex >= 0) revealRow(scroller.current, currentIndex, rowHeight);
  }, [currentIndex]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(rows, stop, event.key);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setReached({ index: next, current });
    revealRow(scroller.current, next, rowHeight);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };

  return (
    <div ref={scroller} className={styles['scroller']}>
      <div style={{ height: rows.length * rowHeight }} className={styles['room']} onKeyDown={onKeyDown} role="list">
        {rows.slice(from, to).map((row, offset) => {
          const index = from + offset;
          const place = { height: rowHeight, transform: `translateY(${index * rowHeight}px)` };
          return row.kind === 'heading' ? (
            <div key={row.key} role="listitem" className={styles['place']} style={place}>
              <h2
                className={styles['heading']}
                title={row.time === undefined ? row.words : `${row.words}, ${row.time}`}
              >
                <span className={styles['words']}>{row.words}</span>{' '}
                <span className={styles['aside']}>{row.time ?? row.count.toLocaleString('en-GB')}</span>
              </h2>
            </div>
          ) : row.kind === 'line' ? (
            <div
              key={row.key}
              role="listitem"
              className={classNames(styles['place'], styles['line'])}
              style={place}
              title={row.words}
            >
              {row.words}
            </div>
          ) : (
            <div
              key={row.key}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles['place']}
              style={place}
            >
              <PaperRowLink row={row} index={index} isCurrent={index === currentIndex} isStop={index === stop} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function isPaper(row: PaperRow): boolean {
  return 'href' in row;
}

/** Where a key leads from row `index`, over headings and lines; undefined for other keys and at the ends. */
function nextIndex(rows: readonly PaperRow[], index: number, key: string): number | undefined {
  const found = ((): number => {
    switch (key) {
      case 'ArrowDown':
        return rows.findIndex((row, at) => at > index && isPaper(row));
      case 'ArrowUp':
        return rows.findLastIndex((row, at) => at < index && isPaper(row));
      case 'Home':
        return rows.findIndex(isPaper);
      case 'End':
        return rows.findLastIndex(isPaper);
      default:
        return -1;
    }
  })();
  return found < 0 ? undefined : found;
}
