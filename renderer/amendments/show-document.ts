// Shows a text in the editor that did not come from it (an undone step, a text started again), changing no more of it
// than differs, so that the cursor and the reading place stay near.

import type { Node } from 'prosemirror-model';
import { Selection } from 'prosemirror-state';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

const mark = 'shown-from-outside';

/** Whether a transaction only shows what the desk knows already. */
export function isShownFromOutside(transaction: Transaction): boolean {
  return transaction.getMeta(mark) === true;
}

/** Whole clauses are exchanged, from the first that differs to the last. The cursor goes to the end of the change. */
export function showDocument(view: EditorView, next: Node): void {
  const before = view.state.doc.children;
  const after = next.children;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && areEqual(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && areEqual(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  if (head === before.length && head === after.length) return;
  const end = view.state.doc.content.findDiffEnd(next.content)?.b ?? next.content.size;
  const step = view.state.tr.replaceWith(
    sizeOf(before.slice(0, head)),
    sizeOf(before.slice(0, before.length - tail)),
    after.slice(head, after.length - tail),
  );
  const cursor = Math.max(0, Math.min(end, step.doc.content.size));
  step.setSelection(Selection.near(step.doc.resolve(cursor), -1)).setMeta(mark, true);
  view.dispatch(step.scrollIntoView());
}

function areEqual(left: Node | undefined, right: Node | undefined): boolean {
  return left !== undefined && right !== undefined && left.eq(right);
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + node.nodeSize, 0);
}
