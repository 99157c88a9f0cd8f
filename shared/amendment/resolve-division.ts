// Makes the operations of dividing a clause in two and of making one clause of several.

import { deleteClause, oneHit, operationOf, textAt } from './anchor-hits';
import type { Directive } from './directive';
import { locate } from './locate';
import { canBeSame } from './pair-clauses';
import type { NextClauseId } from './payload-clauses';
import { endOfClause, listUnder } from './printed-paper';
import type { PrintedPaper } from './printed-paper';
import type { Located } from './region';
import { isResolution, onlyRegion, solved, unsolved } from './unresolved';
import type { Resolution } from './unresolved';
import { addBehind } from './resolve-units';

/** From the words on, the clause is one of its own, of the same kind, which stands behind it. */
export function resolveDivide(
  paper: PrintedPaper,
  located: Located,
  directive: Extract<Directive, { readonly kind: 'divide-unit' }>,
  nextId: NextClauseId,
): Resolution {
  const hit = oneHit(paper, located, directive.at);
  if ('operations' in hit) return hit;
  const clause = paper.text.clauses[hit.clause];
  const head = textAt(paper, hit.clause).slice(0, hit.from).trimEnd();
  if (clause === undefined || head === '') return unsolved('clause-ambiguous', clause === undefined ? [] : [hit]);
  const { kind, depth, text } = clause;
  const added = addBehind(paper, hit.clause, [{ id: nextId(), kind, depth, text: text.slice(hit.from) }]);
  return solved([
    operationOf(paper, hit.clause, { from: head.length, to: text.length, text: '' }),
    ...added.operations,
  ]);
}

/** Neighbours of one kind: the words of the later ones go on in the first, and what belongs to the last stays where it is. */
export function resolveCombine(
  paper: PrintedPaper,
  { places }: Extract<Directive, { readonly kind: 'combine-units' }>,
): Resolution {
  const indices: number[] = [];
  for (const place of places) {
    const region = onlyRegion(locate(paper, place));
    if (isResolution(region)) return region;
    const [span] = region.spans;
    if (span === undefined || region.unit !== 'clause') return unsolved('clause-ambiguous', region.spans.slice(0, 1));
    indices.push(span.clause);
  }
  const [first, ...others] = indices;
  const { clauses } = paper.text;
  const isRow = indices.every((index, place) => {
    const [clause, next] = [clauses[index], clauses[index + 1]];
    if (place === indices.length - 1) return true;
    if (clause === undefined || next === undefined || indices[place + 1] !== index + 1) return false;
    return (
      canBeSame(clause, next) && endOfClause(clauses, index) === index + 1 && listUnder(paper, index) === undefined
    );
  });
  if (first === undefined || !isRow) return unsolved('clause-ambiguous');
  const at = textAt(paper, first).length;
  const text = others.map((index) => ` ${textAt(paper, index)}`).join('');
  return solved([
    operationOf(paper, first, { from: at, to: at, text }),
    ...others.map((index) => deleteClause(paper, index)),
  ]);
}
