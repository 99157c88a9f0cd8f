// What an operation does, as text to compare by: new clauses count by their words, not by the ids they were given.

import type { ClauseId } from '../ids';
import type { TextOperation } from './operation';

/** Equal for two operations that do the same. */
export function contentOf(operation: TextOperation): string {
  if (operation.kind !== 'add-clauses') return JSON.stringify(operation);
  const clauses = operation.clauses.map(({ kind, depth, text }) => [kind, depth, text]);
  return JSON.stringify([operation.kind, operation.after, clauses]);
}

/** The slot that an operation fills: the base clause behind which it puts others (`null`: before the first). */
export function slotOf(operation: TextOperation): ClauseId | null | undefined {
  if (operation.kind === 'add-clauses') return operation.after;
  return operation.kind === 'move-clause' ? operation.to : undefined;
}

/** What the operations put in each slot, in order, to compare by. */
export function slotContents(operations: readonly TextOperation[]): ReadonlyMap<ClauseId | null, string> {
  const contents = new Map<ClauseId | null, string>();
  for (const operation of operations) {
    const slot = slotOf(operation);
    if (slot !== undefined) contents.set(slot, `${contents.get(slot) ?? ''}${contentOf(operation)}`);
  }
  return contents;
}
