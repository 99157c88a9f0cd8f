// The consequence rules printed with the papers that are about this motion or its amendments: what falls, and why.

import { TriangleAlert } from 'lucide-react';
import type { Amendment } from '../../shared/amendment/amendment';
import { isSameNumber } from '../../shared/motion/consequence';
import type { Motion } from '../../shared/motion/motion';
import type { HallRecord } from '../storage/hall-record';
import { consequenceLines } from './consequence-lines';
import styles from './decision-card.module.css';

type ConsequenceListProps = {
  readonly motion: Motion;
  readonly amendments: readonly Amendment[];
  readonly hall: HallRecord | undefined;
};

/** Nothing where no rule is about it. What falls by what was decided already stands out. */
export function ConsequenceList({ motion, amendments, hall }: ConsequenceListProps) {
  if (hall === undefined || hall.rules.length === 0) return null;
  const numbers = [motion.number, ...amendments.map(({ number }) => number)].filter((one) => one !== undefined);
  const lines = consequenceLines(hall).filter(({ about }) =>
    about.some((number) => numbers.some((here) => isSameNumber(here, number))),
  );
  if (lines.length === 0) return null;
  return (
    <section className={styles['rules']} aria-label="Consequences as printed with the papers">
      <h3 className={styles['rulesTitle']}>As printed with the papers</h3>
      <ul>
        {lines.map(({ printed, falls }) => (
          <li key={printed}>
            <p className={styles['rule']}>“{printed}”</p>
            {falls.map((words) => (
              <p key={words} className={styles['falls']}>
                <TriangleAlert aria-hidden size={14} /> {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
