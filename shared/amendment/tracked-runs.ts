// An amendment as tracked changes: every clause of both texts, in reading order, as runs of kept, inserted and deleted words.

import type { Clause } from '../motion/clause';
import type { ClauseId } from '../ids';
import type { TextVersion } from '../motion/motion';
import { succeed } from '../result';
import type { Result } from '../result';
import { applyOperations, inOrder, isTextOperation, textEditOf } from './apply-operations';
import type { ApplyFailure } from './apply-operations';
import type { TextOperation } from './operation';
import type { TextEdit } from './word-diff';

export type TrackedRun = { readonly kind: 'kept' | 'inserted' | 'deleted'; readonly text: string };

/**
 * One clause as shown. A moved clause is shown twice: `moved-away` where it stood (all deleted), and `moved` where it
 * now stands. `number` is the renewed number, or the printed one for what is gone.
 */
export type TrackedClause = {
  readonly state: 'kept' | 'added' | 'deleted' | 'moved' | 'moved-away';
  readonly clause: Clause;
  readonly number?: string;
  readonly runs: readonly TrackedRun[];
};

export type TrackedText = { readonly title: readonly TrackedRun[]; readonly clauses: readonly TrackedClause[] };

/**
 * Both texts as one. Kept and deleted runs of all clauses but `added` and `moved` re-join to the base; kept and inserted
 * runs of all but `deleted` and `moved-away` re-join to the amended text. Fails as applying fails.
 */
export function trackedText(
  base: TextVersion,
  operations: readonly TextOperation[],
): Result<TrackedText, ApplyFailure> {
  const applied = applyOperations(base, operations);
  if (!applied.ok) return applied;
  const title = operations.flatMap((operation) => (operation.kind === 'amend-title' ? [textEditOf(operation)] : []));
  return succeed({ title: runsOfText(base.title, title), clauses: trackedClauses(base, applied.value, operations) });
}

/** The clauses of `trackedText`, without the title. */
export function trackedRuns(
  base: TextVersion,
  operations: readonly TextOperation[],
): Result<readonly TrackedClause[], ApplyFailure> {
  const tracked = trackedText(base, operations);
  return tracked.ok ? succeed(tracked.value.clauses) : tracked;
}

/** One text with its edits as runs, neighbours of the same kind joined, nothing empty. */
export function runsOfText(text: string, edits: readonly TextEdit[]): readonly TrackedRun[] {
  const runs: TrackedRun[] = [];
  const add = (kind: TrackedRun['kind'], piece: string): void => {
    const last = runs.at(-1);
    if (piece === '') return;
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + piece };
    else runs.push({ kind, text: piece });
  };
  let position = 0;
  for (const edit of inOrder(edits)) {
    add('kept', text.slice(position, edit.from));
    add('deleted', text.slice(edit.from, edit.to));
    add('inserted', edit.text);
    position = edit.to;
  }
  add('kept', text.slice(position));
  return runs;
}

function trackedClauses(
  base: TextVersion,
  amended: TextVersion,
  operations: readonly TextOperation[],
): readonly TrackedClause[] {
  const edits = editsByClause(operations);
  const numbers = new Map(amended.clauses.map((clause) => [clause.id, clause.number]));
  const printed = new Map(base.clauses.map((clause) => [clause.id, clause]));
  const slots = slotsOf(operations, printed, numbers, edits);
  const gone = goneClauses(operations);
  const shown = [...(slots.get(null) ?? [])];
  for (const clause of base.clauses) {
    const state = gone.get(clause.id);
    if (state === undefined) {
      shown.push(numbered('kept', clause, numbers.get(clause.id), runsOfText(clause.text, edits.get(clause.id) ?? [])));
    } else {
      shown.push(numbered(state, clause, clause.number, wholeRun('deleted', clause.text)));
    }
    shown.push(...(slots.get(clause.id) ?? []));
  }
  return shown;
}

type Numbers = ReadonlyMap<ClauseId, string | undefined>;
type Edits = ReadonlyMap<ClauseId, readonly TextEdit[]>;

/** What stands behind each clause that did not stand there: new clauses and those moved to it. */
function slotsOf(
  operations: readonly TextOperation[],
  printed: ReadonlyMap<ClauseId, Clause>,
  numbers: Numbers,
  edits: Edits,
): ReadonlyMap<ClauseId | null, TrackedClause[]> {
  const slots = new Map<ClauseId | null, TrackedClause[]>();
  const put = (after: ClauseId | null, shown: TrackedClause): void => {
    slots.set(after, [...(slots.get(after) ?? []), shown]);
  };
  for (const operation of operations) {
    if (operation.kind === 'add-clauses') {
      for (const clause of operation.clauses) {
        put(operation.after, numbered('added', clause, numbers.get(clause.id), wholeRun('inserted', clause.text)));
      }
    }
    const moved = operation.kind === 'move-clause' ? printed.get(operation.clause) : undefined;
    if (operation.kind === 'move-clause' && moved !== undefined) {
      const runs = runsOfText(moved.text, edits.get(moved.id) ?? []);
      put(operation.to, numbered('moved', moved, numbers.get(moved.id), runs));
    }
  }
  return slots;
}

function goneClauses(operations: readonly TextOperation[]): ReadonlyMap<ClauseId, 'deleted' | 'moved-away'> {
  const gone = new Map<ClauseId, 'deleted' | 'moved-away'>();
  for (const operation of operations) {
    if (operation.kind === 'delete-clause') gone.set(operation.clause, 'deleted');
    if (operation.kind === 'move-clause') gone.set(operation.clause, 'moved-away');
  }
  return gone;
}

function editsByClause(operations: readonly TextOperation[]): Edits {
  const edits = new Map<ClauseId, readonly TextEdit[]>();
  for (const operation of operations) {
    if (!isTextOperation(operation)) continue;
    edits.set(operation.clause, [...(edits.get(operation.clause) ?? []), textEditOf(operation)]);
  }
  return edits;
}

function numbered(
  state: TrackedClause['state'],
  clause: Clause,
  number: string | undefined,
  runs: readonly TrackedRun[],
): TrackedClause {
  return number === undefined ? { state, clause, runs } : { state, clause, number, runs };
}

function wholeRun(kind: TrackedRun['kind'], text: string): readonly TrackedRun[] {
  return text === '' ? [] : [{ kind, text }];
}
