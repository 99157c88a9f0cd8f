// A motion's clauses as the editor's document, and back.

import type { Node } from 'prosemirror-model';
import { clauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { attributesOf, clauseSchema } from './clause-schema';

/** The document of `clauses`; a motion without any gets one empty paragraph to type in. */
export function documentOf(clauses: readonly Clause[]): Node {
  const nodes = clauses.map((clause) =>
    clauseSchema.node(
      'clause',
      { id: clause.id, kind: clause.kind, number: clause.number ?? null, depth: clause.depth },
      clause.text === '' ? [] : [clauseSchema.text(clause.text)],
    ),
  );
  return clauseSchema.node('doc', null, nodes.length === 0 ? [clauseSchema.node('clause')] : nodes);
}

/** The clauses that stand in the document. A clause emptied of its words is a deleted clause. */
export function clausesOf(document: Node): readonly Clause[] {
  const clauses: Clause[] = [];
  document.forEach((node) => {
    const { id, kind, number, depth } = attributesOf(node);
    if (node.textContent.trim() === '') return;
    clauses.push({ id: clauseId(id), kind, ...(number === null ? {} : { number }), depth, text: node.textContent });
  });
  return clauses;
}

/** Where each clause's text starts in the document, by id. */
export function textStarts(document: Node): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  document.forEach((node, offset) => starts.set(attributesOf(node).id, offset + 1));
  return starts;
}
