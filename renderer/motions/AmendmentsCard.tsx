// The amendments to a motion in the margin: those of the papers as printed, and the delegate's own. Each can be read in
// the text.

import { Eye, PencilLine } from 'lucide-react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { listDecisions } from '../storage/questions';
import type { AmendmentsOfMotion } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { counted } from '../ui/time-words';
import { ToggleButton } from '../ui/ToggleButton';
import { instructionOf } from './amendment-words';
import styles from './amendments-card.module.css';
import { DecisionBadge } from './DecisionBadge';
import { OwnAmendment } from './OwnAmendment';
import { isReadableIn } from './text-view';

type AmendmentsCardProps = {
  readonly motion: Motion;
  readonly amendments: AmendmentsOfMotion;
  /** The amendment that is being read in the text. */
  readonly shown: AmendmentId | undefined;
  readonly onShow: (amendment: AmendmentId | undefined) => void;
};

/** Amendments, and the way to draft one. */
export function AmendmentsCard({ motion, amendments, shown, onShow }: AmendmentsCardProps) {
  const decisions = useQuestion((store) => listDecisions(store, motion.id), [motion.id]);
  const { printed, own } = amendments;
  const toggle = (amendment: Amendment) =>
    isReadableIn(motion.text, amendment) && (
      <ToggleButton
        icon={<Eye aria-hidden />}
        isSelected={shown === amendment.id}
        onChange={(isShown) => onShow(isShown ? amendment.id : undefined)}
      >
        Show in the text
      </ToggleButton>
    );
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
                <p className={styles['instruction']}>{instructionOf(motion.text, amendment)}</p>
                {toggle(amendment)}
              </li>
            );
          })}
        </ul>
      )}
      {own.length > 0 && (
        <ul className={styles['list']} aria-label="My amendments">
          {own.map((amendment) => (
            <OwnAmendment key={amendment.id} motion={motion} amendment={amendment}>
              {toggle(amendment)}
            </OwnAmendment>
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
