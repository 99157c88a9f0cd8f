// Finds the words that an instruction quotes and makes the operations on them. One hit, or no operation.

import type { Anchor, Directive, Place } from './directive';
import { findInTexts, sameCase } from './find-words';
import { fold } from './folded-text';
import type { FoldedText } from './folded-text';
import { additionAtEnd, additionAtStart, deletion, insertionAfter, insertionBefore, replacement } from './join-words';
import { locate } from './locate';
import type { Located, Region, Span } from './locate';
import type { TextOperation } from './operation';
import { startsWithMarker, withoutMarker } from './payload-clauses';
import type { PrintedPaper } from './printed-paper';
import { isResolution, onlyRegion, solved, unsolved } from './unresolved';
import type { Resolution } from './unresolved';
import type { TextEdit } from './word-diff';

/** Stands for the title where a clause's index is expected; never leaves this reading as a candidate. */
const titlePlace = -1;

type WordsDirective = Extract<
  Directive,
  { readonly kind: 'replace-words' | 'delete-words' | 'insert-words' | 'delete-span' }
>;

/** The operations of a directive that names its place by quoted words. */
export function resolveWords(paper: PrintedPaper, directive: WordsDirective, inheritsPlace: boolean): Resolution {
  const resolution = resolveAt(paper, directive, locate(paper, directive.place));
  const isMissing = resolution.problem?.reason === 'anchor-not-found';
  return isMissing && inheritsPlace ? resolveAt(paper, directive, locate(paper, [])) : resolution;
}

function resolveAt(paper: PrintedPaper, directive: WordsDirective, located: Located): Resolution {
  switch (directive.kind) {
    case 'replace-words': {
      const edit = (text: string, hit: Span): TextEdit =>
        replacement(text, hit, wordsFor(directive.find, hit, directive.text.words));
      if (directive.throughout) return resolveEverywhere(paper, directive.find, directive.place, edit);
      return resolveOne(paper, located, directive.find, { edit, insideWords: true });
    }
    case 'delete-words': {
      if (directive.throughout)
        return combine(directive.finds.map((find) => resolveEverywhere(paper, find, directive.place, deletion)));
      return combine(directive.finds.map((find) => resolveDeletion(paper, located, find)));
    }
    case 'insert-words':
      return resolveInsertion(paper, located, directive);
    case 'delete-span':
      return resolveSpan(paper, located, directive);
  }
}

/** Words for a whole item that was quoted with its number come with a number too. */
function wordsFor(find: Anchor, hit: Span, words: string): string {
  return hit.from === 0 && startsWithMarker(find.words) ? withoutMarker(words) : words;
}

/** All or nothing: a list of quoted words of which one is not found is not half carried out. */
function combine(resolutions: readonly Resolution[]): Resolution {
  const problem = resolutions.find((resolution) => resolution.problem !== undefined);
  return problem ?? solved(resolutions.flatMap((resolution) => resolution.operations));
}

type Hits = { readonly hits: readonly Span[]; readonly problem?: Resolution };

/** The hits of an anchor in all readings of a place; the problem if they are not one. */
export function oneHit(paper: PrintedPaper, located: Located, anchor: Anchor, insideWords = false): Span | Resolution {
  const { hits, problem } = hitsOf(paper, located, anchor, insideWords);
  const [hit] = hits;
  if (problem !== undefined) return problem;
  if (hit === undefined) return unsolved('anchor-not-found');
  return hits.length === 1
    ? hit
    : unsolved(located.countsLines ? 'line-numbers-unknown' : 'anchor-ambiguous', inClauses(hits));
}

function hitsOf(paper: PrintedPaper, located: Located, anchor: Anchor, insideWords: boolean): Hits {
  if (located.regions.length === 0) return { hits: [], problem: unsolved('clause-not-found') };
  const found = hitsInRegions(paper, located.regions, anchor.words, insideWords);
  const { occurrence } = anchor;
  if (occurrence === undefined || located.regions.length > 1) return { hits: found };
  const chosen = occurrence > 0 ? found[occurrence - 1] : found.at(occurrence);
  return { hits: chosen === undefined ? [] : [chosen] };
}

function hitsInRegions(
  paper: PrintedPaper,
  regions: readonly Region[],
  words: string,
  insideWords: boolean,
): readonly Span[] {
  const spans = distinctSpans(regions.flatMap((region) => spansOf(paper, region)));
  const texts = spans.map((span) => foldedSpan(paper, span));
  const hits = findInTexts(texts, words, { insideWords }).map(([index, place]): Span => {
    const span = spans[index] ?? { clause: 0, from: 0, to: 0 };
    return { clause: span.clause, from: span.from + place.from, to: span.from + place.to };
  });
  if (hits.length === 0 && startsWithMarker(words)) return hitsByMarker(paper, spans, words);
  return distinctSpans(hits).toSorted((before, after) => before.clause - after.clause || before.from - after.from);
}

