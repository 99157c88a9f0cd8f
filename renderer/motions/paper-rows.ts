// The left list as data: headings and the papers under them, in agenda order, each with its address.

import type { Briefing } from '../../shared/motion/briefing';
import { hrefOf } from '../app/routes';
import type { MotionSummary, NumberedAmendment } from '../storage/questions';
import type { Target } from './go-to';

export type PaperRow =
  | { readonly kind: 'heading'; readonly key: string; readonly words: string; readonly count: number }
  | { readonly kind: 'motion'; readonly key: string; readonly href: string; readonly motion: MotionSummary }
  | { readonly kind: 'briefing'; readonly key: string; readonly href: string; readonly briefing: Briefing };

/** Motions under their heading, then briefings under theirs; no heading without papers. */
export function paperRows(motions: readonly MotionSummary[], briefings: readonly Briefing[]): readonly PaperRow[] {
  const rows: PaperRow[] = [];
  if (motions.length > 0) rows.push({ kind: 'heading', key: 'motions', words: 'Motions', count: motions.length });
  for (const motion of motions) {
    rows.push({ kind: 'motion', key: motion.id, href: hrefOf({ kind: 'motion', motion: motion.id }), motion });
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

/** What the go-to field can go to. */
export function targetsOf(
  motions: readonly MotionSummary[],
  briefings: readonly Briefing[],
  amendments: readonly NumberedAmendment[],
): readonly Target[] {
  const motionOf = new Map(motions.map((motion) => [motion.id, motion]));
  return [
    ...motions.map((motion) => ({
      kind: motion.kind,
      key: motion.id,
      title: motion.title,
      href: hrefOf({ kind: 'motion', motion: motion.id }),
      ...(motion.number === undefined ? {} : { number: motion.number }),
    })),
    ...amendments.map(({ id, motionId, number }) => ({
      kind: 'amendment' as const,
      key: id,
      number,
      title: `Amendment to ${motionOf.get(motionId)?.title ?? 'a motion'}`,
      href: hrefOf({ kind: 'motion', motion: motionId, amendment: id }),
    })),
    ...briefings.map((briefing) => ({
      kind: 'briefing' as const,
      key: briefing.id,
      title: briefing.title,
      href: hrefOf({ kind: 'briefing', briefing: briefing.id }),
    })),
  ];
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
