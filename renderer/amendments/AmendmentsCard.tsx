// The amendments to a motion in the margin, in voting order: those of the papers as printed, and the delegate's own.
// Tick them and read the motion as it would then stand.

import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { isOwn } from './amendment-words';
import styles from './amendments-card.module.css';
import { AmendmentsList } from './AmendmentsList';
import type { WhatIf } from './use-what-if';
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
  const isTrying = inOrder.length > 0;
  const hasOwn = inOrder.some(isOwn);
  return (
    <Card
      title={isTrying ? 'If these carry' : 'Amendments'}
      aside={isTrying ? (whatIf.isOwnOrder ? 'in your order' : 'in voting order') : undefined}
    >
      <WhatIfTools whatIf={whatIf} />
      {isTrying && (
        <AmendmentsList
          label="Amendments in voting order"
          amendments={inOrder.filter(({ amends }) => !inOrder.some(({ id }) => id === amends))}
          motion={motion}
          whatIf={whatIf}
          decisionOn={decisionOn}
        />
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
