// What conference decided and how the delegation is bound, recorded by the delegate in a few keys.

import { useState } from 'react';
import type { Decision } from '../../shared/motion/decision';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { clearDecision, recordDecision } from '../storage/deeds';
import { findDecision } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts, useShortcut } from '../ui/shortcuts';
import { dayAndTime } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import { remember } from '../ui/use-remembered';
import styles from './decision-card.module.css';
import { DecisionBadge } from './DecisionBadge';
import { DecisionForm } from './DecisionForm';
import { MandateField } from './MandateField';

/** Decision and mandate. What is printed on the paper stays printed; what is recorded here stands before it. */
export function DecisionCard({ motion }: { readonly motion: Motion }) {
  const store = useStore();
  const toast = useToast();
  const recorded = useQuestion((open) => findDecision(open, motion.id), [motion.id]) ?? undefined;
  const [isRecording, setIsRecording] = useState(false);
  useShortcut('decide', () => {
    remember('margin', 'open');
    setIsRecording(true);
  });

  const setDecision = async (decision: Decision | undefined): Promise<void> => {
    const on = { recordId: motion.id, motionId: motion.id };
    const kept =
      decision === undefined ? await clearDecision(store, motion.id) : await recordDecision(store, { ...on, decision });
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };
  const record = async (decision: Decision): Promise<void> => {
    setIsRecording(false);
    const before = recorded === undefined ? undefined : decisionOf(recorded);
    await setDecision(decision);
    toast({ words: 'Decision recorded.', action: { words: 'Undo', run: () => void setDecision(before) } });
  };

  return (
    <Card
      title="Decision and mandate"
      aside={
        !isRecording && (
          <Button look="quiet" aria-keyshortcuts={shortcuts.decide.keys} onPress={() => setIsRecording(true)}>
            {recorded === undefined ? 'Record' : 'Change'} <KeyHint keys={shortcuts.decide.keys} />
          </Button>
        )
      }
    >
      {isRecording ? (
        <DecisionForm
          decision={recorded === undefined ? undefined : decisionOf(recorded)}
          onRecord={(decision) => void record(decision)}
          onCancel={() => setIsRecording(false)}
        />
      ) : (
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
        </dl>
      )}
      <MandateField motion={motion} />
    </Card>
  );
}

function decisionOf({ key, asPrinted, reason }: Decision): Decision {
  return { key, ...(asPrinted === undefined ? {} : { asPrinted }), ...(reason === undefined ? {} : { reason }) };
}
