// The left list as data: headings and the papers under them, in agenda order, each with its address.

import type { Briefing } from '../../shared/motion/briefing';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import { hasOrder, inSessions, type ItemTaken, type SessionOfMotions } from './in-sessions';
import { hrefOf } from '../app/routes';
import type { MotionSummary, NumberedAmendment } from '../storage/questions';
import type { Target } from './go-to';

export type PaperRow =
  | {
      readonly kind: 'heading';
      readonly key: string;
      readonly words: string;
      readonly count: number;
      readonly time?: string;
    }
  /** What else is taken in a session: a speaker, a film. */
  | { readonly kind: 'line'; readonly key: string; readonly words: string }
  | { readonly kind: 'motion'; readonly key: string; readonly href: string; readonly motion: MotionSummary }
  | { readonly kind: 'briefing'; readonly key: string; readonly href: string; readonly briefing: Briefing };

/**
 * Motions under the sessions they are taken in, or all under one heading where the office publishes no order of business;
 * then briefings under theirs. No heading without papers.
 */
export function paperRows(
  motions: readonly MotionSummary[],
  briefings: readonly Briefing[],
  order: OrderOfBusiness = [],
): readonly PaperRow[] {
  const rows: PaperRow[] = hasOrder(order) ? [...rowsInSessions(motions, order)] : [];
  if (!hasOrder(order) && motions.length > 0) {
    rows.push(
      { kind: 'heading', key: 'motions', words: 'Motions', count: motions.length },
      ...motions.map((motion) => rowOf(motion, motion.id)),
    );
  }
  if (briefings.length > 0) {
    rows.push({ kind: 'heading', key: 'briefings', words: 'Briefings', count: briefings.length });
  }
  for (const briefing of briefings) {
    rows.push({
      kind: 'briefing',
      key: briefing.id,
      href: hrefOf({ kind: 'briefing', briefing: briefing.id }),
      briefing,
    });
  }
  return rows;
}

function rowsInSessions(motions: readonly MotionSummary[], order: OrderOfBusiness): readonly PaperRow[] {
  return inSessions(motions, order).flatMap((session) => [headingOf(session)].concat(session.items.map(rowTaken)));
}

function headingOf({ key, title, time, items }: SessionOfMotions): PaperRow {
  const count = items.filter(({ kind }) => kind === 'motion').length;
  return { kind: 'heading', key, words: title, count, ...(time === undefined ? {} : { time }) };
}

function rowTaken(item: ItemTaken): PaperRow {
  return item.kind === 'line' ? item : rowOf(item.motion, item.key);
}

function rowOf(motion: MotionSummary, key: string): PaperRow {
  return { kind: 'motion', key, href: hrefOf({ kind: 'motion', motion: motion.id }), motion };
}

/** What of the papers the go-to field can go to: motions, sessions and briefings. */
export function paperTargets(
  motions: readonly MotionSummary[],
  briefings: readonly Briefing[],
  order: OrderOfBusiness = [],
): readonly Target[] {
  return [
    ...motions.map((motion) => ({
      kind: motion.kind,
      key: motion.id,
      title: motion.title,
      href: hrefOf({ kind: 'motion', motion: motion.id }),
      ...(motion.number === undefined ? {} : { number: motion.number }),
    })),
    ...inSessions(motions, order).flatMap(({ key, title, items }) => {
      // A session is gone to by the first motion that is taken in it.
      const first = items.find((item) => item.kind === 'motion');
      if (first === undefined) return [];
      return [{ kind: 'session' as const, key, title, href: hrefOf({ kind: 'motion', motion: first.motion.id }) }];
    }),
    ...briefings.map((briefing) => ({
      kind: 'briefing' as const,
      key: briefing.id,
      title: briefing.title,
      href: hrefOf({ kind: 'briefing', briefing: briefing.id }),
    })),
  ];
}

/** Amendments as the go-to field goes to them: to their motions, read with them. */
export function amendmentTargets(
  amendments: readonly NumberedAmendment[],
  motions: readonly MotionSummary[],
): readonly Target[] {
  return amendments.map(({ id, motionId, number }) => ({
    kind: 'amendment' as const,
    key: id,
    number,
    title: `Amendment to ${motions.find((motion) => motion.id === motionId)?.title ?? 'a motion'}`,
    href: hrefOf({ kind: 'motion', motion: motionId, amendment: id }),
  }));
}

/** The motions before and after one, in agenda order. */
export function neighboursOf(
  motions: readonly MotionSummary[],
  motionId: string,
): { readonly before?: MotionSummary; readonly after?: MotionSummary } {
  const index = motions.findIndex((motion) => motion.id === motionId);
  if (index < 0) return {};
  const before = motions[index - 1];
  const after = motions[index + 1];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
