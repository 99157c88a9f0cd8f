// Sets a clause of the delegate's own further in or out. Clauses of the paper stay where the paper has them: no wording
// says "set in further".

import { Plugin, PluginKey } from 'prosemirror-state';
import type { Command, EditorState } from 'prosemirror-state';
import type { TextVersion } from '../../shared/motion/motion';
import { attributesOf } from './clause-schema';

const deepest = 3;
const leaving = new PluginKey<boolean>('leaving-with-tab');

/** Sets the new clause with the cursor one step in (1) or out (−1); one outside all lists is a paragraph. */
export function changeDepth(base: TextVersion, by: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const node = $from.node(1);
    const { id, depth, kind } = attributesOf(node);
    if (base.clauses.some((clause) => clause.id === id)) return false;
    const index = $from.index(0);
    const above = index === 0 ? undefined : attributesOf(state.doc.child(index - 1));
    const most = Math.min(deepest, above === undefined ? 0 : above.depth + 1);
    const next = depth + by;
    if (next < 0 || (by === 1 && next > most)) return false;
    const listed = kind === 'paragraph' || kind === 'item';
    const nextKind = !listed ? kind : next === 0 ? 'paragraph' : 'item';
    dispatch?.(state.tr.setNodeMarkup($from.before(1), null, { ...node.attrs, depth: next, kind: nextKind }));
    return true;
  };
}

/** Tab and Shift+Tab, at the beginning of a new clause only: anywhere else, and after Escape, Tab goes on through the page. */
export function tabDepth(base: TextVersion, by: 1 | -1): Command {
  return (state, dispatch) => isForDepth(state) && changeDepth(base, by)(state, dispatch);
}

function isForDepth(state: EditorState): boolean {
  const { empty, $from } = state.selection;
  return empty && $from.parentOffset === 0 && leaving.getState(state) !== true;
}

/** Escape: the next Tab leaves the editor, wherever the cursor is. */
export const leaveWithTab: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(leaving, true));
  return true;
};

/** Remembers Escape until anything else is done. */
export function rememberLeaving(): Plugin<boolean> {
  return new Plugin<boolean>({
    key: leaving,
    state: { init: () => false, apply: (transaction) => transaction.getMeta(leaving) === true },
  });
}
