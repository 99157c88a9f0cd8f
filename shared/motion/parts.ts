// Votes in parts: which clauses a part is, and the text that is left when parts of it are lost.

import type { ClauseId } from '../ids';
import type { Clause } from './clause';
import type { DecidedPart, DecisionKey } from './decision';
import { textVersionIdOf } from './fingerprint';
import type { TextVersion } from './motion';
import { renumber } from './renumber';

/** Of a motion "taken in parts" (UCU, Green Party) these leave a part out of the text; what is not yet voted on stays in. */
const leavesOut: ReadonlySet<DecisionKey> = new Set(['lost', 'withdrawn', 'remitted', 'fell', 'ruled-out-of-order']);

/** Whether the part is no longer in the text. */
export function isLeftOut(part: Pick<DecidedPart, 'key'>): boolean {
  return part.key !== undefined && leavesOut.has(part.key);
}

/**
 * The ids of a part's clauses in `clauses`: from its first clause to its last, and whatever an amendment has put between
 * them. Where the first or last is gone, the part ends at the clause beside it that `printed` has and that is still
 * there; none where none of it is.
 */
export function clausesOfPart(
  { from, to }: Pick<DecidedPart, 'from' | 'to'>,
  clauses: readonly Pick<Clause, 'id'>[],
  printed: readonly Pick<Clause, 'id'>[] = clauses,
): readonly ClauseId[] {
  const places = new Map(clauses.map(({ id }, index) => [id, index]));
  const ids = places.has(from) && places.has(to) ? [from, to] : between(printed, from, to);
  const standing = ids.flatMap((id) => places.get(id) ?? []);
  if (standing.length === 0) return [];
  return clauses.slice(Math.min(...standing), Math.max(...standing) + 1).map(({ id }) => id);
}

function between(clauses: readonly Pick<Clause, 'id'>[], from: ClauseId, to: ClauseId): readonly ClauseId[] {
  const first = clauses.findIndex(({ id }) => id === from);
  const last = clauses.findIndex(({ id }) => id === to);
  if (first < 0 || last < 0) return [from, to];
  return clauses.slice(Math.min(first, last), Math.max(first, last) + 1).map(({ id }) => id);
}

/** The clauses of the parts that are left out. */
export function clausesLeftOut(
  parts: readonly DecidedPart[],
  clauses: readonly Pick<Clause, 'id'>[],
  printed: readonly Pick<Clause, 'id'>[] = clauses,
): ReadonlySet<ClauseId> {
  return new Set(parts.filter(isLeftOut).flatMap((part) => clausesOfPart(part, clauses, printed)));
}

/** The text without the parts that are left out, its lists numbered anew; the same object where none is. */
export function textWithoutLostParts(
  text: TextVersion,
  parts: readonly DecidedPart[],
  printed: readonly Pick<Clause, 'id'>[] = text.clauses,
): TextVersion {
  const gone = clausesLeftOut(parts, text.clauses, printed);
  if (gone.size === 0) return text;
  const clauses = renumber(
    text.clauses.filter(({ id }) => !gone.has(id)),
    text.clauses,
  );
  return { id: textVersionIdOf(text.title, clauses), title: text.title, clauses };
}

/**
 * The parts that printed paragraph numbers mean ("the first two paragraphs of motion 58"): counted from 1 among clauses
 * outside lists that are no headings, −1 for the last; a paragraph that introduces a list has the list with it. Numbers
 * that the text does not have name none.
 */
export function partsOfParagraphs(clauses: readonly Clause[], paragraphs: readonly number[]): readonly DecidedPart[] {
  const starts = clauses.flatMap((clause, index) => (isParagraph(clause) ? [index] : []));
  return paragraphs.flatMap((number): readonly DecidedPart[] => {
    const start = number < 0 ? starts.at(number) : starts[number - 1];
    const first = start === undefined ? undefined : clauses[start];
    if (start === undefined || first === undefined) return [];
    const next = clauses.findIndex(
      (clause, index) => index > start && (isParagraph(clause) || clause.kind === 'heading'),
    );
    const last = clauses[(next < 0 ? clauses.length : next) - 1] ?? first;
    return [{ from: first.id, to: last.id }];
  });
}

function isParagraph({ depth, kind, number }: Clause): boolean {
  return depth === 0 && kind !== 'heading' && kind !== 'item' && number === undefined;
}
