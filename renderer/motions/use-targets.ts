// What the go-to field can go to from here, asked for only once something is typed: all papers of the conference, the
// amendments whose number begins as typed, and the printed lines of the motion on the page.

import { useMemo } from 'react';
import type { Briefing } from '../../shared/motion/briefing';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import type { MotionId } from '../../shared/ids';
import { findMotion, findNumberedAmendments } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { findTargets, numberBeginnings } from './go-to';
import type { Target } from './go-to';
import { lineTargets } from './line-targets';
import { amendmentTargets, paperTargets } from './paper-rows';

export type TargetPapers = {
  /** Of the open conference. */
  readonly conference: string;
  readonly motions: readonly MotionSummary[];
  readonly briefings: readonly Briefing[];
  readonly order: OrderOfBusiness;
  /** The motion on the page. */
  readonly shown?: MotionId;
};

export type FoundTargets = {
  /** Best first, at most as many as wished. */
  readonly answers: readonly Target[];
  /** Whether everything has answered that can. */
  readonly isComplete: boolean;
  /** The best one for what stands in the field, for whoever types a number and Enter faster than all has answered. */
  readonly best: (typed: string) => Promise<Target | undefined>;
};

const none: readonly Target[] = [];

/** The targets that `query` means. */
export function useTargets(query: string, papers: TargetPapers, limit: number): FoundTargets {
  const { conference, motions, briefings, order, shown } = papers;
  const store = useStore();
  const isAsked = query.trim() !== '';
  const onPaper = useMemo(
    () => (isAsked ? paperTargets(motions, briefings, order) : none),
    [isAsked, motions, briefings, order],
  );
  const numbered = useQuestion(
    async (open) => findNumberedAmendments(open, conference, numberBeginnings(query)),
    [conference, query],
  );
  const motion = useQuestion(
    async (open) => (shown === undefined || !isAsked ? null : findMotion(open, shown)),
    [shown, isAsked],
  );
  const lines = useMemo(
    () => (motion === undefined || motion === null ? none : lineTargets(motion.id, motion.text)),
    [motion],
  );
  const answers = useMemo(
    () => findTargets(query, [...onPaper, ...amendmentTargets(numbered ?? [], motions), ...lines], limit),
    [query, onPaper, numbered, motions, lines, limit],
  );
  const isComplete = numbered !== undefined && motion !== undefined;
  const best = async (typed: string): Promise<Target | undefined> => {
    if (isComplete && typed === query) return answers[0];
    const late = await findNumberedAmendments(store, conference, numberBeginnings(typed));
    const page = shown === undefined ? null : await findMotion(store, shown);
    const targets = [
      ...paperTargets(motions, briefings, order),
      ...amendmentTargets(late, motions),
      ...(page === null ? none : lineTargets(page.id, page.text)),
    ];
    return findTargets(typed, targets, 1)[0];
  };
  return { answers, isComplete, best };
}
