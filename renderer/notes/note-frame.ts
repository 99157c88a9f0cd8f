// A note without its words: which one it is, what it is about, and against which text.

import type { ClauseId, NoteId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';

/** What a note says besides its words; all saves of one note share it. */
export type NoteFrame = Omit<Note, 'body' | 'savedAt'>;

/** The frame of a new note on a clause of the motion, or on the motion where `on` is none of its clauses. */
export function beginNote(motion: Motion, on: ClauseId | undefined, id: NoteId): NoteFrame {
  const clause = motion.text.clauses.find((one) => one.id === on);
  return {
    id,
    motionId: motion.id,
    baseVersion: motion.text.id,
    ...(clause === undefined ? {} : { clause: { id: clause.id, text: clause.text } }),
  };
}

/** The frame of a note that is there. */
export function frameOf({ body: _body, savedAt: _savedAt, ...frame }: Note): NoteFrame {
  return frame;
}
