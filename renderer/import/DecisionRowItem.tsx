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
        <span className={styles['title']}>{row.title}</span>
        {target === undefined ? (
          <span className={styles['missing']}>
            <CircleHelp aria-hidden size={14} /> No paper here has this number and title.
          </span>
        ) : (
          <a href={hrefOf({ kind: 'motion', motion: target.motion.id })}>{targetName(target)}</a>
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
  const { motion } = target;
  const number = motion.number === undefined ? '' : `${motion.number} `;
  const name = `${number}${motion.text.title}`;
  return target.kind === 'motion' ? name : `Amendment ${target.amendment.number ?? ''} to ${name}`;
}
