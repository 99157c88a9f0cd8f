// Counts the words that an amendment adds, as UCU's rule does: added words only, not the rubric and not what it deletes.

import type { TextVersion } from '../motion/motion';
import { isTextOperation, textEditOf } from './apply-operations';
import type { TextOperation } from './operation';
import { wordCount } from './tokens';
import { textEdits } from './word-diff';

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
