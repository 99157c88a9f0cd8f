// The words only: what each ticked amendment says, in voting order.

import type { Amendment } from '../../shared/amendment/amendment';
import type { TextVersion } from '../../shared/motion/motion';
import { instructionOf } from './amendment-words';
import styles from './text-view.module.css';
import { amendmentName } from './what-if';

type WordingOfTickedProps = { readonly text: TextVersion; readonly amendments: readonly Amendment[] };

export function WordingOfTicked({ text, amendments }: WordingOfTickedProps) {
  return (
    <dl className={styles['wordings']}>
      {amendments.map((amendment) => (
        <div key={amendment.id}>
          <dt>{amendmentName(amendment)}</dt>
          <dd>{instructionOf(text, amendment)}</dd>
        </div>
      ))}
    </dl>
  );
}
