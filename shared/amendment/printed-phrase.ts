// The words of the paper by which a reader recognises a place: never a fragment of a word or a lone “7”.

import { isWord, tokensOf } from './tokens';
import type { Token } from './tokens';

/** UTF-16 code units of a text, half-open. */
export type Stretch = { readonly from: number; readonly to: number };

/** A phrase is widened to this many words at most, and shown with this many; between its ends stands an ellipsis. */
const mostWords = 8;
const shownAtStart = 4;
const shownAtEnd = 3;

/**
 * The printed words of a stretch, whole ones, without the marks around them. Where these tell too little (less than two
 * words or one long one) or are not the only ones of their kind in the text, first `wider` is taken, the stretch that
 * something is done to, when it need not be shortened, and then word after word on either side.
 */
export function printedPhrase(text: string, stretch: Stretch, wider: Stretch = stretch): string {
  const tokens = tokensOf(text);
  const first = rangeOf(tokens, stretch);
  const second = rangeOf(tokens, { from: Math.min(stretch.from, wider.from), to: Math.max(stretch.to, wider.to) });
  if (tells(text, tokens, first)) return shown(text, tokens, first);
  const isShort = wordsIn(tokens, second) <= mostWords;
  return shown(text, tokens, widened(text, tokens, isShort ? second : first));
}

/** The last words before a place, as many as tell where it is; none at the start of the text. */
export function phraseBefore(text: string, at: number): string {
  const tokens = tokensOf(text);
  const end = rangeOf(tokens, { from: 0, to: at }).to;
  let range: TokenRange = { from: end, to: end };
  while (range.from > 0 && wordsIn(tokens, range) < mostWords) {
    if (wordsIn(tokens, range) > 1 && tells(text, tokens, range)) break;
    range = { from: range.from - 1, to: range.to };
  }
  return shown(text, tokens, range);
}

/** Tokens `from` (inclusive) to `to` (exclusive). */
type TokenRange = Stretch;

/** The tokens that a stretch touches; an empty one touches none. */
function rangeOf(tokens: readonly Token[], { from, to }: Stretch): TokenRange {
  const first = tokens.findIndex((token) => token.to > from);
  const start = first < 0 ? tokens.length : first;
  let end = start;
  while ((tokens[end]?.from ?? to) < to) end += 1;
  return { from: start, to: end };
}

function wordsIn(tokens: readonly Token[], { from, to }: TokenRange): number {
  return tokens.slice(from, to).filter(isWord).length;
}

function wordsOf(text: string, tokens: readonly Token[], { from, to }: TokenRange): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || to <= from ? '' : text.slice(first.from, last.to);
}

/** Two words of seven characters together, or one of five letters; and nothing else in the text reads the same. */
function tells(text: string, tokens: readonly Token[], range: TokenRange): boolean {
  const words = wordsOf(text, tokens, range);
  const isLong = (wordsIn(tokens, range) > 1 && words.length >= 7) || /\p{L}{5}/u.test(words);
  return isLong && text.indexOf(words) === text.lastIndexOf(words);
}

function widened(text: string, tokens: readonly Token[], start: TokenRange): TokenRange {
  // A mark by itself is shown between its neighbours; else two words behind, then two before, and so on.
  const isMark = wordsIn(tokens, start) === 0;
  let range = isMark ? { from: Math.max(0, start.from - 1), to: Math.min(tokens.length, start.to + 1) } : start;
  for (let turn = 0; !tells(text, tokens, range) && wordsIn(tokens, range) < mostWords; turn += 1) {
    const { from, to } = range;
    if (from === 0 && to === tokens.length) return range;
    const goesLeft = to === tokens.length || (from > 0 && turn % 4 > 1);
    range = goesLeft ? { from: from - 1, to } : { from, to: to + 1 };
  }
  return range;
}

/** The words without marks at their ends; of many, the first and the last. */
function shown(text: string, tokens: readonly Token[], range: TokenRange): string {
  let { from, to } = range;
  while (from < to && !isWordAt(tokens, from)) from += 1;
  while (to > from && !isWordAt(tokens, to - 1)) to -= 1;
  if (from >= to) return wordsOf(text, tokens, range);
  const places = Array.from({ length: to - from }, (_, index) => from + index).filter((index) =>
    isWordAt(tokens, index),
  );
  const head = places[shownAtStart - 1];
  const tail = places.at(-shownAtEnd);
  if (places.length <= mostWords || head === undefined || tail === undefined)
    return wordsOf(text, tokens, { from, to });
  return `${wordsOf(text, tokens, { from, to: head + 1 })} … ${wordsOf(text, tokens, { from: tail, to })}`;
}

function isWordAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && isWord(token);
}
