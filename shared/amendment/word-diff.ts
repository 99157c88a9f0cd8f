// What changed between two texts, as a person would mark it: few edits, on whole words, with nothing hidden.

import { listEdits } from './myers';
import type { ListEdit } from './myers';
import { isWord, tokensOf } from './tokens';
import type { Token } from './tokens';

/** `from`–`to` of the text before (UTF-16 code units, half-open) gives way to `text`. */
export type TextEdit = { readonly from: number; readonly to: number; readonly text: string };

/** More single-token edits than this and the text counts as rewritten. Keeps time and memory bounded. */
const mostEdits = 2000;
/** Below this share of kept words the whole text is shown as replaced. */
const rewrittenBelow = 0.4;
/** Below this share, and with a changed middle longer than `longMiddle`, the middle is shown as replaced. */
const reworkedBelow = 0.6;
const longMiddle = 100;

/**
 * The edits from `before` to `after`, in order, apart from each other. Applied to `before` they give exactly `after`.
 * Islands of one or two unchanged words inside changes are absorbed, and a text of which little is left is one edit.
 */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const left = tokensOf(before);
  const right = tokensOf(after);
  const shortest = listEdits(
    left.map((token) => token.text),
    right.map((token) => token.text),
    mostEdits,
  );
  if (shortest === undefined) return wholeEdit(before, after);
  const settled: ListEdit[] = [];
  shortest.forEach((edit, index) => {
    settled.push(slide(edit, { previous: settled.at(-1), next: shortest[index + 1] }, left, right));
  });
  const readable = absorbIslands(settled, left);
  const edits = placeInText(readable, { before, after, left, right });
  return summarise(edits, readable, { before, after, left, right });
}

type Compared = {
  readonly before: string;
  readonly after: string;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
};

/**
 * Moves a pure insertion or deletion along repeated tokens to where it reads best: starting after a sentence or a
 * clause mark and ending with one, else as far to the right as it goes.
 */
function slide(
  edit: ListEdit,
  neighbours: { readonly previous: ListEdit | undefined; readonly next: ListEdit | undefined },
  left: readonly Token[],
  right: readonly Token[],
): ListEdit {
  const isDeletion = edit.afterFrom === edit.afterTo;
  const isInsertion = edit.beforeFrom === edit.beforeTo;
  if (!isDeletion && !isInsertion) return edit;
  const list = isDeletion ? left : right;
  const from = isDeletion ? edit.beforeFrom : edit.afterFrom;
  const to = isDeletion ? edit.beforeTo : edit.afterTo;
  const roomLeft = edit.beforeFrom - (neighbours.previous?.beforeTo ?? -1) - 1;
  const roomRight = (neighbours.next?.beforeFrom ?? left.length + 1) - edit.beforeTo - 1;
  let best = 0;
  let bestScore = -1;
  for (let shift = -reach(list, from, to, -1, roomLeft); shift <= reach(list, from, to, 1, roomRight); shift += 1) {
    const score = boundaryScore(list, from + shift, to + shift);
    if (score >= bestScore) {
      best = shift;
      bestScore = score;
    }
  }
  return {
    beforeFrom: edit.beforeFrom + best,
    beforeTo: edit.beforeTo + best,
    afterFrom: edit.afterFrom + best,
    afterTo: edit.afterTo + best,
  };
}

function reach(list: readonly Token[], from: number, to: number, step: 1 | -1, room: number): number {
  let shift = 0;
  while (shift < room) {
    const entering = step === 1 ? list[to + shift] : list[from - 1 - shift];
    const leaving = step === 1 ? list[from + shift] : list[to - 1 - shift];
    if (entering === undefined || leaving === undefined || entering.text !== leaving.text) break;
    shift += 1;
  }
  return shift;
}

function boundaryScore(list: readonly Token[], from: number, to: number): number {
  const preceding = list[from - 1]?.text ?? '.';
  const last = list[to - 1]?.text ?? '';
  const starts = /^[.?!]$/.test(preceding) ? 4 : /^[;:]$/.test(preceding) ? 2 : 0;
  const ends = /^[.?!]$/.test(last) ? 2 : /^[;:,]$/.test(last) ? 1 : 0;
  return starts === 0 ? 0 : starts + ends;
}

