// Joins an amendment and what was carried of the amendments to it into operations on the motion's own text.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import type { TextVersion } from '../motion/motion';
import { succeed } from '../result';
import type { Result } from '../result';
import { applyOperations, applyTextEdits, isTextOperation, textEditOf } from './apply-operations';
import type { ApplyFailure } from './apply-operations';
import { composeEdits, ownersOf } from './compose-edits';
import type { OwnedEdit } from './compose-edits';
import type { TextOperation } from './operation';

/** A change of the text with the amendment that makes it. */
export type AttributedOperation<Id extends string> = {
  readonly amendment: Id;
  /** The amendments to that amendment that had a hand in it. */
  readonly amendedBy?: readonly Id[];
  readonly operation: TextOperation;
};

/**
 * Operations on `base` that do what `first` and then `second` do, where `second` is placed in the text that `first`
 * makes of it. Law: applying them gives the texts, clauses and order of applying one after the other. What both had a
 * hand in belongs to the first and was amended by the second.
 */
export function composeOperations<Id extends string>(
  base: TextVersion,
  first: readonly AttributedOperation<Id>[],
  second: readonly AttributedOperation<Id>[],
): Result<readonly AttributedOperation<Id>[], ApplyFailure> {
  const between = applyOperations(base, operationsOf(first));
  if (!between.ok) return between;
  const after = applyOperations(between.value, operationsOf(second));
  if (!after.ok) return after;
  const rounds: Rounds<Id> = { base, before: roundOf(first), after: roundOf(second) };
  return succeed([...composedTitle(rounds), ...composedClauses(rounds)]);
}

function operationsOf<Id extends string>(changes: readonly AttributedOperation<Id>[]): readonly TextOperation[] {
  return changes.map(({ operation }) => operation);
}

type Owners<Id> = readonly Id[];
/** A clause put into a slot: a new one, or one of the text before that is moved there. */
type Item<Id> = { readonly id: ClauseId; readonly added?: Clause; readonly owners: Owners<Id> };

type Round<Id> = {
  readonly title: readonly OwnedEdit<Id>[];
  readonly edits: ReadonlyMap<ClauseId, readonly OwnedEdit<Id>[]>;
  readonly deleted: ReadonlyMap<ClauseId, Owners<Id>>;
  readonly moved: ReadonlyMap<ClauseId, Owners<Id>>;
  readonly slots: ReadonlyMap<ClauseId | null, readonly Item<Id>[]>;
};

type Rounds<Id> = { readonly base: TextVersion; readonly before: Round<Id>; readonly after: Round<Id> };

function roundOf<Id extends string>(changes: readonly AttributedOperation<Id>[]): Round<Id> {
  const title: OwnedEdit<Id>[] = [];
  const edits = new Map<ClauseId, readonly OwnedEdit<Id>[]>();
  const deleted = new Map<ClauseId, Owners<Id>>();
  const moved = new Map<ClauseId, Owners<Id>>();
  const slots = new Map<ClauseId | null, readonly Item<Id>[]>();
  const put = (slot: ClauseId | null, items: readonly Item<Id>[]): void => {
    slots.set(slot, [...(slots.get(slot) ?? []), ...items]);
  };
  for (const { amendment, amendedBy = [], operation } of changes) {
    const owners = [amendment, ...amendedBy];
    if (operation.kind === 'amend-title') title.push({ ...textEditOf(operation), owners });
    else if (isTextOperation(operation)) {
      edits.set(operation.clause, [...(edits.get(operation.clause) ?? []), { ...textEditOf(operation), owners }]);
    } else if (operation.kind === 'delete-clause') deleted.set(operation.clause, owners);
    else if (operation.kind === 'move-clause') {
      moved.set(operation.clause, owners);
      put(operation.to, [{ id: operation.clause, owners }]);
    } else {
      put(
        operation.after,
        operation.clauses.map((clause) => ({ id: clause.id, added: clause, owners })),
      );
    }
  }
  return { title, edits, deleted, moved, slots };
}

function attributed<Id extends string>(
  owners: Owners<Id>,
  operation: TextOperation,
): readonly AttributedOperation<Id>[] {
  const [amendment, ...amendedBy] = owners;
  if (amendment === undefined) return [];
  return [amendedBy.length === 0 ? { amendment, operation } : { amendment, amendedBy, operation }];
}

