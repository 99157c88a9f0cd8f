// A merge plan in numbers and names, from which the screen and the command line make their sentences.

import type { Amendment } from '../amendment/amendment';
import type { Motion } from '../motion/motion';
import { describeBusiness, type BusinessChange } from './describe-business';
import type { KindPlan, MergePlan } from './plan-merge';

/** What happened to one paper. Withdrawn papers are listed as such, not as changed. */
export type PaperChange = {
  readonly kind: 'added' | 'text-changed' | 'decided' | 'withdrawn' | 'details-changed' | 'removed';
  readonly paper: 'motion' | 'amendment';
  readonly id: string;
  /** As printed: `12`, `12.1`. */
  readonly number?: string;
  /** Of a motion. */
  readonly title?: string;
};

export type MergeDescription = {
  readonly version: number;
  readonly changes: readonly PaperChange[];
  /** How many of `changes` there are of each kind, by paper. Nought is left out. */
  readonly counts: readonly {
    readonly paper: PaperChange['paper'];
    readonly kind: PaperChange['kind'];
    readonly count: number;
  }[];
  /** What becomes of the order of business. */
  readonly business: readonly BusinessChange[];
  /** More than a tenth of the papers held would go. */
  readonly isMassRemoval: boolean;
  /** Records that need a newer version of the app. */
  readonly unknown: number;
};

/** Lists what a plan changes: motions before amendments, and each in the order of the plan. */
export function describeMerge(plan: MergePlan): MergeDescription {
  const changes = [...changesOf(plan.motions, motionFacts), ...changesOf(plan.amendments, amendmentFacts)];
  const counts = new Map<string, { paper: PaperChange['paper']; kind: PaperChange['kind']; count: number }>();
  for (const { paper, kind } of changes) {
    const key = `${paper} ${kind}`;
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { paper, kind, count: before + 1 });
  }
  const removed = plan.motions.removed.length + plan.amendments.removed.length;
  return {
    version: plan.version,
    changes,
    counts: [...counts.values()],
    business: describeBusiness(plan),
    isMassRemoval: removed * 10 > heldCount(plan.motions) + heldCount(plan.amendments),
    unknown: plan.unknown,
  };
}

type Facts<Paper> = {
  readonly name: (paper: Paper) => Omit<PaperChange, 'kind'>;
  readonly isWithdrawn: (paper: Paper) => boolean;
  readonly hasNewText: (before: Paper, after: Paper) => boolean;
};

const motionFacts: Facts<Motion> = {
  name: ({ id, number, text }) => ({
    paper: 'motion',
    id,
    ...(number === undefined ? {} : { number }),
    title: text.title,
  }),
  isWithdrawn: ({ decision }) => decision?.key === 'withdrawn',
  hasNewText: (before, after) => before.text.id !== after.text.id,
};

const amendmentFacts: Facts<Amendment> = {
  name: ({ id, number }) => ({ paper: 'amendment', id, ...(number === undefined ? {} : { number }) }),
  isWithdrawn: ({ standing, decision }) => standing === 'withdrawn' || decision?.key === 'withdrawn',
  hasNewText: (before, after) =>
    before.instruction !== after.instruction || JSON.stringify(before.operations) !== JSON.stringify(after.operations),
};

type Decided = Pick<Motion | Amendment, 'decision'>;

function changesOf<Paper extends Decided>(plan: KindPlan<Paper>, facts: Facts<Paper>): readonly PaperChange[] {
  return [
    ...plan.added.map((paper): PaperChange => ({ kind: 'added', ...facts.name(paper) })),
    ...plan.updated.map(({ before, after }): PaperChange => ({
      kind: kindOfUpdate(before, after, facts),
      ...facts.name(after),
    })),
    ...plan.removed.map((paper): PaperChange => ({ kind: 'removed', ...facts.name(paper) })),
  ];
}

/** The one thing to say of a changed paper: what matters most to a delegate comes first. */
function kindOfUpdate<Paper extends Decided>(before: Paper, after: Paper, facts: Facts<Paper>): PaperChange['kind'] {
  if (facts.isWithdrawn(after) && !facts.isWithdrawn(before)) return 'withdrawn';
  if (facts.hasNewText(before, after)) return 'text-changed';
  const isDecided = after.decision !== undefined && after.decision.key !== before.decision?.key;
  return isDecided ? 'decided' : 'details-changed';
}

function heldCount<Paper>(plan: KindPlan<Paper>): number {
  return plan.updated.length + plan.removed.length + plan.unchanged.length;
}
