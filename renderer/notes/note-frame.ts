// A note without its words: which one it is, what it is about, and against which text.

import { anchorIn } from '../../shared/amendment/anchor';
import type { ClauseId, NoteId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';

/** What a note says besides its words; all saves of one note share it. */
export type NoteFrame = Omit<Note, 'body' | 'savedAt'>;

/** What a new note is to be about: a clause, or words of it. */
export type NoteTarget = { readonly clause: ClauseId; readonly words?: { readonly from: number; readonly to: number } };

/** The frame of a new note on a clause of the motion or its words, or on the motion where `on` is none of its clauses. */
export function beginNote(motion: Motion, on: NoteTarget | undefined, id: NoteId): NoteFrame {
  const clause = motion.text.clauses.find((one) => one.id === on?.clause);
  const frame: NoteFrame = { id, motionId: motion.id, baseVersion: motion.text.id };
  if (clause === undefined) return frame;
  const onClause: NoteFrame = { ...frame, clause: { id: clause.id, text: clause.text } };
  if (on?.words === undefined) return onClause;
  const { clause: _clause, ...quote } = anchorIn(clause, wholeWords(clause.text, on.words));
  return { ...onClause, quote };
}

/** The frame of a note on a clause, about these of its words instead, or about the whole clause. */
export function aboutWords({ quote: _quote, ...frame }: NoteFrame, words: Range | undefined): NoteFrame {
  if (frame.clause === undefined || words === undefined) return frame;
  const { id, text } = frame.clause;
  const { clause: _clause, ...quote } = anchorIn({ id, kind: 'paragraph', depth: 0, text }, wholeWords(text, words));
  return { ...frame, quote };
}

/** The frame of a note that is there. */
export function frameOf({ body: _body, savedAt: _savedAt, ...frame }: Note): NoteFrame {
  return frame;
}

type Range = { readonly from: number; readonly to: number };

/** The range with the words that it begins or ends in the middle of. */
function wholeWords(text: string, { from, to }: Range): Range {
  const head = /[\p{L}\p{M}\p{Nd}]*$/u.exec(text.slice(0, from))?.[0] ?? '';
  const tail = /^[\p{L}\p{M}\p{Nd}]*/u.exec(text.slice(to))?.[0] ?? '';
  return {
    from: isWord(text.charAt(from)) ? from - head.length : from,
    to: isWord(text.charAt(to - 1)) ? to + tail.length : to,
  };
}

function isWord(character: string): boolean {
  return /[\p{L}\p{M}\p{Nd}]/u.test(character);
}
