// Chooses how a motion is read with an amendment; the keys 1 to 4 do the same (`MotionText`).

import type { Amendment } from '../../shared/amendment/amendment';
import { SegmentedControl } from '../ui/SegmentedControl';
import { shortcuts } from '../ui/shortcuts';
import type { TextView } from './text-view';
import styles from './text-view.module.css';

type TextViewControlProps = {
  readonly amendment: Amendment;
  readonly view: TextView;
  readonly onView: (view: TextView) => void;
};

const segments = [
  { value: 'original', words: 'Original', shortcut: shortcuts.viewOriginal.keys },
  { value: 'marked', words: 'Changes marked', shortcut: shortcuts.viewMarked.keys },
  { value: 'amended', words: 'As amended', shortcut: shortcuts.viewAmended.keys },
  { value: 'wording', words: 'Wording', shortcut: shortcuts.viewWording.keys },
] as const;

/** The segments, and which amendment they are about. */
export function TextViewControl({ amendment, view, onView }: TextViewControlProps) {
  const name = amendment.number === undefined ? 'my amendment' : amendment.number;
  return (
    <div className={styles['control']}>
      <SegmentedControl label={`The text with ${name}`} value={view} segments={segments} onChange={onView} />
      <span className={styles['name']}>with {name}</span>
    </div>
  );
}
