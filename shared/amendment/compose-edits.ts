// Joins two rounds of edits of one text into one: what the first makes of the text and the second of that.

import { inOrder } from './apply-operations';
import type { TextEdit } from './word-diff';

/** An edit and whose it is: the one who makes it, then those who changed it on its way. */
export type OwnedEdit<Owner> = TextEdit & { readonly owners: readonly Owner[] };

/** A piece of the text on its way: kept words of the text before, words of it that go, or words put in. */
type Piece<Owner> =
  | { readonly kind: 'kept'; readonly from: number; readonly to: number }
  | { readonly kind: 'gone'; readonly from: number; readonly to: number; readonly owners: readonly Owner[] }
  | { readonly kind: 'put'; readonly text: string; readonly owners: readonly Owner[] };

/**
 * One round of edits that does what `first` and then `second` do; `second` has the coordinates of the text that `first`
 * makes of `before`. What touches becomes one edit, owned by all who had a hand in it, those of the first round first; what
 * is put back as it was, none.
 */
export function composeEdits<Owner>(
  before: string,
  first: readonly OwnedEdit<Owner>[],
  second: readonly OwnedEdit<Owner>[],
): readonly OwnedEdit<Owner>[] {
  const edits: OwnedEdit<Owner>[] = [];
  let gap: OwnedEdit<Owner> | undefined;
  let position = 0;
  const firstOwners = new Set(first.flatMap(({ owners }) => owners));
  const close = (): void => {
    if (gap !== undefined && before.slice(gap.from, gap.to) !== gap.text) {
      const { from, to, text, owners } = gap;
      const earlier = owners.filter((owner) => firstOwners.has(owner));
      edits.push({ from, to, text, owners: ownersOf(earlier, owners) });
    }
    gap = undefined;
  };
  for (const piece of secondRound(firstRound(before, first), second)) {
    if (piece.kind === 'kept') {
      if (piece.to > piece.from) close();
      position = piece.to;
      continue;
    }
    const { text, owners, from } = gap ?? { text: '', owners: [], from: position };
    if (piece.kind === 'gone') position = piece.to;
    gap = {
      from,
      to: position,
      text: piece.kind === 'put' ? text + piece.text : text,
      owners: ownersOf(owners, piece.owners),
    };
  }
  close();
  return edits;
}

/** All who had a hand in something, each once, in order. */
export function ownersOf<Owner>(before: readonly Owner[], after: readonly Owner[]): readonly Owner[] {
  return [...new Set([...before, ...after])];
}

function firstRound<Owner>(before: string, edits: readonly OwnedEdit<Owner>[]): readonly Piece<Owner>[] {
  const pieces: Piece<Owner>[] = [];
  let position = 0;
  for (const { from, to, text, owners } of inOrder(edits)) {
    pieces.push({ kind: 'kept', from: position, to: from });
    if (to > from) pieces.push({ kind: 'gone', from, to, owners });
    if (text !== '') pieces.push({ kind: 'put', text, owners });
    position = to;
  }
  pieces.push({ kind: 'kept', from: position, to: before.length });
  return pieces;
}

function lengthOf<Owner>(piece: Piece<Owner>): number {
  if (piece.kind === 'gone') return 0;
  return piece.kind === 'put' ? piece.text.length : piece.to - piece.from;
}

/** Cuts the pieces where an edit begins and ends, takes out what it takes out and puts in what it puts in. */
function secondRound<Owner>(
  pieces: readonly Piece<Owner>[],
  edits: readonly OwnedEdit<Owner>[],
): readonly Piece<Owner>[] {
  const result: Piece<Owner>[] = [];
  const left = [...pieces];
  let position = 0;
  const takeUntil = (place: number, take: (piece: Piece<Owner>) => void): void => {
    for (let next = left[0]; next !== undefined && position < place; next = left[0]) {
      const [head, tail] = cut(next, place - position);
      left.splice(0, 1, ...tail);
      take(head);
      position += lengthOf(head);
    }
  };
  for (const { from, to, text, owners } of inOrder(edits)) {
    takeUntil(from, (piece) => result.push(piece));
    takeUntil(to, (piece) => result.push(without(piece, owners)));
    if (text !== '') result.push({ kind: 'put', text, owners });
  }
  return [...result, ...left];
}

function cut<Owner>(piece: Piece<Owner>, length: number): readonly [Piece<Owner>, readonly Piece<Owner>[]] {
  if (piece.kind === 'gone' || lengthOf(piece) <= length) return [piece, []];
  if (piece.kind === 'kept') {
    const { from, to } = piece;
    return [{ kind: 'kept', from, to: from + length }, [{ kind: 'kept', from: from + length, to }]];
  }
  const { text, owners } = piece;
  return [{ kind: 'put', text: text.slice(0, length), owners }, [{ kind: 'put', text: text.slice(length), owners }]];
}

/** Kept words that go; words put in leave only the memory of who put them in and who took them out. */
function without<Owner>(piece: Piece<Owner>, owners: readonly Owner[]): Piece<Owner> {
  if (piece.kind === 'gone') return piece;
  if (piece.kind === 'kept') return { kind: 'gone', from: piece.from, to: piece.to, owners };
  return { kind: 'put', text: '', owners: ownersOf(piece.owners, owners) };
}
