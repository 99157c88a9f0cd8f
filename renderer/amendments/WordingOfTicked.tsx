// The words only: what each ticked amendment says, in voting order.

import type { Amendment } from '../../shared/amendment/amendment';
import { instructionOf } from './amendment-words';
import styles from './text-view.module.css';
import { writtenInOf } from './readable-bases';
import type { ReadableBases } from './readable-bases';
import { amendmentName } from './what-if';

type WordingOfTickedProps = {
  readonly amendments: readonly Amendment[];
  /** The text that each is read in. */
  readonly bases: ReadableBases;
};

export function WordingOfTicked({ amendments, bases }: WordingOfTickedProps) {
  return (
    <dl className={styles['wordings']}>
      {amendments.map((amendment) => {
        const written = writtenInOf(amendment, amendments, bases);
        const parent = amendments.find(({ id }) => id === amendment.amends);
        return (
          <div key={amendment.id}>
            <dt>
              {amendmentName(amendment)}
              {parent !== undefined && `, an amendment to ${amendmentName(parent)}`}
            </dt>
            <dd>{written === undefined ? amendment.instruction : instructionOf(written, amendment)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
