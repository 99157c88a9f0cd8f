// Where a note stands now: its clause may have changed since, or gone, and so may the words it is about. A note never
// loses the words it was about.

import { anchorIn, findAnchor } from '../../shared/amendment/anchor';
import type { TextAnchor } from '../../shared/amendment/anchor';
import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';

export type NotePlace =
  | { readonly kind: 'motion' }
  /** `position` counts from 1. `isChanged`: the clause read otherwise when the note was written; then it read `words`. */
  | {
      readonly kind: 'clause';
      readonly position: number;
      readonly clause: Clause;
      readonly isChanged: boolean;
      readonly words: string;
      /** The words the note is about, as they stand now; absent for a note on the whole clause. */
      readonly range?: { readonly from: number; readonly to: number };
    }
  /** What it is about is no longer in the text; `words` is what it read. `clause`: the clause that the words stood in. */
  | { readonly kind: 'lost'; readonly words: string; readonly clause?: ClauseId };

type Placed = Pick<Note, 'clause' | 'quote' | 'baseVersion'>;

/**
 * The place of `note` in a text. `versions` are the texts the motion has had: a clause that stood in the one the note
 * was written on, beside the note's own, is never taken for it.
 */
export function placeOf(note: Placed, clauses: readonly Clause[], versions: readonly TextVersion[] = []): NotePlace {
  if (note.clause === undefined) return { kind: 'motion' };
  const anchor = anchorOf(note, note.clause);
  const then = versions.find((version) => version.id === note.baseVersion);
  // Without the text it was written on, every clause may have been another clause then.
  const known = new Set((then?.clauses ?? clauses).map((clause) => clause.id));
  const found = findAnchor(clauses, anchor, known);
  if (found.kind === 'orphan') {
    const own = clauses.find((clause) => clause.id === anchor.clause);
    return { kind: 'lost', words: anchor.quotation, ...(own === undefined ? {} : { clause: own.id }) };
  }
  const index = clauses.findIndex((clause) => clause.id === found.clause);
  const clause = clauses[index];
  if (clause === undefined) throw new Error('An anchor was found in a clause that is not there');
  const range = note.quote === undefined ? {} : { range: { from: found.from, to: found.to } };
  const words = note.quote === undefined ? note.clause.text : note.quote.quotation;
  const now = note.quote === undefined ? clause.text : clause.text.slice(found.from, found.to);
  return { kind: 'clause', position: index + 1, clause, isChanged: now !== words, words, ...range };
}

function anchorOf({ quote }: Placed, clause: { readonly id: ClauseId; readonly text: string }): TextAnchor {
  if (quote !== undefined) return { ...quote, clause: clause.id };
  return anchorIn({ id: clause.id, kind: 'paragraph', depth: 0, text: clause.text });
}

/** Notes in the order of the text: on the motion first, lost ones last, earlier written before later. */
export function inTextOrder(
  notes: readonly Note[],
  clauses: readonly Clause[],
  versions: readonly TextVersion[] = [],
): readonly Note[] {
  const orders = new Map(notes.map((note) => [note.id, orderOf(placeOf(note, clauses, versions), clauses.length)]));
  return notes.toSorted(
    (before, after) =>
      (orders.get(before.id) ?? 0) - (orders.get(after.id) ?? 0) ||
      (before.id < after.id ? -1 : Number(before.id > after.id)),
  );
}

/** Notes on the whole clause stand before those on its words. */
function orderOf(place: NotePlace, clauses: number): number {
  if (place.kind === 'motion') return 0;
  if (place.kind === 'lost') return clauses + 2;
  return place.position + (place.range === undefined ? 0 : (place.range.from + 1) / (place.clause.text.length + 2));
}

/** The beginning of a clause, whole words, at most about `length` characters. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.lastIndexOf(' ', length);
  return `${text.slice(0, cut > length / 2 ? cut : length).replace(/[\s,;:.–-]+$/u, '')}…`;
}
