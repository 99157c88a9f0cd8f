// Finds where in the printed paper quoted words stand, and makes operations there.

import type { Anchor } from './directive';
import { findInTexts } from './find-words';
import { fold } from './folded-text';
import type { Range } from './find-words';
import type { FoldedText } from './folded-text';
import type { TextOperation } from './operation';
import { startsWithMarker, withoutMarker } from './payload-clauses';
import type { PrintedPaper } from './printed-paper';
import type { Located, Region, Span } from './region';
import { tokensOf } from './tokens';
import { unsolved } from './unresolved';
import type { Resolution } from './unresolved';
import type { TextEdit } from './word-diff';

/** Stands for the title where a clause's index is expected; never leaves this reading as a candidate. */
const titlePlace = -1;

export type Hits = { readonly hits: readonly Span[]; readonly problem?: Resolution };

/** The hits of an anchor in all readings of a place; the problem if they are not one. */
export function oneHit(paper: PrintedPaper, located: Located, anchor: Anchor, insideWords = false): Span | Resolution {
  const { hits, problem } = hitsOf(paper, located, anchor, insideWords);
  const [hit] = hits;
  if (problem !== undefined) return problem;
  if (hit === undefined) return unsolved('anchor-not-found');
  const isCut = (each: Span): boolean => each.clause !== titlePlace && cutsToken(textAt(paper, each.clause), each);
  if (hits.every(isCut)) return unsolved('anchor-not-found', hits);
  return hits.length === 1
    ? hit
    : unsolved(located.countsLines ? 'line-numbers-unknown' : 'anchor-ambiguous', inClauses(hits));
}

/** The hits of an anchor in all readings of a place. */
export function hitsOf(paper: PrintedPaper, located: Located, anchor: Anchor, insideWords: boolean): Hits {
  if (located.regions.length === 0) return { hits: [], problem: unsolved('clause-not-found') };
  const all = hitsInRegions(paper, located.regions, anchor.words, insideWords);
  const found = anchor.behind === undefined ? all : hitsBehind(paper, located, anchor.behind, all);
  const { occurrence } = anchor;
  if (occurrence === undefined || located.regions.length > 1) return { hits: found };
  const chosen = occurrence > 0 ? found[occurrence - 1] : found.at(occurrence);
  return { hits: chosen === undefined ? [] : [chosen] };
}

/** Those of `hits` with nothing but a space between them and the words. */
function hitsBehind(paper: PrintedPaper, located: Located, words: string, hits: readonly Span[]): readonly Span[] {
  const heads = hitsInRegions(paper, located.regions, words, false);
  return hits.filter((hit) =>
    heads.some(
      (head) =>
        head.clause === hit.clause &&
        head.to <= hit.from &&
        textAt(paper, hit.clause).slice(head.to, hit.from).trim() === '',
    ),
  );
}

/** The places of words in regions, in the order of the text. */
export function hitsInRegions(
  paper: PrintedPaper,
  regions: readonly Region[],
  words: string,
  insideWords: boolean,
): readonly Span[] {
  const spans = distinctSpans(regions.flatMap((region) => spansOf(paper, region)));
  const lines = regions.every(({ unit }) => unit === 'line') ? regions.flatMap((region) => region.spans) : undefined;
  const texts = spans.map((span) => foldedSpan(paper, span));
  const hits = findInTexts(texts, words, { insideWords }).map(([index, place]): Span => {
    const span = spans[index] ?? { clause: 0, from: 0, to: 0 };
    return { clause: span.clause, from: span.from + place.from, to: span.from + place.to };
  });
  if (hits.length === 0 && startsWithMarker(words)) return hitsByMarker(paper, spans, words);
  const onLines = lines === undefined ? hits : hits.filter((hit) => lines.some((line) => shareWords(hit, line)));
  return distinctSpans(onLines).toSorted((before, after) => before.clause - after.clause || before.from - after.from);
}

/**
 * Whether a range of `text` begins or ends within a word ("form" of “forms”, "co" of “co-operative”). A title may be
 * amended so; in a clause it is a slip. What is left may be the ending of a possessive, or a unit.
 */
export function cutsToken(text: string, { from, to }: Range): boolean {
  return tokensOf(text).some((token) => {
    const before = token.from < from && from < token.to ? text.slice(token.from, from) : '';
    const after = token.from < to && to < token.to ? text.slice(to, token.to) : '';
    return /[\p{L}\p{Nd}]/u.test(before) || (/[\p{L}\p{Nd}]/u.test(after) && !/^[’']s$/.test(after));
  });
}

function shareWords(hit: Span, line: Span): boolean {
  return hit.clause === line.clause && hit.from < line.to && line.from < hit.to;
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
    if (span.from > 0 || !numbersOf(paper, span.clause).includes(marker)) return [];
    const [place] = findInTexts([foldedSpan(paper, span)], rest);
    return place?.[1].from === 0 ? [{ clause: span.clause, ...place[1] }] : [];
  });
}

/** The number of a clause, alone and behind that of the entry it stands in: "d" and "6d". */
function numbersOf(paper: PrintedPaper, index: number): readonly string[] {
  const own = bareMarker(paper.text.clauses[index]?.number ?? '');
  if (own === '') return [own];
  const outer = paper.lists.find(({ entries }) => entries.includes(index))?.leadIn;
  return [own, bareMarker(paper.text.clauses[outer ?? -1]?.number ?? '') + own];
}

/** The part of a marker that counts. */
export function bareMarker(marker: string): string {
  return marker.replace(/[^\p{L}\p{Nd}]/gu, '').toLowerCase();
}

/** Where words of a region are looked for. Words on a line may run on to the next: for those, in the whole clause. */
export function spansOf(paper: PrintedPaper, region: Region): readonly Span[] {
  if (region.unit === 'title') return [{ clause: titlePlace, from: 0, to: paper.text.title.length }];
  if (region.unit !== 'line') return region.spans;
  return region.spans.map(({ clause }) => ({ clause, from: 0, to: textAt(paper, clause).length }));
}

function distinctSpans(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [`${span.clause} ${span.from} ${span.to}`, span])).values()];
}

/** Without those in the title, which no candidate names. */
export function inClauses(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span) => span.clause !== titlePlace);
}

/** The text of a clause by its index, or the title. */
export function textAt(paper: PrintedPaper, clause: number): string {
  return clause === titlePlace ? paper.text.title : (paper.text.clauses[clause]?.text ?? '');
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

/** The deletion of one clause of the paper. */
export function deleteClause(paper: PrintedPaper, index: number): TextOperation {
  const removed = paper.text.clauses[index];
  if (removed === undefined) throw new Error(`There is no clause ${index}`);
  return { kind: 'delete-clause', clause: removed.id, removed, after: paper.text.clauses[index - 1]?.id ?? null };
}
