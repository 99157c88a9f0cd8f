// The clauses of two texts in one, those that differ ready for the focus.

import type { RefObject } from 'react';
import { MarkedText } from '../ui/MarkedText';
import { classNames } from '../ui/class-names';
import { indentOf } from './clause-indent';
import styles from './clauses.module.css';
import type { Comparison } from './compare-texts';

type ComparedClausesProps = {
  readonly compared: Comparison;
  readonly list: RefObject<HTMLOListElement | null>;
};

/** A clause that moved stands where it was and where it is. */
export function ComparedClauses({ compared, list }: ComparedClausesProps) {
  const { text, changes, isRetitled } = compared;
  const changed = new Set(changes);
  return (
    <ol ref={list} className={styles['clauses']}>
      {isRetitled && (
        <li data-change tabIndex={-1} className={styles['clause']}>
          <span className={styles['position']}>title</span>
          <MarkedText runs={text.title} />
        </li>
      )}
      {text.clauses.map(({ clause, state, number, runs }, index) => (
        <li
          key={`${clause.id} ${state}`}
          {...(changed.has(index) ? { 'data-change': true, tabIndex: -1 } : {})}
          className={classNames(styles['clause'], styles[clause.kind])}
        >
          <span className={styles['position']}>{words[state]}</span>
          <div className={styles['text']} style={{ paddingInlineStart: `${indentOf(clause)}em` }}>
            {number !== undefined && <span className={styles['marker']}>{number} </span>}
            <MarkedText runs={runs} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** In the margin, beside what stands there as a whole. */
const words = { kept: '', added: 'new', deleted: 'gone', moved: 'to', 'moved-away': 'from' } as const;
