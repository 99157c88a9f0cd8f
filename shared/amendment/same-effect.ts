// Whether two sets of operations make the same text of the same base.

import type { ClauseId } from '../ids';
import type { TextVersion } from '../motion/motion';
import { applyOperations, applyTextEdits, isTextOperation, textEditOf } from './apply-operations';
import { footprintOf } from './footprint';
import type { Footprint } from './footprint';
import type { TextOperation } from './operation';

/** Compares title, and of each clause kind, depth, text and, for clauses of the base, which one it is. */
export function haveSameEffect(
  base: TextVersion,
  before: readonly TextOperation[],
  after: readonly TextOperation[],
): boolean {
  const clause = onlyClause([...before, ...after]);
  if (clause !== undefined) {
    const text = base.clauses.find(({ id }) => id === clause)?.text ?? '';
    return rewordedBy(text, before) === rewordedBy(text, after);
  }
  if (doesTheSame(base, footprintOf(before), footprintOf(after))) return true;
  const left = effect(base, before);
  return left !== undefined && left === effect(base, after);
}

/** Whether the same clauses go, move and come, and the words of all others come out the same. */
function doesTheSame(base: TextVersion, left: Footprint, right: Footprint): boolean {
  if (applyTextEdits(base.title, left.title) !== applyTextEdits(base.title, right.title)) return false;
  if (left.deleted.size !== right.deleted.size || [...left.deleted].some((id) => !right.deleted.has(id))) return false;
  if (left.slots.size !== right.slots.size) return false;
  if ([...left.slots].some(([slot, content]) => right.slots.get(slot) !== content)) return false;
  const reworded = new Set([...left.edits.keys(), ...right.edits.keys()]);
  return base.clauses.every(
    ({ id, text }) =>
      !reworded.has(id) ||
      applyTextEdits(text, left.edits.get(id) ?? []) === applyTextEdits(text, right.edits.get(id) ?? []),
  );
}

/** The one clause whose words all of the operations change; undefined if they do more. */
function onlyClause(operations: readonly TextOperation[]): ClauseId | undefined {
  const [first] = operations;
  if (first === undefined || !isTextOperation(first)) return undefined;
  return operations.every((operation) => isTextOperation(operation) && operation.clause === first.clause)
    ? first.clause
    : undefined;
}

function rewordedBy(text: string, operations: readonly TextOperation[]): string {
  return applyTextEdits(text, operations.filter(isTextOperation).map(textEditOf));
}

function effect(base: TextVersion, operations: readonly TextOperation[]): string | undefined {
  const applied = applyOperations(base, operations);
  if (!applied.ok) return undefined;
  const printed = new Set(base.clauses.map((clause) => clause.id));
  const { title, clauses } = applied.value;
  return JSON.stringify([
    title,
    clauses.map(({ id, kind, depth, text }) => [
      printed.has(id) ? id : '',
      kind === 'lead-in' ? 'paragraph' : kind,
      depth,
      text,
    ]),
  ]);
}
