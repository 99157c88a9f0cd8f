// Finds the words that an instruction quotes and makes the operations on them. One hit, or no operation.

import {
  deleteClause,
  hitsInRegions,
  hitsOf,
  bareMarker,
  cutsToken,
  inClauses,
  oneHit,
  operationOf,
  spansOf,
  textAt,
} from './anchor-hits';
import type { Anchor, Directive, Payload, Place, QuotedWords } from './directive';
import { findInTexts, sameCase } from './find-words';
import {
  additionAtEnd,
  additionAtStart,
  deletion,
  insertionAfter,
  insertionBefore,
  replacement,
  withoutKeptWords,
} from './join-words';
import { locate } from './locate';
import type { Located, Region, Span } from './region';
import { startsWithMarker, withoutMarker } from './payload-clauses';
import { endOfClause } from './printed-paper';
import type { PrintedPaper } from './printed-paper';
import { isResolution, onlyRegion, solved, unsolved } from './unresolved';
import type { Resolution } from './unresolved';
import type { TextEdit } from './word-diff';

/**
 * What `resolve` makes of `place`; where the words do not stand there, of what belongs to it, and where the place only
 * came down from an earlier operation, of the whole motion.
 */
export function lookedUp(
  paper: PrintedPaper,
  { place, inheritsPlace }: { readonly place: Place; readonly inheritsPlace: boolean },
  resolve: (located: Located) => Resolution,
): Resolution {
  const located = locate(paper, place);
  const resolution = resolve(located);
  if (resolution.problem?.reason !== 'anchor-not-found') return resolution;
  const within = withWhatBelongs(paper, located);
  const nested = within === undefined ? resolution : resolve(within);
  const isMissing = nested.problem?.reason === 'anchor-not-found';
  return isMissing && inheritsPlace ? resolve(locate(paper, [])) : nested;
}

/** Points with the points below them, for words that stand in no point itself; undefined where there are none below. */
function withWhatBelongs(paper: PrintedPaper, located: Located): Located | undefined {
  const regions = located.regions.map((region): Region => {
    const [span, ...others] = region.spans;
    if (region.unit !== 'clause' || span === undefined || others.length > 0) return region;
    const below = paper.text.clauses
      .slice(span.clause + 1, endOfClause(paper.text.clauses, span.clause))
      .map(({ text }, offset): Span => ({ clause: span.clause + 1 + offset, from: 0, to: text.length }));
    return below.length === 0 ? region : { unit: 'section', spans: [span, ...below] };
  });
  const isWider = regions.some((region, index) => region !== located.regions[index]);
  return isWider ? { ...located, regions } : undefined;
}

/** The same order in several places: all of them, or a question. */
export function resolveAtEach(
  paper: PrintedPaper,
  { places, operation }: Extract<Directive, { readonly kind: 'at-each' }>,
): Resolution {
  return combine(places.map((place) => resolveWords(paper, { ...operation, place }, locate(paper, place))));
}

