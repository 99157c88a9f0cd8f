// The amendment that undoes an amendment: operations on the amended text that give the base again.

import type { ClauseId } from '../ids';
import type { TextVersion } from '../motion/motion';
import { succeed } from '../result';
import type { Result } from '../result';
import { applyOperations, inOrder, isTextOperation, textEditOf } from './apply-operations';
import type { ApplyFailure } from './apply-operations';
import type { TextOperation } from './operation';
import type { TextEdit } from './word-diff';

/**
 * Operations on `apply(base, operations)` that give the texts, clauses and order of `base`. Fails as applying fails.
 * Numbers come back as renewed, so printed gaps in a list stay closed.
 */
export function invertOperations(
  base: TextVersion,
  operations: readonly TextOperation[],
): Result<readonly TextOperation[], ApplyFailure> {
  const applied = applyOperations(base, operations);
  if (!applied.ok) return applied;
  return succeed([
    ...invertTitle(operations),
    ...invertTexts(base, operations),
    ...invertClauses(base, applied.value, operations),
  ]);
}

function invertTitle(operations: readonly TextOperation[]): readonly TextOperation[] {
  const edits = operations.flatMap((operation) =>
    operation.kind === 'amend-title' ? [{ ...textEditOf(operation), removed: operation.removed }] : [],
  );
  return undo(edits).map(({ from, to, removed, text }) => ({ kind: 'amend-title', from, to, removed, text }));
}

function invertTexts(base: TextVersion, operations: readonly TextOperation[]): readonly TextOperation[] {
  const edits = new Map<ClauseId, RemovingEdit[]>();
  for (const operation of operations) {
    if (!isTextOperation(operation)) continue;
    const removed = operation.kind === 'insert' ? '' : operation.removed;
    const here = edits.get(operation.clause) ?? [];
    edits.set(operation.clause, [...here, { ...textEditOf(operation), removed }]);
  }
  return base.clauses.flatMap(({ id }) =>
    undo(edits.get(id) ?? []).map(({ from, to, removed, text }): TextOperation => {
      if (from === to) return { kind: 'insert', clause: id, at: from, text };
      if (text === '') return { kind: 'delete', clause: id, from, to, removed };
      return { kind: 'replace', clause: id, from, to, removed, text };
    }),
  );
}

type RemovingEdit = TextEdit & { readonly removed: string };

/** The same edits seen from the text they made. */
function undo(edits: readonly RemovingEdit[]): readonly RemovingEdit[] {
  let shift = 0;
  return inOrder(edits).map(({ from, to, removed, text }) => {
    const start = from + shift;
    shift += text.length - (to - from);
    return { from: start, to: start + text.length, removed: text, text: removed };
  });
}

// The clauses that neither operation moves stand in the same order in both texts. Everything else the base had goes
// back into the slot of the last of them before it; everything the base had not is deleted.
function invertClauses(
  base: TextVersion,
  amended: TextVersion,
  operations: readonly TextOperation[],
): readonly TextOperation[] {
  const moved = new Set(
    operations.flatMap((operation) => (operation.kind === 'move-clause' ? [operation.clause] : [])),
  );
  const deleted = new Set(
    operations.flatMap((operation) => (operation.kind === 'delete-clause' ? [operation.clause] : [])),
  );
  const printed = new Set(base.clauses.map((clause) => clause.id));
  const before = (id: ClauseId): ClauseId | null => {
    const index = amended.clauses.findIndex((clause) => clause.id === id);
    return amended.clauses[index - 1]?.id ?? null;
  };
  const inverse: TextOperation[] = amended.clauses
    .filter((clause) => !printed.has(clause.id))
    .map((clause) => ({ kind: 'delete-clause', clause: clause.id, removed: clause, after: before(clause.id) }));
  let anchor: ClauseId | null = null;
  for (const clause of base.clauses) {
    if (moved.has(clause.id))
      inverse.push({ kind: 'move-clause', clause: clause.id, from: before(clause.id), to: anchor });
    else if (deleted.has(clause.id)) inverse.push({ kind: 'add-clauses', after: anchor, clauses: [clause] });
    else anchor = clause.id;
  }
  return inverse;
}
