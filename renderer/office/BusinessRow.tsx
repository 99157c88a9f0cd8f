// One thing that is taken in a session: moved by its buttons, or by keys while it has the focus.

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { SessionId } from '../../shared/ids';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import type { PlaceableMotion } from '../storage/order-questions';
import { Button } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import { itemName } from './business-names';
import styles from './office.module.css';
import type { PlacedItem, Step } from './order-edits';

type BusinessRowProps = {
  readonly placed: PlacedItem;
  readonly order: OrderOfBusiness;
  readonly motions: ReadonlyMap<string, PlaceableMotion>;
  readonly onMove: (step: Step) => void;
  readonly onMoveTo: (session: SessionId) => void;
  readonly onRemove: () => void;
};

export function BusinessRow({ placed, order, motions, onMove, onMoveTo, onRemove }: BusinessRowProps) {
  const { key, session, item } = placed;
  const name = itemName(item, motions);
  const motion = item.kind === 'motion' ? motions.get(item.motion) : undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'Delete') onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li className={styles['paper']} onKeyDownCapture={onKeyDown} data-business={key}>
      <span className={styles['number']}>{motion?.number}</span>
      <span className={item.kind === 'line' ? styles['line'] : styles['title']}>
        {item.kind === 'line' ? item.words : (motion?.title ?? 'A motion that is not in the next version')}
      </span>
      <span className={styles['actions']}>
        <Button
          look="quiet"
          icon={<ArrowUp aria-hidden size={16} />}
          aria-label={`Move ${name} earlier`}
          onPress={() => onMove(-1)}
        />
        <Button
          look="quiet"
          icon={<ArrowDown aria-hidden size={16} />}
          aria-label={`Move ${name} later`}
          onPress={() => onMove(1)}
        />
        <MenuButton
          label={`Move ${name} elsewhere`}
          words="Move"
          actions={[
            ...order
              .filter(({ id }) => id !== session)
              .map(({ id, title }) => ({ id, words: `To ${title}`, run: () => onMoveTo(id) })),
            { id: 'take-off', words: 'Take off', run: onRemove },
          ]}
        />
      </span>
    </li>
  );
}
