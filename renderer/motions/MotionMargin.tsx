// The margin of a motion's page, composed of what the features have to say about it: amendments, notes, the delegation,
// the decision, briefings. The motion page alone composes other features.

import type { Amendment } from '../../shared/amendment/amendment';
import type { ClauseId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import { AmendmentsCard } from '../amendments/AmendmentsCard';
import type { WhatIf } from '../amendments/use-what-if';
import { DelegationCard } from '../delegation/DelegationCard';
import type { NoteFrame, NoteTarget } from '../notes/note-frame';
import type { NotedRange } from '../notes/noted-clauses';
import { NotesCard } from '../notes/NotesCard';
import { AmendmentDecision } from './AmendmentDecision';
import { BriefingsCard } from './BriefingsCard';
import { ConsequenceList } from './ConsequenceList';
import { DecisionCard } from './DecisionCard';

type MotionMarginProps = {
  readonly motion: Motion;
  readonly whatIf: WhatIf;
  readonly notes: readonly Note[];
  /** All briefings of the conference. */
  readonly briefings: readonly Briefing[];
  /** All texts the motion has had here. */
  readonly versions: readonly TextVersion[];
  /** What a new note would be about. */
  readonly target: NoteTarget | undefined;
  /** The note being begun, if one is. */
  readonly begun: NoteFrame | undefined;
  readonly onWrite: () => void;
  readonly onWritten: () => void;
  readonly onAbout: (words: NotedRange | undefined) => void;
  readonly onGoToClause: (clause: ClauseId) => void;
};

/** Cards, the ones needed while reading first. */
export function MotionMargin(props: MotionMarginProps) {
  const { motion, whatIf, notes, briefings, versions, target, begun, onWrite, onWritten, onAbout, onGoToClause } =
    props;
  return (
    <>
      <AmendmentsCard motion={motion} whatIf={whatIf} decisionOn={decisionOn} />
      <NotesCard
        motion={motion}
        notes={notes}
        versions={versions}
        target={target}
        begun={begun}
        onWrite={onWrite}
        onWritten={onWritten}
        onAbout={onAbout}
        onGoToClause={onGoToClause}
      />
      <DelegationCard motion={motion} amendments={whatIf.inOrder} />
      <DecisionCard
        motion={motion}
        consequences={<ConsequenceList motion={motion} amendments={whatIf.inOrder} hall={whatIf.hall} />}
      />
      <BriefingsCard motion={motion} briefings={briefings} />
    </>
  );
}

function decisionOn(amendment: Amendment) {
  return <AmendmentDecision amendment={amendment} />;
}
