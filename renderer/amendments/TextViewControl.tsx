// Chooses how a motion is read with the ticked amendments; the keys 1 to 4 do the same.

import { SegmentedControl } from '../ui/SegmentedControl';
import { shortcuts, useShortcut } from '../ui/shortcuts';
import styles from './text-view.module.css';
import type { TextView } from './what-if';

type TextViewControlProps = {
  readonly view: TextView;
  readonly onView: (view: TextView) => void;
  /** How many amendments are in the text, in words. */
  readonly words: string;
};

const segments = [
  { value: 'original', words: 'Original', shortcut: shortcuts.viewOriginal.keys },
  { value: 'marked', words: 'Changes marked', shortcut: shortcuts.viewMarked.keys },
  { value: 'amended', words: 'As amended', shortcut: shortcuts.viewAmended.keys },
  { value: 'wording', words: 'Wording', shortcut: shortcuts.viewWording.keys },
] as const;

/** The segments, and how many amendments they are about. */
export function TextViewControl({ view, onView, words }: TextViewControlProps) {
  useShortcut('viewOriginal', () => onView('original'));
  useShortcut('viewMarked', () => onView('marked'));
  useShortcut('viewAmended', () => onView('amended'));
  useShortcut('viewWording', () => onView('wording'));
  return (
    <div className={styles['control']}>
      <SegmentedControl label="The text" value={view} segments={segments} onChange={onView} />
      <span className={styles['name']}>{words}</span>
    </div>
  );
}
