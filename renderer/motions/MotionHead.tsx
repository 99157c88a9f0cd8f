// The head of a motion: number, who submitted it, mandate and decision, title, conference and date.

import { Flag } from 'lucide-react';
import { mandateWords } from '../../shared/motion/mandate';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { findDecision, findMandate, listTextVersions } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { Badge } from '../ui/Badge';
import { printedDay } from '../ui/time-words';
import { DecisionBadge } from './DecisionBadge';
import styles from './motion-head.module.css';
import { motionName } from './motion-name';

/** What was recorded in the hall stands before what the paper prints. */
export function MotionHead({ motion }: { readonly motion: Motion }) {
  const recorded = useQuestion((store) => findDecision(store, motion.id), [motion.id]);
  const mandate = useQuestion((store) => findMandate(store, motion.id), [motion.id]);
  const versions = useQuestion((store) => listTextVersions(store, motion.id), [motion.id]);
  const decision = recorded ?? motion.decision;
  return (
    <header className={styles['head']}>
      <p className={styles['line']}>
        <span className={styles['name']}>{motionName(motion)}</span>
        {motion.submittedBy.length > 0 && <span>Submitted by {listed(motion.submittedBy)}</span>}
        {mandate !== undefined && mandate !== null && (
          <Badge tone="accent" icon={<Flag aria-hidden />}>
            Branch mandate: {mandateWords[mandate.position].toLowerCase()}
          </Badge>
        )}
        {decision !== undefined && <DecisionBadge decision={decision} />}
      </p>
      <h1 className={styles['title']}>{motion.text.title === '' ? motionName(motion) : motion.text.title}</h1>
      {(versions?.length ?? 0) > 1 && (
        <p className={styles['line']}>
          <a href={hrefOf({ kind: 'versions', motion: motion.id })}>What changed since the last text</a>
        </p>
      )}
      {(motion.conference !== undefined || motion.date !== undefined) && (
        <p className={styles['line']}>
          {motion.conference !== undefined && <span>{motion.conference}</span>}
          {motion.date !== undefined && <span>Date on the page: {printedDay(motion.date)}</span>}
        </p>
      )}
    </header>
  );
}

/** `A`, `A and B`, `A, B and C`. */
function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}
