// A conference's motions as they are taken: in the sessions of the order of business, then those that have no place yet.

import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import type { MotionSummary } from '../storage/questions';

export type ItemTaken =
  | { readonly kind: 'motion'; readonly key: string; readonly motion: MotionSummary }
  | { readonly kind: 'line'; readonly key: string; readonly words: string };

export type SessionOfMotions = {
  readonly key: string;
  readonly title: string;
  readonly time?: string;
  readonly items: readonly ItemTaken[];
};

/** Whether an office has published an order of business. */
export function hasOrder(order: OrderOfBusiness): boolean {
  return order.length > 0;
}

/** The sessions with their motions, and last the motions that no session names; none where there is no order. */
export function inSessions(motions: readonly MotionSummary[], order: OrderOfBusiness): readonly SessionOfMotions[] {
  if (!hasOrder(order)) return [];
  const known = new Map<string, MotionSummary>(motions.map((motion) => [motion.id, motion]));
  const placed = new Set<string>();
  const sessions = order.map(({ id, title, time, items }): SessionOfMotions => ({
    key: id,
    title,
    ...(time === undefined ? {} : { time }),
    items: items.flatMap((item, at): readonly ItemTaken[] => {
      // One thing may be taken twice.
      const key = `${id} ${at}`;
      if (item.kind === 'line') return [{ ...item, key }];
      const motion = known.get(item.motion);
      if (motion === undefined) return [];
      placed.add(motion.id);
      return [{ kind: 'motion', key, motion }];
    }),
  }));
  const others = motions.filter(({ id }) => !placed.has(id));
  if (others.length === 0) return sessions;
  const items = others.map((motion) => ({ kind: 'motion' as const, key: motion.id, motion }));
  return [...sessions, { key: 'unplaced', title: 'No time yet', items }];
}

/** The sessions, or one section of all motions where there is no order of business; none without motions. */
export function inSections(motions: readonly MotionSummary[], order: OrderOfBusiness): readonly SessionOfMotions[] {
  if (hasOrder(order)) return inSessions(motions, order);
  const items = motions.map((motion) => ({ kind: 'motion' as const, key: motion.id, motion }));
  return items.length === 0 ? [] : [{ key: 'motions', title: 'Motions', items }];
}

/** The motions in the order in which they are taken; as they were where there is no order of business. */
export function inOrderTaken(motions: readonly MotionSummary[], order: OrderOfBusiness): readonly MotionSummary[] {
  if (!hasOrder(order)) return motions;
  const taken = inSessions(motions, order).flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'motion' ? [item.motion] : [])),
  );
  // One that is taken in two sessions stands where it is taken first.
  return [...new Set(taken)];
}
