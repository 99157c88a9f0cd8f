// The amendments to a motion in the margin, in voting order: those of the papers as printed, and the delegate's own.
// Tick them and read the motion as it would then stand.

import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import type { AmendmentsOfMotion } from '../storage/questions';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { AmendmentRow } from './AmendmentRow';
import { instructionOf } from './amendment-words';
import styles from './amendments-card.module.css';
import { OwnAmendment } from './OwnAmendment';
import type { WhatIf } from './use-what-if';
import { amendmentName } from './what-if';

type AmendmentsCardProps = {
  readonly motion: Motion;
  readonly amendments: AmendmentsOfMotion;
  readonly whatIf: WhatIf;
  /** What was decided on an amendment, as a badge or a way to record it. */
  readonly decisionOn: (amendment: Amendment) => ReactNode;
};

/** Amendments, and the way to draft one. */
export function AmendmentsCard({ motion, amendments, whatIf, decisionOn }: AmendmentsCardProps) {
  const { printed, own } = amendments;
  const nameOf = (id: AmendmentId): string => {
    const found = [...printed, ...own].find((amendment) => amendment.id === id);
    return found === undefined ? 'another' : amendmentName(found);
  };
  const shared = { text: motion.text, whatIf, nameOf };
  const isTrying = printed.length + own.length > 0;
  return (
    <Card title={isTrying ? 'If these carry' : 'Amendments'} aside={isTrying ? 'in voting order' : undefined}>
      {printed.length > 0 && (
        <ul className={styles['list']} aria-label="Amendments in the papers">
          {printed.map((amendment) => (
            <AmendmentRow
              key={amendment.id}
              amendment={amendment}
              heading={
                <>
                  <strong>{amendment.number ?? 'Amendment'}</strong>{' '}
                  <span>{amendment.submittedBy.join(', ')}</span>{' '}
                </>
              }
              {...shared}
            >
              <p className={styles['instruction']}>{instructionOf(motion.text, amendment)}</p>
              {decisionOn(amendment)}
            </AmendmentRow>
          ))}
        </ul>
      )}
      {own.length > 0 && (
        <ul className={styles['list']} aria-label="My amendments">
          {own.map((amendment) => (
            <AmendmentRow key={amendment.id} amendment={amendment} heading={<strong>My draft</strong>} {...shared}>
              <OwnAmendment amendment={amendment} present={motion.text.id} />
            </AmendmentRow>
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
