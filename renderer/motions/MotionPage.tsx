// A motion as one reads it: the text in the middle with its numbered clauses, and in the margin all that bears on it.

import type { AmendmentId, MotionId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import { findMotion } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { PageLayout } from '../ui/PageLayout';
import { MissingPaper } from './MissingPaper';
import { OpenMotion } from './OpenMotion';

type MotionPageProps = {
  readonly id: MotionId;
  /** The amendment that the motion is to be read with. */
  readonly readWith: AmendmentId | undefined;
  /** The conference's motions, in agenda order. */
  readonly motions: readonly MotionSummary[];
  readonly briefings: readonly Briefing[];
};

/** The page at `#/motion/:id`, and at `#/motion/:id/with/:amendment`. */
export function MotionPage({ id, readWith, motions, briefings }: MotionPageProps) {
  const motion = useQuestion((store) => findMotion(store, id), [id]);
  if (motion === undefined) return <PageLayout title="">{null}</PageLayout>;
  if (motion === null) return <MissingPaper kind="motion" />;
  return <OpenMotion motion={motion} readWith={readWith} motions={motions} briefings={briefings} />;
}
