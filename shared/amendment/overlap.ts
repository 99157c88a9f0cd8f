// How two amendments to one text stand to each other: whether both can be carried, and why not, in facts that a sentence
// on screen is made of. Judged by the words that each changes, never by lines.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import type { TextVersion } from '../motion/motion';
import { isTextOperation, overlaps, textEditOf } from './apply-operations';
import type { TextOperation } from './operation';
import { contentOf, slotContents } from './operation-content';
import type { TextEdit } from './word-diff';

/** What both amendments do to one place. `words` are of the base text (or, of what both put in, its place's neighbour). */
export type OverlapReason =
  /** Both take out these words, and at least one puts others in. */
  | { readonly kind: 'both-change'; readonly clause: ClauseId | 'title'; readonly words: string }
  /** Both put something in at this point; conference has to say which comes first. */
  | { readonly kind: 'both-insert'; readonly clause: ClauseId | 'title'; readonly words: string }
  /** The one deletes the clause that the other changes or moves. */
  | {
      readonly kind: 'deletes-target';
      readonly clause: ClauseId;
      readonly words: string;
      readonly by: 'first' | 'second';
    }
  /** Both move the clause. */
  | { readonly kind: 'both-move'; readonly clause: ClauseId; readonly words: string }
  /** Both put clauses in behind this one (`null`: at the start). */
  | { readonly kind: 'both-add'; readonly after: ClauseId | null }
  /** They change the same clause in different words. */
  | { readonly kind: 'same-clause'; readonly clause: ClauseId; readonly words: string };

/**
 * - `apart`: nothing in common
 * - `touch`: the same clause in different words; both can be carried
 * - `same`: they do exactly the same
 * - `falls`: if the one is carried the other has lost its target
 * - `conflict`: they change the same words, or the order in which both stand is open
 */
export type Overlap = {
  readonly kind: 'apart' | 'touch' | 'same' | 'falls' | 'conflict';
  readonly reasons: readonly OverlapReason[];
  /** Of `falls`: which of the two would. */
  readonly falling?: 'first' | 'second' | 'both';
};

/** The relation of two amendments to `base`. Swapping them swaps `first` and `second` and nothing else. */
export function overlapOf(
  base: TextVersion,
  first: readonly TextOperation[],
  second: readonly TextOperation[],
): Overlap {
  if (sameOperations(first, second)) return { kind: 'same', reasons: [] };
  const clauses = new Map(base.clauses.map((clause) => [clause.id, clause]));
  const reasons = [
    ...reasonsInTitle(base, first, second),
    ...reasonsInText(first, second, clauses),
    ...reasonsInOrder(first, second, clauses),
  ];
  const lost = reasons.flatMap((reason) => (reason.kind === 'deletes-target' ? [reason.by] : []));
  const clashes = reasons.some(({ kind }) => kind !== 'deletes-target' && kind !== 'same-clause');
  if (clashes) return { kind: 'conflict', reasons };
  if (lost.length > 0) {
    const falling = new Set(lost).size === 2 ? 'both' : lost[0] === 'first' ? 'second' : 'first';
    return { kind: 'falls', reasons, falling };
  }
  return { kind: reasons.length > 0 ? 'touch' : 'apart', reasons };
}

/** Whether both do the same, the ids of new clauses aside. */
function sameOperations(first: readonly TextOperation[], second: readonly TextOperation[]): boolean {
  const isAlike =
    first.length === second.length && first.every((operation, index) => operation.kind === second[index]?.kind);
  return isAlike && first.map(contentOf).join('\n') === second.map(contentOf).join('\n');
}

function reasonsInTitle(
  base: TextVersion,
  first: readonly TextOperation[],
  second: readonly TextOperation[],
): readonly OverlapReason[] {
  return clashesOf(titleEdits(first), titleEdits(second)).map((clash) => reasonOf(clash, 'title', base.title));
}

function titleEdits(operations: readonly TextOperation[]): readonly TextEdit[] {
  return operations.flatMap((operation) => (operation.kind === 'amend-title' ? [textEditOf(operation)] : []));
}

type Clauses = ReadonlyMap<ClauseId, Clause>;

