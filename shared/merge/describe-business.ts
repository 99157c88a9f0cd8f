// What a plan changes in the order of business, as facts and in words: where a motion went, what else is taken, and when.

import type { Motion } from '../motion/motion';
import type { BusinessItem, OrderOfBusiness, Session } from '../motion/order-of-business';
import { inOrderOfPlace } from '../motion/order-of-business';
import type { KindPlan, MergePlan } from './plan-merge';

/** A motion as it is named: number as printed, title. */
type NamedMotion = Pick<Motion, 'id' | 'number' | 'kind'> & { readonly title: string };

export type BusinessChange =
  /** There was none before. */
  | { readonly kind: 'first-order'; readonly sessions: number }
  | { readonly kind: 'session-added'; readonly session: string }
  | { readonly kind: 'session-removed'; readonly session: string }
  | { readonly kind: 'session-renamed'; readonly before: string; readonly session: string }
  /** `time` is absent when none is printed any more. */
  | { readonly kind: 'session-retimed'; readonly session: string; readonly time?: string }
  | { readonly kind: 'sessions-reordered' }
  | { readonly kind: 'motion-placed'; readonly motion: NamedMotion; readonly session: string }
  | { readonly kind: 'motion-moved'; readonly motion: NamedMotion; readonly session: string }
  | { readonly kind: 'motion-taken-off'; readonly motion: NamedMotion; readonly session: string }
  | { readonly kind: 'line-added'; readonly words: string; readonly session: string }
  | { readonly kind: 'line-removed'; readonly words: string; readonly session: string }
  /** The same things, in another order. */
  | { readonly kind: 'items-reordered'; readonly session: string };

/** Lists what a plan changes in the order of business: whole sessions first, then what is taken in each, in order. */
export function describeBusiness({
  sessions,
  motions,
}: Pick<MergePlan, 'sessions' | 'motions'>): readonly BusinessChange[] {
  const { before, after } = ordersOf(sessions);
  if (before.length === 0) return after.length === 0 ? [] : [{ kind: 'first-order', sessions: after.length }];
  if (sessions.added.length + sessions.updated.length + sessions.removed.length === 0) return [];
  const orders = { before, after, names: namesOf(motions) };
  return [
    ...sessionChanges(orders),
    ...motionChanges(orders),
    ...after.flatMap((session) => itemChanges(session, before)),
  ];
}

type Orders = {
  readonly before: OrderOfBusiness;
  readonly after: OrderOfBusiness;
  readonly names: ReadonlyMap<string, NamedMotion>;
};

function ordersOf({ added, updated, removed, unchanged }: KindPlan<Session>): Pick<Orders, 'before' | 'after'> {
  return {
    before: inOrderOfPlace([...unchanged, ...removed, ...updated.map((change) => change.before)]),
    after: inOrderOfPlace([...unchanged, ...added, ...updated.map((change) => change.after)]),
  };
}

function namesOf({ added, updated, removed, unchanged }: KindPlan<Motion>): ReadonlyMap<string, NamedMotion> {
  const motions = [...removed, ...unchanged, ...added, ...updated.map((change) => change.after)];
  return new Map(
    motions.map(({ id, kind, number, text }) => [
      id,
      { id, kind, ...(number === undefined ? {} : { number }), title: text.title },
    ]),
  );
}

function sessionChanges({ before, after }: Orders): readonly BusinessChange[] {
  const known = new Map(before.map((session) => [session.id, session]));
  const here = new Set(after.map(({ id }) => id));
  const changes: BusinessChange[] = [];
  for (const { id, title, time } of after) {
    const earlier = known.get(id);
    if (earlier === undefined) changes.push({ kind: 'session-added', session: title });
    else {
      if (earlier.title !== title) changes.push({ kind: 'session-renamed', before: earlier.title, session: title });
      if (earlier.time !== time) {
        changes.push({ kind: 'session-retimed', session: title, ...(time === undefined ? {} : { time }) });
      }
    }
  }
  for (const { id, title } of before) if (!here.has(id)) changes.push({ kind: 'session-removed', session: title });
  const staying = (order: OrderOfBusiness): string =>
    order
      .map(({ id }) => id)
      .filter((id) => here.has(id) && known.has(id))
      .join(' ');
  if (staying(before) !== staying(after)) changes.push({ kind: 'sessions-reordered' });
  return changes;
}

