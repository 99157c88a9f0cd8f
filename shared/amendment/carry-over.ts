// Carries one set of operations over another made on the same base, so that it does the same on the other's result.
// Where the two cannot both be carried out in either order with one result, the conflict is named.

import type { ClauseId } from '../ids';
import type { TextVersion } from '../motion/motion';
import { fail, succeed } from '../result';
import type { Result } from '../result';
import { isTextOperation, overlaps, textEditOf } from './apply-operations';
import type { TextOperation } from './operation';
import { slotContents, slotOf } from './operation-content';
import type { TextEdit } from './word-diff';

/** Why the operation with this index cannot be carried over, and the clause concerned (none: the title). */
export type CarryConflict = {
  readonly kind:
    /** The other deletes the clause that this one changes or moves. */
    | 'clause-deleted'
    /** The other changes or moves the clause that this one deletes. */
    | 'clause-changed'
    /** Both change the same words. */
    | 'text-overlaps'
    /** Both put something in at the same place: which comes first is nobody's but conference's to say. */
    | 'same-place'
    /** Both move the clause, to different places. */
    | 'moved-twice';
  readonly operation: number;
  readonly clause?: ClauseId;
};

/**
 * `operations` with coordinates of `result`, which is what `others` make of `base`. Whatever both do alike is left out.
 * Both ways round give the same text: carrying A over B after B equals carrying B over A after A.
 */
export function carryOver(
  operations: readonly TextOperation[],
  others: readonly TextOperation[],
  texts: { readonly base: TextVersion; readonly result: TextVersion },
): Result<readonly TextOperation[], CarryConflict> {
  const view = viewOf(others, operations, texts);
  const carried: TextOperation[] = [];
  for (const [index, operation] of operations.entries()) {
    const one = carryOne(operation, view);
    if (typeof one === 'string') {
      const clause = 'clause' in operation ? operation.clause : undefined;
      return fail(clause === undefined ? { kind: one, operation: index } : { kind: one, operation: index, clause });
    }
    if (one !== undefined) carried.push(one);
  }
  return succeed(inSlotOrder(carried, operations, view));
}

type View = {
  readonly texts: { readonly base: TextVersion; readonly result: TextVersion };
  readonly title: readonly TextEdit[];
  readonly edits: ReadonlyMap<ClauseId, readonly TextEdit[]>;
  readonly deleted: ReadonlySet<ClauseId>;
  /** Base clause → where the other moves it behind. */
  readonly moved: ReadonlyMap<ClauseId, ClauseId | null>;
  /** What the other puts behind each base clause, as it would be compared. */
  readonly slots: ReadonlyMap<ClauseId | null, string>;
  readonly ownSlots: ReadonlyMap<ClauseId | null, string>;
  /** Base clause → the clause of the result that now ends the text up to it. */
  readonly anchors: ReadonlyMap<ClauseId | null, ClauseId | null>;
};

function viewOf(
  others: readonly TextOperation[],
  own: readonly TextOperation[],
  texts: { readonly base: TextVersion; readonly result: TextVersion },
): View {
  const edits = new Map<ClauseId, TextEdit[]>();
  for (const operation of others) {
    if (isTextOperation(operation))
      edits.set(operation.clause, [...(edits.get(operation.clause) ?? []), textEditOf(operation)]);
  }
  const deleted = new Set(
    others.flatMap((operation) => (operation.kind === 'delete-clause' ? [operation.clause] : [])),
  );
  const moved = new Map(
    others.flatMap((operation) =>
      operation.kind === 'move-clause' ? [[operation.clause, operation.to] as const] : [],
    ),
  );
  return {
    texts,
    title: others.flatMap((operation) => (operation.kind === 'amend-title' ? [textEditOf(operation)] : [])),
    edits,
    deleted,
    moved,
    slots: slotContents(others),
    ownSlots: slotContents(own),
    anchors: anchorsOf(others, texts.base, (id) => deleted.has(id) || moved.has(id)),
  };
}

/** For each slot of the base, the clause that stands last before it in the other's result. */
function anchorsOf(
  others: readonly TextOperation[],
  base: TextVersion,
  isGone: (id: ClauseId) => boolean,
): ReadonlyMap<ClauseId | null, ClauseId | null> {
  const anchors = new Map<ClauseId | null, ClauseId | null>([[null, null]]);
  let last = lastInSlot(others, null) ?? null;
  for (const { id } of base.clauses) {
    if (!isGone(id)) last = id;
    anchors.set(id, last);
    last = lastInSlot(others, id) ?? last;
  }
  return anchors;
}

