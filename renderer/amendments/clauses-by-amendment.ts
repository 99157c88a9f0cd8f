// The tracked text with every change named by the amendment that makes it.

import { inOrder, isTextOperation, textEditOf } from '../../shared/amendment/apply-operations';
import type { TextOperation } from '../../shared/amendment/operation';
import type { SubstantiveMotion } from '../../shared/amendment/substantive-motion';
import type { TrackedClause, TrackedRun } from '../../shared/amendment/tracked-runs';
import type { TextEdit } from '../../shared/amendment/word-diff';
import type { AmendmentId } from '../../shared/ids';

/** A run, and whose it is; a kept one is nobody's. */
export type NamedRun = TrackedRun & { readonly by?: AmendmentId };
export type NamedClause = Omit<TrackedClause, 'runs'> & { readonly runs: readonly NamedRun[] };

type Change = SubstantiveMotion<AmendmentId>['changes'][number];

/** `clauses` are the tracked clauses of `changes`; neighbouring changes of two amendments are runs of their own. */
export function clausesByAmendment(
  clauses: readonly TrackedClause[],
  changes: readonly Change[],
): readonly NamedClause[] {
  return clauses.map((tracked) => {
    const { state, clause } = tracked;
    if (state === 'kept' || state === 'moved') return { ...tracked, runs: namedRuns(clause.text, changes, clause.id) };
    const change = changes.find(({ operation }) => isOn(operation, tracked));
    if (change === undefined) return tracked;
    return { ...tracked, runs: tracked.runs.map((run) => ({ ...run, by: change.amendment })) };
  });
}

function isOn(operation: TextOperation, { state, clause }: TrackedClause): boolean {
  if (operation.kind === 'add-clauses')
    return state === 'added' && operation.clauses.some((added) => added.id === clause.id);
  if (operation.kind === 'delete-clause') return state === 'deleted' && operation.clause === clause.id;
  return operation.kind === 'move-clause' && state === 'moved-away' && operation.clause === clause.id;
}

function namedRuns(text: string, changes: readonly Change[], clause: string): readonly NamedRun[] {
  const edits = changes.flatMap(({ amendment, operation }): readonly (TextEdit & { readonly by: AmendmentId })[] =>
    isTextOperation(operation) && operation.clause === clause ? [{ ...textEditOf(operation), by: amendment }] : [],
  );
  const runs: NamedRun[] = [];
  let position = 0;
  const add = (run: NamedRun): void => {
    if (run.text !== '') runs.push(run);
  };
  for (const { from, to, text: inserted, by } of inOrder(edits)) {
    add({ kind: 'kept', text: text.slice(position, from) });
    add({ kind: 'deleted', text: text.slice(from, to), by });
    add({ kind: 'inserted', text: inserted, by });
    position = to;
  }
  add({ kind: 'kept', text: text.slice(position) });
  return runs;
}
