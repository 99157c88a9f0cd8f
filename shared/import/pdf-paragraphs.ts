// The lines of a PDF as paragraphs. A new one starts below a wider gap, in another size of type, with a list's marker,
// at an indent, and wherever the line above ended although the next word would have fitted.

import { endsSentence } from './join-lines';
import { readMarker } from './list-marker';
import { readNumberedTitle } from './numbered-title';
import type { Column } from './pdf-columns';
import { startsWithStem } from './stem';

/** A printed line. Distances in points; `x` and `right` from the page's left edge, `y` from its top. */
export type PdfLine = {
  readonly page: number;
  readonly column: Column;
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly isTableRow: boolean;
  /** The line number printed beside it. */
  readonly number?: number;
};

export type PdfParagraph = {
  readonly lines: readonly PdfLine[];
  /** How far its first line stands in from the column's edge, in sizes of its type. */
  readonly indent: number;
  /** Whether it stands apart from the one above. */
  readonly isApart: boolean;
};

/** Where the lines of one column begin and end. */
type Box = { readonly left: number; readonly right: number };

/** How much wider than between lines a gap is between paragraphs. */
const widerGap = 1.28;

/** The paragraphs, in order; every line is in one. */
export function paragraphsOf(lines: readonly PdfLine[]): readonly PdfParagraph[] {
  const boxes = columnBoxes(lines);
  const leading = leadingOf(lines);
  const paragraphs: { lines: PdfLine[]; indent: number; isApart: boolean }[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const box = boxes.get(columnOf(line)) ?? { left: line.x, right: line.right };
    const start =
      open === undefined ? 'apart' : startOf(line, open.lines, { box, leading, boxAbove: boxAbove(open.lines, boxes) });
    if (open !== undefined && start === undefined) open.lines.push(line);
    else paragraphs.push({ lines: [line], indent: (line.x - box.left) / line.size, isApart: start === 'apart' });
  }
  return paragraphs;
}

function boxAbove(lines: readonly PdfLine[], boxes: ReadonlyMap<string, Box>): Box | undefined {
  const last = lines.at(-1);
  return last === undefined ? undefined : boxes.get(columnOf(last));
}

type Surroundings = { readonly box: Box; readonly boxAbove: Box | undefined; readonly leading: number };

/** How `line` starts a paragraph below the lines of the open one, or undefined when it goes on with that. */
function startOf(line: PdfLine, open: readonly PdfLine[], around: Surroundings): 'apart' | 'close' | undefined {
  const last = open.at(-1);
  const [first] = open;
  if (last === undefined || first === undefined) return 'apart';
  if (Math.abs(line.size - last.size) > 0.12 * Math.max(line.size, last.size)) return 'apart';
  const isBelow = line.page === last.page && line.column === last.column && line.y > last.y;
  if (isBelow && line.y - last.y > widerGap * around.leading * line.size) return 'apart';
  if (line.isTableRow || last.isTableRow) return isBelow ? 'close' : 'apart';
  const isNew = startsAnew(line, last, first, around);
  if (!isNew) return undefined;
  return isBelow ? 'close' : 'apart';
}

function startsAnew(
  line: PdfLine,
  last: PdfLine,
  first: PdfLine,
  { box, boxAbove: above = box }: Surroundings,
): boolean {
  const isEnded = endsSentence(last.text);
  const isEarly = endedEarly(last, line, above);
  const marker = readMarker(line.text);
  if (marker?.strength === 'sure' && !marker.printed.startsWith('(')) return true;
  if (marker !== undefined && (isEnded || isEarly)) return true;
  const goesOn = !isEnded && /^["'“‘(]?\p{Ll}/u.test(line.text);
  if (isEarly) return !goesOn;
  if (!isEnded) return false;
  const isShort = line.right - box.left < 0.7 * (box.right - box.left);
  if (isShort && readNumberedTitle(line.text) !== undefined) return true;
  if (startsWithStem(line.text) && /:-?$/.test(line.text)) return true;
  const shift = line.x - box.left - (last.x - above.left);
  const isHanging = last === first && readMarker(first.text) !== undefined;
  if (shift > 0.8 * line.size) return !isHanging;
  return shift < -0.8 * line.size && last !== first;
}

/** Whether the first word of `line` would still have had room behind `last`. */
function endedEarly(last: PdfLine, line: PdfLine, box: Box): boolean {
  const word = line.text.search(/\s|$/);
  const wordWidth = ((line.right - line.x) * (word + 1)) / Math.max(1, line.text.length);
  return last.right + wordWidth < box.right - 0.6 * last.size;
}

function columnOf(line: PdfLine): string {
  return `${line.page} ${line.column}`;
}

/** The edges of each column of each page; where it has few lines, those that the same column has on other pages. */
function columnBoxes(lines: readonly PdfLine[]): ReadonlyMap<string, Box> {
  const byColumn = new Map<string, PdfLine[]>();
  for (const line of lines) {
    const group = byColumn.get(columnOf(line));
    if (group === undefined) byColumn.set(columnOf(line), [line]);
    else group.push(line);
  }
  const boxes = new Map<string, Box>();
  const usual = new Map<Column, Box>();
  for (const column of ['whole', 'left', 'right'] as const) {
    const full = [...byColumn.values()].filter((group) => group[0]?.column === column);
    usual.set(column, boxOf(full.flat()));
  }
  for (const [key, group] of byColumn) {
    const own = boxOf(group);
    const common = group[0] === undefined ? own : (usual.get(group[0].column) ?? own);
    boxes.set(key, group.length >= 12 ? own : { left: Math.min(own.left, common.left), right: common.right });
  }
  return boxes;
}

/** Nearly the leftmost start and nearly the rightmost end: a stray sign in the margin is no edge. */
function boxOf(lines: readonly PdfLine[]): Box {
  const starts = lines.map(({ x }) => x).sort((before, after) => before - after);
  const ends = lines.map(({ right }) => right).sort((before, after) => before - after);
  return { left: atShare(starts, 0.02), right: atShare(ends, 0.97) };
}

function atShare(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

/** The distance of two lines of a paragraph, in sizes of the type: the lower quartile of all distances. */
function leadingOf(lines: readonly PdfLine[]): number {
  const distances: number[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above === undefined || above.page !== line.page || above.column !== line.column) continue;
    const distance = (line.y - above.y) / line.size;
    if (distance > 0.8 && distance < 4) distances.push(distance);
  }
  distances.sort((before, after) => before - after);
  return distances[Math.floor(distances.length / 4)] ?? 1.2;
}
