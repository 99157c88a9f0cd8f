// Makes the amended text from the base and its operations, whose coordinates are all of the unamended base.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { renumber } from '../motion/renumber';
import { fail, succeed } from '../result';
import type { Result } from '../result';
import type { TextOperation } from './operation';
import type { TextEdit } from './word-diff';

/** Why operations do not fit a text. `operation` is the index of the first one that does not. */
export type ApplyFailure =
  | { readonly kind: 'clause-missing'; readonly operation: number; readonly clause: ClauseId }
  /** The range lies outside the text, or the text there is not what the operation removes. */
  | { readonly kind: 'text-differs'; readonly operation: number }
  /** Two operations claim the same text or the same clause. */
  | { readonly kind: 'operations-overlap'; readonly operation: number }
  /** A new clause has an id that the text has already. */
  | { readonly kind: 'clause-id-taken'; readonly operation: number; readonly clause: ClauseId };

/**
 * The amended text: clause ids kept, numbers renewed, an id of its own. Without operations the base itself.
 *
 * Order of clauses: behind each base clause (and before the first) is a slot; new and moved clauses stand in the slot
 * named, in the order of the operations. A slot stays where its clause was printed, even if that is deleted or moved.
 */
export function applyOperations(
  base: TextVersion,
  operations: readonly TextOperation[],
): Result<TextVersion, ApplyFailure> {
  if (operations.length === 0) return succeed(base);
  const plan = planOf(base, operations);
  if (!plan.ok) return plan;
  const { title, texts, gone, slots } = plan.value;
  const reworded = (clause: Clause): Clause => {
    const edits = texts.get(clause.id);
    return edits === undefined ? clause : { ...clause, text: applyTextEdits(clause.text, edits) };
  };
  const clauses = (slots.get(null) ?? []).map(reworded);
  for (const clause of base.clauses) {
    if (!gone.has(clause.id)) clauses.push(reworded(clause));
    clauses.push(...(slots.get(clause.id) ?? []).map(reworded));
  }
  const newTitle = applyTextEdits(base.title, title);
  const numbered = renumber(clauses, base.clauses);
  return succeed({ id: textVersionIdOf(newTitle, numbered), title: newTitle, clauses: numbered });
}

/** Why the operations do not fit the text, without making the amended one. Undefined if they fit. */
export function whyNotFitting(base: TextVersion, operations: readonly TextOperation[]): ApplyFailure | undefined {
  const plan = planOf(base, operations);
  return plan.ok ? undefined : plan.error;
}

/** The text with edits that do not overlap made, each in coordinates of the text before. Equal places keep their order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(position, edit.from) + edit.text;
    position = edit.to;
  }
  return result + text.slice(position);
}

/** By place; an insertion at the start of a removed range comes before it. */
export function inOrder<Edit extends { readonly from: number; readonly to: number }>(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((before, after) => before.from - after.from || before.to - after.to);
}

type Plan = {
  readonly title: TextEdit[];
  readonly texts: Map<ClauseId, TextEdit[]>;
  /** Base clauses that no longer stand where they were printed. */
  readonly gone: Set<ClauseId>;
  readonly slots: Map<ClauseId | null, Clause[]>;
};

type Planning = Plan & {
  readonly base: TextVersion;
  readonly clauses: ReadonlyMap<ClauseId, Clause>;
  readonly deleted: Set<ClauseId>;
  readonly added: Set<ClauseId>;
};

function planOf(base: TextVersion, operations: readonly TextOperation[]): Result<Plan, ApplyFailure> {
  const planning: Planning = {
    base,
    clauses: new Map(base.clauses.map((clause) => [clause.id, clause])),
    title: [],
    texts: new Map(),
    gone: new Set(),
    slots: new Map(),
    deleted: new Set(),
    added: new Set(),
  };
  for (const [index, operation] of operations.entries()) {
    const failure = enter(planning, operation, index);
    if (failure !== undefined) return fail(failure);
  }
  const rewordedAndDeleted = operations.findIndex(
    (operation) => isTextOperation(operation) && planning.deleted.has(operation.clause),
  );
  if (rewordedAndDeleted >= 0) return fail({ kind: 'operations-overlap', operation: rewordedAndDeleted });
  return succeed(planning);
}

