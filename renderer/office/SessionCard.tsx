// A session of the order of business: what it is called, what is taken in it, and where more is typed in.

import { useState } from 'react';
import type { OrderOfBusiness, Session } from '../../shared/motion/order-of-business';
import type { PlaceableMotion } from '../storage/order-questions';
import { MenuButton } from '../ui/MenuButton';
import { counted } from '../ui/time-words';
import { AddBusiness } from './AddBusiness';
import { itemName, namesInShort } from './business-names';
import { BusinessRow } from './BusinessRow';
import styles from './office.module.css';
import {
  moveItem,
  moveItemTo,
  moveSession,
  placedItems,
  placeItems,
  removeItem,
  removeSession,
  renameSession,
} from './order-edits';
import { SessionForm } from './SessionForm';
import type { OrderDeeds } from './use-order-deeds';

type SessionCardProps = {
  readonly session: Session;
  readonly order: OrderOfBusiness;
  readonly motions: ReadonlyMap<string, PlaceableMotion>;
  readonly deeds: OrderDeeds;
  /** The thing that goes on having the focus once it has moved. */
  readonly onFollow: (item: string) => void;
};

export function SessionCard({ session, order, motions, deeds, onFollow }: SessionCardProps) {
  const { id, title, time, items } = session;
  const [isRenaming, setIsRenaming] = useState(false);
  const at = order.findIndex((each) => each.id === id);
  const step = (by: -1 | 1) => ({
    id: by === -1 ? 'earlier' : 'later',
    words: by === -1 ? 'Move earlier' : 'Move later',
    run: () => deeds.change((all) => moveSession(all, id, by), `${title} moved.`),
  });
  const actions = [
    { id: 'rename', words: 'Change name or time', run: () => setIsRenaming(true) },
    ...(at > 0 ? [step(-1)] : []),
    ...(at < order.length - 1 ? [step(1)] : []),
    {
      id: 'remove',
      words: 'Take the session out',
      run: () => deeds.change((all) => removeSession(all, id), `${title} is taken out.`),
    },
  ];
  const titleOf = (other: string): string => order.find((each) => each.id === other)?.title ?? '';
  return (
    <section aria-label={title} className={styles['session']}>
      {isRenaming ? (
        <SessionForm
          session={session}
          onKeep={(named) => {
            setIsRenaming(false);
            deeds.change((all) => renameSession(all, id, named), `${named.title} is changed.`);
          }}
          onCancel={() => setIsRenaming(false)}
        />
      ) : (
        <div className={styles['sessionHead']}>
          <h3>{title}</h3>
          <span className={styles['soft']}>{[time, counted(items.length, 'item')].filter(Boolean).join(' · ')}</span>
          <MenuButton label={`Change ${title}`} words="Change" actions={actions} />
        </div>
      )}
      <ol className={styles['list']}>
        {placedItems(order)
          .filter((placed) => placed.session === id)
          .map((placed) => {
            const { key, item } = placed;
            const name = itemName(item, motions);
            return (
              <BusinessRow
                key={key}
                placed={placed}
                order={order}
                motions={motions}
                onMove={(by) => {
                  onFollow(key);
                  deeds.change((all) => moveItem(all, key, by), `${name} moved.`);
                }}
                onMoveTo={(to) => {
                  onFollow(key);
                  deeds.change((all) => moveItemTo(all, key, to), `${name} moved to ${titleOf(to)}.`);
                }}
                onRemove={() => deeds.change((all) => removeItem(all, key), `${name} taken off ${title}.`)}
              />
            );
          })}
      </ol>
      <AddBusiness
        session={title}
        motions={motions}
        onAdd={(some) =>
          deeds.change(
            (all) => placeItems(all, id, some),
            `${namesInShort(some.map((item) => itemName(item, motions)))} added to ${title}.`,
          )
        }
      />
    </section>
  );
}