/** The operations of a directive that names its place by quoted words, looked for in `located`. */
export function resolveWords(paper: PrintedPaper, directive: QuotedWords, located: Located): Resolution {
  switch (directive.kind) {
    case 'replace-words': {
      const edit = (text: string, hit: Span): TextEdit =>
        withoutKeptWords(text, replacement(text, hit, wordsFor(paper, hit, directive)));
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
  }
}

/** Words for a whole item that was quoted with its number, or that start with the rule's number, lose theirs. */
function wordsFor(
  paper: PrintedPaper,
  hit: Span,
  { find, text }: Extract<QuotedWords, { readonly kind: 'replace-words' }>,
): string {
  const behind = textAt(paper, hit.clause).slice(hit.to);
  // A stop for another mark is meant.
  const words = /[.,;:]$/.test(find.words) ? text.words : withoutOrdersStop(text, behind);
  const number = paper.text.clauses[hit.clause]?.number ?? '';
  const own = withoutMarker(words);
  const marker = bareMarker(words.slice(0, words.length - own.length));
  const isOfRule = marker !== '' && /\d\D+\d/.test(number) && bareMarker(number).endsWith(marker);
  const loses = hit.from === 0 ? isOfRule || startsWithMarker(find.words) : isOfRule && marker.length > 1;
  return loses ? own : words;
}

/** The full stop that ends the order, inside the marks, is none of the words where the sentence goes on behind them. */
function withoutOrdersStop({ words, endsOrder }: Payload, behind: string): string {
  return endsOrder === true && /^\s*\p{Ll}/u.test(behind) ? words.slice(0, -1) : words;
}

/** All or nothing: a list of quoted words of which one is not found is not half carried out. */
function combine(resolutions: readonly Resolution[]): Resolution {
  const problem = resolutions.find((resolution) => resolution.problem !== undefined);
  return problem ?? solved(resolutions.flatMap((resolution) => resolution.operations));
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
    return sameCase(text.slice(from, to), anchor.words) && !cutsToken(text, { from, to });
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
  directive: Extract<QuotedWords, { readonly kind: 'insert-words' }>,
): Resolution {
  const { after, before, text, throughout, place } = directive;
  if (after === undefined) {
    if (before === undefined) return unsolved('anchor-not-found');
    const edit = (clause: string, hit: Span): TextEdit =>
      insertionBefore(clause, hit.from, withoutOrdersStop(text, clause.slice(hit.from)));
    return throughout
      ? resolveEverywhere(paper, before, place, edit)
      : resolveOne(paper, located, before, { edit, insideWords: false });
  }
  const edit = (clause: string, hit: Span): TextEdit =>
    insertionAfter(clause, hit.to, withoutOrdersStop(text, clause.slice(hit.to)));
  if (throughout) return resolveEverywhere(paper, after, place, edit);
  if (before === undefined) return resolveOne(paper, located, after, { edit, insideWords: false });
  return resolveBetween(paper, located, { after, before, words: text.words });
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

/** Two quotations that change places. */
export function resolveWordSwap(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'swap-words' }>,
): Resolution {
  const located = locate(paper, directive.place);
  const first = oneHit(paper, located, directive.first);
  if ('operations' in first) return first;
  const second = oneHit(paper, located, directive.second);
  if ('operations' in second) return second;
  if (first.clause === second.clause && first.from < second.to && second.from < first.to)
    return unsolved('anchor-ambiguous', inClauses([first, second]));
  const wordsAt = ({ clause, from, to }: Span): string => textAt(paper, clause).slice(from, to);
  return solved([
    operationOf(paper, first.clause, { from: first.from, to: first.to, text: wordsAt(second) }),
    operationOf(paper, second.clause, { from: second.from, to: second.to, text: wordsAt(first) }),
  ]);
}

/** Words added at the start or end of one clause, one sentence or the title. */
export function resolveAddition(paper: PrintedPaper, region: Region, edge: 'start' | 'end', words: string): Resolution {
  const [span, ...others] = region.unit === 'line' ? region.spans : spansOf(paper, region);
  if (span === undefined || others.length > 0) return unsolved('clause-ambiguous', region.spans.slice(0, 1));
  const text = textAt(paper, span.clause).slice(span.from, span.to);
  const edit = edge === 'end' ? additionAtEnd(text, words) : additionAtStart(text, words);
  if (edit === undefined) return unsolved('anchor-ambiguous', inClauses([span]));
  if (text.slice(edit.from, edit.to) === edit.text) return solved([]);
  return solved([
    operationOf(paper, span.clause, { from: edit.from + span.from, to: edit.to + span.from, text: edit.text }),
  ]);
}

/** The one clause, sentence or title that `place` names, with what `make` makes of it. */
export function withRegion(paper: PrintedPaper, place: Place, make: (region: Region) => Resolution): Resolution {
  const region = onlyRegion(locate(paper, place));
  return isResolution(region) ? region : make(region);
}
