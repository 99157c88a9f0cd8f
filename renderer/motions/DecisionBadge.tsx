// A decision as icon and word.

import { decisionWords } from '../../shared/motion/decision';
import type { Decision } from '../../shared/motion/decision';
import { Badge } from '../ui/Badge';
import { decisionLooks } from './decision-look';

type DecisionBadgeProps = { readonly decision: Decision; readonly isBare?: boolean };

/** The words on the paper where they say more than the key, as a tip. */
export function DecisionBadge({ decision, isBare = false }: DecisionBadgeProps) {
  const { icon: Icon, tone } = decisionLooks[decision.key];
  const words = decision.key === 'other' ? (decision.asPrinted ?? decisionWords.other) : decisionWords[decision.key];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />} isBare={isBare}>
      {words}
    </Badge>
  );
}
