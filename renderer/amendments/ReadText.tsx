// The motion's text under a printed amendment: changes understood are marked, places in question can be pressed.

import type { ReactNode } from 'react';
import type { Span } from '../../shared/amendment/region';
import type { TextOperation } from '../../shared/amendment/operation';
import { trackedRuns } from '../../shared/amendment/tracked-runs';
import type { TrackedClause } from '../../shared/amendment/tracked-runs';
import type { TextVersion } from '../../shared/motion/motion';
import { MarkedText } from '../ui/MarkedText';
import styles from './printed-wording.module.css';

type ReadTextProps = {
  readonly base: TextVersion;
  readonly operations: readonly TextOperation[];
  /** Places of the base that one question is about. */
  readonly candidates: readonly Span[];
  readonly onChoose: (span: Span) => void;
};

/** A clause with places in question shows them on its printed words. */
export function ReadText({ base, operations, candidates, onChoose }: ReadTextProps) {
  const tracked = trackedRuns(base, operations);
  if (!tracked.ok) return null;
  const indexOf = new Map(base.clauses.map((clause, index) => [clause.id, index]));
  return (
    <ol className={styles['text']} aria-label="The text with what was understood">
      {tracked.value.map((clause) => {
        const index = isPrinted(clause) ? indexOf.get(clause.clause.id) : undefined;
        const here = candidates.filter((span) => span.clause === index);
        return (
          <li key={`${clause.clause.id} ${clause.state}`} data-depth={clause.clause.depth}>
            {clause.number !== undefined && <span className={styles['number']}>{clause.number} </span>}
            {here.length === 0 ? (
              <MarkedText runs={clause.runs} />
            ) : (
              withPlaces(clause.clause.text, here, (span) => (
                <button type="button" className={styles['place']} onClick={() => onChoose(span)}>
                  <span className="visually-hidden">
                    Place {candidates.indexOf(span) + 1} of {candidates.length}:{' '}
                  </span>
                  {clause.clause.text.slice(span.from, span.to)}
                </button>
              ))
            )}
          </li>
        );
      })}
    </ol>
  );
}

function isPrinted({ state }: TrackedClause): boolean {
  return state !== 'added' && state !== 'moved';
}

/** The text with each place drawn; of places that overlap, the first. */
function withPlaces(text: string, spans: readonly Span[], draw: (span: Span) => ReactNode): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const span of spans.toSorted((before, after) => before.from - after.from)) {
    if (span.from < at) continue;
    parts.push(<span key={`before ${span.from}`}>{text.slice(at, span.from)}</span>);
    parts.push(<span key={`place ${span.from}`}>{draw(span)}</span>);
    at = span.to;
  }
  parts.push(<span key="rest">{text.slice(at)}</span>);
  return parts;
}
