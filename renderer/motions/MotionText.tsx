// The text of a motion on its page: as it stands, or as it would stand with the ticked amendments.

import type { AmendmentId, ClauseId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { TextViewControl } from '../amendments/TextViewControl';
import type { WhatIf } from '../amendments/use-what-if';
import { nameIn } from '../amendments/what-if';
import type { TextView } from '../amendments/what-if';
import { WordingOfTicked } from '../amendments/WordingOfTicked';
import type { NoteTarget } from '../notes/note-frame';
import type { Noted } from '../notes/noted-clauses';
import { counted } from '../ui/time-words';
import { AmendedText } from './AmendedText';
import { ClauseList } from './ClauseList';
import { useSamePlace } from './use-same-place';

type MotionTextProps = {
  readonly motion: Motion;
  readonly noted: Noted;
  /** Words that are selected: a note would be about them. */
  readonly selected: NoteTarget | undefined;
  readonly whatIf: WhatIf;
  readonly current: ClauseId | undefined;
  readonly onCurrent: (clause: ClauseId) => void;
  readonly onWriteNote: () => void;
};

/** Clauses can be noted on in the text as it stands. */
export function MotionText(props: MotionTextProps) {
  const { motion, noted, selected, whatIf, current, onCurrent, onWriteNote } = props;
  const { inOrder, tried, view, ticked } = whatIf;
  const shown = tried.text === undefined ? 'original' : view;
  const holdPlace = useSamePlace();
  const canBeTried = tried.text !== undefined || inOrder.some(({ id }) => whatIf.bases.has(id));
  const carried = ticked.size - tried.setAside.size;
  const words = ticked.size === 0 ? '' : `with ${counted(carried, 'amendment')}`;
  const show = (next: TextView): void => {
    holdPlace();
    whatIf.show(next);
  };
  const { text } = tried;
  const nameOf = (id: AmendmentId): string => nameIn(inOrder, id);
  return (
    <>
      {canBeTried && <TextViewControl view={shown} onView={show} words={words} />}
      {shown === 'original' && (
        <ClauseList
          clauses={motion.text.clauses}
          noted={noted}
          selected={selected}
          current={current}
          onCurrent={onCurrent}
          onWriteNote={onWriteNote}
        />
      )}
      {shown === 'wording' && ticked.size === 0 && <p>No amendment is ticked, so there is no wording to read.</p>}
      {shown === 'wording' && (
        <WordingOfTicked amendments={inOrder.filter(({ id }) => ticked.has(id))} bases={whatIf.bases} />
      )}
      {text !== undefined && (shown === 'marked' || shown === 'amended') && (
        <AmendedText text={text} view={shown} printed={motion.text.clauses} whatIf={whatIf} nameOf={nameOf} />
      )}
    </>
  );
}
