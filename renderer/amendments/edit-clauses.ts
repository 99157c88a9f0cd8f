// What a key or a button does to whole clauses in the editor: add one after this, delete this one, paste as clauses.

import { baseKeymap, splitBlock } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { Selection, TextSelection } from 'prosemirror-state';
import type { Command, Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { TextVersion } from '../../shared/motion/motion';
import { changeDepth, leaveWithTab, rememberLeaving, tabDepth } from './clause-depth';
import { attributesOf, clauseSchema } from './clause-schema';

/** An empty clause after the one with the cursor: an item after an item or a lead-in, else a paragraph. */
export const addClauseAfter: Command = (state, dispatch) => {
  const { $to } = state.selection;
  const { kind, depth } = attributesOf($to.node(1));
  const isListed = kind === 'item' || kind === 'lead-in';
  const added = clauseSchema.node('clause', {
    kind: isListed ? 'item' : 'paragraph',
    depth: isListed ? Math.max(1, depth) : depth,
  });
  const at = $to.after(1);
  if (dispatch !== undefined) {
    const step = state.tr.insert(at, added);
    dispatch(step.setSelection(TextSelection.create(step.doc, at + 1)).scrollIntoView());
  }
  return true;
};

/** Deletes the clause with the cursor; the last one is emptied instead, for a text needs a place to type. */
export const deleteClause: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const from = $from.before(1);
  const to = $from.after(1);
  if (dispatch !== undefined) {
    const step = state.doc.childCount === 1 ? state.tr.delete(from + 1, to - 1) : state.tr.delete(from, to);
    const near = Selection.near(step.doc.resolve(Math.min(from, step.doc.content.size)), 1);
    dispatch(step.setSelection(near).scrollIntoView());
  }
  return true;
};

/** Moves the clause with the cursor one place up (−1) or down (1), under its own id. */
export function moveClause(by: 1 | -1): Command {
  return (state, dispatch) => {
    const index = state.selection.$from.index(0);
    const other = index + by;
    if (other < 0 || other >= state.doc.childCount) return false;
    const first = Math.min(index, other);
    const upper = state.doc.child(first);
    const lower = state.doc.child(first + 1);
    if (dispatch !== undefined) {
      const start = startOf(state.doc, first);
      const step = state.tr.replaceWith(start, start + upper.nodeSize + lower.nodeSize, [lower, upper]);
      const inside = state.selection.from - state.selection.$from.before(1);
      const moved = by === 1 ? start + lower.nodeSize : start;
      dispatch(step.setSelection(TextSelection.create(step.doc, moved + inside)).scrollIntoView());
    }
    return true;
  };
}

/** Keys of the editor. Undo and redo are the desk's: title and clauses have one history. */
export function clauseKeys(base: TextVersion): readonly Plugin[] {
  const keys = {
    'Mod-Enter': addClauseAfter,
    'Shift-Enter': splitBlock,
    'Mod-Shift-Backspace': deleteClause,
    'Alt-Shift-ArrowUp': moveClause(-1),
    'Alt-Shift-ArrowDown': moveClause(1),
    'Alt-Shift-ArrowRight': changeDepth(base, 1),
    'Alt-Shift-ArrowLeft': changeDepth(base, -1),
    Tab: tabDepth(base, 1),
    'Shift-Tab': tabDepth(base, -1),
    Escape: leaveWithTab,
  };
  return [keymap(keys), keymap(baseKeymap), rememberLeaving()];
}

/** Pastes plain words only: the first line at the cursor, each further line as a clause of its own. */
export function pastePlainWords(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const lines = text.split(/[\r\n]+/u).map((line) => line.replace(/\s+/gu, ' '));
  const [first = '', ...rest] = lines.filter((line, index) => index === 0 || line.trim() !== '');
  const step = view.state.tr.insertText(first);
  const { kind, depth } = attributesOf(step.selection.$to.node(1));
  const added = rest.map((line) => clauseSchema.node('clause', { kind, depth }, clauseSchema.text(line.trim())));
  if (added.length > 0) step.insert(step.selection.$to.after(1), added);
  view.dispatch(step.scrollIntoView());
  return true;
}

function startOf(document: Node, index: number): number {
  return document.children.slice(0, index).reduce((offset, child) => offset + child.nodeSize, 0);
}
