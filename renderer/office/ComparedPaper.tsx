// The changed clauses of one paper, marked against what is published.

import { useQuestion } from '../storage/StoreContext';
import type { ConferenceId } from '../../shared/ids';
import type { TrackedClause } from '../../shared/amendment/tracked-runs';
import { MarkedText } from '../ui/MarkedText';
import { counted } from '../ui/time-words';
import { comparePaper } from './compare-paper';
import type { ListedPaper } from './office-messages';
import styles from './office.module.css';

type ComparedPaperProps = { readonly conference: ConferenceId; readonly paper: ListedPaper };

export function ComparedPaper({ conference, paper }: ComparedPaperProps) {
  const { record, change, title } = paper;
  const text = useQuestion((store) => comparePaper(store, conference, paper), [conference, record, change, title]);
  if (text === undefined) return null;
  if (text === null) return <p className={styles['soft']}>There is nothing to compare.</p>;
  const changed = text.clauses.filter(isChanged);
  const same = text.clauses.length - changed.length;
  return (
    <div className={styles['compared']}>
      {text.title.some(({ kind }) => kind !== 'kept') && (
        <p>
          <strong>
            <MarkedText runs={text.title} />
          </strong>
        </p>
      )}
      {changed.map(({ clause, state, number, runs }) => (
        <p key={`${clause.id} ${state}`}>
          {number !== undefined && <span>{number} </span>}
          <MarkedText runs={runs} />
        </p>
      ))}
      {same > 0 && <p className={styles['soft']}>{counted(same, 'clause')} as before.</p>}
    </div>
  );
}

function isChanged({ state, runs }: TrackedClause): boolean {
  return state !== 'kept' || runs.some(({ kind }) => kind !== 'kept');
}
