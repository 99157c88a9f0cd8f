// Line numbers that a PDF prints beside its text: figures one below the other, counting up along the lines.

import type { Piece, Row } from './pdf-rows';

/** A row and the number beside it; `pieces` of the row are without it. */
export type NumberedRow = { readonly row: Row; readonly number?: number };

/** The fewest numbers on a page that are a column (two are, when every fifth line is numbered exactly), and how far out of line they may stand, in points. */
const fewest = 4;
const alignment = 3;

type Found = { readonly at: number; readonly number: number; readonly piece: Piece };

/**
 * Takes the line numbers off the rows of each part (one column of one page). Figures are line numbers when they stand
 * in line beside the text, count up by one on nearly every row or by five on every fifth, and when, in the paper as a
 * whole, a sixth of the rows they number start with a small letter: rows of a table and items of a list do not.
 */
export function takeLineNumbers(parts: readonly (readonly Row[])[]): readonly (readonly NumberedRow[])[] {
  const columns = parts.map((rows) => numberColumn(rows));
  const numbered = columns.flatMap((found, index) => found.map(({ at, piece }) => restOf(parts[index]?.[at], piece)));
  const small = numbered.filter((pieces) => /^\p{Ll}/u.test(pieces[0]?.text ?? '')).length;
  if (small * 6 < numbered.length) return parts.map((rows) => rows.map((row) => ({ row })));
  return parts.map((rows, index) => {
    const found = new Map(columns[index]?.map((one) => [one.at, one]));
    return rows.map((row, at) => {
      const one = found.get(at);
      return one === undefined ? { row } : { row: { ...row, pieces: restOf(row, one.piece) }, number: one.number };
    });
  });
}

function restOf(row: Row | undefined, number: Piece): readonly Piece[] {
  return row?.pieces.filter((piece) => piece !== number) ?? [];
}

/** The numbers on the left, else those on the right. */
function numberColumn(rows: readonly Row[]): readonly Found[] {
  const left = inLine(figures(rows, 0));
  if (isColumn(left, rows, (piece, number) => piece.x >= number.right)) return left;
  const right = inLine(figures(rows, -1));
  return isColumn(right, rows, (piece, number) => piece.right <= number.x) ? right : [];
}

function figures(rows: readonly Row[], place: 0 | -1): readonly Found[] {
  return rows.flatMap((row, at) => {
    const piece = row.pieces.at(place);
    return piece === undefined || !/^[1-9]\d{0,3}$/.test(piece.text) ? [] : [{ at, number: Number(piece.text), piece }];
  });
}

/** Those figures that end, or else begin, below each other, where most do. */
function inLine(found: readonly Found[]): readonly Found[] {
  const byEnd = largestGroup(found, ({ piece }) => piece.right);
  const byStart = largestGroup(found, ({ piece }) => piece.x);
  return byStart.length > byEnd.length ? byStart : byEnd;
}

function largestGroup(found: readonly Found[], edgeOf: (one: Found) => number): readonly Found[] {
  const edges = found.map(edgeOf).sort((before, after) => before - after);
  const middle = edges[Math.floor(edges.length / 2)] ?? 0;
  return found.filter((one) => Math.abs(edgeOf(one) - middle) <= alignment);
}

function isColumn(
  found: readonly Found[],
  rows: readonly Row[],
  isBeside: (piece: Piece, number: Piece) => boolean,
): boolean {
  const [first] = found;
  const last = found.at(-1);
  const step = stepOf(found);
  if (first === undefined || last === undefined || step === undefined) return false;
  if (found.length < (step === 5 && isExact(found) ? 2 : fewest)) return false;
  const between = rows.slice(first.at, last.at + 1);
  const share = found.length / between.length;
  const isRegular = step === 1 ? share >= 0.7 : share >= 0.1 && share <= 0.4;
  const beside = between.filter((row, index) =>
    row.pieces.every((piece) => piece === numberAt(found, first.at + index)?.piece || isBeside(piece, first.piece)),
  );
  return isRegular && beside.length * 10 >= between.length * 9;
}

/** Whether each number is as many rows below the one before as it counts more. */
function isExact(found: readonly Found[]): boolean {
  return found.slice(1).every(({ at, number }, index) => {
    const before = found[index];
    return before !== undefined && at - before.at === number - before.number;
  });
}

function numberAt(found: readonly Found[], at: number): Found | undefined {
  return found.find((one) => one.at === at);
}

/** What the figures go up by, one or five, new starts allowed; undefined when it is neither. */
function stepOf(found: readonly Found[]): 1 | 5 | undefined {
  return ([1, 5] as const).find((step) => {
    const steps = found.slice(1).filter(({ number }, index) => {
      const before = found[index]?.number ?? 0;
      return number === before + step || (number === step && before > step);
    });
    return steps.length * 10 >= (found.length - 1) * 8;
  });
}
