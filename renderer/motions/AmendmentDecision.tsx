// What conference decided on one amendment: as recorded by the delegate, else as printed; and the way to record it.

import { Gavel } from 'lucide-react';
import type { Amendment } from '../../shared/amendment/amendment';
import { decisionWords } from '../../shared/motion/decision';
import type { Decision } from '../../shared/motion/decision';
import { keepMessage } from '../app/failure-message';
import { clearDecision, recordDecision } from '../storage/deeds';
import { decisionOf, findDecision } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { MenuButton } from '../ui/MenuButton';
import { useToast } from '../ui/Toasts';
import { decisionLetters } from './decision-keys';
import styles from './decision-card.module.css';
import { DecisionBadge } from './DecisionBadge';

/** The decision, and a menu to record another or none. */
export function AmendmentDecision({ amendment }: { readonly amendment: Amendment }) {
  const store = useStore();
  const toast = useToast();
  const { id, motionId } = amendment;
  const recorded = useQuestion((open) => findDecision(open, id), [id]) ?? undefined;
  const decision = recorded ?? amendment.decision;

  const set = async (next: Decision | undefined): Promise<void> => {
    const on = { recordId: id, motionId };
    const kept =
      next === undefined ? await clearDecision(store, id) : await recordDecision(store, { ...on, decision: next });
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };
  const choose = async (next: Decision | undefined): Promise<void> => {
    const before = recorded === undefined ? undefined : decisionOf(recorded);
    await set(next);
    const words =
      next === undefined ? 'The decision is taken off.' : `Recorded: ${decisionWords[next.key].toLowerCase()}.`;
    toast({ words, action: { words: 'Undo', run: () => void set(before) } });
  };
  const actions = decisionLetters.map(({ key }) => ({
    id: key,
    words: decisionWords[key],
    run: () => void choose({ key }),
  }));
  const clear = { id: 'none', words: 'Not decided', run: () => void choose(undefined) };
  const name = amendment.number === undefined ? 'this amendment' : `amendment ${amendment.number}`;
  return (
    <span className={styles['onAmendment']}>
      {decision !== undefined && <DecisionBadge decision={decision} isBare />}
      <MenuButton
        label={`${decision === undefined ? 'Record' : 'Change'} the decision on ${name}`}
        words={decision === undefined ? 'Record the decision' : 'Change'}
        icon={<Gavel aria-hidden size={14} />}
        actions={recorded === undefined ? actions : [...actions, clear]}
      />
    </span>
  );
}
