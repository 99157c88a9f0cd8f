// The margin of a motion's page, composed of what the features have to say about it: amendments, notes, the decision,
// briefings. The motion page alone composes other features.

import type { AmendmentId, ClauseId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import type { Motion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import type { NoteFrame } from '../notes/note-frame';
import { NotesCard } from '../notes/NotesCard';
import type { AmendmentsOfMotion } from '../storage/questions';
import { AmendmentsCard } from './AmendmentsCard';
import { BriefingsCard } from './BriefingsCard';
import { DecisionCard } from './DecisionCard';

type MotionMarginProps = {
  readonly motion: Motion;
  readonly amendments: AmendmentsOfMotion;
  /** The amendment that is being read in the text. */
  readonly shown: AmendmentId | undefined;
  readonly onShow: (amendment: AmendmentId | undefined) => void;
  readonly notes: readonly Note[];
  /** All briefings of the conference. */
  readonly briefings: readonly Briefing[];
  readonly current: ClauseId | undefined;
  /** The note being begun, if one is. */
  readonly begun: NoteFrame | undefined;
  readonly onWrite: () => void;
  readonly onWritten: () => void;
  readonly onGoToClause: (clause: ClauseId) => void;
};

/** Cards, the ones needed while reading first. */
export function MotionMargin(props: MotionMarginProps) {
  const { motion, amendments, shown, onShow, notes, briefings, current, begun, onWrite, onWritten, onGoToClause } =
    props;
  return (
    <>
      <AmendmentsCard motion={motion} amendments={amendments} shown={shown} onShow={onShow} />
      <NotesCard
        motion={motion}
        notes={notes}
        current={current}
        begun={begun}
        onWrite={onWrite}
        onWritten={onWritten}
        onGoToClause={onGoToClause}
      />
      <DecisionCard motion={motion} />
      <BriefingsCard motion={motion} briefings={briefings} />
    </>
  );
}
