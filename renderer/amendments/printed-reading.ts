// A printed amendment as far as it is understood: what was read, what the delegate answered, and what is still asked.

import { answerReading } from '../../shared/amendment/answer-reading';
import { whyNotFitting } from '../../shared/amendment/apply-operations';
import type { Span } from '../../shared/amendment/region';
import type { TextOperation } from '../../shared/amendment/operation';
import { readWording } from '../../shared/amendment/read-wording';
import type { Unresolved } from '../../shared/amendment/read-wording';
import { readSecondaryWording } from '../../shared/amendment/secondary-wording';
import type { WrittenIn } from './amendment-words';

/** By the index of the question, the candidate that was pressed. */
export type Answers = ReadonlyMap<number, Span>;

export type PrintedReading = {
  readonly operations: readonly TextOperation[];
  /** What is still asked. `index` names the question; `isStuck`: the place pressed did not settle it. */
  readonly open: readonly { readonly index: number; readonly question: Unresolved; readonly isStuck: boolean }[];
};

/** Reads `words` as an amendment written in `base`, or to the amendment of `parent`. An answer that does not fit what was read with certainty leaves its question open. */
export function readPrinted({ base, parent }: WrittenIn, words: string, answers: Answers): PrintedReading {
  if (words.trim() === '') return { operations: [], open: [] };
  const reading = parent === undefined ? readWording(base, words) : readSecondaryWording(parent, words);
  const operations = [...reading.operations];
  const open: PrintedReading['open'][number][] = [];
  for (const [index, question] of reading.unresolved.entries()) {
    const chosen = answers.get(index);
    const answered = chosen === undefined ? undefined : answerReading(base, question, chosen);
    const fits = answered !== undefined && whyNotFitting(base, [...operations, ...answered]) === undefined;
    if (fits) operations.push(...answered);
    else open.push({ index, question, isStuck: chosen !== undefined });
  }
  return { operations, open };
}
