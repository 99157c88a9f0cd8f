// A draft on an earlier text: says so, carries it over to the new one, and first tells what would be lost.

import { useState } from 'react';
import type { TextOperation } from '../../shared/amendment/operation';
import type { Amendment } from '../../shared/amendment/amendment';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { findApplied } from '../storage/official-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { counted, dayAndTime } from '../ui/time-words';
import { carryDraft } from './carry-draft';
import type { CarriedDraft } from './carry-draft';
import { LostChanges } from './LostChanges';
import { amendmentName } from './what-if';

type CarryOverProps = {
  readonly motion: Motion;
  /** The amendment that the draft amends, if it amends one. */
  readonly parent: Amendment | undefined;
  readonly base: TextVersion;
  /** The text that it would be written on now. */
  readonly changed: TextVersion;
  readonly operations: readonly TextOperation[];
  readonly onCarry: (carried: CarriedDraft) => void;
};

/** What can be carried whole is carried with one press; where words would be lost, a second one is asked for. */
export function CarryOver({ motion, parent, base, changed, operations, onCarry }: CarryOverProps) {
  const store = useStore();
  const applied = useQuestion((open) => findApplied(open, motion.conferenceId), [motion.conferenceId]);
  const [tried, setTried] = useState<CarriedDraft>();
  const tryIt = (): void => {
    const carried = carryDraft(operations, base, changed);
    if (carried.lost.length === 0) onCarry(carried);
    else setTried(carried);
  };
  if (tried === undefined) {
    return (
      <Notice kind="warning" action={<Button onPress={tryIt}>Carry over to the new text</Button>}>
        {changedWords(motion, { parent, cameAt: applied?.appliedAt, now: store.now() })} Your draft is still against the
        earlier text, and shown on it.
      </Notice>
    );
  }
  const kept = tried.operations.length;
  return (
    <Notice
      kind="warning"
      action={
        <>
          <Button onPress={() => setTried(undefined)}>Leave it as it is</Button>
          {kept > 0 && <Button onPress={() => onCarry(tried)}>Carry over the rest</Button>}
        </>
      }
    >
      <p>
        {kept === 0
          ? 'Nothing of this draft fits the new text.'
          : `${counted(kept, 'change')} can be carried over, ${tried.lost.length} cannot.`}
      </p>
      <LostChanges lost={tried.lost} base={base} />
    </Notice>
  );
}

type Change = {
  readonly parent: Amendment | undefined;
  /** When the office's last papers were taken in. */
  readonly cameAt: number | undefined;
  readonly now: number;
};

/** Who changed the text, and when it came, where that is known. */
function changedWords({ origin }: Motion, { parent, cameAt, now }: Change): string {
  const what = parent === undefined ? 'this motion' : `this motion or amendment ${amendmentName(parent)}`;
  if (origin === 'delegate') return `The text of ${what} has changed since this draft was begun.`;
  const when = cameAt === undefined ? '' : ` in the papers that came ${dayAndTime(cameAt, now)}`;
  return `The office changed ${what}${when}.`;
}
