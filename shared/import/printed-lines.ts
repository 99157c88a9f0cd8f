// Printed line numbers find their words in the clauses: line 12 is these words of that clause.

import type { LineRange, PrintedLine, ReadClause, ReadMotion, ReadPaper } from './paper';

/** The words of one printed line in one clause, by its index; UTF-16 code units of its text. */
export type ClauseLine = {
  readonly number: number;
  readonly clause: number;
  readonly from: number;
  readonly to: number;
};

/** The paper with the printed lines of its clauses, each motion of an agenda with its own, and a warning that names them. */
export function withPrintedLines(paper: ReadPaper, printedLines: readonly PrintedLine[]): ReadPaper {
  const [first] = printedLines;
  if (first === undefined) return paper;
  const to = printedLines.reduce((most, { number }) => Math.max(most, number), first.number);
  const warnings = [{ kind: 'line-numbers-removed' as const, from: first.number, to }, ...paper.warnings];
  switch (paper.kind) {
    case 'motion':
    case 'composite':
    case 'rule-amendment':
    case 'amendment':
      return { ...withOwnLines(paper, printedLines), warnings };
    case 'agenda':
      return { ...paper, papers: paper.papers.map((one) => withOwnLines(one, printedLines)), warnings };
    case 'article':
    case 'decisions':
    case 'unknown':
      return { ...paper, warnings };
  }
}

function withOwnLines(paper: ReadMotion, printedLines: readonly PrintedLine[]): ReadMotion {
  const from = paper.clauses[0]?.lines.from ?? 0;
  const to = paper.clauses.at(-1)?.lines.to ?? 0;
  const own = printedLines
    .slice(indexAt(printedLines, from), indexAt(printedLines, to))
    .filter(({ line }) => paper.clauses.some(({ lines }) => isIn(line, lines)));
  return own.length === 0 ? paper : { ...paper, printedLines: own };
}

/** Index of the first printed line at or below source line `line`. They stand in order. */
function indexAt(printedLines: readonly PrintedLine[], line: number): number {
  let low = 0;
  let high = printedLines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((printedLines[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isIn(line: number, { from, to }: LineRange): boolean {
  return from <= line && line < to;
}

/** The letters of the clauses one after another, and where each came from. */
type Letters = { readonly text: string; readonly clause: readonly number[]; readonly at: readonly number[] };

/**
 * Finds each printed line's words in the clauses, in order, by their letters and figures alone: spaces, hyphens and
 * markers may have gone. A line whose words are not there (they are in the title, or were corrected) has no place.
 */
export function placeLines(
  printedLines: readonly PrintedLine[],
  clauses: readonly ReadClause[],
): readonly ClauseLine[] {
  const letters = lettersOf(clauses);
  const places: ClauseLine[] = [];
  let cursor = 0;
  for (const { number, text } of printedLines) {
    const words = text.replaceAll(notLetters, '');
    const at = words === '' ? -1 : letters.text.slice(cursor, cursor + reach + words.length).indexOf(words);
    if (at === -1) continue;
    places.push(
      ...placesOf(number, letters, cursor + at, cursor + at + words.length).map((place) => withStops(place, clauses)),
    );
    cursor += at + words.length;
  }
  return places;
}

/** With the punctuation that stands behind its last letter. */
function withStops(place: ClauseLine, clauses: readonly ReadClause[]): ClauseLine {
  const behind = clauses[place.clause]?.text.slice(place.to, place.to + 8) ?? '';
  return { ...place, to: place.to + (/^[^\s\p{L}\p{N}]*/u.exec(behind)?.[0].length ?? 0) };
}

const notLetters = /[^\p{L}\p{N}]/gu;

/** How many letters ahead a line is looked for, so that one that is not there costs little: some lines without a number. */
const reach = 1200;

function lettersOf(clauses: readonly ReadClause[]): Letters {
  const text: string[] = [];
  const clause: number[] = [];
  const at: number[] = [];
  for (const [index, { number = '', text: words }] of clauses.entries()) {
    // Markers are printed in the line, but are no part of the clause's text: they have the place of its start.
    const marker = number.replaceAll(notLetters, '');
    text.push(marker);
    for (let unit = 0; unit < marker.length; unit += 1) {
      clause.push(index);
      at.push(0);
    }
    for (const { 0: letter, index: place } of words.matchAll(/[\p{L}\p{N}]/gu)) {
      for (let unit = 0; unit < letter.length; unit += 1) {
        text.push(letter.charAt(unit));
        clause.push(index);
        at.push(place + unit);
      }
    }
  }
  return { text: text.join(''), clause, at };
}

/** One place for each clause that the letters from `from` to `to` are in. */
function placesOf(number: number, letters: Letters, from: number, to: number): readonly ClauseLine[] {
  const places: ClauseLine[] = [];
  for (let index = from; index < to; index += 1) {
    const clause = letters.clause[index] ?? 0;
    const at = letters.at[index] ?? 0;
    const last = places.at(-1);
    if (last?.clause === clause) places[places.length - 1] = { ...last, to: at + 1 };
    else places.push({ number, clause, from: at, to: at + 1 });
  }
  return places;
}
