// What a delegate may correct in a paper as read, before and after it is kept. Each correction returns a new paper in
// which every source line is still accounted for, so undo is going back to the paper before.

import type { ClauseKind } from '../motion/clause';
import type { DroppedLine, ReadArticle, ReadClause, ReadMotion, ReadUnknown } from './paper';

/** Papers whose text is clauses. */
export type ClausedPaper = ReadMotion | ReadArticle | ReadUnknown;

/** The paper with clause `index` of another kind; an item stands in a list (depth at least 1), other kinds may too. */
export function changeClauseKind<P extends ClausedPaper>(paper: P, index: number, kind: ClauseKind): P {
  return replaceClauses(paper, index, 1, (clause) => [
    {
      ...clause,
      kind,
      depth: kind === 'item' ? Math.max(1, clause.depth) : kind === 'lead-in' || kind === 'heading' ? 0 : clause.depth,
    },
  ]);
}

/** The paper with clause `index` one level further in or out; depth stays between 0 and 9. */
export function changeClauseDepth<P extends ClausedPaper>(paper: P, index: number, by: 1 | -1): P {
  return replaceClauses(paper, index, 1, (clause) => [
    { ...clause, depth: Math.min(9, Math.max(clause.kind === 'item' ? 1 : 0, clause.depth + by)) },
  ]);
}

export function changeClauseText<P extends ClausedPaper>(paper: P, index: number, text: string): P {
  return replaceClauses(paper, index, 1, (clause) => [{ ...clause, text }]);
}

/** Splits clause `index` at code unit `at` of its text; both halves keep the lines. Nothing changes at either end. */
export function splitClause<P extends ClausedPaper>(paper: P, index: number, at: number): P {
  return replaceClauses(paper, index, 1, (clause) => {
    const before = clause.text.slice(0, at).trimEnd();
    const after = clause.text.slice(at).trimStart();
    if (before === '' || after === '') return [clause];
    const { number: _printed, ...unnumbered } = clause;
    return [
      { ...clause, text: before },
      { ...unnumbered, text: after },
    ];
  });
}

/** Joins clause `index` and the one after it with a space, under the first one's marker and kind. */
export function joinWithNext<P extends ClausedPaper>(paper: P, index: number): P {
  return replaceClauses(paper, index, 2, (clause, next) =>
    next === undefined
      ? [clause]
      : [
          {
            ...clause,
            text: `${clause.text} ${next.text}`,
            lines: { from: Math.min(clause.lines.from, next.lines.from), to: Math.max(clause.lines.to, next.lines.to) },
          },
        ],
  );
}

/** Puts clause `index` before the one above it, or after the one below. Nothing changes at either end. */
export function moveClause<P extends ClausedPaper>(paper: P, index: number, by: 1 | -1): P {
  const clause = paper.clauses[index];
  const other = paper.clauses[index + by];
  if (clause === undefined || other === undefined) return paper;
  return { ...paper, clauses: paper.clauses.with(index, other).with(index + by, clause) };
}

/** Takes clause `index` out of the text; those of its lines that no other clause holds are listed as dropped. */
export function dropClause<P extends ClausedPaper>(paper: P, index: number): P {
  const clause = paper.clauses[index];
  if (clause === undefined) return paper;
  const clauses = paper.clauses.toSpliced(index, 1);
  const freed: DroppedLine[] = [];
  for (let line = clause.lines.from; line < clause.lines.to; line += 1) {
    const text = paper.source[line]?.trim() ?? '';
    const isHeld = clauses.some((other) => other.lines.from <= line && line < other.lines.to);
    if (text !== '' && !isHeld) freed.push({ text, line });
  }
  return {
    ...paper,
    clauses,
    dropped: [...paper.dropped, ...freed].toSorted((before, after) => before.line - after.line),
  };
}

/** Takes a dropped line back as a paragraph, where it stands in the source. */
export function takeBackLine<P extends ClausedPaper>(paper: P, line: number): P {
  const dropped = paper.dropped.find((candidate) => candidate.line === line);
  if (dropped === undefined) return paper;
  const next = paper.clauses.findIndex((clause) => clause.lines.from > line);
  const clause: ReadClause = { kind: 'paragraph', depth: 0, text: dropped.text, lines: { from: line, to: line + 1 } };
  return {
    ...paper,
    clauses: paper.clauses.toSpliced(next === -1 ? paper.clauses.length : next, 0, clause),
    dropped: paper.dropped.filter((candidate) => candidate !== dropped),
  };
}

function replaceClauses<P extends ClausedPaper>(
  paper: P,
  index: number,
  count: number,
  change: (first: ReadClause, second: ReadClause | undefined) => readonly ReadClause[],
): P {
  const first = paper.clauses[index];
  if (first === undefined) return paper;
  return { ...paper, clauses: paper.clauses.toSpliced(index, count, ...change(first, paper.clauses[index + 1])) };
}
