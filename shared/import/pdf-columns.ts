// The order in which a page's rows are read: down the page, or down its left column and then its right one.

import type { Piece, Row } from './pdf-rows';

/** Which column of its page a line stands in. */
export type Column = 'whole' | 'left' | 'right';

/** The rows of one column, from top to bottom. */
export type ColumnRows = { readonly column: Column; readonly rows: readonly Row[] };

/** The fewest pieces on either side of the gap between two columns, and how wide they are at least in half of them. */
const fewest = 5;
const leastWidth = 0.22;

/** Rows across both columns (a title, a rule) end what stands above them: left, right, then the row itself. */
export function readingOrder(rows: readonly Row[]): readonly ColumnRows[] {
  const gap = gapBetweenColumns(rows);
  if (gap === undefined) return [{ column: 'whole', rows }];
  const parts: ColumnRows[] = [];
  let left: Row[] = [];
  let right: Row[] = [];
  const close = (): void => {
    if (left.length > 0) parts.push({ column: 'left', rows: left });
    if (right.length > 0) parts.push({ column: 'right', rows: right });
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.pieces.some((piece) => isAcross(piece, gap))) {
      close();
      parts.push({ column: 'whole', rows: [row] });
      continue;
    }
    const before = row.pieces.filter((piece) => piece.right <= gap);
    const after = row.pieces.filter((piece) => piece.right > gap);
    if (before.length > 0) left.push({ ...row, pieces: before });
    if (after.length > 0) right.push({ ...row, pieces: after });
  }
  close();
  return parts;
}

function isAcross(piece: Piece, gap: number): boolean {
  return piece.x < gap && piece.right > gap;
}

/**
 * Where the page parts in two, as a distance from its left edge: where hardly a piece of text stands across, and on
 * both sides there are lines of running text. Tables part too, but their cells are narrow.
 */
function gapBetweenColumns(rows: readonly Row[]): number | undefined {
  const pieces = rows.flatMap((row) => row.pieces);
  const from = pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const width = pieces.reduce((most, { right }) => Math.max(most, right), 0) - from;
  if (pieces.length < 2 * fewest || width <= 0) return undefined;
  let best: { readonly at: number; readonly across: number } | undefined;
  for (let at = from + width * 0.3; at < from + width * 0.7; at += 3) {
    const across = pieces.filter((piece) => isAcross(piece, at)).length;
    if (best !== undefined && across >= best.across) continue;
    if (across * 5 <= pieces.length && isBetweenProse(pieces, at, width)) best = { at, across };
  }
  return best?.at;
}

function isBetweenProse(pieces: readonly Piece[], at: number, width: number): boolean {
  const before = pieces.filter((piece) => piece.right <= at && !isBareNumber(piece));
  const after = pieces.filter((piece) => piece.x >= at && !isBareNumber(piece));
  return [before, after].every((side) => side.length >= fewest && medianWidth(side) >= width * leastWidth);
}

function isBareNumber({ text }: Piece): boolean {
  return /^\d{1,4}$/.test(text);
}

function medianWidth(pieces: readonly Piece[]): number {
  const widths = pieces.map(({ x, right }) => right - x).sort((before, after) => before - after);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}
