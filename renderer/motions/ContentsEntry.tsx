// One motion in the contents of a conference: number, title, who submitted it, what is marked on it, what became of it.

import { hrefOf } from '../app/routes';
import type { MotionSummary } from '../storage/questions';
import { counted } from '../ui/time-words';
import { DecisionBadge } from './DecisionBadge';
import styles from './papers-page.module.css';

/** An item of the contents. */
export function ContentsEntry({ motion }: { readonly motion: MotionSummary }) {
  const { number, title, submittedBy, amendmentCount, noteCount, ownAmendmentCount, decision } = motion;
  const facts = [
    submittedBy.join(', '),
    amendmentCount > 0 ? counted(amendmentCount, 'amendment') : '',
    ownAmendmentCount > 0 ? counted(ownAmendmentCount, 'amendment of my own', 'amendments of my own') : '',
    noteCount > 0 ? counted(noteCount, 'note') : '',
  ];
  return (
    <div className={styles['entry']}>
      <span className={styles['number']}>{number}</span>
      <a href={hrefOf({ kind: 'motion', motion: motion.id })} className={styles['link']}>
        {title === '' ? 'Without a title' : title}
      </a>
      <span className={styles['facts']}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      {decision !== undefined && (
        <span className={styles['decision']}>
          <DecisionBadge decision={decision} isBare />
        </span>
      )}
    </div>
  );
}
