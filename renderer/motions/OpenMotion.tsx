// A motion that is there, laid out: text, margin, neighbours; and the keys that work while it is read.

import { SquarePen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { noteId } from '../../shared/ids';
import type { AmendmentId, ClauseId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import { hrefOf, pathOf } from '../app/routes';
import { useWhatIf } from '../amendments/use-what-if';
import { aboutWords, beginNote } from '../notes/note-frame';
import type { NoteFrame } from '../notes/note-frame';
import { notedClauses } from '../notes/noted-clauses';
import { useSelectedWords } from '../notes/use-selected-words';
import { removeMotion } from '../storage/deeds';
import { listAmendments, listNotes, listTextVersions } from '../storage/questions';
import type { AmendmentsOfMotion, MotionSummary } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { useShortcut } from '../ui/shortcuts';
import { remember } from '../ui/use-remembered';
import { motionHeading } from './motion-name';
import { MotionHead } from './MotionHead';
import { MotionMargin } from './MotionMargin';
import { MotionText } from './MotionText';
import { NeighbourLinks } from './NeighbourLinks';
import { neighboursOf } from './paper-rows';
import { RemovePaper } from './RemovePaper';
import { SourceNote } from './SourceNote';
import { useReadingPlace } from './use-reading-place';

const noAmendments: AmendmentsOfMotion = { printed: [], own: [] };
const noNotes: readonly Note[] = [];
const noVersions: readonly TextVersion[] = [];

type OpenMotionProps = {
  readonly motion: Motion;
  /** The amendment that it is to be read with. */
  readonly readWith: AmendmentId | undefined;
  /** The conference's motions, in agenda order. */
  readonly motions: readonly MotionSummary[];
  readonly briefings: readonly Briefing[];
};

/** The page of `motion`. */
export function OpenMotion({ motion, readWith, motions, briefings }: OpenMotionProps) {
  const store = useStore();
  const notes = useQuestion((open) => listNotes(open, motion.id), [motion.id]) ?? noNotes;
  const amendments = useQuestion((open) => listAmendments(open, motion.id), [motion.id]) ?? noAmendments;
  const asPrinted = useMemo(() => [...amendments.printed, ...amendments.own], [amendments]);
  const whatIf = useWhatIf(motion, asPrinted, readWith);
  const [current, setCurrent] = useState<ClauseId>();
  const versions = useQuestion((open) => listTextVersions(open, motion.id), [motion.id]) ?? noVersions;
  const noted = useMemo(() => notedClauses(notes, motion.text.clauses, versions), [notes, motion, versions]);
  const selected = useSelectedWords();
  const target = selected ?? (current === undefined ? undefined : { clause: current });
  const [begun, setBegun] = useState<NoteFrame>();
  const { before, after } = neighboursOf(motions, motion.id);
  const [, navigate] = useLocation();
  const go = (to: MotionSummary | undefined): void => {
    if (to !== undefined) navigate(pathOf({ kind: 'motion', motion: to.id }));
  };
  const writeNote = (): void => {
    remember('margin', 'open');
    setBegun(beginNote(motion, target, noteId(store.newId())));
  };
  useReadingPlace(motion.id);
  useShortcut('previousMotion', () => go(before));
  useShortcut('nextMotion', () => go(after));
  useShortcut('note', writeNote);
  useShortcut('amend', () => navigate(pathOf({ kind: 'amend', motion: motion.id })));

  const margin = (
    <MotionMargin
      motion={motion}
      whatIf={whatIf}
      notes={notes}
      briefings={briefings}
      versions={versions}
      target={target}
      begun={begun}
      onWrite={writeNote}
      onWritten={() => setBegun(undefined)}
      onAbout={(words) => {
        if (begun !== undefined) setBegun(aboutWords(begun, words));
      }}
      onGoToClause={goToClause}
    />
  );
  return (
    <PageLayout
      title={motionHeading({ ...motion, title: motion.text.title })}
      margin={margin}
      marginLabel="Beside the text"
    >
      <article>
        <MotionHead motion={motion} />
        <MotionText
          motion={motion}
          noted={noted}
          selected={selected}
          whatIf={whatIf}
          current={current}
          onCurrent={setCurrent}
          onWriteNote={writeNote}
        />
      </article>
      <SourceNote paper={motion}>
        {motion.origin === 'delegate' && (
          <>
            <LinkButton href={hrefOf({ kind: 'correct-motion', motion: motion.id })} icon={<SquarePen aria-hidden />}>
              Correct this paper
            </LinkButton>
            <RemovePaper
              kind="motion"
              title={motion.text.title}
              conference={motion.conferenceId}
              consequence="Your notes and amendments on it go with it, and so do its mandate and decision."
              remove={async () => removeMotion(store, motion.id)}
            />
          </>
        )}
      </SourceNote>
      <NeighbourLinks before={before} after={after} />
    </PageLayout>
  );
}

function goToClause(clause: ClauseId): void {
  document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(clause)}"]`)?.focus();
}
