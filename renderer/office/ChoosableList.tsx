// Motions of this computer, to be put into the next version one by one.

import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import type { ChoosableMotion } from './office-messages';
import styles from './office.module.css';

type ChoosableListProps = {
  readonly words: string;
  readonly motions: readonly ChoosableMotion[];
  /** How many there are; `motions` may be the first of them. */
  readonly of: number;
  readonly onPut: (motion: ChoosableMotion) => void;
  /** Whether they have been in a version. */
  readonly isAgain?: boolean;
};

export function ChoosableList({ words, motions, of, onPut, isAgain = false }: ChoosableListProps) {
  const put = isAgain ? 'Put in again' : 'Put in';
  return (
    <Disclosure summary={`${words} (${of})`}>
      <ul className={styles['list']}>
        {motions.map((motion) => (
          <li key={motion.entries[0]?.record} className={styles['paper']}>
            <span className={styles['number']}>{motion.number}</span>
            <span className={styles['title']}>{motion.title}</span>
            <Button look="quiet" aria-label={`${put} ${motion.number ?? motion.title}`} onPress={() => onPut(motion)}>
              {put}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
