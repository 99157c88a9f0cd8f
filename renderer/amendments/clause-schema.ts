// The editor's document: clauses of plain text and nothing else, so that nothing pasted or typed can become markup.

import { Schema } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import type { ClauseKind } from '../../shared/motion/clause';

/** What a clause of the editor carries beside its text. `id` is empty until `keep-clause-ids` has named a new clause. */
export type ClauseAttributes = {
  readonly id: string;
  readonly kind: ClauseKind;
  readonly number: string | null;
  readonly depth: number;
};

export const clauseSchema = new Schema({
  nodes: {
    doc: { content: 'clause+' },
    clause: {
      content: 'text*',
      marks: '',
      defining: true,
      attrs: {
        id: { default: '', validate: 'string' },
        kind: { default: 'paragraph', validate: 'string' },
        number: { default: null, validate: 'string|null' },
        depth: { default: 0, validate: 'number' },
      },
      parseDOM: [{ tag: 'p' }, { tag: 'li' }, { tag: 'div' }],
      toDOM: (node) => [
        'p',
        { class: `clause ${attributesOf(node).kind}`, 'data-depth': String(attributesOf(node).depth) },
        0,
      ],
    },
    text: {},
  },
});

const kinds: readonly ClauseKind[] = ['paragraph', 'lead-in', 'item', 'heading', 'quotation'];

/** The attributes of a clause node, checked: ProseMirror types them as anything. */
export function attributesOf(node: Node): ClauseAttributes {
  const { id, kind, number, depth }: Record<string, unknown> = node.attrs;
  return {
    id: typeof id === 'string' ? id : '',
    kind: kinds.find((known) => known === kind) ?? 'paragraph',
    number: typeof number === 'string' ? number : null,
    depth: typeof depth === 'number' ? depth : 0,
  };
}
