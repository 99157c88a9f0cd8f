// The ways to say one edit of a clause, from the shortest to the one that quotes the whole clause.

import { sentencesOf } from './sentences';
import { tokensOf } from './tokens';
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
 * back as the edit.
 */
export function editPhrases(edit: EditInText, style: WordingStyle): readonly string[] {
  const tokens = tokensOf(edit.before);
  const first = tokens.findIndex((token) => token.to > edit.from);
  const touched = tokens.filter((token) => token.from < edit.to && token.to > edit.from);
  const from = touched[0] === undefined ? (first < 0 ? tokens.length : first) : tokens.indexOf(touched[0]);
  const range: TokenRange = { tokens, from, to: from + touched.length };
  const isInsertion = touched.length === 0;
  return [
    ...(isInsertion ? insertions(edit, range, style) : removals(edit, range, style)),
    ...widened(edit, range, style),
  ];
}

/** Tokens `from` (inclusive) to `to` (exclusive) of a text. */
type TokenRange = { readonly tokens: readonly Token[]; readonly from: number; readonly to: number };

function wordsOf(before: string, { tokens, from, to }: TokenRange): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined ? '' : before.slice(first.from, last.to);
}

function insertions(edit: EditInText, range: TokenRange, style: WordingStyle): readonly string[] {
  const { before } = edit;
  const { tokens, from } = range;
  const added = quoted(style, edit.text.trim());
  const phrases: string[] = [];
  const behind = before.slice(edit.from);
  if (/^[\s.,;:?!]*(?:\b(?:and|or)\b[,;]?)?\s*$/.test(behind) && before !== '') phrases.push(`at end add ${added}`);
  for (const count of [2, 3, 4, 5, 6, 8, 10]) {
    if (from - count < 0) break;
    phrases.push(
      `after ${quoted(style, wordsOf(before, { tokens, from: from - count, to: from }))} ${style.insertVerb} ${added}`,
    );
  }
  if (from <= 10) phrases.push(...atStart(before, range, style, added));
  return phrases;
}

function atStart(before: string, { tokens, from }: TokenRange, style: WordingStyle, added: string): readonly string[] {
  const start = from === 0 ? [`at the beginning ${style.insertVerb} ${added}`] : [];
  const after =
    from === 0
      ? []
      : [`after ${quoted(style, wordsOf(before, { tokens, from: 0, to: from }))} ${style.insertVerb} ${added}`];
  const ahead = [2, 3, 5, 8].map((count) =>
    wordsOf(before, { tokens, from, to: Math.min(tokens.length, from + count) }),
  );
  return [
    ...start,
    ...after,
    ...ahead
      .filter((words) => words !== '')
      .map((words) => `before ${quoted(style, words)} ${style.insertVerb} ${added}`),
  ];
}

function removals(edit: EditInText, range: TokenRange, style: WordingStyle): readonly string[] {
  const { before } = edit;
  const text = edit.text.trim();
  const removed = wordsOf(before, range);
  const isLong = range.to - range.from > longRemoval;
  const say = (what: string): string =>
    text === '' ? `delete ${what}` : style.replaceWords(what, quoted(style, text));
  const phrases = [...sentenceRemoval(before, edit, text, style)];
  if (isLong) phrases.push(...tailRemoval(edit, range, style), ...spanRemoval(before, range, say, style));
  phrases.push(say(quoted(style, removed)));
  return phrases;
}

function sentenceRemoval(before: string, edit: TextEdit, text: string, style: WordingStyle): readonly string[] {
  const sentences = sentencesOf(before);
  const start = edit.from + (/^\s*/.exec(before.slice(edit.from, edit.to))?.[0].length ?? 0);
  const index = sentences.findIndex(
    (sentence) => sentence.from === start && sentence.to === before.slice(0, edit.to).trimEnd().length,
  );
  const ordinal = ordinals[index];
  if (sentences.length < 2 || ordinal === undefined) return [];
  if (text === '') return [`delete the ${ordinal} sentence`];
  return [`replace the ${ordinal} sentence with ${quoted(style, text)}`];
}

function tailRemoval(edit: EditInText, { tokens, from, to }: TokenRange, style: WordingStyle): readonly string[] {
  if (to < tokens.length) return [];
  const text = edit.text.trim();
  const ending = text === '' ? '' : ` and insert ${quoted(style, text)}`;
  return [3, 4, 6, 8]
    .filter((count) => from - count >= 0)
    .map(
      (count) =>
        `delete all after ${quoted(style, wordsOf(edit.before, { tokens, from: from - count, to: from }))}${ending}`,
    );
}

function spanRemoval(
  before: string,
  { tokens, from, to }: TokenRange,
  say: (what: string) => string,
  style: WordingStyle,
): readonly string[] {
  return [3, 4, 6].map((count) => {
    const head = quoted(style, wordsOf(before, { tokens, from, to: from + count }));
    const tail = quoted(style, wordsOf(before, { tokens, from: to - count, to }));
    return say(`from ${head} to ${tail}`);
  });
}

/** With words around it that stay: `delete “the old words” and insert “the new words”`. */
function widened(edit: EditInText, range: TokenRange, style: WordingStyle): readonly string[] {
  const { before } = edit;
  const { tokens } = range;
  const phrases: string[] = [];
  for (const reach of [1, 2, 3, 4, 6, 8, 12]) {
    for (const [left, right] of [
      [reach, 0],
      [0, reach],
      [reach, reach],
    ] as const) {
      const wide = { tokens, from: Math.max(0, range.from - left), to: Math.min(tokens.length, range.to + right) };
      const start = tokens[wide.from]?.from ?? 0;
      const end = tokens[wide.to - 1]?.to ?? before.length;
      if (start > edit.from || end < edit.to) continue;
      const after = before.slice(start, edit.from) + edit.text + before.slice(edit.to, end);
      const removed = wordsOf(before, wide);
      if (removed !== '' && after.trim() !== '')
        phrases.push(style.replaceWords(quoted(style, removed), quoted(style, after.trim())));
    }
  }
  return [...new Set(phrases)];
}