/** What the paper has folded already, unless the span is part of a clause. */
function foldedSpan(paper: PrintedPaper, span: Span): FoldedText {
  const whole = span.clause === titlePlace ? paper.foldedTitle : paper.folded[span.clause];
  if (whole !== undefined && span.from === 0 && span.to === whole.text.length) return whole;
  return fold(textAt(paper, span.clause).slice(span.from, span.to));
}

/** A quotation of a whole item may start with the item's number, which is no part of its text. */
function hitsByMarker(paper: PrintedPaper, spans: readonly Span[], words: string): readonly Span[] {
  const rest = withoutMarker(words);
  const marker = bareMarker(words.slice(0, words.length - rest.length));
  return spans.flatMap((span): readonly Span[] => {
    if (bareMarker(paper.text.clauses[span.clause]?.number ?? '') !== marker || span.from > 0) return [];
    const [place] = findInTexts([foldedSpan(paper, span)], rest);
    return place?.[1].from === 0 ? [{ clause: span.clause, ...place[1] }] : [];
  });
}

function bareMarker(marker: string): string {
  return marker.replace(/[^\p{L}\p{Nd}]/gu, '').toLowerCase();
}

function spansOf(paper: PrintedPaper, region: Region): readonly Span[] {
  return region.unit === 'title' ? [{ clause: titlePlace, from: 0, to: paper.text.title.length }] : region.spans;
}

function distinctSpans(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [`${span.clause} ${span.from} ${span.to}`, span])).values()];
}

function inClauses(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span) => span.clause !== titlePlace);
}

function textAt(paper: PrintedPaper, clause: number): string {
  return clause === titlePlace ? paper.text.title : (paper.text.clauses[clause]?.text ?? '');
}

function resolveOne(
  paper: PrintedPaper,
  located: Located,
  anchor: Anchor,
  how: { readonly edit: (text: string, hit: Span) => TextEdit; readonly insideWords: boolean },
): Resolution {
  const hit = oneHit(paper, located, anchor, how.insideWords);
  if ('operations' in hit) return hit;
  return solved([operationOf(paper, hit.clause, how.edit(textAt(paper, hit.clause), hit))]);
}

function resolveDeletion(paper: PrintedPaper, located: Located, anchor: Anchor): Resolution {
  const hit = oneHit(paper, located, anchor);
  if ('operations' in hit) return hit;
  const clause = paper.text.clauses[hit.clause];
  const isWhole =
    clause !== undefined && !/[\p{L}\p{Nd}]/u.test(clause.text.slice(0, hit.from) + clause.text.slice(hit.to));
  if (isWhole) return solved([deleteClause(paper, hit.clause)]);
  return solved([operationOf(paper, hit.clause, deletion(textAt(paper, hit.clause), hit))]);
}

/** The deletion of one clause of the paper. */
export function deleteClause(paper: PrintedPaper, index: number): TextOperation {
  const removed = paper.text.clauses[index];
  if (removed === undefined) throw new Error(`There is no clause ${index}`);
  return { kind: 'delete-clause', clause: removed.id, removed, after: paper.text.clauses[index - 1]?.id ?? null };
}

// Spelled as quoted, every hit is meant. Spelled otherwise ("Members" for "members"), a person has to say.
function resolveEverywhere(
  paper: PrintedPaper,
  anchor: Anchor,
  place: Place,
  edit: (text: string, hit: Span) => TextEdit,
): Resolution {
  const located = locate(paper, place);
  if (located.regions.length === 0) return unsolved('clause-not-found');
  const hits = hitsInRegions(paper, located.regions, anchor.words, false);
  if (hits.length === 0) return unsolved('anchor-not-found');
  const isMeant = ({ clause, from, to }: Span): boolean => {
    const text = textAt(paper, clause);
    return sameCase(text.slice(from, to), anchor.words) && !/^\p{L}/u.test(text.slice(to));
  };
  const meant = hits.filter(isMeant);
  const doubtful = hits.filter((hit) => !isMeant(hit));
  const isWhole = place.every((part) => part.kind === 'motion');
  const inTitle = isWhole && findInTexts([paper.foldedTitle], anchor.words).length > 0;
  const { operations } = solved(
    meant.map((hit) => operationOf(paper, hit.clause, edit(textAt(paper, hit.clause), hit))),
  );
  if (doubtful.length === 0 && !inTitle) return { operations };
  return { operations, problem: { reason: 'anchor-ambiguous', candidates: inClauses(doubtful) } };
}

