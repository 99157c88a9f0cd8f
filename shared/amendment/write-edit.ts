// The ways to say one edit of a clause, from the shortest to the one that quotes the whole clause.

import { sentencesOf } from './sentences';
import { isWord, tokensOf } from './tokens';
import type { Token } from './tokens';
import type { TextEdit } from './word-diff';
import { quoted } from './wording-style';
import type { WordingStyle } from './wording-style';

/** An edit of a text, with the text it is made in. */
export type EditInText = TextEdit & { readonly before: string };

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Removals longer than this many words are named by their ends. */
const longRemoval = 14;

/**
 * Phrases such as `delete “x” and insert “y”`, best first, none of them checked: the caller takes the first that reads
 * back as the edit. Words by which a place is known are two at least, or one of some length, where there are so many.
 */
export function* editPhrases(edit: EditInText, style: WordingStyle): Generator<string> {
  const tokens = tokensOf(edit.before);
  const first = tokens.findIndex((token) => token.to > edit.from);
  const from = first < 0 ? tokens.length : first;
  let to = from;
  while ((tokens[to]?.from ?? edit.to) < edit.to) to += 1;
  const range: TokenRange = { tokens, from, to };
  if (from === to) yield* insertions(edit, range, style);
  else yield* removals(edit, range, style);
  yield* widened(edit, range, style);
}

/** Tokens `from` (inclusive) to `to` (exclusive) of a text. */
type TokenRange = { readonly tokens: readonly Token[]; readonly from: number; readonly to: number };

function wordsOf(before: string, { tokens, from, to }: TokenRange): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined ? '' : before.slice(first.from, last.to);
}

/** Whether a reader knows a place by these tokens: two words, or one of five letters or more. */
function isTelling(tokens: readonly Token[], from: number, to: number): boolean {
  let words = 0;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token === undefined || !isWord(token)) continue;
    words += 1;
    if (words > 1 || token.text.length >= 5) return true;
  }
  return false;
}

/** The starts of anchors that end before token `end`: shortest first, from the first telling one on, each at a word. */
function anchorStarts(tokens: readonly Token[], end: number): readonly number[] {
  const starts: number[] = [];
  for (let start = end - 1; start >= 0 && starts.length < 10; start -= 1) {
    const token = tokens[start];
    if (token !== undefined && isWord(token) && end - start > 1 && isTelling(tokens, start, end)) starts.push(start);
  }
  return starts;
}

function* insertions(edit: EditInText, range: TokenRange, style: WordingStyle): Generator<string> {
  const { before } = edit;
  const { tokens, from } = range;
  const added = quoted(style, edit.text.trim());
  const behind = before.slice(edit.from);
  if (/^[\s.,;:?!]*(?:\b(?:and|or)\b[,;]?)?\s*$/.test(behind) && before !== '') yield `at end add ${added}`;
  for (const start of anchorStarts(tokens, from)) {
    yield `after ${quoted(style, wordsOf(before, { tokens, from: start, to: from }))} ${style.insertVerb} ${added}`;
  }
  if (from <= 10) yield* atStart(before, range, style, added);
}

function* atStart(before: string, { tokens, from }: TokenRange, style: WordingStyle, added: string): Generator<string> {
  if (from === 0) yield `at the beginning ${style.insertVerb} ${added}`;
  for (let to = from + 2; to <= tokens.length && to <= from + 10; to += 1) {
    if (!isTelling(tokens, from, to)) continue;
    yield `before ${quoted(style, wordsOf(before, { tokens, from, to }))} ${style.insertVerb} ${added}`;
  }
  if (from > 0) {
    yield `after ${quoted(style, wordsOf(before, { tokens, from: 0, to: from }))} ${style.insertVerb} ${added}`;
  }
}

function* removals(edit: EditInText, range: TokenRange, style: WordingStyle): Generator<string> {
  const { before } = edit;
  const text = edit.text.trim();
  const say = (what: string): string =>
    text === '' ? `delete ${what}` : style.replaceWords(what, quoted(style, text));
  yield* sentenceRemoval(before, edit, text, style);
  if (range.to - range.from > longRemoval) {
    yield* tailRemoval(edit, range, style);
    yield* spanRemoval(before, range, say, style);
  }
  // A mark, or a word of one or two letters, is shown with its neighbours.
  if (/[\p{L}\p{Nd}]{3}/u.test(wordsOf(before, range))) yield say(quoted(style, wordsOf(before, range)));
  else yield* widened(edit, range, style);
  yield say(quoted(style, wordsOf(before, range)));
}

function* sentenceRemoval(before: string, edit: TextEdit, text: string, style: WordingStyle): Generator<string> {
  const sentences = sentencesOf(before);
  const start = edit.from + (/^\s*/.exec(before.slice(edit.from, edit.to))?.[0].length ?? 0);
  const index = sentences.findIndex(
    (sentence) => sentence.from === start && sentence.to === before.slice(0, edit.to).trimEnd().length,
  );
  const ordinal = ordinals[index];
  if (sentences.length < 2 || ordinal === undefined) return;
  yield text === '' ? `delete the ${ordinal} sentence` : `replace the ${ordinal} sentence with ${quoted(style, text)}`;
}

function* tailRemoval(edit: EditInText, { tokens, from, to }: TokenRange, style: WordingStyle): Generator<string> {
  if (to < tokens.length) return;
  const text = edit.text.trim();
  const ending = text === '' ? '' : ` and insert ${quoted(style, text)}`;
  for (const count of [3, 4, 6, 8]) {
    if (from < count) return;
    yield `delete all after ${quoted(style, wordsOf(edit.before, { tokens, from: from - count, to: from }))}${ending}`;
  }
}

function* spanRemoval(
  before: string,
  { tokens, from, to }: TokenRange,
  say: (what: string) => string,
  style: WordingStyle,
): Generator<string> {
  for (const count of [3, 4, 6]) {
    const head = quoted(style, wordsOf(before, { tokens, from, to: from + count }));
    const tail = quoted(style, wordsOf(before, { tokens, from: to - count, to }));
    yield say(`from ${head} to ${tail}`);
  }
}

/** With words around it that stay: `delete “the old words” and insert “the new words”`. */
function* widened(edit: EditInText, range: TokenRange, style: WordingStyle): Generator<string> {
  const { before } = edit;
  const { tokens } = range;
  for (const reach of [1, 2, 3, 4, 6, 8, 12]) {
    for (const [left, right] of [
      [reach, 0],
      [0, reach],
      [reach, reach],
    ] as const) {
      const from = Math.max(0, range.from - left);
      const to = Math.min(tokens.length, range.to + right);
      const start = tokens[from]?.from ?? 0;
      const end = tokens[to - 1]?.to ?? before.length;
      const isShort = to - from < tokens.length && !isTelling(tokens, from, to);
      if (isShort || start > edit.from || end < edit.to) continue;
      const after = before.slice(start, edit.from) + edit.text + before.slice(edit.to, end);
      if (after.trim() !== '')
        yield style.replaceWords(quoted(style, wordsOf(before, { tokens, from, to })), quoted(style, after.trim()));
    }
  }
}
