// How the delegation has bound its delegates on a motion, and what it said besides: kept as it is chosen and typed.

import { useState } from 'react';
import { mandateWords } from '../../shared/motion/mandate';
import type { MandatePosition } from '../../shared/motion/mandate';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { clearMandate, saveMandate } from '../storage/deeds';
import { findMandate } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import { useToast } from '../ui/Toasts';

const positions: readonly MandatePosition[] = [
  'support',
  'support-as-amended',
  'oppose',
  'remit',
  'listen-and-decide',
  'leave-to-delegates',
];

const choices = [
  { value: 'none' as const, words: 'Not known' },
  ...positions.map((position) => ({ value: position, words: mandateWords[position] })),
];

/** A select; where a mandate is known, also a field for its remark, kept when it is left. */
export function MandateField({ motion }: { readonly motion: Pick<Motion, 'id'> }) {
  const store = useStore();
  const toast = useToast();
  const mandate = useQuestion((open) => findMandate(open, motion.id), [motion.id]);
  const [typed, setTyped] = useState<string>();

  const save = async (position: MandatePosition | 'none', remark: string): Promise<void> => {
    const words = remark.trim() === '' ? {} : { remark: remark.trim() };
    const kept =
      position === 'none'
        ? await clearMandate(store, motion.id)
        : await saveMandate(store, { motionId: motion.id, position, ...words });
    if (kept.ok) setTyped(undefined);
    else toast({ words: keepMessage(kept.error) });
  };
  const position = mandate?.position ?? 'none';
  const remark = typed ?? mandate?.remark ?? '';

  return (
    <>
      <SelectField
        label="Branch mandate"
        value={position}
        choices={choices}
        onChange={(next) => void save(next, remark)}
      />
      {position !== 'none' && (
        <TextField
          label="On what condition (if any)"
          value={remark}
          onChange={setTyped}
          onBlur={() => {
            if (typed !== undefined && typed.trim() !== (mandate?.remark ?? '')) void save(position, typed);
          }}
        />
      )}
    </>
  );
}
