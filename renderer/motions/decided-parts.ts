// A motion taken in parts, in words: which clauses a part is, and what was decided on it.

import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { decisionWords } from '../../shared/motion/decision';
import type { DecidedPart } from '../../shared/motion/decision';
import { clausesOfPart, isLeftOut } from '../../shared/motion/parts';

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

/** Why a clause of the text as amended is not in the text: its part was lost, or a printed rule says that it falls. */
export function leftOutWords(id: ClauseId, parts: readonly DecidedPart[], texts: PartTexts): string {
  const { amended, printed } = texts;
  const part = parts.find((one) => isLeftOut(one) && clausesOfPart(one, amended, printed).includes(id));
  if (part === undefined) return 'Not in the text: this falls by a rule printed with the papers';
  return `Not in the text. ${partName(part, printed)}: ${partDecision(part).toLowerCase()}`;
}

/** The clauses as the ticked amendments leave them, and as printed. */
export type PartTexts = {
  readonly amended: readonly Pick<Clause, 'id'>[];
  readonly printed: readonly Pick<Clause, 'id'>[];
};

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
