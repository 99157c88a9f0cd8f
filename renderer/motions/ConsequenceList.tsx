// The consequence rules printed with the papers that are about this motion or its amendments: what falls, and why.

import { TriangleAlert } from 'lucide-react';
import { isSameNumber } from '../../shared/motion/consequence';
import type { Motion } from '../../shared/motion/motion';
import { findHallRecord } from '../storage/hall-record';
import { listAmendments } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { consequenceLines } from './consequence-lines';
import styles from './decision-card.module.css';

/** Nothing where no rule is about it. What falls by what was decided already stands out. */
export function ConsequenceList({ motion }: { readonly motion: Motion }) {
  const hall = useQuestion((store) => findHallRecord(store, motion.conferenceId), [motion.conferenceId]);
  const amendments = useQuestion((store) => listAmendments(store, motion.id), [motion.id]);
  if (hall === undefined || amendments === undefined || hall.rules.length === 0) return null;
  const numbers = [motion.number, ...amendments.printed.map(({ number }) => number)].filter((one) => one !== undefined);
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
