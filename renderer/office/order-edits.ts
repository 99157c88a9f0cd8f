// Changes of an order of business that is put together: each answers the order after it, with places renewed.

import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { entryOfSession } from '../../shared/bundle/session-record';
import { recordNameOf } from '../../shared/bundle/official-ids';
import type { SessionId } from '../../shared/ids';
import type { BusinessItem, OrderOfBusiness, Session } from '../../shared/motion/order-of-business';

/** An item where it stands. Its key stays its own when it moves: two equal lines are told apart by which comes first. */
export type PlacedItem = {
  readonly key: string;
  readonly session: SessionId;
  readonly at: number;
  readonly item: BusinessItem;
};

/** All items of an order, in order. */
export function placedItems(order: OrderOfBusiness): readonly PlacedItem[] {
  const seen = new Map<string, number>();
  return order.flatMap(({ id: session, items }) =>
    items.map((item, at) => {
      const name = item.kind === 'motion' ? item.motion : item.words;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return { key: `${item.kind} ${count} ${name}`, session, at, item };
    }),
  );
}

/** Earlier or later by one. */
export type Step = -1 | 1;

export function addSession(order: OrderOfBusiness, session: Omit<Session, 'place'>): OrderOfBusiness {
  return renewed([...order, { ...session, place: order.length + 1 }]);
}

/** Another title and time; no time where none is given. */
export function renameSession(
  order: OrderOfBusiness,
  id: SessionId,
  { title, time }: Pick<Session, 'title' | 'time'>,
): OrderOfBusiness {
  return changed(order, id, ({ time: _before, ...session }) => ({
    ...session,
    title,
    ...(time === undefined ? {} : { time }),
  }));
}

export function removeSession(order: OrderOfBusiness, id: SessionId): OrderOfBusiness {
  return renewed(order.filter((session) => session.id !== id));
}

export function moveSession(order: OrderOfBusiness, id: SessionId, step: Step): OrderOfBusiness {
  const at = order.findIndex((session) => session.id === id);
  return renewed(swapped(order, at, at + step));
}

/** At the end of a session; a motion that has a place elsewhere leaves it. */
export function placeItems(order: OrderOfBusiness, id: SessionId, items: readonly BusinessItem[]): OrderOfBusiness {
  const placed = new Set(items.map(motionOf));
  return order.map((session) => {
    const others = session.items.filter((item) => item.kind === 'line' || !placed.has(item.motion));
    if (session.id === id) return withItems(session, [...others, ...items]);
    return others.length === session.items.length ? session : withItems(session, others);
  });
}

/** By one, over the edge of its session into the next or the one before. */
export function moveItem(order: OrderOfBusiness, key: string, step: Step): OrderOfBusiness {
  const placed = placedItems(order).find((each) => each.key === key);
  if (placed === undefined) return order;
  const { session: id, at, item } = placed;
  const index = order.findIndex((session) => session.id === id);
  if (order[index]?.items[at + step] !== undefined) {
    return changed(order, id, (each) => withItems(each, swapped(each.items, at, at + step)));
  }
  const neighbour = order[index + step];
  if (neighbour === undefined) return order;
  const without = removeItem(order, key);
  return changed(without, neighbour.id, (each) =>
    withItems(each, step === 1 ? [item, ...each.items] : [...each.items, item]),
  );
}

/** To the end of another session. */
export function moveItemTo(order: OrderOfBusiness, key: string, to: SessionId): OrderOfBusiness {
  const placed = placedItems(order).find((each) => each.key === key);
  if (placed === undefined) return order;
  return changed(removeItem(order, key), to, (session) => withItems(session, [...session.items, placed.item]));
}

export function removeItem(order: OrderOfBusiness, key: string): OrderOfBusiness {
  const placed = placedItems(order).find((each) => each.key === key);
  if (placed === undefined) return order;
  const { session: id, at } = placed;
  return changed(order, id, (session) =>
    withItems(
      session,
      session.items.filter((_, index) => index !== at),
    ),
  );
}

/** What is put into the next version so that its order of business is `after` and no longer `before`. */
export function entriesFor(before: OrderOfBusiness, after: OrderOfBusiness): readonly ReleaseEntry[] {
  const known = new Set(before);
  const here = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !here.has(id));
  return [
    ...after.filter((session) => !known.has(session)).map(entryOfSession),
    ...gone.map(({ id, conferenceId }): ReleaseEntry => ({
      kind: 'removed',
      conferenceId,
      record: recordNameOf(conferenceId, id),
    })),
  ];
}

function motionOf(item: BusinessItem): string | undefined {
  return item.kind === 'motion' ? item.motion : undefined;
}

function withItems(session: Session, items: readonly BusinessItem[]): Session {
  return { ...session, items };
}

function changed(order: OrderOfBusiness, id: SessionId, change: (session: Session) => Session): OrderOfBusiness {
  return order.map((session) => (session.id === id ? change(session) : session));
}

function renewed(order: OrderOfBusiness): OrderOfBusiness {
  return order.map((session, at) => (session.place === at + 1 ? session : { ...session, place: at + 1 }));
}

function swapped<T>(list: readonly T[], at: number, other: number): readonly T[] {
  const here = list[at];
  const there = list[other];
  return here === undefined || there === undefined ? list : list.with(at, there).with(other, here);
}
