// A motion's text with the ticked amendments in it: changes marked, or as it would read.

import { useEffect, useRef } from 'react';
import type { TrackedClause, TrackedRun, TrackedText } from '../../shared/amendment/tracked-runs';
import { remains } from '../amendments/what-if';
import { classNames } from '../ui/class-names';
import { MarkedText } from '../ui/MarkedText';
import { indentOf } from './clause-indent';
import styles from './clauses.module.css';

type AmendedTextProps = {
  readonly text: TrackedText;
  readonly view: 'marked' | 'amended';
  /** Clauses that the amendment pointed at changes. */
  readonly lit: ReadonlySet<string>;
};

/** The clauses, numbers renewed. What is pointed at in the margin is brought into sight. */
export function AmendedText({ text, view, lit }: AmendedTextProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (lit.size > 0) list.current?.querySelector('[data-lit="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  const isMarked = view === 'marked';
  const clauses = isMarked ? text.clauses : text.clauses.filter(remains);
  const marks = isMarked ? marginMarks(clauses) : clauses.map((_, index) => String(index + 1));
  return (
    <ol ref={list} className={styles['clauses']}>
      {clauses.map((tracked, index) => (
        <li
          key={`${tracked.clause.id} ${tracked.state}`}
          data-clause={tracked.clause.id}
          data-lit={lit.has(tracked.clause.id)}
          className={classNames(styles['clause'], styles[tracked.clause.kind])}
        >
          <span className={styles['position']}>{marks[index]}</span>
          <div className={styles['text']} style={{ paddingInlineStart: `${indentOf(tracked.clause)}em` }}>
            {tracked.number !== undefined && <span className={styles['marker']}>{tracked.number} </span>}
            {isMarked ? <MarkedText runs={tracked.runs} /> : wordsOf(tracked.runs)}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** In the margin: the number of a clause of the base text; `new` for an added one, `to` for one moved here. */
function marginMarks(clauses: readonly TrackedClause[]): readonly string[] {
  let position = 0;
  return clauses.map(({ state }) => {
    if (state === 'added') return 'new';
    if (state === 'moved') return 'to';
    position += 1;
    return String(position);
  });
}

function wordsOf(runs: readonly TrackedRun[]): string {
  return runs.map((run) => (run.kind === 'deleted' ? '' : run.text)).join('');
}
