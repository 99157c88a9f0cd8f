// What an update would change, to be read before it is made.

import type { TrackedClause } from '../../shared/amendment/tracked-runs';
import { MarkedText } from '../ui/MarkedText';
import { counted } from '../ui/time-words';
import type { ChangeOfPaper } from './change-between';
import styles from './held-copy.module.css';

/** Facts, then the clauses that change; the others are only counted. */
export function ChangePreview({ change }: { readonly change: ChangeOfPaper }) {
  const { facts, text } = change;
  const changed = text.clauses.filter(isChanged);
  const same = text.clauses.length - changed.length;
  return (
    <div className={styles['change']}>
      {facts.length > 0 && (
        <dl className={styles['facts']}>
          {facts.map(({ name, before, after }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <MarkedText runs={factRuns(before, after)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {text.title.some(({ kind }) => kind !== 'kept') && (
        <p className={styles['changedTitle']}>
          <MarkedText runs={text.title} />
        </p>
      )}
      {changed.length > 0 && (
        <ul className={styles['changedClauses']}>
          {changed.map((clause) => (
            <li key={`${clause.clause.id} ${clause.state}`}>
              {clause.number !== undefined && <span>{clause.number} </span>}
              <MarkedText runs={clause.runs} />
            </li>
          ))}
        </ul>
      )}
      {same > 0 && <p className={styles['soft']}>{counted(same, 'clause')} as before.</p>}
    </div>
  );
}

function isChanged({ state, runs }: TrackedClause): boolean {
  return state !== 'kept' || runs.some(({ kind }) => kind !== 'kept');
}

function factRuns(before: string, after: string) {
  return [
    { kind: 'deleted' as const, text: before },
    { kind: 'kept' as const, text: ' ' },
    { kind: 'inserted' as const, text: after },
  ].filter(({ text }) => text !== '');
}
