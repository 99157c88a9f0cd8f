// The runs of text on a PDF's page as rows: what stands on one baseline, parted where a wide gap is.

import type { PdfPage, PdfText } from '../ports';

/** Text without a wide gap in it. Points from the page's left edge; `size` is that of its type. */
export type Piece = { readonly text: string; readonly x: number; readonly right: number; readonly size: number };

/** What stands on one baseline, `y` points below the page's upper edge, from left to right. */
export type Row = { readonly y: number; readonly size: number; readonly pieces: readonly Piece[] };

/** Gaps, in sizes of the type: one that is a space, and one that is wider than any space between words. */
const spaceGap = 0.12;
const wideGap = 1.3;
const gapBehindNumber = 0.4;

/** The rows of a page from top to bottom, and the text that runs along its side or slantwise. */
export function pageRows(page: PdfPage): { readonly rows: readonly Row[]; readonly turned: readonly string[] } {
  const upright = page.texts.filter((text) => !text.isTurned);
  const turned = page.texts.filter((text) => text.isTurned).map(({ text }) => text);
  const inOrder = [...upright].sort((before, after) => before.y - after.y);
  const groups: PdfText[][] = [];
  for (const text of inOrder) {
    const group = groups.at(-1);
    if (group !== undefined && isOnBaseline(text, group)) group.push(text);
    else groups.push([text]);
  }
  return { rows: groups.map(rowOf), turned };
}

/** Raised and lowered signs stand with the words beside them; lines of a paragraph are further apart than this. */
function isOnBaseline(text: PdfText, group: readonly PdfText[]): boolean {
  const [first] = group;
  return first !== undefined && text.y - first.y < 0.4 * Math.max(first.size, text.size);
}

function rowOf(group: readonly PdfText[]): Row {
  const inOrder = [...group].sort((before, after) => before.x - after.x);
  const [tallest] = [...group].sort((before, after) => after.size - before.size);
  const pieces: Piece[] = [];
  for (const text of inOrder) {
    const last = pieces.at(-1);
    const gap = last === undefined ? 0 : text.x - last.right;
    if (last === undefined || isWide(gap, last, text.size)) pieces.push(pieceOf(text));
    else pieces[pieces.length - 1] = joined(last, text, gap);
  }
  return { y: tallest?.y ?? 0, size: tallest?.size ?? 0, pieces };
}

function isWide(gap: number, before: Piece, size: number): boolean {
  const isNumber = /^\d{1,4}$/.test(before.text);
  return gap > Math.max(before.size, size) * (isNumber ? gapBehindNumber : wideGap);
}

function pieceOf(text: PdfText): Piece {
  return { text: text.text.trim(), x: text.x, right: text.x + text.width, size: text.size };
}

function joined(before: Piece, after: PdfText, gap: number): Piece {
  const isApart = gap > spaceGap * after.size || /^\s/.test(after.text);
  return {
    text: `${before.text}${isApart ? ' ' : ''}${after.text.trim()}`,
    x: before.x,
    right: Math.max(before.right, after.x + after.width),
    size: Math.max(before.size, after.size),
  };
}

/** The size of type that most characters are in, to half a point. */
export function textSizeOf(rows: readonly Row[]): number {
  const characters = new Map<number, number>();
  for (const { size, pieces } of rows) {
    const step = Math.round(size * 2) / 2;
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    characters.set(step, (characters.get(step) ?? 0) + length);
  }
  const [most] = [...characters].sort((before, after) => after[1] - before[1]);
  return most?.[0] ?? 0;
}
