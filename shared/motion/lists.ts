// Which clauses stand in one list together, and in what style the list counts.

import type { Clause } from './clause';
import { markerStyles, readMarker } from './marker';
import type { MarkerStyle } from './marker';

/** Whether a clause is an entry of a list: an item, or anything printed with a number. */
export function isEntry(clause: Clause): boolean {
  return clause.number !== undefined || clause.kind === 'item';
}

/** The entries of each list, top level and nested, in the order the lists begin. A list ends where the text steps out of it. */
export function listsOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const lists: Clause[][] = [];
  const open = new Map<number, Clause[]>();
  for (const clause of clauses) {
    for (const depth of open.keys()) {
      if (depth > clause.depth || (depth === clause.depth && endsList(clause))) open.delete(depth);
    }
    if (!isEntry(clause)) continue;
    const list = open.get(clause.depth) ?? [];
    if (list.length === 0) lists.push(list);
    open.set(clause.depth, list);
    list.push(clause);
  }
  return lists;
}

/** A paragraph at an item's depth goes on with the item; anything else without a number ends the list at its depth. */
function endsList(clause: Clause): boolean {
  return !isEntry(clause) && !(clause.depth > 0 && clause.kind === 'paragraph');
}

/** Consecutive entries of one list that count in one style; no style where none is numbered. */
export type Run = {
  readonly style?: MarkerStyle;
  readonly clauses: readonly Clause[];
  /** The ordinal of the first entry as printed; 1 for bullets. */
  readonly start: number;
  /** One more than the ordinal of the last entry as printed. */
  readonly end: number;
};

/** Cuts a list where its style of marker changes. */
export function runsOf(list: readonly Clause[]): readonly Run[] {
  const runs: Run[] = [];
  let rest = list;
  while (rest.length > 0) {
    const style = styleOf(rest);
    const cut = rest.findIndex(({ number }) => number !== undefined && ordinalIn(style, number) === undefined);
    const clauses = cut <= 0 ? rest : rest.slice(0, cut);
    const ordinals = clauses.flatMap(({ number }) => (number === undefined ? [] : (ordinalIn(style, number) ?? [])));
    const counted = { clauses, start: ordinals[0] ?? 1, end: (ordinals.at(-1) ?? clauses.length) + 1 };
    runs.push(style === undefined ? counted : { ...counted, style });
    rest = rest.slice(clauses.length);
  }
  return runs;
}

/** Of the styles the first number can be in, the one in which the numbers go on counting most often. */
function styleOf(list: readonly Clause[]): MarkerStyle | undefined {
  const numbers = list.flatMap((clause) => (clause.number === undefined ? [] : [clause.number]));
  const scored = markerStyles(numbers[0] ?? '').map((style) => {
    const ordinals = numbers.map((number) => readMarker(number, style));
    const steps = ordinals.filter((ordinal, index) => index > 0 && ordinal === (ordinals[index - 1] ?? -9) + 1);
    return { style, score: steps.length * 2 + (ordinals[0] === 1 ? 1 : 0) };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return numbers.length === 0 ? undefined : scored.find(({ score }) => score === best)?.style;
}

function ordinalIn(style: MarkerStyle | undefined, number: string): number | undefined {
  return style === undefined ? undefined : readMarker(number, style);
}
