// What conference decided and how the delegation is bound, recorded by the delegate in a few keys.

import { Split } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Decision } from '../../shared/motion/decision';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { clearDecision, recordDecision } from '../storage/deeds';
import { decisionOf, findDecision } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts, useShortcut } from '../ui/shortcuts';
import { dayAndTime } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import { remember } from '../ui/use-remembered';
import { partDecision, partName } from './decided-parts';
import styles from './decision-card.module.css';
import { DecisionBadge } from './DecisionBadge';
import { DecisionForm } from './DecisionForm';
import { MandateField } from './MandateField';
import { PartsForm } from './PartsForm';

type DecisionCardProps = {
  readonly motion: Motion;
  /** What is printed of what falls with what. */
  readonly consequences: ReactNode;
};

/** Decision and mandate. What is printed on the paper stays printed; what is recorded here stands before it. */
export function DecisionCard({ motion, consequences }: DecisionCardProps) {
  const store = useStore();
  const toast = useToast();
  const recorded = useQuestion((open) => findDecision(open, motion.id), [motion.id]) ?? undefined;
  const [recording, setRecording] = useState<'whole' | 'parts'>();
  useShortcut('decide', () => {
    remember('margin', 'open');
    setRecording('whole');
  });

  const decision = recorded === undefined ? undefined : decisionOf(recorded);

  const setDecision = async (next: Decision | undefined): Promise<void> => {
    const on = { recordId: motion.id, motionId: motion.id };
    const kept =
      next === undefined
        ? await clearDecision(store, motion.id)
        : await recordDecision(store, { ...on, decision: next });
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };
  const record = async (next: Decision): Promise<void> => {
    setRecording(undefined);
    await setDecision(next);
    toast({ words: 'Decision recorded.', action: { words: 'Undo', run: () => void setDecision(decision) } });
  };

  return (
    <Card
      title="Decision and mandate"
      aside={
        recording === undefined && (
          <Button look="quiet" aria-keyshortcuts={shortcuts.decide.keys} onPress={() => setRecording('whole')}>
            {recorded === undefined ? 'Record' : 'Change'} <KeyHint keys={shortcuts.decide.keys} />
          </Button>
        )
      }
    >
      {recording === 'whole' && (
        <DecisionForm
          decision={decision}
          onRecord={(next) =>
            void record({ ...next, ...(decision?.parts === undefined ? {} : { parts: decision.parts }) })
          }
          onCancel={() => setRecording(undefined)}
        />
      )}
      {recording === 'parts' && (
        <PartsForm
          clauses={motion.text.clauses}
          decision={decision}
          onRecord={(next) => void record(next)}
          onCancel={() => setRecording(undefined)}
        />
      )}
      {recording === undefined && (
        <dl className={styles['facts']}>
          {recorded !== undefined && (
            <div className={styles['fact']}>
              <dt>Recorded {dayAndTime(recorded.recordedAt, store.now())}</dt>
              <dd>
                <DecisionBadge decision={recorded} />
                {recorded.reason !== undefined && <p className={styles['reason']}>{recorded.reason}</p>}
              </dd>
            </div>
          )}
          {motion.decision !== undefined && (
            <div className={styles['fact']}>
              <dt>As printed</dt>
              <dd>
                <DecisionBadge decision={motion.decision} isBare={recorded !== undefined} />
              </dd>
            </div>
          )}
          {(decision ?? motion.decision)?.parts?.map((part) => (
            <div key={`${part.from} ${part.to}`} className={styles['fact']}>
              <dt>{partName(part, motion.text.clauses)}</dt>
              <dd>
                {part.key === undefined ? partDecision(part) : <DecisionBadge decision={{ key: part.key }} isBare />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {recording === undefined && (
        <div className={styles['parts']}>
          <Button look="quiet" icon={<Split aria-hidden size={14} />} onPress={() => setRecording('parts')}>
            {decision?.parts === undefined ? 'Taken in parts' : 'Change the parts'}
          </Button>
        </div>
      )}
      {consequences}
      <MandateField motion={motion} />
    </Card>
  );
}
