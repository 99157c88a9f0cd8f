// How the delegation has bound its delegates on a motion: chosen, and kept at once.

import { mandateWords } from '../../shared/motion/mandate';
import type { MandatePosition } from '../../shared/motion/mandate';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { clearMandate, saveMandate } from '../storage/deeds';
import { findMandate } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { SelectField } from '../ui/SelectField';
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

/** A select; what the mandate says besides is kept as it was. */
export function MandateField({ motion }: { readonly motion: Pick<Motion, 'id'> }) {
  const store = useStore();
  const toast = useToast();
  const mandate = useQuestion((open) => findMandate(open, motion.id), [motion.id]);

  const choose = async (position: MandatePosition | 'none'): Promise<void> => {
    const remark = mandate?.remark === undefined ? {} : { remark: mandate.remark };
    const kept =
      position === 'none'
        ? await clearMandate(store, motion.id)
        : await saveMandate(store, { motionId: motion.id, position, ...remark });
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };

  return (
    <SelectField
      label="Branch mandate"
      value={mandate?.position ?? 'none'}
      choices={choices}
      onChange={(position) => void choose(position)}
    />
  );
}
