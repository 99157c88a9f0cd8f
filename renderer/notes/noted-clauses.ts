// What of a text is noted on: how many notes each clause has, and which of its words they are about.

import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import { placeOf } from './note-place';

export type NotedRange = { readonly from: number; readonly to: number };

export type Noted = {
  readonly counts: ReadonlyMap<ClauseId, number>;
  readonly ranges: ReadonlyMap<ClauseId, readonly NotedRange[]>;
};

/** Notes that are on the motion as a whole, or lost, mark no clause. */
export function notedClauses(
  notes: readonly Note[],
  clauses: readonly Clause[],
  versions: readonly TextVersion[],
): Noted {
  const counts = new Map<ClauseId, number>();
  const ranges = new Map<ClauseId, readonly NotedRange[]>();
  for (const note of notes) {
    const place = placeOf(note, clauses, versions);
    if (place.kind !== 'clause') continue;
    const { id } = place.clause;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (place.range !== undefined) ranges.set(id, [...(ranges.get(id) ?? []), place.range]);
  }
  return { counts, ranges };
}

export type Piece = { readonly text: string; readonly isNoted: boolean; readonly from: number };

/** The text in pieces, noted and not; ranges that overlap or touch are one. */
export function notedPieces(text: string, ranges: readonly NotedRange[]): readonly Piece[] {
  const joined: NotedRange[] = [];
  for (const range of ranges.toSorted((before, after) => before.from - after.from)) {
    const last = joined.at(-1);
    if (last === undefined || range.from > last.to) joined.push(range);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  const cuts = joined.flatMap(({ from, to }) => [from, to]);
  return [0, ...cuts].flatMap((from, index) => {
    const piece = text.slice(from, cuts[index] ?? text.length);
    return piece === '' ? [] : [{ text: piece, isNoted: index % 2 === 1, from }];
  });
}