/** Whether an operation changes words inside one clause. */
export function isTextOperation(
  operation: TextOperation,
): operation is Extract<TextOperation, { readonly kind: 'insert' | 'delete' | 'replace' }> {
  return operation.kind === 'insert' || operation.kind === 'delete' || operation.kind === 'replace';
}

/** The edit that a `delete`, `replace`, `insert` or `amend-title` makes. */
export function textEditOf(
  operation: Extract<TextOperation, { readonly kind: 'insert' | 'delete' | 'replace' | 'amend-title' }>,
): TextEdit {
  if (operation.kind === 'insert') return { from: operation.at, to: operation.at, text: operation.text };
  return { from: operation.from, to: operation.to, text: operation.kind === 'delete' ? '' : operation.text };
}

function enter(planning: Planning, operation: TextOperation, index: number): ApplyFailure | undefined {
  switch (operation.kind) {
    case 'amend-title':
      return enterEdit(planning.title, textEditOf(operation), { text: planning.base.title, index, operation });
    case 'insert':
    case 'delete':
    case 'replace': {
      const clause = planning.clauses.get(operation.clause);
      if (clause === undefined) return { kind: 'clause-missing', operation: index, clause: operation.clause };
      const edits = planning.texts.get(clause.id) ?? [];
      planning.texts.set(clause.id, edits);
      return enterEdit(edits, textEditOf(operation), { text: clause.text, index, operation });
    }
    case 'add-clauses':
      return enterNew(planning, operation, index);
    case 'delete-clause': {
      const clause = planning.clauses.get(operation.clause);
      if (clause === undefined) return { kind: 'clause-missing', operation: index, clause: operation.clause };
      if (clause.text !== operation.removed.text) return { kind: 'text-differs', operation: index };
      if (planning.gone.has(clause.id)) return { kind: 'operations-overlap', operation: index };
      planning.gone.add(clause.id);
      planning.deleted.add(clause.id);
      return undefined;
    }
    case 'move-clause': {
      const clause = planning.clauses.get(operation.clause);
      if (clause === undefined) return { kind: 'clause-missing', operation: index, clause: operation.clause };
      if (planning.gone.has(clause.id)) return { kind: 'operations-overlap', operation: index };
      planning.gone.add(clause.id);
      return enterSlot(planning, { after: operation.to, clauses: [clause] }, index);
    }
  }
}

function enterEdit(
  edits: TextEdit[],
  edit: TextEdit,
  against: { readonly text: string; readonly index: number; readonly operation: TextOperation },
): ApplyFailure | undefined {
  const { text, index, operation } = against;
  if (edit.from < 0 || edit.to < edit.from || edit.to > text.length) return { kind: 'text-differs', operation: index };
  const removed = 'removed' in operation && typeof operation.removed === 'string' ? operation.removed : '';
  if (text.slice(edit.from, edit.to) !== removed) return { kind: 'text-differs', operation: index };
  if (edits.some((other) => overlaps(other, edit))) return { kind: 'operations-overlap', operation: index };
  edits.push(edit);
  return undefined;
}

/** Whether two edits share a character, or one inserts strictly inside what the other takes out. */
export function overlaps(
  before: { readonly from: number; readonly to: number },
  after: { readonly from: number; readonly to: number },
): boolean {
  return before.from < after.to && after.from < before.to;
}

function enterNew(
  planning: Planning,
  operation: Extract<TextOperation, { readonly kind: 'add-clauses' }>,
  index: number,
): ApplyFailure | undefined {
  for (const clause of operation.clauses) {
    if (planning.clauses.has(clause.id) || planning.added.has(clause.id)) {
      return { kind: 'clause-id-taken', operation: index, clause: clause.id };
    }
    planning.added.add(clause.id);
  }
  return enterSlot(planning, operation, index);
}

function enterSlot(
  planning: Planning,
  placed: { readonly after: ClauseId | null; readonly clauses: readonly Clause[] },
  index: number,
): ApplyFailure | undefined {
  if (placed.after !== null && !planning.clauses.has(placed.after)) {
    return { kind: 'clause-missing', operation: index, clause: placed.after };
  }
  planning.slots.set(placed.after, [...(planning.slots.get(placed.after) ?? []), ...placed.clauses]);
  return undefined;
}
