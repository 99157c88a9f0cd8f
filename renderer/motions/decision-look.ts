// Each decision's icon and tone: icon, word and shape together, so that none of them stands alone.

import {
  ArrowDown,
  Ban,
  Check,
  CheckCheck,
  CircleDot,
  CornerUpLeft,
  CornerUpRight,
  Hourglass,
  Reply,
  Undo2,
  X,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { DecisionKey } from '../../shared/motion/decision';
import type { BadgeTone } from '../ui/Badge';

type DecisionLook = {
  readonly icon: LucideIcon;
  readonly tone: BadgeTone;
  /** Where there is little room, beside the icon. */
  readonly short: string;
};

/** How a decision looks, by its key. The words are `decisionWords`. */
export const decisionLooks: Readonly<Record<DecisionKey, DecisionLook>> = {
  carried: { icon: Check, tone: 'carried', short: 'carried' },
  'carried-as-amended': { icon: CheckCheck, tone: 'carried', short: 'amended' },
  lost: { icon: X, tone: 'lost', short: 'lost' },
  withdrawn: { icon: Undo2, tone: 'plain', short: 'withdrawn' },
  remitted: { icon: CornerUpLeft, tone: 'plain', short: 'remitted' },
  fell: { icon: ArrowDown, tone: 'lost', short: 'fell' },
  referred: { icon: CornerUpRight, tone: 'plain', short: 'referred' },
  'not-reached': { icon: Hourglass, tone: 'warning', short: 'not reached' },
  'ruled-out-of-order': { icon: Ban, tone: 'lost', short: 'out of order' },
  'referred-back': { icon: Reply, tone: 'plain', short: 'back' },
  other: { icon: CircleDot, tone: 'plain', short: 'decided' },
};
