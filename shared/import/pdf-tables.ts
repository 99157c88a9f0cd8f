// Rows of a table in a PDF: pieces that begin below each other, row after row.

import { readMarker } from './list-marker';
import type { Row } from './pdf-rows';

/** How many rows with two cells, or with more, are a table, and how far out of line a cell may begin, in points. */
const fewest = { ofTwo: 3, ofMore: 2 };
const alignment = 4;

/** The rows that are a table's: at least two cells, each but the first beginning where those of other rows do. */
export function tableRows(rows: readonly Row[]): ReadonlySet<Row> {
  const withCells = rows.filter((row) => row.pieces.length >= 2 && !isItem(row));
  const starts = new Map<number, number>();
  for (const row of withCells) for (const step of stepsOf(row)) starts.set(step, (starts.get(step) ?? 0) + 1);
  const isInLine = (x: number, least: number): boolean => (starts.get(Math.round(x / alignment)) ?? 0) >= least;
  return new Set(
    withCells.filter(({ pieces }) => {
      const least = pieces.length === 2 ? fewest.ofTwo : fewest.ofMore;
      return pieces.slice(1).every((piece) => isInLine(piece.x, least));
    }),
  );
}

/** A list's marker and the text behind it, which a tab sets apart. */
function isItem({ pieces }: Row): boolean {
  const [first] = pieces;
  return pieces.length === 2 && first !== undefined && readMarker(`${first.text} x`)?.rest === 'x';
}

/** Where the cells behind the first begin, each as two neighbouring steps, so that those near an edge meet. */
function stepsOf({ pieces }: Row): ReadonlySet<number> {
  return new Set(pieces.slice(1).flatMap(({ x }) => [Math.floor(x / alignment), Math.ceil(x / alignment)]));
}
