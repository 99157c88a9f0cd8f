// The line numbers that a paper is printed with, so that "line 12" means what the hall means.

import type { ClauseId } from '../ids';

/**
 * The words beside one printed line number: UTF-16 code units of the clause's `text`, `from` inclusive, `to` exclusive.
 * A line over two clauses has a record for each; where a paper begins its numbers anew, a number has several.
 */
export type LineNumber = {
  readonly number: number;
  readonly clause: ClauseId;
  readonly from: number;
  readonly to: number;
};

/** Where the line of that number stands, in the order of the text; none when the paper prints no such number. */
export function wordsOfLine(lineNumbers: readonly LineNumber[], number: number): readonly LineNumber[] {
  return lineNumbers.filter((line) => line.number === number);
}
