// The amendments to a motion in the margin: those of the papers as printed, and the delegate's own.

import { PencilLine } from 'lucide-react';
import type { Amendment, AmendmentStanding } from '../../shared/amendment/amendment';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { listAmendments, listDecisions } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { counted, dayAndTime } from '../ui/time-words';
import styles from './amendments-card.module.css';
import { DecisionBadge } from './DecisionBadge';

const standingWords: Readonly<Record<AmendmentStanding, string>> = {
  draft: 'Draft',
  ready: 'Ready to send',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  published: 'Published',
};

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
                {amendment.instruction !== undefined && (
                  <p className={styles['instruction']}>{amendment.instruction}</p>
                )}
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

type OwnAmendmentProps = { readonly motion: Motion; readonly amendment: Amendment };

function OwnAmendment({ motion, amendment }: OwnAmendmentProps) {
  const { now } = useStore();
  const isOnOlderText = amendment.baseVersion !== motion.text.id;
  return (
    <li className={styles['own']}>
      <p className={styles['name']}>
        <a href={hrefOf({ kind: 'amend', motion: motion.id, amendment: amendment.id })}>
          My amendment{amendment.number === undefined ? '' : ` ${amendment.number}`}
        </a>
        <span>{standingWords[amendment.standing]}</span>
      </p>
      <p className={styles['facts']}>
        {counted(amendment.operations.length, 'change')}
        {amendment.savedAt !== undefined && `, saved ${dayAndTime(amendment.savedAt, now())}`}
        {isOnOlderText && ', written on an earlier text'}
      </p>
    </li>
  );
}