function composedTitle<Id extends string>({ base, before, after }: Rounds<Id>): readonly AttributedOperation<Id>[] {
  return composeEdits(base.title, before.title, after.title).flatMap(({ from, to, text, owners }) =>
    attributed(owners, { kind: 'amend-title', from, to, removed: base.title.slice(from, to), text }),
  );
}

function composedClauses<Id extends string>(rounds: Rounds<Id>): readonly AttributedOperation<Id>[] {
  const { base } = rounds;
  const changes = [...slotChanges(rounds, null)];
  base.clauses.forEach((clause, index) => {
    changes.push(...clauseChanges(rounds, clause, index), ...slotChanges(rounds, clause.id));
  });
  return changes;
}

function clauseChanges<Id extends string>(
  { base, before, after }: Rounds<Id>,
  clause: Clause,
  index: number,
): readonly AttributedOperation<Id>[] {
  const deletedBy = before.deleted.get(clause.id) ?? after.deleted.get(clause.id);
  if (deletedBy !== undefined) {
    const behind = base.clauses[index - 1]?.id ?? null;
    return attributed(deletedBy, { kind: 'delete-clause', clause: clause.id, removed: clause, after: behind });
  }
  const edits = composeEdits(clause.text, before.edits.get(clause.id) ?? [], after.edits.get(clause.id) ?? []);
  return edits.flatMap(({ owners, ...edit }) => attributed(owners, textOperation(clause, edit)));
}

function textOperation(
  clause: Clause,
  { from, to, text }: { readonly from: number; readonly to: number; readonly text: string },
): TextOperation {
  if (from === to) return { kind: 'insert', clause: clause.id, at: from, text };
  const removed = clause.text.slice(from, to);
  if (text === '') return { kind: 'delete', clause: clause.id, from, to, removed };
  return { kind: 'replace', clause: clause.id, from, to, removed, text };
}

// Behind a clause of the base that still stands there comes what the second round puts behind it; then what the first
// round put there, each followed by what the second puts behind that. What the second takes away is left out.
function slotItems<Id>({ before, after }: Rounds<Id>, slot: ClauseId | null): readonly Item<Id>[] {
  const stands = slot === null || !before.moved.has(slot);
  const items: Item<Id>[] = stands ? [...(after.slots.get(slot) ?? [])] : [];
  for (const item of before.slots.get(slot) ?? []) {
    if (!after.deleted.has(item.id) && !after.moved.has(item.id)) items.push(item);
    items.push(...(after.slots.get(item.id) ?? []));
  }
  return items;
}

function slotChanges<Id extends string>(rounds: Rounds<Id>, slot: ClauseId | null): readonly AttributedOperation<Id>[] {
  const changes: AttributedOperation<Id>[] = [];
  for (const item of slotItems(rounds, slot)) {
    const { added, owners } = newClauseOf(rounds, item);
    if (added === undefined) {
      const index = rounds.base.clauses.findIndex(({ id }) => id === item.id);
      const from = rounds.base.clauses[index - 1]?.id ?? null;
      changes.push(...attributed(owners, { kind: 'move-clause', clause: item.id, from, to: slot }));
      continue;
    }
    const last = changes.at(-1);
    if (last?.operation.kind === 'add-clauses' && isSame([last.amendment, ...(last.amendedBy ?? [])], owners)) {
      const { clauses, ...operation } = last.operation;
      changes[changes.length - 1] = { ...last, operation: { ...operation, clauses: [...clauses, added] } };
    } else changes.push(...attributed(owners, { kind: 'add-clauses', after: slot, clauses: [added] }));
  }
  return changes;
}

function isSame<Id>(left: Owners<Id>, right: Owners<Id>): boolean {
  return left.length === right.length && left.every((owner, index) => owner === right[index]);
}

/** The clause that the first round added, as the second leaves it, wherever it now stands; none for one of the base. */
function newClauseOf<Id>(
  { before, after }: Rounds<Id>,
  item: Item<Id>,
): { readonly added?: Clause; readonly owners: Owners<Id> } {
  if (item.added !== undefined && after.edits.get(item.id) === undefined) return item;
  const origin = [...before.slots.values()].flat().find(({ id }) => id === item.id);
  const clause = item.added ?? origin?.added;
  const owners = ownersOf(origin?.owners ?? [], item.owners);
  if (clause === undefined) return { owners };
  const edits = after.edits.get(item.id) ?? [];
  const editors = edits.flatMap((edit) => edit.owners);
  return { added: { ...clause, text: applyTextEdits(clause.text, edits) }, owners: ownersOf(owners, editors) };
}
