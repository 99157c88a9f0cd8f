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

type DecisionLook = { readonly icon: LucideIcon; readonly tone: BadgeTone };

/** How a decision looks, by its key. The words are `decisionWords`. */
export const decisionLooks: Readonly<Record<DecisionKey, DecisionLook>> = {
  carried: { icon: Check, tone: 'carried' },
  'carried-as-amended': { icon: CheckCheck, tone: 'carried' },
  lost: { icon: X, tone: 'lost' },
  withdrawn: { icon: Undo2, tone: 'plain' },
  remitted: { icon: CornerUpLeft, tone: 'plain' },
  fell: { icon: ArrowDown, tone: 'lost' },
  referred: { icon: CornerUpRight, tone: 'plain' },
  'not-reached': { icon: Hourglass, tone: 'warning' },
  'ruled-out-of-order': { icon: Ban, tone: 'lost' },
  'referred-back': { icon: Reply, tone: 'plain' },
  other: { icon: CircleDot, tone: 'plain' },
};
