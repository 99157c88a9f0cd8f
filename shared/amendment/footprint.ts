// Everything of a text that an amendment touches, gathered once so that many amendments can be compared with each other.

import type { ClauseId } from '../ids';
import { isTextOperation, textEditOf } from './apply-operations';
import type { TextOperation } from './operation';
import { contentOf, slotContents } from './operation-content';
import type { TextEdit } from './word-diff';

export type Footprint = {
  /** Equal for two amendments that do the same in the same order. */
  readonly content: string;
  readonly title: readonly TextEdit[];
  readonly edits: ReadonlyMap<ClauseId, readonly TextEdit[]>;
  readonly deleted: ReadonlySet<ClauseId>;
  /** Moved clause → the clause it is to stand behind. */
  readonly moved: ReadonlyMap<ClauseId, ClauseId | null>;
  /** Clause behind which others are put → what is put there, to compare by. */
  readonly slots: ReadonlyMap<ClauseId | null, string>;
};

/** The footprint of one amendment's operations. */
export function footprintOf(operations: readonly TextOperation[]): Footprint {
  const title: TextEdit[] = [];
  const edits = new Map<ClauseId, TextEdit[]>();
  const deleted = new Set<ClauseId>();
  const moved = new Map<ClauseId, ClauseId | null>();
  for (const operation of operations) {
    if (operation.kind === 'amend-title') title.push(textEditOf(operation));
    else if (operation.kind === 'delete-clause') deleted.add(operation.clause);
    else if (operation.kind === 'move-clause') moved.set(operation.clause, operation.to);
    else if (isTextOperation(operation)) {
      edits.set(operation.clause, [...(edits.get(operation.clause) ?? []), textEditOf(operation)]);
    }
  }
  return {
    content: operations.map(contentOf).join('\n'),
    title,
    edits,
    deleted,
    moved,
    slots: slotContents(operations),
  };
}
