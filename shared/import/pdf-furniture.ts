// Running heads, feet and page numbers of a PDF: what stands at the same height on page after page.

import type { Row } from './pdf-rows';
import { startsWithStem } from './stem';

export type PageRows = { readonly height: number; readonly rows: readonly Row[] };

/** The part of a page's height, above and below, where running heads are looked for, and how many rows of it. */
const margin = 0.14;
const deepest = 4;

/** Rows of different pages within this many points are at the same height. */
const sameHeight = 4;

const pageNumber = /^(?:\W{0,3}|.{0,80}\s)page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?\W{0,3}$/i;

/** What a motion's own heading begins with, however alike those of one page after another are. */
const ownHeading = /^(?:\w+ )?(?:motion|composite|amendment|resolution|rule|item)\s+[A-Z]{0,4}\d/i;

/** In the outermost part of the page, type this much smaller than the text's is the page's, even on a single page. */
const outermost = 0.07;
const smaller = 0.88;

/** How far the last row of a running head is from the text, in sizes of its type. */
const apart = 1.7;

/** A row near the page's edge; `inwards` is how far the next row towards the text is, in points. */
type Candidate = { readonly page: number; readonly row: Row; readonly isTop: boolean; readonly inwards: number };

/**
 * The rows that belong to the page and not to the paper: the same words at the same height on at least three pages, or
 * words whose one changing figure goes up with the pages. They stand at the page's edge with a gap between them and the
 * text; what is behind that gap counts only when it is on half of the pages. And page numbers that say so, and small
 * print at the very edge. `textSize` is the size of the type that most of the paper is in.
 */
export function runningRows(pages: readonly PageRows[], textSize: number): ReadonlySet<Row> {
  const isOwn = ({ row, page }: Candidate): boolean => {
    const height = pages[page]?.height ?? 0;
    const isOutermost = row.y < height * outermost || row.y > height * (1 - outermost);
    return pageNumber.test(textOf(row)) || (isOutermost && row.size < textSize * smaller);
  };
  const half = Math.max(2, Math.ceil(pages.length / 2));
  const sides = pages.flatMap((page, index) => marginRows(page, index));
  const counts = pagesOfRows(sides.flat());
  const running = new Set<Row>();
  for (const side of sides) {
    for (const candidate of side) if (isOwn(candidate)) running.add(candidate.row);
    const firstOfPaper = side.findIndex((one) => !isOwn(one) && (counts.get(one.row) ?? 1) < Math.min(3, half));
    const atEdge = firstOfPaper === -1 ? side : side.slice(0, firstOfPaper);
    const firstGap = atEdge.findIndex(isApart);
    const lastGap = atEdge.findLastIndex(isApart);
    for (const [at, { row }] of atEdge.entries()) {
      if (at <= firstGap || (at <= lastGap && (counts.get(row) ?? 1) >= half)) running.add(row);
    }
  }
  return running;
}

function isApart({ row, inwards }: Candidate): boolean {
  return inwards > row.size * apart;
}

/**
 * On how many pages each row stands, with the same words or as the page's number, if on the next page too, or on the
 * next but one: left and right pages may have heads of their own.
 */
function pagesOfRows(candidates: readonly Candidate[]): ReadonlyMap<Row, number> {
  const counts = new Map<Row, number>();
  for (const keyOf of [sameWords, countedWords]) {
    const groups = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      for (const key of keysOf(candidate, keyOf)) {
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [candidate]);
        else group.push(candidate);
      }
    }
    for (const group of groups.values()) {
      const on = new Set(group.map(({ page }) => page));
      for (const { row, page } of group) {
        const isNear = [1, 2].some((step) => on.has(page - step) || on.has(page + step));
        if (isNear) counts.set(row, Math.max(on.size, counts.get(row) ?? 1));
      }
    }
  }
  return counts;
}

/** The rows at the top and those at the bottom, each from the page's edge inwards. */
function marginRows({ height, rows }: PageRows, page: number): readonly (readonly Candidate[])[] {
  const top = rows.slice(0, deepest).filter((row) => row.y < height * margin);
  const bottom = rows.slice(-deepest).filter((row) => row.y > height * (1 - margin) && !top.includes(row));
  const below = (row: Row): Row | undefined => rows[rows.indexOf(row) + 1];
  const above = (row: Row): Row | undefined => rows[rows.indexOf(row) - 1];
  return [
    top.map((row) => ({ page, row, isTop: true, inwards: distance(row, below(row)) })),
    bottom.map((row) => ({ page, row, isTop: false, inwards: distance(above(row), row) })).reverse(),
  ];
}

/** From one row to the one below; a page's only row is far from any. */
function distance(above: Row | undefined, below: Row | undefined): number {
  return above === undefined || below === undefined ? Number.POSITIVE_INFINITY : below.y - above.y;
}

/** A key for the height's step and for the next one, so that heights near the edge of a step meet. */
function keysOf(candidate: Candidate, keyOf: (candidate: Candidate) => string | undefined): readonly string[] {
  const words = keyOf(candidate);
  if (words === undefined) return [];
  const step = Math.floor(candidate.row.y / sameHeight);
  return [`${step} ${words}`, `${step + 1} ${words}`];
}

function sameWords({ row }: Candidate): string | undefined {
  return startsWithStem(textOf(row)) ? undefined : textOf(row);
}

/** The words with the figure that counts the pages taken relative to the page, so that it is the same on every one. */
function countedWords({ page, row, isTop }: Candidate): string | undefined {
  const text = textOf(row);
  if (isTop && ownHeading.test(text)) return undefined;
  const counted = /^(\d{1,4})\b|\b(\d{1,4})\W*$/;
  if (!counted.test(text)) return undefined;
  return text.replace(counted, (figure) => `#${Number.parseInt(figure, 10) - page}`);
}

export function textOf(row: Row): string {
  return row.pieces.map(({ text }) => text).join(' ');
}
