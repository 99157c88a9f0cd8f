// Where members of the delegation stand on a motion, and where one stands oneself.

import { useState } from 'react';
import { remarkLimit } from '../../shared/bundle/delegation-words';
import { unsaidKey, type UnsaidRow } from '../../shared/journal/row';
import { mandateWords, type MandatePosition } from '../../shared/motion/mandate';
import { visibleLine } from '../../shared/report/visible-text';
import type { DelegationOn } from '../storage/sending-questions';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/SelectField';
import styles from './delegation.module.css';
import { memberWords } from './member-words';
import { SayForm } from './SayForm';

type PositionsProps = {
  readonly motionId: string;
  readonly said: DelegationOn;
  readonly unsaid: ReadonlyMap<string, UnsaidRow>;
  /** Answers whether it was kept; `typed`: where the remark was kept while it was typed. */
  readonly onTake: (position: MandatePosition | 'none', remark?: string, typed?: string) => Promise<boolean>;
};

const positions: readonly MandatePosition[] = [
  'support',
  'support-as-amended',
  'oppose',
  'remit',
  'listen-and-decide',
  'leave-to-delegates',
];

const choices = [
  { value: 'none' as const, words: 'Not said' },
  ...positions.map((position) => ({ value: position, words: mandateWords[position] })),
];

export function Positions({ motionId, said, unsaid, onTake }: PositionsProps) {
  const members = said.positions.map((each) => ({ ...each, member: said.memberOf(each.device) }));
  const own = members.find(({ member }) => member.kind === 'self');
  const others = members.filter(({ member }) => member.kind !== 'self');
  return (
    <>
      <SelectField
        label="Where I stand, for my delegation to see"
        value={own?.position ?? 'none'}
        choices={choices}
        onChange={(position) => void onTake(position, own?.remark)}
      />
      {own !== undefined && (
        <Remark
          motionId={motionId}
          remark={own.remark}
          unsaid={unsaid}
          onSay={async (remark, typed) => onTake(own.position, remark, typed)}
        />
      )}
      {others.length > 0 && (
        <ul className={styles['positions']} aria-label="Where others stand">
          {others.map(({ device, member, position, remark }) => (
            <li key={device}>
              <strong>{mandateWords[position]}</strong> · {memberWords(member)}
              {remark !== undefined && `: ${visibleLine(remark)}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type RemarkProps = Pick<PositionsProps, 'motionId' | 'unsaid'> & {
  readonly remark: string | undefined;
  readonly onSay: (remark: string | undefined, typed: string) => Promise<boolean>;
};

/** Why one stands there, in a few words beside the position. */
function Remark({ motionId, remark, unsaid, onSay }: RemarkProps) {
  const key = unsaidKey(motionId, 'position');
  const begun = unsaid.get(key);
  const [manner, setManner] = useState<'read' | 'edited' | 'read-again'>(begun === undefined ? 'read' : 'edited');
  const say = async (words: string | undefined): Promise<boolean> => {
    const isKept = await onSay(words, key);
    if (isKept) setManner('read-again');
    return isKept;
  };
  if (manner === 'edited') {
    return (
      <SayForm
        label="Why, in a few words"
        unsaid={key}
        begin={begun ?? { motionId, body: remark ?? '' }}
        limit={remarkLimit}
        takesFocus={begun === undefined}
        action="Share this"
        onSay={async ({ body }) => say(body)}
        onLeave={() => setManner('read-again')}
      />
    );
  }
  return (
    <div className={styles['remark']}>
      {remark !== undefined && <p dir="auto">{visibleLine(remark)}</p>}
      <div className={styles['tools']}>
        <Button look="quiet" autoFocus={manner === 'read-again'} onPress={() => setManner('edited')}>
          {remark === undefined ? 'Say why' : 'Change why'}
        </Button>
        {remark !== undefined && (
          <Button look="quiet" onPress={() => void say(undefined)}>
            Take this remark back
          </Button>
        )}
      </div>
    </div>
  );
}
