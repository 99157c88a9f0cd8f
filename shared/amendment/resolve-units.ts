// Makes the operations of directives on whole units: points, paragraphs, sentences, the whole text.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import type { Directive, Place } from './directive';
import { holdsWords, readsTheSame } from './find-words';
import { insertionAfter, insertionBefore, replacement, deletion } from './join-words';
import { locate } from './locate';
import type { Region, Span } from './region';
import type { TextOperation } from './operation';
import {
  payloadLines,
  entryClauses,
  skipsNumbers,
  startsWithMarker,
  textClauses,
  withoutMarker,
} from './payload-clauses';
import type { NextClauseId } from './payload-clauses';
import { endOfClause, endOfList, listUnder } from './printed-paper';
import type { PrintedPaper } from './printed-paper';
import { deleteClause, oneHit, operationOf } from './anchor-hits';
import { withRegion } from './resolve-words';
import { wordCount } from './tokens';
import { isResolution, onlyRegion, solved, unsolved } from './unresolved';
import type { Resolution } from './unresolved';
import { textEdits } from './word-diff';

/** The new clauses, behind the clause with index `after` (−1: at the start). */
export function addBehind(paper: PrintedPaper, after: number, clauses: readonly Clause[]): Resolution {
  if (clauses.length === 0) return unsolved('descriptive');
  return solved([{ kind: 'add-clauses', after: idAt(paper, after), clauses }]);
}

/** The id of a clause by its index; before the first: null. */
export function idAt(paper: PrintedPaper, index: number): ClauseId | null {
  return paper.text.clauses[index]?.id ?? null;
}

/** Deletes each unit, with what belongs to it. One that is not found, or is not one, stops them all. */
export function resolveDeletions(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'delete-units' }>,
  nextId: NextClauseId,
): Resolution {
  const regions: Region[] = [];
  for (const place of directive.places) {
    const region = onlyRegion(locate(paper, place));
    if (isResolution(region)) return region;
    if (directive.quoted !== undefined) {
      const quoted = oneHit(paper, { regions: [region], countsLines: false }, directive.quoted);
      if ('operations' in quoted) return quoted;
    }
    const joined = inOneStretch(paper, regions.at(-1), region);
    if (joined === undefined) regions.push(region);
    else regions[regions.length - 1] = joined;
  }
  const resolutions = regions.map((region) => deleteRegion(paper, region));
  const problem = resolutions.find((resolution) => resolution.problem !== undefined);
  if (problem !== undefined) return problem;
  const operations = resolutions.flatMap((resolution) => resolution.operations);
  if (directive.text === undefined) return solved(operations);
  const added = inPlaceOf(paper, regions, { words: directive.text.words, nextId });
  return added.problem === undefined ? solved([...added.operations, ...operations]) : added;
}

/** New entries with the markers of those they replace, so that they go on in that style when all of the list has gone. */
function markedLike(printed: readonly Clause[], entries: readonly Clause[]): readonly Clause[] {
  return entries.map((entry, index) => {
    const number = printed[Math.min(index, printed.length - 1)]?.number;
    return number === undefined || entry.kind !== 'item' ? entry : { ...entry, number };
  });
}

/** New units where the deleted ones stood, which must be of one kind and side by side. */
function inPlaceOf(
  paper: PrintedPaper,
  regions: readonly Region[],
  payload: { readonly words: string; readonly nextId: NextClauseId },
): Resolution {
  const heads = regions.flatMap(({ spans }) => spans.slice(0, 1));
  const { clauses } = paper.text;
  const isRow = heads.every(({ clause }, index) => {
    const before = heads[index - 1];
    const isNext = before === undefined || endOfClause(clauses, before.clause) === clause;
    return isNext && clauses[clause]?.depth === clauses[heads[0]?.clause ?? 0]?.depth;
  });
  const [head] = heads;
  const first = head === undefined ? undefined : clauses[head.clause];
  const isOfClauses = regions.every(({ unit }) => unit === 'clause');
  if (head === undefined || first === undefined || !isRow || !isOfClauses || skipsNumbers(payload.words))
    return unsolved('clause-ambiguous', heads);
  const isEntry = first.kind === 'item' || first.number !== undefined;
  const deleted = heads.flatMap(({ clause }) => clauses[clause] ?? []);
  const added = isEntry
    ? markedLike(deleted, entryClauses(payload.words, first.depth, payload.nextId))
    : textClauses(payload.words, payload.nextId);
  return addBehind(paper, head.clause - 1, added);
}

/** Two sentences of a clause that follow each other go as one, with the spaces between and beside them. */
function inOneStretch(paper: PrintedPaper, before: Region | undefined, after: Region): Region | undefined {
  const [first, last] = [before?.spans[0], after.spans[0]];
  if (before?.unit !== 'sentence' || after.unit !== 'sentence' || first?.clause !== last?.clause) return undefined;
  if (first === undefined || last === undefined || last.from < first.to) return undefined;
  const between = paper.text.clauses[first.clause]?.text.slice(first.to, last.from) ?? '';
  return between.trim() === '' ? { unit: 'sentence', spans: [{ ...first, to: last.to }] } : undefined;
}

