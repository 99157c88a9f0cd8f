// The order of business: the sessions of a conference, and what is taken in each, as its office prints it.

import type { ConferenceId, MotionId, SessionId } from '../ids';

export type BusinessItem =
  /** A motion, with the amendments to it. */
  | { readonly kind: 'motion'; readonly motion: MotionId }
  /** Anything else, as printed: `Guest speaker`. */
  | { readonly kind: 'line'; readonly words: string };

/** A session of the conference: a morning, an afternoon. */
export type Session = {
  readonly id: SessionId;
  readonly conferenceId: ConferenceId;
  /** Its place among the sessions of the conference, from 1. */
  readonly place: number;
  readonly title: string;
  /** Day and time as printed: `17 June, 9.30 to 12.30`. */
  readonly time?: string;
  /** In the order in which they are taken. */
  readonly items: readonly BusinessItem[];
};

/** All sessions of a conference, in order. */
export type OrderOfBusiness = readonly Session[];

/** The sessions in their order; two of one place by their ids, so that the order is the same on every computer. */
export function inOrderOfPlace(sessions: readonly Session[]): OrderOfBusiness {
  return sessions.toSorted((before, after) => before.place - after.place || (before.id < after.id ? -1 : 1));
}

/** The session that a motion is (first) taken in; undefined when it has no place yet. */
export function sessionOf(order: OrderOfBusiness, motion: MotionId): Session | undefined {
  return order.find(({ items }) => items.some((item) => item.kind === 'motion' && item.motion === motion));
}
