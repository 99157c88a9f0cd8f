// A motion that would read otherwise: one press shows how, with the changes marked in the clauses that differ.

import { useState } from 'react';
import type { TrackedText } from '../../shared/amendment/tracked-runs';
import type { MotionId } from '../../shared/ids';
import { Disclosure } from '../ui/Disclosure';
import { MarkedText } from '../ui/MarkedText';
import styles from './sync.module.css';
import type { Offer } from './verify-in-worker';

type ChangedTextProps = {
  /** `Motion 12, Mutuals and co-ops: changed`. */
  readonly words: string;
  readonly motion: MotionId;
  readonly compare: Offer['compare'];
};

export function ChangedText({ words, motion, compare }: ChangedTextProps) {
  const [text, setText] = useState<TrackedText | 'none'>();
  const ask = (): void => {
    if (text === undefined) void compare(motion).then((compared) => setText(compared ?? 'none'));
  };
  return (
    <Disclosure summary={words} onOpen={ask}>
      {text === 'none' && <p className={styles['facts']}>The earlier text is not here.</p>}
      {text !== undefined && text !== 'none' && (
        <ol className={styles['compared']} aria-label="What changes in the text">
          {text.title.some(({ kind }) => kind !== 'kept') && (
            <li className={styles['comparedTitle']}>
              <MarkedText runs={text.title} />
            </li>
          )}
          {text.clauses.map(({ clause, state, number, runs }) => (
            <li key={`${clause.id} ${state}`}>
              {number !== undefined && <span>{number} </span>}
              <MarkedText runs={runs} />
            </li>
          ))}
        </ol>
      )}
    </Disclosure>
  );
}
