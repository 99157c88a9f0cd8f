// Spaces and closing marks where words go in or come out, so that an amended clause reads as if it had been typed.

import { tokensOf } from './tokens';
import type { Token } from './tokens';
import type { TextEdit } from './word-diff';
import type { Range } from './find-words';

/** Takes out `range` and one of the spaces around it. */
export function deletion(text: string, range: Range): TextEdit {
  const before = text[range.from - 1];
  const after = text[range.to];
  const spaceBefore = isSpace(before);
  const spaceAfter = isSpace(after);
  if (spaceAfter && (spaceBefore || range.from === 0)) return { from: range.from, to: range.to + 1, text: '' };
  const closesUp = spaceBefore && (after === undefined || /[.,;:?!)\]”’]/.test(after));
  const from = closesUp ? range.from - 1 : range.from;
  // A whole sentence quoted without its full stop takes that with it.
  const leavesStop = after === '.' && /[.?!]/.test(text[from - 1] ?? '');
  return { from, to: leavesStop ? range.to + 1 : range.to, text: '' };
}

/** Puts `words` in the place of `range`; words that open with a mark join what stands before them. */
export function replacement(text: string, range: Range, words: string): TextEdit {
  const trimmed = words.trim();
  if (trimmed === '') return deletion(text, range);
  const joins = isSpace(text[range.from - 1]) && startsWithMark(trimmed);
  // A mark at the end of the words is the one that stands there already.
  const doubles = /[.,;:?!]$/.test(trimmed) && trimmed.at(-1) === text[range.to];
  const apart = keptApart(text, range, trimmed);
  return {
    from: joins ? range.from - 1 : range.from,
    to: doubles ? range.to + 1 : range.to,
    text: `${apart.before}${trimmed}${apart.behind}`,
  };
}

/** A mark that goes parted the words beside it; the new words need a space there. */
function keptApart(
  text: string,
  { from, to }: Range,
  words: string,
): { readonly before: string; readonly behind: string } {
  const opens = /[,.;:]/.test(text[from] ?? '') && isLetter(text[from - 1]) && isLetter(words[0]);
  const closes = /[,.;:]/.test(text[to - 1] ?? '') && isLetter(text[to]) && isLetter(words.at(-1));
  return { before: opens ? ' ' : '', behind: closes ? ' ' : '' };
}

/** The edit without the words at its ends that it takes out and puts in again: those stay for others to amend. */
export function withoutKeptWords(text: string, edit: TextEdit): TextEdit {
  const removed = text.slice(edit.from, edit.to);
  if (removed === '' || edit.text === '') return edit;
  const before = tokensOf(removed);
  const after = tokensOf(edit.text);
  const most = Math.min(before.length, after.length);
  const isKept = (left: number, right: number): boolean =>
    before[left]?.text === after[right]?.text &&
    spaceBehind(removed, before, left) === spaceBehind(edit.text, after, right);
  let head = 0;
  while (head < most - 1 && isKept(head, head)) head += 1;
  let tail = 0;
  while (tail < most - 1 - head && isKept(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  // What stays behind takes the space before it along: where that is another, the first of its words is put in anew.
  while (
    tail > 0 &&
    spaceBehind(removed, before, before.length - tail - 1) !== spaceBehind(edit.text, after, after.length - tail - 1)
  )
    tail -= 1;
  if (head === 0 && tail === 0) return edit;
  const from = head === 0 ? 0 : (before[head]?.from ?? 0);
  const to = tail === 0 ? removed.length : (before[before.length - tail - 1]?.to ?? removed.length);
  const end = tail === 0 ? edit.text.length : (after[after.length - tail - 1]?.to ?? edit.text.length);
  return {
    from: edit.from + from,
    to: edit.from + to,
    text: edit.text.slice(head === 0 ? 0 : (after[head]?.from ?? 0), end),
  };
}

/** The white space between a token and the next one, or the end. */
function spaceBehind(text: string, tokens: readonly Token[], index: number): string {
  return text.slice(tokens[index]?.to ?? text.length, tokens[index + 1]?.from ?? text.length);
}

/** Puts `words` after what ends at `at`. */
export function insertionAfter(text: string, at: number, words: string): TextEdit {
  const trimmed = words.trim();
  const before = text[at - 1];
  const head = before === undefined || isSpace(before) || /[([“‘—–]/.test(before) || startsWithMark(trimmed) ? '' : ' ';
  return { from: at, to: at, text: head + trimmed + spaceBetween(trimmed, text[at]) };
}

/** Puts `words` before what starts at `at`. */
export function insertionBefore(text: string, at: number, words: string): TextEdit {
  const trimmed = words.trim();
  if (startsWithMark(trimmed) && isSpace(text[at - 1])) {
    return { from: at - 1, to: at - 1, text: trimmed + spaceBetween(trimmed, text[at - 1]) };
  }
  const before = text[at - 1];
  const head = before === undefined || isSpace(before) || /[([“‘—–]/.test(before) || startsWithMark(trimmed) ? '' : ' ';
  return { from: at, to: at, text: head + trimmed + (/[([“‘]$/.test(trimmed) || text[at] === undefined ? '' : ' ') };
}

/**
 * Adds words at the end of a clause: before its closing mark (and a closing "; and"), or as a further sentence where
 * the clause ends with one and the words are one. A closing mark of the words' own gives way to the clause's; a mark
 * alone, or words that close with "; and", take its place. Undefined where the two contradict each other.
 */
export function additionAtEnd(text: string, words: string): TextEdit | undefined {
  const trimmed = words.trim();
  const end = text.trimEnd().length;
  if (isSentence(trimmed) && /[.?!][”’"')\]]*$/.test(text.slice(0, end))) {
    return { from: end, to: end, text: ` ${trimmed}` };
  }
  const closing = /\s*[.,;:?!]+(?:\s*(?:and|or)\b[,;]?)?$/.exec(text.slice(0, end))?.[0] ?? '';
  const at = end - closing.length;
  if (closesAnew(trimmed))
    return closing !== '' && isLinked(closing) ? undefined : closedAnew(at, end, trimmed, closing);
  if (!/[\p{L}\p{Nd}]/u.test(trimmed)) return undefined;
  const added = closing === '' ? trimmed : trimmed.replace(/[.,;:]+$/, '');
  return insertionAfter(text, at, added);
}

/** A closing mark with nothing else, or words with a closing "; and"; a bare "and" goes behind the mark. */
function closesAnew(words: string): boolean {
  return /^[.,;:?!]$|(?:^|[.,;:]\s*)(?:and|or)[,;]?$/.test(words);
}

function isLinked(closing: string): boolean {
  return /[\p{L}]/u.test(closing);
}

function closedAnew(at: number, end: number, words: string, closing: string): TextEdit {
  if (/^(?:and|or)[,;]?$/.test(words)) return { from: end, to: end, text: ` ${words}` };
  return { from: at, to: at + closing.length, text: startsWithMark(words) ? words : ` ${words}` };
}

/** Adds words at the start of a clause. */
export function additionAtStart(text: string, words: string): TextEdit {
  return insertionBefore(text, 0, words);
}

function isSentence(words: string): boolean {
  return /^[\p{Lu}“‘]/u.test(words) && /[.?!][”’"')\]]*$/.test(words);
}

function startsWithMark(words: string): boolean {
  return /^[.,;:?!)\]]/.test(words);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{Nd}]/u.test(character);
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

function spaceBetween(words: string, after: string | undefined): string {
  return after !== undefined && /[\p{L}\p{Nd}“‘(£]/u.test(after) && !/[([“‘]$/.test(words) ? ' ' : '';
}