/** Motions that came, went, or are taken in another session. A motion that is gone from the papers is told of there. */
function motionChanges({ before, after, names }: Orders): readonly BusinessChange[] {
  const earlier = placesIn(before);
  const later = placesIn(after);
  const changes: BusinessChange[] = [];
  for (const [id, session] of later) {
    const was = earlier.get(id);
    const motion = names.get(id);
    if (motion === undefined || was?.id === session.id) continue;
    changes.push({ kind: was === undefined ? 'motion-placed' : 'motion-moved', motion, session: session.title });
  }
  for (const [id, session] of earlier) {
    const motion = names.get(id);
    if (motion !== undefined && !later.has(id)) {
      changes.push({ kind: 'motion-taken-off', motion, session: session.title });
    }
  }
  return changes;
}

/** The session that each motion is first taken in. */
function placesIn(order: OrderOfBusiness): ReadonlyMap<string, Session> {
  const places = new Map<string, Session>();
  for (const session of order) {
    for (const item of session.items) {
      if (item.kind === 'motion' && !places.has(item.motion)) places.set(item.motion, session);
    }
  }
  return places;
}

/** Lines that came and went in a session that stays, and whether what stays in it is taken in another order. */
function itemChanges(session: Session, before: OrderOfBusiness): readonly BusinessChange[] {
  const earlier = before.find(({ id }) => id === session.id);
  if (earlier === undefined) return [];
  const title = session.title;
  const held = new Set(earlier.items.map(keyOf));
  const here = new Set(session.items.map(keyOf));
  const order = (items: readonly BusinessItem[]): string =>
    JSON.stringify(items.map(keyOf).filter((key) => held.has(key) && here.has(key)));
  return [
    ...session.items.flatMap((item): readonly BusinessChange[] =>
      item.kind === 'line' && !held.has(keyOf(item)) ? [{ kind: 'line-added', words: item.words, session: title }] : [],
    ),
    ...earlier.items.flatMap((item): readonly BusinessChange[] =>
      item.kind === 'line' && !here.has(keyOf(item))
        ? [{ kind: 'line-removed', words: item.words, session: title }]
        : [],
    ),
    ...(order(earlier.items) === order(session.items) ? [] : [{ kind: 'items-reordered', session: title } as const]),
  ];
}

function keyOf(item: BusinessItem): string {
  return item.kind === 'motion' ? `motion ${item.motion}` : `line ${item.words}`;
}

/** One change as people say it: `Motion 14 moved to Thursday morning`. */
export function businessWords(change: BusinessChange): string {
  switch (change.kind) {
    case 'first-order':
      return change.sessions === 1 ? 'published, with 1 session' : `published, with ${change.sessions} sessions`;
    case 'session-added':
      return `${change.session} added`;
    case 'session-removed':
      return `${change.session} taken out`;
    case 'session-renamed':
      return `${change.before} is now called ${change.session}`;
    case 'session-retimed':
      return change.time === undefined
        ? `${change.session} has no time any more`
        : `${change.session} is now ${change.time}`;
    case 'sessions-reordered':
      return 'the sessions are in another order';
    case 'motion-placed':
      return `${nameOf(change.motion)} is taken in ${change.session}`;
    case 'motion-moved':
      return `${nameOf(change.motion)} moved to ${change.session}`;
    case 'motion-taken-off':
      return `${nameOf(change.motion)} taken off ${change.session}`;
    case 'line-added':
      return `“${change.words}” added to ${change.session}`;
    case 'line-removed':
      return `“${change.words}” taken off ${change.session}`;
    case 'items-reordered':
      return `${change.session} is taken in another order`;
  }
}

function nameOf({ kind, number, title }: NamedMotion): string {
  if (number === undefined) return title === '' ? 'a motion' : `“${title}”`;
  return kind === 'composite' && /^[A-Z]$/i.test(number) ? `Composite ${number}` : `Motion ${number}`;
}
