// A motion taken in parts, in words: which clauses a part is, and what was decided on it.

import type { Clause } from '../../shared/motion/clause';
import { decisionWords } from '../../shared/motion/decision';
import type { DecidedPart } from '../../shared/motion/decision';

/** "Clauses 2 to 4", "Clause 2", or the part's own name; what is no longer in the text is told so. */
export function partName({ from, to, name }: DecidedPart, clauses: readonly Pick<Clause, 'id'>[]): string {
  if (name !== undefined) return name;
  const [first, last] = [positionOf(from, clauses), positionOf(to, clauses)];
  if (first === 0 || last === 0) return 'Clauses no longer in the text';
  return first === last ? `Clause ${first}` : `Clauses ${Math.min(first, last)} to ${Math.max(first, last)}`;
}

/** What was decided on it. */
export function partDecision({ key }: DecidedPart): string {
  return key === undefined ? 'Not voted on yet' : decisionWords[key];
}

/** Counted from 1; 0 where the text has no such clause. */
export function positionOf(id: string, clauses: readonly Pick<Clause, 'id'>[]): number {
  return clauses.findIndex((clause) => clause.id === id) + 1;
}

/** Whether two parts have a clause in common: no clause is voted on twice. */
export function overlap(before: DecidedPart, after: DecidedPart, clauses: readonly Pick<Clause, 'id'>[]): boolean {
  const [start, end] = ends(before, clauses);
  const [from, to] = ends(after, clauses);
  return start <= to && from <= end;
}

function ends({ from, to }: DecidedPart, clauses: readonly Pick<Clause, 'id'>[]): readonly [number, number] {
  const [first, last] = [positionOf(from, clauses), positionOf(to, clauses)];
  return [Math.min(first, last), Math.max(first, last)];
}

/** In the order of the text. */
export function inTextOrder(
  parts: readonly DecidedPart[],
  clauses: readonly Pick<Clause, 'id'>[],
): readonly DecidedPart[] {
  return parts.toSorted((before, after) => ends(before, clauses)[0] - ends(after, clauses)[0]);
}
