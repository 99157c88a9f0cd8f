// Amendments to one text in voting order, each with the amendments to it under it, which are voted on first.

import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { instructionOf, isOwn } from './amendment-words';
import { AmendmentRow } from './AmendmentRow';
import styles from './amendments-card.module.css';
import { OwnAmendment } from './OwnAmendment';
import { writtenInOf } from './readable-bases';
import type { WhatIf } from './use-what-if';
import { nameIn } from './what-if';

type AmendmentsListProps = {
  readonly label: string;
  readonly amendments: readonly Amendment[];
  readonly motion: Motion;
  readonly whatIf: WhatIf;
  readonly decisionOn: (amendment: Amendment) => ReactNode;
};

export function AmendmentsList({ label, amendments, motion, whatIf, decisionOn }: AmendmentsListProps) {
  const nameOf = (id: AmendmentId): string => nameIn(whatIf.inOrder, id);
  return (
    <ol className={styles['list']} aria-label={label}>
      {amendments.map((amendment) => {
        const { id } = amendment;
        const written = writtenInOf(amendment, whatIf.inOrder, whatIf.bases) ?? { base: motion.text };
        const secondaries = whatIf.inOrder.filter(({ amends }) => amends === id);
        return (
          <AmendmentRow
            key={id}
            amendment={amendment}
            whatIf={whatIf}
            nameOf={nameOf}
            heading={isOwn(amendment) ? <strong>My draft</strong> : <PrintedHeading amendment={amendment} />}
            amendments={
              secondaries.length > 0 && (
                <div className={styles['secondaries']}>
                  <p className={styles['facts']}>Voted on before {nameOf(id)}, and falls with it:</p>
                  <AmendmentsList
                    label={`Amendments to ${nameOf(id)}, voted on before it`}
                    amendments={secondaries}
                    motion={motion}
                    whatIf={whatIf}
                    decisionOn={decisionOn}
                  />
                </div>
              )
            }
          >
            {isOwn(amendment) ? (
              <OwnAmendment amendment={amendment} present={written.base.id} />
            ) : (
              <>
                <p className={styles['instruction']}>{instructionOf(written, amendment)}</p>
                {decisionOn(amendment)}
              </>
            )}
          </AmendmentRow>
        );
      })}
    </ol>
  );
}

function PrintedHeading({ amendment }: { readonly amendment: Amendment }) {
  return (
    <>
      <strong>{amendment.number ?? 'Amendment'}</strong> <span>{amendment.submittedBy.join(', ')}</span>{' '}
    </>
  );
}
