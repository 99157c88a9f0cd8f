// Counts the words that an amendment adds, by the rule of the house it is moved in.

import type { TextVersion } from '../motion/motion';
import { isTextOperation, textEditOf } from './apply-operations';
import type { TextOperation } from './operation';
import { wordCount } from './tokens';
import { textEdits } from './word-diff';
import type { WordingStyleName } from './wording-style';

/**
 * How long an amendment may be. `added-words`: words put in, neither the rubric nor what is deleted. `all-words`: every
 * word of the printed amendment, its rubric included.
 */
export type LengthRule = { readonly counts: 'added-words' | 'all-words'; readonly most: number };

/**
 * The houses that limit an amendment by words: UCU 75 words added, rubric and deletions not counted (rules for branches,
 * 2021); NUS 300 words each (LGBT+ conference, 2019). The others print no limit.
 */
export const lengthRules: Readonly<Partial<Record<WordingStyleName, LengthRule>>> = {
  ucu: { counts: 'added-words', most: 75 },
  nus: { counts: 'all-words', most: 300 },
};

/** How many words count by the rule; `wording` is the amendment as it would be printed. */
export function countByRule(
  rule: LengthRule,
  base: TextVersion,
  operations: readonly TextOperation[],
  wording: readonly string[],
): number {
  if (rule.counts === 'added-words') return countAddedWords(base, operations);
  return wording.reduce((sum, sentence) => sum + wordCount(sentence), 0);
}

/** Words added to `base`. Of a replacement only the words that were not there before count. */
export function countAddedWords(base: TextVersion, operations: readonly TextOperation[]): number {
  const texts = new Map(base.clauses.map((clause) => [clause.id, clause.text]));
  return operations.reduce((sum, operation) => {
    if (operation.kind === 'add-clauses')
      return sum + operation.clauses.reduce((all, { text }) => all + wordCount(text), 0);
    if (operation.kind === 'amend-title') return sum + addedBy(base.title, textEditOf(operation));
    return isTextOperation(operation) ? sum + addedBy(texts.get(operation.clause) ?? '', textEditOf(operation)) : sum;
  }, 0);
}

function addedBy(text: string, edit: { readonly from: number; readonly to: number; readonly text: string }): number {
  const removed = text.slice(edit.from, edit.to);
  return textEdits(removed, edit.text).reduce((sum, inner) => sum + wordCount(inner.text), 0);
}
