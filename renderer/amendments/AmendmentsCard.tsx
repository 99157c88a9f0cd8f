// The amendments to a motion in the margin, in voting order: those of the papers as printed, and the delegate's own.
// Tick them and read the motion as it would then stand.

import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { AmendmentRow } from './AmendmentRow';
import { instructionOf } from './amendment-words';
import styles from './amendments-card.module.css';
import { OwnAmendment } from './OwnAmendment';
import type { WhatIf } from './use-what-if';
import { amendmentName } from './what-if';
import { WhatIfTools } from './WhatIfTools';

type AmendmentsCardProps = {
  readonly motion: Motion;
  readonly whatIf: WhatIf;
  /** What was decided on an amendment, as a badge or a way to record it. */
  readonly decisionOn: (amendment: Amendment) => ReactNode;
};

/** Amendments, and the way to draft one. */
export function AmendmentsCard({ motion, whatIf, decisionOn }: AmendmentsCardProps) {
  const { inOrder } = whatIf;
  const nameOf = (id: AmendmentId): string => {
    const found = inOrder.find((amendment) => amendment.id === id);
    return found === undefined ? 'another' : amendmentName(found);
  };
  const isTrying = inOrder.length > 0;
  const hasOwn = inOrder.some(isOwn);
  return (
    <Card
      title={isTrying ? 'If these carry' : 'Amendments'}
      aside={isTrying ? (whatIf.isOwnOrder ? 'in your order' : 'in voting order') : undefined}
    >
      <WhatIfTools whatIf={whatIf} />
      {isTrying && (
        <ol className={styles['list']} aria-label="Amendments in voting order">
          {inOrder.map((amendment) => (
            <AmendmentRow
              key={amendment.id}
              text={motion.text}
              amendment={amendment}
              whatIf={whatIf}
              nameOf={nameOf}
              heading={isOwn(amendment) ? <strong>My draft</strong> : <PrintedHeading amendment={amendment} />}
            >
              {isOwn(amendment) ? (
                <OwnAmendment amendment={amendment} present={motion.text.id} />
              ) : (
                <>
                  <p className={styles['instruction']}>{instructionOf(motion.text, amendment)}</p>
                  {decisionOn(amendment)}
                </>
              )}
            </AmendmentRow>
          ))}
        </ol>
      )}
      <p>
        <a href={hrefOf({ kind: 'amend', motion: motion.id })} className={styles['draft']}>
          <PencilLine aria-hidden size={14} />
          {hasOwn ? 'Draft another' : 'Draft an amendment'} <KeyHint keys={shortcuts.amend.keys} />
        </a>
      </p>
    </Card>
  );
}

function PrintedHeading({ amendment }: { readonly amendment: Amendment }) {
  return (
    <>
      <strong>{amendment.number ?? 'Amendment'}</strong> <span>{amendment.submittedBy.join(', ')}</span>{' '}
    </>
  );
}

function isOwn({ origin, standing }: Amendment): boolean {
  return origin === 'delegate' && standing !== 'published';
}