function resolveInsertion(
  paper: PrintedPaper,
  located: Located,
  directive: Extract<Directive, { readonly kind: 'insert-words' }>,
): Resolution {
  const { after, before, text, throughout, place } = directive;
  const words = text.words;
  if (after === undefined) {
    if (before === undefined) return unsolved('anchor-not-found');
    const edit = (clause: string, hit: Span): TextEdit => insertionBefore(clause, hit.from, words);
    return throughout
      ? resolveEverywhere(paper, before, place, edit)
      : resolveOne(paper, located, before, { edit, insideWords: false });
  }
  const edit = (clause: string, hit: Span): TextEdit => insertionAfter(clause, hit.to, words);
  if (throughout) return resolveEverywhere(paper, after, place, edit);
  if (before === undefined) return resolveOne(paper, located, after, { edit, insideWords: false });
  return resolveBetween(paper, located, { after, before, words });
}

/** Both anchors must stand next to each other. */
function resolveBetween(
  paper: PrintedPaper,
  located: Located,
  between: { readonly after: Anchor; readonly before: Anchor; readonly words: string },
): Resolution {
  const heads = hitsOf(paper, located, between.after, false);
  const tails = hitsOf(paper, located, between.before, false);
  const problem = heads.problem ?? tails.problem;
  if (problem !== undefined) return problem;
  const pairs = heads.hits.filter((head) =>
    tails.hits.some(
      (tail) =>
        tail.clause === head.clause &&
        /^\s*$/.test(textAt(paper, head.clause).slice(head.to, tail.from)) &&
        tail.from >= head.to,
    ),
  );
  const [pair] = pairs;
  if (pair === undefined) return unsolved('anchor-not-found', inClauses(heads.hits));
  if (pairs.length > 1) return unsolved('anchor-ambiguous', inClauses(pairs));
  return solved([operationOf(paper, pair.clause, insertionAfter(textAt(paper, pair.clause), pair.to, between.words))]);
}

function resolveSpan(
  paper: PrintedPaper,
  located: Located,
  directive: Extract<Directive, { readonly kind: 'delete-span' }>,
): Resolution {
  const start = oneHit(paper, located, directive.start);
  if ('operations' in start) return start;
  const from = directive.keepsStart ? start.to : start.from;
  const region = located.regions.find((candidate) =>
    spansOf(paper, candidate).some((span) => span.clause === start.clause),
  );
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
  return solved(spanOperations(paper, { clause: start.clause, from, to: from }, end, directive.text?.words));
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
  const operations: TextOperation[] =
    first.from === first.to && first.text === '' ? [] : [operationOf(paper, start.clause, first)];
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

/** One edit of a clause, or of the title, as an operation. */
export function operationOf(paper: PrintedPaper, index: number, edit: TextEdit): TextOperation {
  const { from, to, text } = edit;
  const removed = textAt(paper, index).slice(from, to);
  if (index === titlePlace) return { kind: 'amend-title', from, to, removed, text };
  const clause = paper.text.clauses[index];
  if (clause === undefined) throw new Error(`There is no clause ${index}`);
  if (from === to) return { kind: 'insert', clause: clause.id, at: from, text };
  if (text === '') return { kind: 'delete', clause: clause.id, from, to, removed };
  return { kind: 'replace', clause: clause.id, from, to, removed, text };
}

/** Words added at the start or end of one clause, one sentence or the title. */
export function resolveAddition(paper: PrintedPaper, region: Region, edge: 'start' | 'end', words: string): Resolution {
  const [span, ...others] = spansOf(paper, region);
  if (span === undefined || others.length > 0) return unsolved('clause-ambiguous', region.spans.slice(0, 1));
  const text = textAt(paper, span.clause).slice(span.from, span.to);
  const edit = edge === 'end' ? additionAtEnd(text, words) : additionAtStart(text, words);
  return solved([
    operationOf(paper, span.clause, { from: edit.from + span.from, to: edit.to + span.from, text: edit.text }),
  ]);
}

/** The one clause, sentence or title that `place` names, with what `make` makes of it. */
export function withRegion(paper: PrintedPaper, place: Place, make: (region: Region) => Resolution): Resolution {
  const region = onlyRegion(locate(paper, place));
  return isResolution(region) ? region : make(region);
}
