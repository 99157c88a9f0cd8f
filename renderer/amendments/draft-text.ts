// The text being drafted: what it was, what it is, and the operations between the two.

import { applyOperations } from '../../shared/amendment/apply-operations';
import { deriveOperations, titleOperations } from '../../shared/amendment/derive-operations';
import type { TextOperation } from '../../shared/amendment/operation';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';

export type DraftText = { readonly title: string; readonly clauses: readonly Clause[] };

/** The text of a draft with the operations that lead to it. */
export type DraftState = DraftText & { readonly operations: readonly TextOperation[] };

/** The text that a draft's operations make of its base; the base itself where they do not fit it. */
export function draftTextOf(base: TextVersion, operations: readonly TextOperation[]): DraftText {
  const amended = applyOperations(base, operations);
  const { title, clauses } = amended.ok ? amended.value : base;
  return { title, clauses };
}

/**
 * The draft with its operations: clauses emptied of their words count as deleted, and an emptied title as unchanged.
 * `clauseOperations` are given where they are known already.
 */
export function draftStateOf(
  base: TextVersion,
  { title, clauses }: DraftText,
  clauseOperations: readonly TextOperation[] = clauseOperationsOf(base, clauses),
): DraftState {
  const retitled = titleOperations(base.title, title.trim() === '' ? base.title : title);
  return { title, clauses, operations: retitled.length === 0 ? clauseOperations : [...retitled, ...clauseOperations] };
}

function clauseOperationsOf(base: TextVersion, clauses: readonly Clause[]): readonly TextOperation[] {
  return deriveOperations(
    base,
    clauses.filter((clause) => clause.text.trim() !== ''),
  );
}
