// The words that an amendment puts in, as a text of their own: what "paragraph 2 of amendment 12.1" counts in, and where
// an amendment to it finds its words.

import type { ClauseId } from '../ids';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { applyOperations, inOrder, isTextOperation, textEditOf } from './apply-operations';
import type { TextOperation } from './operation';

/** Where a clause of the own words stands in the amended text. */
export type OwnPlace = {
  /** The operation that puts it in, by index. */
  readonly operation: number;
  /** The clause of the amended text that it is in, or is. */
  readonly clause: ClauseId;
  /** Words put into a clause: where they start in the amended clause. Absent for a clause that is all new. */
  readonly from?: number;
};

export type OwnWords = { readonly text: TextVersion; readonly places: ReadonlyMap<ClauseId, OwnPlace> };

/**
 * What the operations put into `base`, in the order of the text: a clause for each new one, and a paragraph for words put
 * into a clause. New points have the numbers that they are to have. A title put in is not among them.
 */
export function ownWordsOf(base: TextVersion, operations: readonly TextOperation[]): OwnWords {
  const clauses: Clause[] = [];
  const places = new Map<ClauseId, OwnPlace>();
  const amended = applyOperations(base, operations);
  const printed = new Map(amended.ok ? amended.value.clauses.map((clause) => [clause.id, clause]) : []);
  const addNew = (slot: ClauseId | null): void => {
    operations.forEach((operation, index) => {
      if (operation.kind !== 'add-clauses' || operation.after !== slot) return;
      for (const clause of operation.clauses) {
        clauses.push(printed.get(clause.id) ?? clause);
        places.set(clause.id, { operation: index, clause: clause.id });
      }
    });
  };
  addNew(null);
  for (const { id } of base.clauses) {
    for (const fragment of fragmentsOf(id, operations)) {
      const own = clauseId(`${id}+${fragment.from}`);
      clauses.push({ id: own, kind: 'paragraph', depth: 0, text: fragment.text });
      places.set(own, { operation: fragment.operation, clause: id, from: fragment.from });
    }
    addNew(id);
  }
  return { text: { id: textVersionIdOf('', clauses), title: '', clauses }, places };
}

type Fragment = { readonly text: string; readonly from: number; readonly operation: number };

/** The words put into one clause, without the white space at their ends, with their places in the amended clause. */
function fragmentsOf(id: ClauseId, operations: readonly TextOperation[]): readonly Fragment[] {
  const edits = operations.flatMap((operation, index) =>
    isTextOperation(operation) && operation.clause === id
      ? [Object.assign({ operation: index }, textEditOf(operation))]
      : [],
  );
  let shift = 0;
  return inOrder(edits).flatMap(({ from, to, text, operation }): readonly Fragment[] => {
    const start = from + shift + (text.length - text.trimStart().length);
    shift += text.length - (to - from);
    return text.trim() === '' ? [] : [{ text: text.trim(), from: start, operation }];
  });
}
