// A proposed change to one motion: who moves it, against which text, and the operations.

import type { AmendmentId, ConferenceId, MotionId, TextVersionId } from '../ids';
import type { Decision } from '../motion/decision';
import type { Origin } from '../motion/motion';
import type { TextOperation } from './operation';

/** A draft is the delegate's own; an official amendment (origin `office`) is `published` and never edited here. */
export type AmendmentStanding = 'draft' | 'ready' | 'submitted' | 'withdrawn' | 'published';

export type Amendment = {
  readonly id: AmendmentId;
  readonly conferenceId: ConferenceId;
  readonly motionId: MotionId;
  readonly origin: Origin;
  readonly standing: AmendmentStanding;
  /** As printed: `12.1`, `A.1`. Drafts have none until the office gives one. */
  readonly number?: string;
  readonly submittedBy: readonly string[];
  /**
   * The amendment that this one amends (a secondary amendment). It is written in the motion as that one would leave it,
   * is voted on before it and has no effect without it. Absent: it amends the motion itself.
   */
  readonly amends?: AmendmentId;
  /** The text version that the operations are placed in: the motion's, or that of `baseTextOf` (base-text.ts). */
  readonly baseVersion: TextVersionId;
  readonly operations: readonly TextOperation[];
  /** The instruction as printed, for an amendment that was read rather than drafted. */
  readonly instruction?: string;
  readonly decision?: Decision;
  /** The amendment that this draft is another version of: written on another computer at the same time. */
  readonly versionOf?: AmendmentId;
  /** Display only: epoch milliseconds by this computer's clock when last saved. */
  readonly savedAt?: number;
};
