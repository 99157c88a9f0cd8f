// Operations on the words that an amendment puts in ⇄ the same operations on the motion as it would leave it.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import type { TextVersion } from '../motion/motion';
import { isTextOperation } from './apply-operations';
import type { TextOperation } from './operation';
import type { OwnPlace, OwnWords } from './own-words';

/** An operation on the own words as one on `amended`; undefined where it has no place there. */
export function inAmendedText(
  own: OwnWords,
  amended: TextVersion,
  operation: TextOperation,
): TextOperation | undefined {
  if (isTextOperation(operation)) {
    const place = own.places.get(operation.clause);
    return place && shifted(operation, place.clause, place.from ?? 0);
  }
  switch (operation.kind) {
    case 'add-clauses': {
      const after = operation.after === null ? slotBefore(own, amended) : own.places.get(operation.after)?.clause;
      return after === undefined ? undefined : { ...operation, after };
    }
    case 'delete-clause': {
      const place = own.places.get(operation.clause);
      if (place === undefined) return undefined;
      return place.from === undefined
        ? deletedClause(amended.clauses, place.clause)
        : deletedWords(amended.clauses, place, operation.removed.text);
    }
    case 'move-clause':
    case 'amend-title':
      return undefined;
  }
}

/** An operation on the amended text as one on the own words; undefined where it touches more than these. */
export function inOwnWords(own: OwnWords, operation: TextOperation): TextOperation | undefined {
  if (isTextOperation(operation)) {
    const from = operation.kind === 'insert' ? operation.at : operation.from;
    const to = operation.kind === 'insert' ? operation.at : operation.to;
    const holding = own.text.clauses.find(({ id, text }) => {
      const place = own.places.get(id);
      if (place?.clause !== operation.clause) return false;
      return place.from === undefined || (from >= place.from && to <= place.from + text.length);
    });
    return holding && shifted(operation, holding.id, -(own.places.get(holding.id)?.from ?? 0));
  }
  const isNew = (id: ClauseId | null): boolean => id !== null && own.places.get(id)?.clause === id;
  if (operation.kind === 'add-clauses') return isNew(operation.after) ? operation : undefined;
  if (operation.kind !== 'delete-clause' || !isNew(operation.clause)) return undefined;
  return deletedClause(own.text.clauses, operation.clause);
}

function shifted(
  operation: Extract<TextOperation, { readonly kind: 'insert' | 'delete' | 'replace' }>,
  clause: ClauseId,
  by: number,
): TextOperation {
  if (operation.kind === 'insert') return { ...operation, clause, at: operation.at + by };
  return { ...operation, clause, from: operation.from + by, to: operation.to + by };
}

function deletedClause(clauses: readonly Clause[], id: ClauseId): TextOperation | undefined {
  const index = clauses.findIndex((clause) => clause.id === id);
  const removed = clauses[index];
  return removed && { kind: 'delete-clause', clause: id, removed, after: clauses[index - 1]?.id ?? null };
}

/** All the words put into a clause, with the space before them. */
function deletedWords(clauses: readonly Clause[], place: OwnPlace, words: string): TextOperation | undefined {
  const text = clauses.find(({ id }) => id === place.clause)?.text;
  if (text === undefined || place.from === undefined) return undefined;
  const to = place.from + words.length;
  const from =
    text[place.from - 1] === ' ' && (to === text.length || /[\s.,;:?!)]/.test(text[to] ?? ''))
      ? place.from - 1
      : place.from;
  return { kind: 'delete', clause: place.clause, from, to, removed: text.slice(from, to) };
}

/** What stands before the own words, where they begin with a new clause. */
function slotBefore(own: OwnWords, amended: TextVersion): ClauseId | null | undefined {
  const first = own.text.clauses[0];
  if (first === undefined || own.places.get(first.id)?.from !== undefined) return undefined;
  const index = amended.clauses.findIndex(({ id }) => id === first.id);
  return index < 0 ? undefined : (amended.clauses[index - 1]?.id ?? null);
}
