// Makes the operations of directives that change the order of units: moving one, exchanging two.

import type { Directive } from './directive';
import { locate } from './locate';
import type { TextOperation } from './operation';
import { endOfClause, endOfList, listUnder } from './printed-paper';
import type { PrintedPaper } from './printed-paper';
import { beside, idAt, range } from './resolve-units';
import { withRegion } from './resolve-words';
import { isResolution, onlyRegion, solved, unsolved } from './unresolved';
import type { Resolution } from './unresolved';

/** Moves one clause with what belongs to it; a paragraph that introduces a list only where it is said that the list goes too. */
export function resolveMove(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'move-unit' }>,
): Resolution {
  return withRegion(paper, directive.place, (region) => {
    const [span] = region.spans;
    if (span === undefined || region.unit !== 'clause') return unsolved('clause-ambiguous', region.spans.slice(0, 1));
    const list = paper.text.clauses[span.clause]?.kind === 'item' ? undefined : listUnder(paper, span.clause);
    if ((list !== undefined) !== directive.withList) return unsolved('clause-ambiguous', [span]);
    const behind = destination(paper, span.clause, directive);
    if (typeof behind !== 'number') return behind;
    const end = list === undefined ? endOfClause(paper.text.clauses, span.clause) : endOfList(paper, list);
    const moved = range(span.clause, end);
    if (moved.includes(behind) || behind === span.clause - 1) return solved([]);
    return solved(
      moved.flatMap((index): readonly TextOperation[] => {
        const clause = paper.text.clauses[index]?.id;
        if (clause === undefined) return [];
        return [{ kind: 'move-clause', clause, from: idAt(paper, index - 1), to: idAt(paper, behind) }];
      }),
    );
  });
}

/** The index of the clause to stand behind. */
function destination(
  paper: PrintedPaper,
  moved: number,
  directive: Extract<Directive, { readonly kind: 'move-unit' }>,
): number | Resolution {
  const { position } = directive;
  if (!('of' in position)) {
    const list = paper.lists.find((candidate) => candidate.entries.includes(moved));
    if (list === undefined) return position.side === 'start' ? -1 : paper.text.clauses.length - 1;
    return position.side === 'start' ? (list.entries[0] ?? 0) - 1 : endOfList(paper, list) - 1;
  }
  if (!('place' in position.of)) return unsolved('clause-not-found');
  return beside(paper, position.side, position.of.place);
}

/** Two units that change places, each with what belongs to it. */
export function resolveSwap(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'swap-units' }>,
): Resolution {
  const units: number[] = [];
  for (const place of [directive.first, directive.second]) {
    const region = onlyRegion(locate(paper, place));
    if (isResolution(region)) return region;
    const [span] = region.spans;
    const introduces = span !== undefined && listUnder(paper, span.clause) !== undefined;
    if (span === undefined || region.unit !== 'clause' || (introduces && paper.text.clauses[span.clause]?.depth === 0))
      return unsolved('clause-ambiguous', region.spans.slice(0, 1));
    units.push(span.clause);
  }
  const [first, second] = units.toSorted((before, after) => before - after);
  if (first === undefined || second === undefined || first === second) return unsolved('clause-ambiguous');
  const ends = [first, second].map((unit) => endOfClause(paper.text.clauses, unit));
  const [firstEnd = first, secondEnd = second] = ends;
  if (firstEnd > second) return unsolved('clause-ambiguous');
  const to = (indices: readonly number[], behind: number): readonly TextOperation[] =>
    indices.flatMap((index) => {
      const clause = paper.text.clauses[index]?.id;
      if (clause === undefined) return [];
      return [{ kind: 'move-clause', clause, from: idAt(paper, index - 1), to: idAt(paper, behind) }];
    });
  // Next to each other, one of them moves past the other.
  if (firstEnd === second) return solved(to(range(first, firstEnd), secondEnd - 1));
  return solved([...to(range(second, secondEnd), first - 1), ...to(range(first, firstEnd), secondEnd - 1)]);
}
