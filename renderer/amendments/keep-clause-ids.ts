// Keeps every clause of the editor under one id of its own: splitting a clause copies its attributes, so the second
// half is named anew, and a pasted clause gets its first name.

import { Plugin } from 'prosemirror-state';
import type { NewId } from '../../shared/ids';
import { attributesOf } from './clause-schema';

export function keepClauseIds(newId: NewId): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, after) => {
      if (!transactions.some((transaction) => transaction.docChanged)) return null;
      const seen = new Set<string>();
      const rename: number[] = [];
      after.doc.forEach((node, offset) => {
        const { id } = attributesOf(node);
        if (id === '' || seen.has(id)) rename.push(offset);
        seen.add(id);
      });
      if (rename.length === 0) return null;
      return rename.reduce((step, position) => {
        const node = step.doc.nodeAt(position);
        return node === null ? step : step.setNodeMarkup(position, null, { ...node.attrs, id: newId(), number: null });
      }, after.tr);
    },
  });
}
