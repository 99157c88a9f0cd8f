// Looks up printed line numbers: as the paper counts them, or as the instruction counts them within a paragraph.

import type { PlacePart } from './directive';
import type { Region, Span } from './region';
import type { PrintedPaper } from './printed-paper';

type LinePart = Extract<PlacePart, { readonly kind: 'line' }>;

/** One printed line: its number, and its words in the clauses that it runs through. */
type PrintedLine = { readonly number: number; readonly spans: readonly Span[] };

/** The lines of the paper in the order of the text; none where it prints no numbers. */
export function printedLines(paper: PrintedPaper): readonly PrintedLine[] {
  const places = new Map(paper.text.clauses.map((clause, index) => [clause.id, index]));
  const lines: { readonly number: number; readonly spans: Span[] }[] = [];
  for (const { number, clause, from, to } of paper.text.lineNumbers ?? []) {
    const index = places.get(clause);
    if (index === undefined) continue;
    const line = lines.at(-1);
    if (line?.number === number) line.spans.push({ clause: index, from, to });
    else lines.push({ number, spans: [{ clause: index, from, to }] });
  }
  return lines;
}

/**
 * Every reading of a line, or of several in a row, inside `region`. A number that the place does not have counts within
 * it: "paragraph 2, line 2" of a paragraph that is printed on lines 14 to 19 is line 15.
 */
export function lineRegions(paper: PrintedPaper, region: Region, part: LinePart): readonly Region[] {
  const all = printedLines(paper);
  const inside =
    region.unit === 'motion' ? all : all.filter((line) => line.spans.some((span) => isInside(span, region)));
  if (!part.isOrdinal) {
    const numbered = runsOfLines(inside, part.from, part.to);
    if (numbered.length > 0 || region.unit === 'motion') return numbered.map(asRegion);
  }
  const from = part.from > 0 ? part.from - 1 : inside.length + part.from;
  const counted = inside.slice(from, from + part.to - part.from + 1);
  return from < 0 || counted.length === 0 || counted.length <= part.to - part.from ? [] : [asRegion(counted)];
}

function isInside(span: Span, region: Region): boolean {
  return region.spans.some((outer) => outer.clause === span.clause && span.from < outer.to && outer.from < span.to);
}

/** Where lines `from` to `to` follow each other; a paper that begins its numbers anew can have them more than once. */
function runsOfLines(lines: readonly PrintedLine[], from: number, to: number): readonly (readonly PrintedLine[])[] {
  if (to < from) return [];
  return lines.flatMap((line, index) => {
    if (line.number !== from) return [];
    const run = lines.slice(index, index + to - from + 1);
    return run.every((each, offset) => each.number === from + offset) && run.length === to - from + 1 ? [run] : [];
  });
}

/** Lines of one clause that follow each other are one stretch of it. */
function asRegion(lines: readonly PrintedLine[]): Region {
  const spans: Span[] = [];
  for (const span of lines.flatMap((line) => line.spans)) {
    const last = spans.at(-1);
    if (last?.clause === span.clause) spans[spans.length - 1] = { ...last, to: span.to };
    else spans.push(span);
  }
  return { unit: 'line', spans };
}