function deleteRegion(paper: PrintedPaper, region: Region): Resolution {
  const [span] = region.spans;
  if (span === undefined || region.unit === 'motion' || region.unit === 'title') return unsolved('clause-ambiguous');
  const clause = paper.text.clauses[span.clause];
  if (region.unit === 'line') return solved(region.spans.map((part) => deleteLines(paper, part)));
  if (region.unit === 'section') return solved(region.spans.map((part) => deleteClause(paper, part.clause)));
  if (region.unit === 'sentence' && clause !== undefined && span.to - span.from < clause.text.trim().length) {
    return solved([operationOf(paper, span.clause, deletion(clause.text, span))]);
  }
  // Without its lead-in a list would hang in the air: only a person can say what is meant.
  if (listUnder(paper, span.clause) !== undefined && clause?.kind !== 'item')
    return unsolved('clause-ambiguous', [span]);
  const end = endOfClause(paper.text.clauses, span.clause);
  return solved(range(span.clause, end).map((index) => deleteClause(paper, index)));
}

/** A clause that stands on these lines alone goes; of another, the words on them. */
function deleteLines(paper: PrintedPaper, { clause, from, to }: Span): TextOperation {
  const text = paper.text.clauses[clause]?.text ?? '';
  const isWhole = from === 0 && to >= text.trimEnd().length;
  return isWhole ? deleteClause(paper, clause) : operationOf(paper, clause, deletion(text, { from, to }));
}

/** The whole numbers from `from` up to, not with, `to`. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** The whole new text of one unit. */
export function resolveUnitReplacement(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'replace-unit' }>,
  nextId: NextClauseId,
): Resolution {
  return withRegion(paper, directive.place, (region) => {
    const { quoted, text } = directive;
    if (quoted !== undefined) {
      const hit = oneHit(paper, { regions: [region], countsLines: false }, quoted);
      if ('operations' in hit) return hit;
    }
    if (region.unit === 'title') return solved([titleReplacement(paper, text.words.trim())]);
    const [span, ...others] = region.spans;
    if (region.unit === 'section') return replaceEntries(paper, region, text.words, nextId);
    if (span === undefined || others.length > 0) return unsolved('clause-ambiguous', region.spans.slice(0, 1));
    return replaceSpan(paper, region, span, { words: text.words, nextId });
  });
}

/**
 * A unit's whole text without a verb. What is printed already is a repetition for the reader's eye; a text that has
 * most of its words is the new one; of any other a person has to say what it is.
 */
export function resolveFullText(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'full-text' }>,
  nextId: NextClauseId,
): Resolution {
  return withRegion(paper, directive.place, (region) => {
    const [span, ...others] = region.spans;
    const printed = region.spans.map(({ clause, from, to }) => paper.text.clauses[clause]?.text.slice(from, to) ?? '');
    const words = withoutMarker(directive.text.words);
    if (printed.some((text) => holdsWords(text, words))) return solved([]);
    if (span === undefined || others.length > 0 || region.unit !== 'clause' || !isRewording(printed[0] ?? '', words))
      return unsolved('clause-ambiguous', region.spans.slice(0, 1));
    return replaceSpan(paper, region, span, { words: directive.text.words, nextId });
  });
}

/** Whether most words of the new text, or of the printed one, are in the other. */
function isRewording(before: string, after: string): boolean {
  const changed = textEdits(before, after).reduce(
    (sum, { from, to, text }) => sum + Math.max(wordCount(before.slice(from, to)), wordCount(text)),
    0,
  );
  return changed * 2 <= Math.max(wordCount(before), wordCount(after));
}

/** New entries for a list, each under a number; what introduces the list stays. */
function replaceEntries(paper: PrintedPaper, region: Region, words: string, nextId: NextClauseId): Resolution {
  const [head, ...entries] = region.spans;
  const list = head === undefined ? undefined : listUnder(paper, head.clause);
  if (list === undefined || head === undefined || !payloadLines(words).every(startsWithMarker) || skipsNumbers(words))
    return unsolved('clause-ambiguous', region.spans.slice(0, 1));
  const printed = list.entries.flatMap((entry) => paper.text.clauses[entry] ?? []);
  const clauses = markedLike(printed, entryClauses(words, list.depth, nextId));
  return solved([
    { kind: 'add-clauses', after: idAt(paper, head.clause), clauses },
    ...entries.map(({ clause }) => deleteClause(paper, clause)),
  ]);
}

function titleReplacement(paper: PrintedPaper, text: string): TextOperation {
  return { kind: 'amend-title', from: 0, to: paper.text.title.length, removed: paper.text.title, text };
}

