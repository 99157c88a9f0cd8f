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

type Candidate = { readonly page: number; readonly row: Row; readonly isTop: boolean };

/**
 * The rows that belong to the page and not to the paper: the same words at the same height on at least three pages, or
 * on half of them; or words whose one changing figure goes up with the pages; with nothing of the paper between them and
 * the page's edge. And page numbers that say so, and small print at the very edge. `textSize` is the size of the type
 * that most of the paper is in.
 */
export function runningRows(pages: readonly PageRows[], textSize: number): ReadonlySet<Row> {
  const sides = pages.flatMap((page, index) => marginRows(page, index));
  const repeated = repeatedRows(sides.flat(), Math.min(3, Math.max(2, Math.ceil(pages.length / 2))));
  const running = new Set<Row>();
  for (const side of sides) {
    let isAtEdge = true;
    for (const { row, page } of side) {
      const height = pages[page]?.height ?? 0;
      const isOutermost = row.y < height * outermost || row.y > height * (1 - outermost);
      const isOwn = pageNumber.test(textOf(row)) || (isOutermost && row.size < textSize * smaller);
      isAtEdge &&= isOwn || repeated.has(row);
      if (isOwn || isAtEdge) running.add(row);
    }
  }
  return running;
}

function repeatedRows(candidates: readonly Candidate[], least: number): ReadonlySet<Row> {
  const repeated = new Set<Row>();
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
      if (new Set(group.map(({ page }) => page)).size >= least) for (const { row } of group) repeated.add(row);
    }
  }
  return repeated;
}

/** The rows at the top and those at the bottom, each from the page's edge inwards. */
function marginRows({ height, rows }: PageRows, page: number): readonly (readonly Candidate[])[] {
  const top = rows.slice(0, deepest).filter((row) => row.y < height * margin);
  const bottom = rows.slice(-deepest).filter((row) => row.y > height * (1 - margin) && !top.includes(row));
  return [top.map((row) => ({ page, row, isTop: true })), bottom.map((row) => ({ page, row, isTop: false })).reverse()];
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
