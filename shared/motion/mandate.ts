// How the delegation has bound its delegates on a motion.

import type { MandateId, MotionId } from '../ids';

export type MandatePosition =
  | 'support'
  | 'support-as-amended'
  | 'oppose'
  | 'remit'
  | 'listen-and-decide'
  | 'leave-to-delegates';

export type Mandate = {
  readonly id: MandateId;
  readonly motionId: MotionId;
  readonly position: MandatePosition;
  readonly remark?: string;
};

/** What a delegate reads, for each position. */
export const mandateWords: Readonly<Record<MandatePosition, string>> = {
  support: 'Support',
  'support-as-amended': 'Support as amended',
  oppose: 'Oppose',
  remit: 'Remit',
  'listen-and-decide': 'Listen and decide',
  'leave-to-delegates': 'Leave to delegates',
};
