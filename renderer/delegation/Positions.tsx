// Where members of the delegation stand on a motion, and where one stands oneself.

import { mandateWords, type MandatePosition } from '../../shared/motion/mandate';
import { visibleLine } from '../../shared/report/visible-text';
import type { DelegationOn } from '../storage/sending-questions';
import { SelectField } from '../ui/SelectField';
import styles from './delegation.module.css';
import { memberWords } from './member-words';

type PositionsProps = {
  readonly said: DelegationOn;
  readonly onTake: (position: MandatePosition | 'none') => void;
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

export function Positions({ said, onTake }: PositionsProps) {
  const members = said.positions.map((each) => ({ ...each, member: said.memberOf(each.device) }));
  const own = members.find(({ member }) => member.kind === 'self');
  const others = members.filter(({ member }) => member.kind !== 'self');
  return (
    <>
      <SelectField
        label="Where I stand, for my delegation to see"
        value={own?.position ?? 'none'}
        choices={choices}
        onChange={onTake}
      />
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
