// What conference decided on one amendment: as recorded by the delegate, else as printed.

import type { Amendment } from '../../shared/amendment/amendment';
import { findDecision } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { DecisionBadge } from './DecisionBadge';

export function AmendmentDecision({ amendment }: { readonly amendment: Amendment }) {
  const recorded = useQuestion((store) => findDecision(store, amendment.id), [amendment.id]);
  const decision = recorded ?? amendment.decision;
  return decision === undefined ? null : <DecisionBadge decision={decision} isBare />;
}
