// One row of a list of decisions, and the paper here that it is about.

import { CircleHelp } from 'lucide-react';
import { decisionWords } from '../../shared/motion/decision';
import { hrefOf } from '../app/routes';
import { Badge } from '../ui/Badge';
import styles from './decisions.module.css';
import type { DecisionTarget, MatchedRow } from './match-decisions';

export function DecisionRowItem({ match }: { readonly match: MatchedRow }) {
  const { row, target, isKnown } = match;
  const { decision, position } = row;
  return (
    <li className={styles['row']}>
      <span className={styles['number']}>{row.number}</span>
      <div className={styles['words']}>
        {target === undefined ? (
          <>
            <span className={styles['title']}>{row.title}</span>
            <span className={styles['missing']}>
              <CircleHelp aria-hidden size={14} /> No paper here has this number and title.
            </span>
          </>
        ) : (
          <>
            <a className={styles['title']} href={hrefOf({ kind: 'motion', motion: target.motion.id })}>
              {targetName(target)}
            </a>
            {isCalledOtherwise(row.title, target) && <span className={styles['known']}>On the list: {row.title}</span>}
          </>
        )}
      </div>
      <div className={styles['said']}>
        {decision !== undefined && <Badge>{decision.asPrinted ?? decisionWords[decision.key]}</Badge>}
        {position !== undefined && <span>{position}</span>}
        {isKnown && <span className={styles['known']}>As you have it</span>}
      </div>
    </li>
  );
}

function targetName(target: DecisionTarget): string {
  const { number, text } = target.motion;
  const title = text.title === '' ? `Motion ${number ?? ''}` : text.title;
  return target.kind === 'motion' ? title : `Amendment ${target.amendment.number ?? ''} to ${title}`;
}

/** Whether the list has another title for it than the paper. */
function isCalledOtherwise(title: string | undefined, { kind, motion }: DecisionTarget): boolean {
  return kind === 'motion' && title !== undefined && title.toLowerCase() !== motion.text.title.toLowerCase();
}
