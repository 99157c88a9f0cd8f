// Finds which clause of an edited text is which clause of the base: by id first, else by likeness.

import type { Clause } from '../motion/clause';
import { isWord, tokensOf } from './tokens';

/** For each clause of the edited text, the index of its base clause, or undefined for a new one. */
export type Pairing = readonly (number | undefined)[];

/** Two clauses less alike than this (Dice coefficient of their words) are different clauses. */
const likeEnough = 0.4;
/** A clause that also changed its place must be this much alike to be taken for the same. */
const likeEnoughToMove = 0.8;

/**
 * Pairs by id, then the rest in order by dynamic programming on likeness (Needleman–Wunsch without gap cost), then
 * what moved, then what stands alone in the same gap. Clauses of another depth or kind are never paired.
 */
export function pairClauses(base: readonly Clause[], edited: readonly Clause[]): Pairing {
  const pairs: (number | undefined)[] = pairById(base, edited);
  pairInOrder(base, edited, pairs);
  pairMoved(base, edited, pairs);
  pairInGaps(base, edited, pairs);
  return pairs;
}

/** Whether one clause can be a new wording of the other: a paragraph may have become a lead-in, an item never a paragraph. */
export function canBeSame(before: Clause, after: Clause): boolean {
  return before.depth === after.depth && family(before) === family(after);
}

function family(clause: Clause): string {
  return clause.kind === 'lead-in' ? 'paragraph' : clause.kind;
}

function pairById(base: readonly Clause[], edited: readonly Clause[]): (number | undefined)[] {
  const places = new Map(base.map((clause, index) => [clause.id, index]));
  return edited.map((clause) => {
    const index = places.get(clause.id);
    const candidate = index === undefined ? undefined : base[index];
    if (index === undefined || candidate === undefined || !canBeSame(candidate, clause)) return undefined;
    places.delete(clause.id);
    return index;
  });
}

type Wordings = readonly ReadonlyMap<string, number>[];

function pairInOrder(base: readonly Clause[], edited: readonly Clause[], pairs: (number | undefined)[]): void {
  const { free, open } = unpaired(base, pairs);
  if (free.length === 0 || open.length === 0) return;
  const before = free.map((index) => wordsOf(base[index]));
  const after = open.map((index) => wordsOf(edited[index]));
  const likeness = free.map((baseIndex, row) =>
    open.map((editedIndex, column) => likenessOf(base, edited, baseIndex, editedIndex, before, after, row, column)),
  );
  const best = bestSums(likeness, open.length);
  let row = 0;
  let column = 0;
  while (row < free.length && column < open.length) {
    const like = likeness[row]?.[column] ?? 0;
    const here = best[row]?.[column] ?? 0;
    if (like >= likeEnough && here === like + (best[row + 1]?.[column + 1] ?? 0)) {
      pairs[open[column] ?? -1] = free[row];
      row += 1;
      column += 1;
    } else if (here === (best[row + 1]?.[column] ?? 0)) row += 1;
    else column += 1;
  }
}

function bestSums(likeness: readonly (readonly number[])[], width: number): readonly Float64Array[] {
  const best = Array.from({ length: likeness.length + 1 }, () => new Float64Array(width + 1));
  for (let row = likeness.length - 1; row >= 0; row -= 1) {
    const line = best[row] ?? new Float64Array(0);
    for (let column = width - 1; column >= 0; column -= 1) {
      const like = likeness[row]?.[column] ?? 0;
      const paired = like >= likeEnough ? like + (best[row + 1]?.[column + 1] ?? 0) : 0;
      line[column] = Math.max(paired, best[row + 1]?.[column] ?? 0, line[column + 1] ?? 0);
    }
  }
  return best;
}

function pairMoved(base: readonly Clause[], edited: readonly Clause[], pairs: (number | undefined)[]): void {
  const { free, open } = unpaired(base, pairs);
  const taken = new Set<number>();
  const before = free.map((index) => wordsOf(base[index]));
  const after = open.map((index) => wordsOf(edited[index]));
  open.forEach((editedIndex, column) => {
    let best: { readonly index: number; readonly like: number } | undefined;
    free.forEach((baseIndex, row) => {
      if (taken.has(baseIndex)) return;
      const like = likenessOf(base, edited, baseIndex, editedIndex, before, after, row, column);
      if (like >= likeEnoughToMove && like > (best?.like ?? 0)) best = { index: baseIndex, like };
    });
    if (best === undefined) return;
    taken.add(best.index);
    pairs[editedIndex] = best.index;
  });
}

/** Between the same two paired neighbours, as many old clauses as new ones: each is the new wording of the other. */
function pairInGaps(base: readonly Clause[], edited: readonly Clause[], pairs: (number | undefined)[]): void {
  const paired = new Set(pairs.filter((index) => index !== undefined));
  let start = 0;
  for (let end = 0; end <= edited.length; end += 1) {
    if (end < edited.length && pairs[end] === undefined) continue;
    const from = start === 0 ? 0 : (pairs[start - 1] ?? -1) + 1;
    const to = end === edited.length ? base.length : (pairs[end] ?? 0);
    const free = to > from ? base.slice(from, to) : [];
    const fits =
      free.length === end - start &&
      free.every((clause, index) => {
        const after = edited[start + index];
        return after !== undefined && !paired.has(from + index) && canBeSame(clause, after);
      });
    if (fits) free.forEach((_, index) => (pairs[start + index] = from + index));
    start = end + 1;
  }
}

function unpaired(base: readonly Clause[], pairs: Pairing) {
  const paired = new Set(pairs);
  return {
    free: base.map((_, index) => index).filter((index) => !paired.has(index)),
    open: pairs.map((_, index) => index).filter((index) => pairs[index] === undefined),
  };
}

function wordsOf(clause: Clause | undefined): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const token of tokensOf(clause?.text ?? '')) {
    if (isWord(token)) words.set(token.text.toLowerCase(), (words.get(token.text.toLowerCase()) ?? 0) + 1);
  }
  return words;
}

function likenessOf(
  base: readonly Clause[],
  edited: readonly Clause[],
  baseIndex: number,
  editedIndex: number,
  before: Wordings,
  after: Wordings,
  row: number,
  column: number,
): number {
  const left = base[baseIndex];
  const right = edited[editedIndex];
  if (left === undefined || right === undefined || !canBeSame(left, right)) return 0;
  if (left.text === right.text) return 1;
  return dice(before[row] ?? new Map(), after[column] ?? new Map());
}

function dice(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let common = 0;
  let total = 0;
  for (const [word, count] of before) {
    common += Math.min(count, after.get(word) ?? 0);
    total += count;
  }
  for (const count of after.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}