function reasonsInText(
  first: readonly TextOperation[],
  second: readonly TextOperation[],
  clauses: Clauses,
): readonly OverlapReason[] {
  const left = editsByClause(first);
  const right = editsByClause(second);
  return [...left].flatMap(([id, edits]): readonly OverlapReason[] => {
    const others = right.get(id);
    const text = clauses.get(id)?.text ?? '';
    if (others === undefined) return [];
    const clashes = clashesOf(edits, others);
    const agrees = edits.every((edit) => others.some((other) => isSame(edit, other)));
    if (clashes.length > 0) return clashes.map((clash) => reasonOf(clash, id, text));
    return agrees ? [] : [{ kind: 'same-clause', clause: id, words: text }];
  });
}

function editsByClause(operations: readonly TextOperation[]): ReadonlyMap<ClauseId, readonly TextEdit[]> {
  const edits = new Map<ClauseId, TextEdit[]>();
  for (const operation of operations) {
    if (isTextOperation(operation))
      edits.set(operation.clause, [...(edits.get(operation.clause) ?? []), textEditOf(operation)]);
  }
  return edits;
}

type Clash = { readonly from: number; readonly to: number; readonly inserts: boolean };

/** The stretches that edits of both sides claim and do not change alike. */
function clashesOf(first: readonly TextEdit[], second: readonly TextEdit[]): readonly Clash[] {
  return first.flatMap((edit) =>
    second.flatMap((other): readonly Clash[] => {
      if (isSame(edit, other)) return [];
      const isPoint = edit.from === edit.to && other.from === other.to && edit.from === other.from;
      if (!isPoint && !overlaps(edit, other)) return [];
      return [{ from: Math.max(edit.from, other.from), to: Math.min(edit.to, other.to), inserts: isPoint }];
    }),
  );
}

function isSame(edit: TextEdit, other: TextEdit): boolean {
  return edit.from === other.from && edit.to === other.to && edit.text === other.text;
}

function reasonOf(clash: Clash, clause: ClauseId | 'title', text: string): OverlapReason {
  if (clash.inserts)
    return { kind: 'both-insert', clause, words: text.slice(Math.max(0, clash.from - 30), clash.from).trim() };
  return { kind: 'both-change', clause, words: text.slice(clash.from, clash.to).trim() };
}

/** What carrying over finds between whole clauses: deleted targets, two moves, two additions behind one clause. */
function reasonsInOrder(
  first: readonly TextOperation[],
  second: readonly TextOperation[],
  clauses: Clauses,
): readonly OverlapReason[] {
  return [
    ...deletedTargets(first, second, clauses, 'first'),
    ...deletedTargets(second, first, clauses, 'second'),
    ...twoMoves(first, second, clauses),
    ...twoAdditions(first, second),
  ];
}

function deletedTargets(
  deleting: readonly TextOperation[],
  others: readonly TextOperation[],
  clauses: Clauses,
  by: 'first' | 'second',
): readonly OverlapReason[] {
  const deleted = new Set(
    deleting.flatMap((operation) => (operation.kind === 'delete-clause' ? [operation.clause] : [])),
  );
  const targets = new Set(
    others.flatMap((operation) =>
      isTextOperation(operation) || operation.kind === 'move-clause' ? [operation.clause] : [],
    ),
  );
  return [...targets]
    .filter((id) => deleted.has(id))
    .map((clause) => ({ kind: 'deletes-target', clause, words: clauses.get(clause)?.text ?? '', by }));
}

function twoMoves(
  first: readonly TextOperation[],
  second: readonly TextOperation[],
  clauses: Clauses,
): readonly OverlapReason[] {
  return first.flatMap((operation): readonly OverlapReason[] => {
    if (operation.kind !== 'move-clause') return [];
    const other = second.find(
      (each) => each.kind === 'move-clause' && each.clause === operation.clause && each.to !== operation.to,
    );
    return other === undefined
      ? []
      : [{ kind: 'both-move', clause: operation.clause, words: clauses.get(operation.clause)?.text ?? '' }];
  });
}

function twoAdditions(first: readonly TextOperation[], second: readonly TextOperation[]): readonly OverlapReason[] {
  const others = slotContents(second);
  return [...slotContents(first)].flatMap(([after, content]): readonly OverlapReason[] => {
    const theirs = others.get(after);
    return theirs === undefined || theirs === content ? [] : [{ kind: 'both-add', after }];
  });
}