/** Joins two edits around one or two unchanged words when together they both take out and put in. */
function absorbIslands(edits: readonly ListEdit[], left: readonly Token[]): readonly ListEdit[] {
  const joined: ListEdit[] = [];
  for (const edit of edits) {
    const previous = joined.at(-1);
    if (previous === undefined || !isSmallIsland(previous, edit, left)) {
      joined.push(edit);
      continue;
    }
    joined[joined.length - 1] = {
      beforeFrom: previous.beforeFrom,
      beforeTo: edit.beforeTo,
      afterFrom: previous.afterFrom,
      afterTo: edit.afterTo,
    };
  }
  return joined;
}

function isSmallIsland(previous: ListEdit, next: ListEdit, left: readonly Token[]): boolean {
  const island = left.slice(previous.beforeTo, next.beforeFrom);
  if (island.some((token) => /^[.?!;:]$/.test(token.text))) return false;
  const removes = previous.beforeTo > previous.beforeFrom || next.beforeTo > next.beforeFrom;
  const inserts = previous.afterTo > previous.afterFrom || next.afterTo > next.afterFrom;
  if (!removes || !inserts) return false;
  const words = island.filter(isWord).length;
  return words <= 1 || (words === 2 && sizeOf(previous) + sizeOf(next) > 2 * words);
}

function sizeOf(edit: ListEdit): number {
  return edit.beforeTo - edit.beforeFrom + edit.afterTo - edit.afterFrom;
}

// Between two kept neighbours lies a stretch of either text: white space, or white space around changed tokens. Each
// stretch that differs becomes an edit, less the white space that both have at its ends.
function placeInText(edits: readonly ListEdit[], compared: Compared): readonly TextEdit[] {
  const { before, after, left, right } = compared;
  const placed: TextEdit[] = [];
  let beforeEnd = 0;
  let afterEnd = 0;
  let shift = 0;
  let next = 0;
  for (let index = 0; index <= left.length; index += 1) {
    const edit = edits[next];
    if (edit !== undefined && index >= edit.beforeFrom) {
      shift = edit.afterTo - edit.beforeTo;
      next += 1;
      index = edit.beforeTo;
    }
    const beforeFrom = left[index]?.from ?? before.length;
    const afterFrom = right[index + shift]?.from ?? after.length;
    const stretch = stretchEdit(beforeEnd, before.slice(beforeEnd, beforeFrom), after.slice(afterEnd, afterFrom));
    if (stretch !== undefined) placed.push(stretch);
    beforeEnd = left[index]?.to ?? before.length;
    afterEnd = right[index + shift]?.to ?? after.length;
  }
  return placed;
}

function stretchEdit(offset: number, before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head] && isSpace(before[head])) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.at(-1 - tail) === after.at(-1 - tail) &&
    isSpace(before[before.length - 1 - tail])
  ) {
    tail += 1;
  }
  return { from: offset + head, to: offset + before.length - tail, text: after.slice(head, after.length - tail) };
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

function summarise(edits: readonly TextEdit[], tokens: readonly ListEdit[], compared: Compared): readonly TextEdit[] {
  const first = edits[0];
  const last = edits.at(-1);
  if (first === undefined || last === undefined || edits.length === 1) return edits;
  const { before, after, left, right } = compared;
  const leftWords = left.filter(isWord).length;
  const removed = tokens.reduce((sum, edit) => sum + countWords(left, edit.beforeFrom, edit.beforeTo), 0);
  const kept = (leftWords - removed) / Math.max(1, Math.min(leftWords, right.filter(isWord).length));
  if (kept < rewrittenBelow) return wholeEdit(before, after);
  if (kept < reworkedBelow && last.to - first.from > longMiddle) {
    const tail = before.length - last.to;
    return [{ from: first.from, to: last.to, text: after.slice(first.from, after.length - tail) }];
  }
  return edits;
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  return tokens.slice(from, to).filter(isWord).length;
}

function wholeEdit(before: string, after: string): readonly TextEdit[] {
  return [{ from: 0, to: before.length, text: after }];
}
