// A motion as one reads it: the text in the middle with its numbered clauses, and in the margin all that bears on it.

import type { MotionId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import { findMotion } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { PageLayout } from '../ui/PageLayout';
import { MissingPaper } from './MissingPaper';
import { OpenMotion } from './OpenMotion';

type MotionPageProps = {
  readonly id: MotionId;
  /** The conference's motions, in agenda order. */
  readonly motions: readonly MotionSummary[];
  readonly briefings: readonly Briefing[];
};

/** The page at `#/motion/:id`. */
export function MotionPage({ id, motions, briefings }: MotionPageProps) {
  const motion = useQuestion((store) => findMotion(store, id), [id]);
  if (motion === undefined) return <PageLayout title="">{null}</PageLayout>;
  if (motion === null) return <MissingPaper kind="motion" />;
  return <OpenMotion motion={motion} motions={motions} briefings={briefings} />;
}
