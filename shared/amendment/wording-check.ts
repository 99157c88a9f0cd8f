// Reads written wording back, so that no sentence is offered that a reader would take otherwise.

import type { TextVersion } from '../motion/motion';
import type { TextOperation } from './operation';
import type { PrintedPaper } from './printed-paper';
import { readWordingOn } from './read-wording';
import { haveSameEffect } from './same-effect';
import type { WordingStyle } from './wording-style';

/** What the wording is written of, and how. */
export type Writer = {
  readonly base: TextVersion;
  readonly paper: PrintedPaper;
  readonly style: WordingStyle;
  readonly operations: readonly TextOperation[];
};

/** Whether a reader of `wording` would make exactly these operations' text. */
export function readsBack(writer: Writer, wording: string, operations: readonly TextOperation[]): boolean {
  const reading = readWordingOn(writer.paper, wording);
  return reading.outcome === 'applied' && haveSameEffect(writer.base, reading.operations, operations);
}

/** The first sentence that says exactly these operations; undefined if none does. */
export function firstThatReadsBack(
  writer: Writer,
  operations: readonly TextOperation[],
  sentences: Iterable<string>,
): string | undefined {
  for (const sentence of sentences) if (readsBack(writer, sentence, operations)) return sentence;
  return undefined;
}
