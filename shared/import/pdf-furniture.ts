// Running heads, feet and page numbers of a PDF: what stands at the same height on page after page.

import type { Row } from './pdf-rows';

export type PageRows = { readonly height: number; readonly rows: readonly Row[] };

/** The part of a page's height, above and below, where running heads are looked for, and how many rows of it. */
const margin = 0.14;
const deepest = 4;

/** Rows of different pages within this many points are at the same height. */
const sameHeight = 4;

const pageNumber = /^(?:\W{0,3}|.{0,80}\s)page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?\W{0,3}$/i;

/** What a motion's own heading begins with, however alike those of one page after another are. */
const ownHeading = /^(?:\w+ )?(?:motion|composite|amendment|resolution|rule|item)\s+[A-Z]{0,4}\d/i;

type Candidate = { readonly page: number; readonly row: Row; readonly isTop: boolean };

/**
 * The rows that belong to the page and not to the paper. A row counts when the same words stand at the same height on
 * at least three pages, or on half of them; or words whose one changing figure goes up with the pages.
 */
export function runningRows(pages: readonly PageRows[]): ReadonlySet<Row> {
  const candidates = pages.flatMap((page, index) => marginRows(page, index));
  const running = new Set<Row>();
  for (const { row } of candidates) if (pageNumber.test(textOf(row))) running.add(row);
  const least = Math.min(3, Math.max(2, Math.ceil(pages.length / 2)));
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
      if (new Set(group.map(({ page }) => page)).size >= least) for (const { row } of group) running.add(row);
    }
  }
  return running;
}

/** The rows at the top and at the bottom; a page with little on it is all margin, so at most half its rows count. */
function marginRows({ height, rows }: PageRows, page: number): readonly Candidate[] {
  const top = rows.slice(0, deepest).filter((row) => row.y < height * margin);
  const bottom = rows.slice(-deepest).filter((row) => row.y > height * (1 - margin) && !top.includes(row));
  return [...top.map((row) => ({ page, row, isTop: true })), ...bottom.map((row) => ({ page, row, isTop: false }))];
}

/** A key for the height's step and for the next one, so that heights near the edge of a step meet. */
function keysOf(candidate: Candidate, keyOf: (candidate: Candidate) => string | undefined): readonly string[] {
  const words = keyOf(candidate);
  if (words === undefined) return [];
  const step = Math.floor(candidate.row.y / sameHeight);
  return [`${step} ${words}`, `${step + 1} ${words}`];
}

function sameWords({ row }: Candidate): string {
  return textOf(row);
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