function lastInSlot(operations: readonly TextOperation[], slot: ClauseId | null): ClauseId | undefined {
  const operation = operations.findLast(
    (each) => (each.kind === 'add-clauses' && each.after === slot) || (each.kind === 'move-clause' && each.to === slot),
  );
  if (operation?.kind === 'add-clauses') return operation.clauses.at(-1)?.id;
  return operation?.kind === 'move-clause' ? operation.clause : undefined;
}

type Carried = TextOperation | CarryConflict['kind'] | undefined;

function carryOne(operation: TextOperation, view: View): Carried {
  switch (operation.kind) {
    case 'amend-title': {
      const edit = carryEdit(textEditOf(operation), view.title);
      return edit === undefined || typeof edit === 'string' ? edit : { ...operation, from: edit.from, to: edit.to };
    }
    case 'insert':
    case 'delete':
    case 'replace': {
      if (view.deleted.has(operation.clause)) return 'clause-deleted';
      const edit = carryEdit(textEditOf(operation), view.edits.get(operation.clause) ?? []);
      if (edit === undefined || typeof edit === 'string') return edit;
      return operation.kind === 'insert'
        ? { ...operation, at: edit.from }
        : { ...operation, from: edit.from, to: edit.to };
    }
    case 'delete-clause':
      return carryDeletion(operation, view);
    case 'move-clause': {
      if (view.deleted.has(operation.clause)) return 'clause-deleted';
      const elsewhere = view.moved.get(operation.clause);
      if (elsewhere !== undefined && elsewhere !== operation.to) return 'moved-twice';
      const placed = carrySlot(operation.to, view);
      if (placed === 'done' || placed === 'taken') return placed === 'done' ? undefined : 'same-place';
      return { ...operation, from: before(view, operation.clause), to: placed.after };
    }
    case 'add-clauses': {
      const placed = carrySlot(operation.after, view);
      if (placed === 'done' || placed === 'taken') return placed === 'done' ? undefined : 'same-place';
      return { ...operation, after: placed.after };
    }
  }
}

function carryEdit(edit: TextEdit, others: readonly TextEdit[]): TextEdit | 'text-overlaps' | 'same-place' | undefined {
  let shift = 0;
  for (const other of others) {
    const isSame = other.from === edit.from && other.to === edit.to;
    if (isSame && other.text === edit.text) return undefined;
    if (isSame && edit.from === edit.to) return 'same-place';
    if (overlaps(edit, other)) return 'text-overlaps';
    if (other.to <= edit.from) shift += other.text.length - (other.to - other.from);
  }
  return { from: edit.from + shift, to: edit.to + shift, text: edit.text };
}

function carryDeletion(operation: Extract<TextOperation, { readonly kind: 'delete-clause' }>, view: View): Carried {
  if (view.deleted.has(operation.clause)) return undefined;
  if (view.moved.has(operation.clause) || view.edits.has(operation.clause)) return 'clause-changed';
  const removed = view.texts.result.clauses.find((clause) => clause.id === operation.clause);
  return removed === undefined ? undefined : { ...operation, removed, after: before(view, operation.clause) };
}

function before(view: View, id: ClauseId): ClauseId | null {
  const index = view.texts.result.clauses.findIndex((clause) => clause.id === id);
  return view.texts.result.clauses[index - 1]?.id ?? null;
}

/** A slot that both fill is done if they fill it alike, and taken if not. */
function carrySlot(slot: ClauseId | null, view: View): 'done' | 'taken' | { readonly after: ClauseId | null } {
  const theirs = view.slots.get(slot);
  if (theirs !== undefined) return theirs === view.ownSlots.get(slot) ? 'done' : 'taken';
  return { after: view.anchors.get(slot) ?? null };
}

/** Slots that have become one keep the order that they had in the base. */
function inSlotOrder(
  carried: readonly TextOperation[],
  operations: readonly TextOperation[],
  view: View,
): readonly TextOperation[] {
  const places = new Map<ClauseId | null, number>([
    [null, -1],
    ...view.texts.base.clauses.map((clause, index) => [clause.id, index] as const),
  ]);
  const originals = new Map<string, number>();
  for (const operation of operations) {
    const slot = slotOf(operation);
    if (slot !== undefined) originals.set(keyOf(operation), places.get(slot) ?? -1);
  }
  const rank = (operation: TextOperation): number => originals.get(keyOf(operation)) ?? -1;
  const placed = carried
    .filter((operation) => slotOf(operation) !== undefined)
    .toSorted((left, right) => rank(left) - rank(right));
  return [...carried.filter((operation) => slotOf(operation) === undefined), ...placed];
}

function keyOf(operation: TextOperation): string {
  if (operation.kind === 'add-clauses') return operation.clauses.map((clause) => clause.id).join(' ');
  return operation.kind === 'move-clause' ? operation.clause : '';
}
