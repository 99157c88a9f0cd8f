// The text being drafted: what it was, what it is, and the operations between the two.

import { applyOperations } from '../../shared/amendment/apply-operations';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import type { TextOperation } from '../../shared/amendment/operation';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';

export type DraftText = { readonly title: string; readonly clauses: readonly Clause[] };

/** The text that a draft's operations make of its base; the base itself where they do not fit it. */
export function draftTextOf(base: TextVersion, operations: readonly TextOperation[]): DraftText {
  const amended = applyOperations(base, operations);
  return amended.ok ? amended.value : base;
}

/** The operations of a draft: clauses emptied of their words count as deleted. */
export function operationsOfDraft(base: TextVersion, draft: DraftText): readonly TextOperation[] {
  const title = draft.title.trim() === '' ? base.title : draft.title;
  return deriveOperations(base, { title, clauses: draft.clauses.filter((clause) => clause.text.trim() !== '') });
}
