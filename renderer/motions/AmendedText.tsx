// A motion's text with the ticked amendments in it: changes marked, or as it would read.

import { useEffect, useMemo, useRef } from 'react';
import type { TrackedText } from '../../shared/amendment/tracked-runs';
import { amendmentId } from '../../shared/ids';
import type { AmendmentId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { clausesByAmendment } from '../amendments/clauses-by-amendment';
import type { NamedClause, NamedRun } from '../amendments/clauses-by-amendment';
import { wordsOf } from '../amendments/substantive-words';
import type { WhatIf } from '../amendments/use-what-if';
import { clausesChangedBy, remains } from '../amendments/what-if';
import { classNames } from '../ui/class-names';
import { MarkedText } from '../ui/MarkedText';
import { indentOf } from './clause-indent';
import styles from './clauses.module.css';
import { leftOutWords } from './decided-parts';

type AmendedTextProps = {
  readonly text: TrackedText;
  readonly view: 'marked' | 'amended';
  /** The clauses as printed. */
  readonly printed: readonly Clause[];
  readonly whatIf: WhatIf;
  readonly nameOf: (id: AmendmentId) => string;
};

/** The clauses, numbers renewed. What is pointed at in the margin is brought into sight, and the other way round. */
export function AmendedText({ text, view, printed, whatIf, nameOf }: AmendedTextProps) {
  const { tried, lit, pointed } = whatIf;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (lit !== undefined) list.current?.querySelector('[data-lit="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  const isMarked = view === 'marked';
  const litClauses = useMemo(() => (lit === undefined ? undefined : clausesChangedBy(tried, lit)), [tried, lit]);
  const named = useMemo(() => clausesByAmendment(text.clauses, tried.changes), [text, tried]);
  const isLeftOut = ({ clause, state }: NamedClause): boolean =>
    tried.leftOut.has(clause.id) && state !== 'deleted' && state !== 'moved-away';
  const clauses = isMarked ? named : named.filter((tracked) => remains(tracked) && !isLeftOut(tracked));
  const numbers = new Map(tried.amended.clauses.map(({ id, number }) => [id, number]));
  const marks = isMarked ? marginMarks(clauses) : clauses.map((_, index) => String(index + 1));
  const shown = pointed ?? lit;
  const drawn = (runs: readonly NamedRun[]) =>
    runs.map(({ kind, text: words, by }) =>
      by === undefined
        ? { kind, text: words }
        : { kind, text: words, by: { id: by, name: nameOf(by) }, isLit: by === shown },
    );
  return (
    <>
      {text.title.some((run) => run.kind !== 'kept') && (
        <p className={styles['newTitle']}>{isMarked ? <MarkedText runs={text.title} /> : wordsOf(text.title)}</p>
      )}
      <ol
        ref={list}
        className={styles['clauses']}
        onPointerOver={(event) => whatIf.point(amendmentUnder(event.target))}
        onPointerLeave={() => whatIf.point(undefined)}
      >
        {clauses.map((tracked, index) => (
          <li
            key={`${tracked.clause.id} ${tracked.state}`}
            data-clause={tracked.clause.id}
            data-lit={litClauses?.has(tracked.clause.id) === true}
            className={classNames(styles['clause'], styles[tracked.clause.kind])}
          >
            <span className={styles['position']}>{marks[index]}</span>
            <div className={styles['text']} style={{ paddingInlineStart: `${indentOf(tracked.clause)}em` }}>
              <Marker number={isMarked ? tracked.number : numbers.get(tracked.clause.id)} />
              {isMarked ? (
                <MarkedText runs={drawn(isLeftOut(tracked) ? struck(tracked.runs) : tracked.runs)} />
              ) : (
                wordsOf(tracked.runs)
              )}
              {isMarked && isLeftOut(tracked) && (
                <p className={styles['leftOut']}>
                  {leftOutWords(tracked.clause.id, whatIf.parts, {
                    amended: text.clauses.filter(remains).map(({ clause }) => clause),
                    printed,
                  })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Marker({ number }: { readonly number: string | undefined }) {
  return number === undefined ? null : <span className={styles['marker']}>{number} </span>;
}

/** What would stand here, taken out whole. */
function struck(runs: readonly NamedRun[]): readonly NamedRun[] {
  return [{ kind: 'deleted', text: wordsOf(runs) }];
}

/** Whose change the pointer is on. */
function amendmentUnder(target: EventTarget): AmendmentId | undefined {
  const id = target instanceof Element ? target.closest<HTMLElement>('[data-by]')?.dataset['by'] : undefined;
  return id === undefined ? undefined : amendmentId(id);
}

/** In the margin: the number of a clause of the base text; `new` for an added one, `to` for one moved here. */
function marginMarks(clauses: readonly NamedClause[]): readonly string[] {
  let position = 0;
  return clauses.map(({ state }) => {
    if (state === 'added') return 'new';
    if (state === 'moved') return 'to';
    position += 1;
    return String(position);
  });
}
