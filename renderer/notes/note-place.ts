// Where a note stands now: its clause may have changed since, or gone. A note never loses the words it was about.

import type { Clause } from '../../shared/motion/clause';
import type { Note } from '../../shared/motion/note';

export type NotePlace =
  | { readonly kind: 'motion' }
  /** `position` counts from 1. `isChanged`: the clause read otherwise when the note was written. */
  | {
      readonly kind: 'clause';
      readonly position: number;
      readonly clause: Clause;
      readonly isChanged: boolean;
      readonly words: string;
    }
  /** Its clause is no longer in the text; `words` is what it read. */
  | { readonly kind: 'lost'; readonly words: string };

/** The place of `note` in a text. */
export function placeOf(note: Pick<Note, 'clause'>, clauses: readonly Clause[]): NotePlace {
  if (note.clause === undefined) return { kind: 'motion' };
  const { id, text: words } = note.clause;
  const index = clauses.findIndex((clause) => clause.id === id);
  const clause = clauses[index];
  if (clause === undefined) return { kind: 'lost', words };
  return { kind: 'clause', position: index + 1, clause, isChanged: clause.text !== words, words };
}

/** Notes in the order of the text: on the motion first, lost ones last, earlier written before later. */
export function inTextOrder(notes: readonly Note[], clauses: readonly Clause[]): readonly Note[] {
  const orderOf = (note: Note): number => {
    const place = placeOf(note, clauses);
    if (place.kind === 'motion') return 0;
    return place.kind === 'clause' ? place.position : clauses.length + 1;
  };
  return notes.toSorted(
    (before, after) => orderOf(before) - orderOf(after) || (before.id < after.id ? -1 : Number(before.id > after.id)),
  );
}

/** The beginning of a clause, whole words, at most about `length` characters. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.lastIndexOf(' ', length);
  return `${text.slice(0, cut > length / 2 ? cut : length).replace(/[\s,;:.–-]+$/u, '')}…`;
}
