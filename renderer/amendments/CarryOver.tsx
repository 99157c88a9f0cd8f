// A draft on an earlier text: says so, carries it over to the new one, and first tells what would be lost.

import { useState } from 'react';
import type { TextOperation } from '../../shared/amendment/operation';
import type { TextVersion } from '../../shared/motion/motion';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { counted } from '../ui/time-words';
import { carryDraft } from './carry-draft';
import type { CarriedDraft } from './carry-draft';
import { LostChanges } from './LostChanges';

type CarryOverProps = {
  readonly base: TextVersion;
  /** The motion's text as it is now. */
  readonly changed: TextVersion;
  readonly operations: readonly TextOperation[];
  readonly onCarry: (carried: CarriedDraft) => void;
};

/** What can be carried whole is carried with one press; where words would be lost, a second one is asked for. */
export function CarryOver({ base, changed, operations, onCarry }: CarryOverProps) {
  const [tried, setTried] = useState<CarriedDraft>();
  const tryIt = (): void => {
    const carried = carryDraft(operations, base, changed);
    if (carried.lost.length === 0) onCarry(carried);
    else setTried(carried);
  };
  if (tried === undefined) {
    return (
      <Notice kind="warning" action={<Button onPress={tryIt}>Carry over to the new text</Button>}>
        The text of this motion has changed since this draft was begun. It is shown on the text it was written on.
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
