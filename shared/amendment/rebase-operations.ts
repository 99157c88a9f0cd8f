// Carries an amendment over to a new version of the text it was written against.

import type { ClauseId } from '../ids';
import type { TextVersion } from '../motion/motion';
import { succeed } from '../result';
import type { Result } from '../result';
import { applyOperations } from './apply-operations';
import { carryOver } from './carry-over';
import type { CarryConflict } from './carry-over';
import { deriveOperations } from './derive-operations';
import type { TextOperation } from './operation';

/** Why an amendment does not fit the new text; `operation` is the index of the first operation that does not. */
export type RebaseConflict = CarryConflict;

/**
 * The operations with coordinates of `changed`, doing there what they did in `base`. What the new text has already is
 * left out, so that an amendment that was taken up whole comes back empty. The conflict is named where it is not so.
 */
export function rebaseOperations(
  operations: readonly TextOperation[],
  base: TextVersion,
  changed: TextVersion,
): Result<readonly TextOperation[], RebaseConflict> {
  const changes = deriveOperations(base, changed);
  const result = applyOperations(base, changes);
  if (!result.ok) throw new Error(`Derived operations do not fit their base: ${result.error.kind}`);
  const carried = carryOver(operations, changes, { base, result: result.value });
  if (!carried.ok) return carried;
  const ids = new Map(
    result.value.clauses.map((clause, index) => [clause.id, changed.clauses[index]?.id ?? clause.id]),
  );
  return succeed(carried.value.map((operation) => withIds(operation, (id) => ids.get(id) ?? id)));
}

/** The same operation on clauses that have other ids in the new text. */
function withIds(operation: TextOperation, idOf: (id: ClauseId) => ClauseId): TextOperation {
  const orStart = (id: ClauseId | null): ClauseId | null => (id === null ? null : idOf(id));
  switch (operation.kind) {
    case 'amend-title':
      return operation;
    case 'insert':
    case 'delete':
    case 'replace':
      return { ...operation, clause: idOf(operation.clause) };
    case 'add-clauses':
      return { ...operation, after: orStart(operation.after) };
    case 'delete-clause': {
      const clause = idOf(operation.clause);
      return { ...operation, clause, removed: { ...operation.removed, id: clause }, after: orStart(operation.after) };
    }
    case 'move-clause':
      return { ...operation, clause: idOf(operation.clause), from: orStart(operation.from), to: orStart(operation.to) };
  }
}
