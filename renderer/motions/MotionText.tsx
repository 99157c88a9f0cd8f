// The text of a motion on its page: as it stands, or with the amendment that is being read with it.

import type { Amendment } from '../../shared/amendment/amendment';
import type { ClauseId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import { useShortcut } from '../ui/shortcuts';
import { AmendedText } from './AmendedText';
import { instructionOf } from './amendment-words';
import { ClauseList } from './ClauseList';
import { textWith } from './text-view';
import type { ReadWith, TextView } from './text-view';
import styles from './text-view.module.css';
import { TextViewControl } from './TextViewControl';

type MotionTextProps = {
  readonly motion: Motion;
  readonly notes: readonly Note[];
  readonly amendments: readonly Amendment[];
  readonly readWith: ReadWith | undefined;
  readonly onView: (view: TextView) => void;
  readonly current: ClauseId | undefined;
  readonly onCurrent: (clause: ClauseId) => void;
  readonly onWriteNote: () => void;
};

/** Clauses can be noted on in the text as it stands. */
export function MotionText(props: MotionTextProps) {
  const { motion, notes, amendments, readWith, onView, current, onCurrent, onWriteNote } = props;
  useShortcut('viewOriginal', () => onView('original'));
  useShortcut('viewMarked', () => onView('marked'));
  useShortcut('viewAmended', () => onView('amended'));
  useShortcut('viewWording', () => onView('wording'));
  const amendment = amendments.find((one) => one.id === readWith?.amendment);
  const text = amendment === undefined ? undefined : textWith(motion.text, amendment);
  const original = (
    <ClauseList
      clauses={motion.text.clauses}
      notes={notes}
      current={current}
      onCurrent={onCurrent}
      onWriteNote={onWriteNote}
    />
  );
  if (amendment === undefined || text === undefined || readWith === undefined) return original;
  return (
    <>
      <TextViewControl amendment={amendment} view={readWith.view} onView={onView} />
      {readWith.view === 'original' && original}
      {readWith.view === 'wording' && <p className={styles['wording']}>{instructionOf(motion.text, amendment)}</p>}
      {(readWith.view === 'marked' || readWith.view === 'amended') && (
        <AmendedText key={amendment.id} text={text} view={readWith.view} />
      )}
    </>
  );
}
