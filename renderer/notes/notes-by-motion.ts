// All notes arranged for reading: by motion as the agenda has them, those that hold the words sought.

import type { MotionId } from '../../shared/ids';
import type { Note } from '../../shared/motion/note';
import type { MotionKind } from '../../shared/motion/motion';

type NotedMotion = {
  readonly id: MotionId;
  readonly kind: MotionKind;
  readonly number?: string;
  readonly title: string;
};

export type NoteGroup = {
  readonly motionId: MotionId;
  /** `12 – Mutuals and co-ops`, or that the motion is gone. */
  readonly title: string;
  /** Whether the motion is still among the papers. */
  readonly isHeld: boolean;
  readonly notes: readonly Note[];
};

/** Groups in the order of `motions`; notes on motions no longer held come last. Case does not matter to the search. */
export function notesByMotion(
  notes: readonly Note[],
  motions: readonly NotedMotion[],
  sought: string,
): readonly NoteGroup[] {
  const words = sought.trim().toLowerCase();
  const found = notes.filter((note) => matches(note, words));
  const noted = new Set(found.map((note) => note.motionId));
  const groups = motions.flatMap((motion): readonly NoteGroup[] => {
    if (!noted.has(motion.id)) return [];
    const own = found.filter((note) => note.motionId === motion.id);
    const title = motion.number === undefined ? motion.title : `${motion.number} – ${motion.title}`;
    return [{ motionId: motion.id, title, isHeld: true, notes: own }];
  });
  const held = new Set(motions.map((motion) => motion.id));
  const lost = found.filter((note) => !held.has(note.motionId));
  const lostGroups = [...new Set(lost.map((note) => note.motionId))].map((motionId) => ({
    motionId,
    title: 'On a motion no longer among the papers',
    isHeld: false,
    notes: lost.filter((note) => note.motionId === motionId),
  }));
  return [...groups, ...lostGroups];
}

function matches(note: Note, words: string): boolean {
  return (
    words === '' || note.body.toLowerCase().includes(words) || note.clause?.text.toLowerCase().includes(words) === true
  );
}