function replaceSpan(
  paper: PrintedPaper,
  region: Region,
  span: Span,
  payload: { readonly words: string; readonly nextId: NextClauseId },
): Resolution {
  const clause = paper.text.clauses[span.clause];
  const [first, ...more] = payloadLines(payload.words);
  if (clause === undefined || first === undefined) return unsolved('descriptive');
  if (region.unit === 'sentence' || region.unit === 'line') {
    return solved([operationOf(paper, span.clause, replacement(clause.text, span, [first, ...more].join(' ')))]);
  }
  if (endOfClause(paper.text.clauses, span.clause) > span.clause + 1) return unsolved('clause-ambiguous', [span]);
  const isEntry = clause.kind === 'item' || clause.number !== undefined;
  const own = isEntry ? withoutMarker(first) : first;
  const replaced = operationOf(paper, span.clause, { from: 0, to: clause.text.length, text: own });
  if (more.length === 0) return solved([replaced]);
  const rest = more.join('\n');
  const clauses = isEntry ? entryClauses(rest, clause.depth, payload.nextId) : textClauses(rest, payload.nextId);
  return solved([replaced, { kind: 'add-clauses', after: clause.id, clauses }]);
}

/** A new text for the whole motion; the title stays. */
export function resolveWholeReplacement(paper: PrintedPaper, words: string, nextId: NextClauseId): Resolution {
  const clauses = textClauses(words, nextId);
  if (clauses.length === 0) return unsolved('descriptive');
  return solved([
    { kind: 'add-clauses', after: null, clauses },
    ...paper.text.clauses.map((_, index) => deleteClause(paper, index)),
  ]);
}

/** The index of the clause to stand behind, for "after" or "before" a unit of the text. */
export function beside(paper: PrintedPaper, side: 'after' | 'before', place: Place): number | Resolution {
  const region = onlyRegion(locate(paper, place));
  if (isResolution(region)) return region;
  const first = region.spans[0]?.clause;
  const last = region.spans.at(-1)?.clause;
  if (first === undefined || last === undefined) return unsolved('clause-not-found');
  if (region.unit === 'line') return besideLine(paper, side, region);
  if (side === 'before') return first - 1;
  const list = listUnder(paper, last);
  const introduces = list !== undefined && paper.text.clauses[last]?.kind !== 'item';
  return introduces ? endOfList(paper, list) - 1 : endOfClause(paper.text.clauses, last) - 1;
}

/** A unit can stand beside a line only where the line begins or ends a clause. */
function besideLine(paper: PrintedPaper, side: 'after' | 'before', region: Region): number | Resolution {
  const span = side === 'after' ? region.spans.at(-1) : region.spans[0];
  if (span === undefined) return unsolved('clause-not-found');
  const text = paper.text.clauses[span.clause]?.text ?? '';
  const outside = side === 'after' ? text.slice(span.to) : text.slice(0, span.from);
  if (outside.trim() !== '') return unsolved('clause-ambiguous', [span]);
  return side === 'after' ? span.clause : span.clause - 1;
}

/** A new sentence beside a sentence, beside quoted words, or at an end of the place. */
export function resolveNewSentence(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'add-unit' }>,
): Resolution {
  const { position, text, place } = directive;
  if (position === undefined) return unsolved('clause-ambiguous');
  if ('of' in position) {
    const { of, side } = position;
    if ('place' in of) return withRegion(paper, of.place, (region) => sentenceBeside(paper, region, side, text.words));
    const hit = oneHit(paper, locate(paper, place), of.anchor);
    if ('operations' in hit) return hit;
    return sentenceBeside(paper, { unit: 'sentence', spans: [hit] }, side, text.words);
  }
  const side = position.side === 'end' ? 'after' : 'before';
  return withRegion(paper, place, (region) => sentenceBeside(paper, region, side, text.words));
}

function sentenceBeside(paper: PrintedPaper, region: Region, side: 'after' | 'before', words: string): Resolution {
  const [span, ...others] = region.spans;
  const clause = span === undefined ? undefined : paper.text.clauses[span.clause];
  if (span === undefined || clause === undefined || others.length > 0)
    return unsolved('clause-ambiguous', region.spans.slice(0, 1));
  const edit =
    side === 'after' ? insertionAfter(clause.text, span.to, words) : insertionBefore(clause.text, span.from, words);
  return solved([operationOf(paper, span.clause, edit)]);
}

/** Whether the clauses of a text, one after another to its end, are the lines of the words, and more than one. */
export function readsInARow(clauses: readonly Clause[], words: string): boolean {
  const lines = payloadLines(words);
  const last = clauses.slice(-lines.length);
  return (
    lines.length > 1 &&
    last.length === lines.length &&
    lines.every((line, index) => readsTheSame(last[index]?.text ?? '', line))
  );
}

/** Whether a text holds the words that an instruction says it would then read. */
export function readsAsSaid(clauses: readonly Clause[], title: string, words: string): boolean {
  const lines = payloadLines(words);
  const texts = [title, ...clauses.map((clause) => clause.text)];
  return lines.every((line) => texts.some((text) => holdsWords(text, withoutMarker(line)) || holdsWords(text, line)));
}
