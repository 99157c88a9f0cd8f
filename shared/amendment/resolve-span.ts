// Makes the operations of "delete all after", "all before" and "from … to …": stretches named by their ends.

import type { Directive } from './directive';
import { deletion, insertionAfter } from './join-words';
import type { Located, Region, Span } from './region';
import type { TextOperation } from './operation';
import { entryClauses, payloadLines, skipsNumbers, textClauses } from './payload-clauses';
import type { NextClauseId } from './payload-clauses';
import type { PrintedPaper } from './printed-paper';
import { deleteClause, oneHit, operationOf, spansOf, textAt } from './anchor-hits';
import { sentencesOf } from './sentences';
import { solved, unsolved } from './unresolved';
import type { Resolution } from './unresolved';
import type { TextEdit } from './word-diff';

/** The operations of a stretch, from its first place to its last. */
export function resolveSpan(
  paper: PrintedPaper,
  located: Located,
  directive: Extract<Directive, { readonly kind: 'delete-span' }>,
  nextId: NextClauseId,
): Resolution {
  if (directive.start === undefined) return resolveHead(paper, located, directive);
  const start = oneHit(paper, located, directive.start);
  if ('operations' in start) return start;
  const from = directive.keepsStart ? start.to : start.from;
  const region =
    directive.until === undefined
      ? located.regions.find((candidate) => spansOf(paper, candidate).some((span) => span.clause === start.clause))
      : unitAround(paper, start, directive);
  const spans = region === undefined ? [] : spansOf(paper, region).filter((span) => span.clause >= start.clause);
  const last = spans.at(-1);
  if (last === undefined) return unsolved('anchor-not-found');
  let end: Span = { clause: last.clause, from: last.to, to: last.to };
  if (directive.end !== undefined) {
    const behind = spans.map((span) =>
      span.clause === start.clause ? { clause: span.clause, from, to: span.to } : span,
    );
    const hit = oneHit(
      paper,
      { regions: [{ unit: 'section', spans: behind }], countsLines: located.countsLines },
      directive.end,
    );
    if ('operations' in hit) return hit;
    end = directive.keepsEnd ? { ...hit, to: hit.from } : hit;
  }
  const [first, ...further] = directive.text === undefined ? [] : payloadLines(directive.text.words);
  const operations = spanOperations(paper, { clause: start.clause, from, to: from }, end, first);
  if (further.length === 0) return solved(operations);
  // Further lines are clauses of their own, which nothing of the old text may follow in theirs.
  const clause = paper.text.clauses[start.clause];
  const isOpen = end.to < textAt(paper, end.clause).trimEnd().length;
  if (clause === undefined || isOpen || skipsNumbers(further.join('\n'))) return unsolved('clause-ambiguous', [start]);
  const words = further.join('\n');
  const clauses =
    clause.depth > 0 && end.clause === start.clause
      ? entryClauses(words, clause.depth, nextId)
      : textClauses(words, nextId);
  return solved([...operations, { kind: 'add-clauses', after: clause.id, clauses }]);
}

/** The clause that the hit begins in, or the sentence: without its closing mark where another follows and none is put in. */
function unitAround(
  paper: PrintedPaper,
  hit: Span,
  { until, text: put, keepsStart }: Extract<Directive, { readonly kind: 'delete-span' }>,
): Region {
  const text = textAt(paper, hit.clause);
  const sentence = until === 'sentence' ? sentencesOf(text).find(({ to }) => hit.from < to) : undefined;
  if (sentence === undefined) return { unit: 'clause', spans: [{ clause: hit.clause, from: 0, to: text.length }] };
  const leavesWords = keepsStart || hit.from > sentence.from || put !== undefined;
  const staysOpen = leavesWords && sentence.to < text.trimEnd().length && !/[.?!]$/.test(put?.words ?? '');
  const mark = /[.?!]+$/.exec(text.slice(sentence.from, sentence.to))?.[0].length ?? 0;
  const to = staysOpen ? sentence.to - mark : sentence.to;
  return { unit: 'sentence', spans: [{ clause: hit.clause, from: sentence.from, to }] };
}

/** From the start of the place to an anchor. What is put in stands before what is kept. */
function resolveHead(
  paper: PrintedPaper,
  located: Located,
  directive: Extract<Directive, { readonly kind: 'delete-span' }>,
): Resolution {
  if (directive.end === undefined) return unsolved('anchor-not-found');
  const end = oneHit(paper, located, directive.end);
  if ('operations' in end) return end;
  const region = located.regions.find((candidate) =>
    spansOf(paper, candidate).some((span) => span.clause === end.clause),
  );
  const [first] = region === undefined ? [] : spansOf(paper, region);
  if (first === undefined) return unsolved('anchor-not-found');
  const whole = Array.from({ length: end.clause - first.clause }, (_, index) =>
    deleteClause(paper, first.clause + index),
  );
  const text = textAt(paper, end.clause);
  const range = { from: first.clause === end.clause ? first.from : 0, to: directive.keepsEnd ? end.from : end.to };
  if (range.to <= range.from && directive.text === undefined) return solved(whole);
  const words = directive.text?.words.trim();
  const edit =
    words === undefined
      ? { from: range.from, to: range.to + leadingSpace(text.slice(range.to)), text: '' }
      : { ...range, text: words + (directive.keepsEnd && !/^\s/.test(text.slice(range.to)) ? ' ' : '') };
  return solved([...whole, operationOf(paper, end.clause, edit)]);
}

function leadingSpace(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

/** From a point in one clause to a point in the same or a later one. What is put in joins the first clause. */
function spanOperations(
  paper: PrintedPaper,
  start: Span,
  end: Span,
  words: string | undefined,
): readonly TextOperation[] {
  const text = textAt(paper, start.clause);
  const to = start.clause === end.clause ? end.to : text.length;
  const range = withoutOuterSpace(text, start.from, to);
  const first = words === undefined ? spanDeletion(text, range) : joined(text, range, words);
  const goesWhole =
    first.from === 0 && first.to >= text.length && first.text === '' && text !== '' && start.clause >= 0;
  const operations: TextOperation[] =
    first.from === first.to && first.text === ''
      ? []
      : [goesWhole ? deleteClause(paper, start.clause) : operationOf(paper, start.clause, first)];
  for (let clause = start.clause + 1; clause <= end.clause; clause += 1) {
    const whole = clause < end.clause || end.to >= textAt(paper, clause).length;
    operations.push(
      whole
        ? deleteClause(paper, clause)
        : operationOf(paper, clause, deletion(textAt(paper, clause), { from: 0, to: end.to })),
    );
  }
  return operations;
}

function withoutOuterSpace(text: string, from: number, to: number) {
  const lead = /^\s*/.exec(text.slice(from, to))?.[0].length ?? 0;
  return { from: Math.min(from + lead, to), to, keptFrom: from };
}

function spanDeletion(
  text: string,
  range: { readonly keptFrom: number; readonly to: number; readonly from: number },
): TextEdit {
  if (range.to >= text.length) return { from: text.slice(0, range.keptFrom).trimEnd().length, to: range.to, text: '' };
  return deletion(text, { from: range.from, to: range.to });
}

function joined(text: string, range: { readonly keptFrom: number; readonly to: number }, words: string): TextEdit {
  const inserted = insertionAfter(text.slice(0, range.keptFrom) + text.slice(range.to), range.keptFrom, words);
  return { from: range.keptFrom, to: range.to, text: inserted.text };
}
