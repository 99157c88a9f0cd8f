// The amendments to a motion in the margin: those of the papers as printed, and the delegate's own.

import { PencilLine } from 'lucide-react';
import { writeWording } from '../../shared/amendment/write-wording';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { listAmendments, listDecisions } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { counted } from '../ui/time-words';
import styles from './amendments-card.module.css';
import { DecisionBadge } from './DecisionBadge';
import { OwnAmendment } from './OwnAmendment';

/** Amendments, and the way to draft one. */
export function AmendmentsCard({ motion }: { readonly motion: Motion }) {
  const amendments = useQuestion((store) => listAmendments(store, motion.id), [motion.id]);
  const decisions = useQuestion((store) => listDecisions(store, motion.id), [motion.id]);
  const { printed = [], own = [] } = amendments ?? {};
  return (
    <Card title="Amendments" aside={printed.length > 0 ? counted(printed.length, 'amendment') : undefined}>
      {printed.length > 0 && (
        <ul className={styles['list']}>
          {printed.map((amendment) => {
            const recorded = decisions?.find((decision) => decision.recordId === amendment.id);
            const decision = recorded ?? amendment.decision;
            return (
              <li key={amendment.id} className={styles['amendment']}>
                <p className={styles['name']}>
                  <strong>{amendment.number ?? 'Amendment'}</strong>
                  <span>{amendment.submittedBy.join(', ')}</span>
                  {decision !== undefined && <DecisionBadge decision={decision} isBare />}
                </p>
                <p className={styles['instruction']}>
                  {amendment.instruction ?? writeWording(motion.text, amendment.operations).join('\n')}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {own.length > 0 && (
        <ul className={styles['list']} aria-label="My amendments">
          {own.map((amendment) => (
            <OwnAmendment key={amendment.id} motion={motion} amendment={amendment} />
          ))}
        </ul>
      )}
      <p>
        <a href={hrefOf({ kind: 'amend', motion: motion.id })} className={styles['draft']}>
          <PencilLine aria-hidden size={14} />
          {own.length === 0 ? 'Draft an amendment' : 'Draft another'} <KeyHint keys={shortcuts.amend.keys} />
        </a>
      </p>
    </Card>
  );
}
