// What the go-to field can go to from here: all papers and amendments of the conference, and the printed lines of the
// motion on the page.

import { useMemo } from 'react';
import type { Briefing } from '../../shared/motion/briefing';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import type { Target } from '../motions/go-to';
import { lineTargets } from '../motions/line-targets';
import { targetsOf } from '../motions/paper-rows';
import { findMotion, listNumberedAmendments } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import type { Route } from './routes';

type PapersOfConference = {
  readonly conference: string;
  readonly motions: readonly MotionSummary[] | undefined;
  readonly briefings: readonly Briefing[] | undefined;
  readonly order: OrderOfBusiness;
};

export function useTargets(
  route: Route,
  { conference, motions, briefings, order }: PapersOfConference,
): readonly Target[] {
  const shown = route.kind === 'motion' ? route.motion : undefined;
  const amendments = useQuestion((store) => listNumberedAmendments(store, conference), [conference]);
  const motion = useQuestion(async (store) => (shown === undefined ? null : findMotion(store, shown)), [shown]);
  return useMemo(
    () => [
      ...targetsOf(motions ?? [], briefings ?? [], amendments ?? [], order),
      ...(motion === undefined || motion === null ? [] : lineTargets(motion.id, motion.text)),
    ],
    [motions, briefings, amendments, motion, order],
  );
}
