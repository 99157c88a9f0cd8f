// Finds references in an amended text to numbers that have changed. They are named, never changed.

import type { TextVersion } from '../motion/motion';

/** `clause` is the index in the amended text's clauses. */
export type StaleReference = { readonly reference: string; readonly clause: number };

const referencePattern =
  /\b(?:action\s+points?|bullet\s+points?|points?|items?|sub-paragraphs?)\s+\(?(\d{1,2}|[ivx]{1,5}|[a-z])\)?(?![\p{L}\p{Nd}])|\((\d{1,2}|[ivx]{1,5})\)/giu;

/** References such as "point 3" or "(3)" to a list number that now stands at another item, or at none. */
export function staleReferences(base: TextVersion, amended: TextVersion): readonly StaleReference[] {
  const changed = changedNumbers(base, amended);
  return amended.clauses.flatMap(({ text }, clause) =>
    [...text.matchAll(referencePattern)]
      .filter((match) => changed.has((match[1] ?? match[2] ?? '').toLowerCase()))
      .map((match) => ({ reference: match[0], clause })),
  );
}

function changedNumbers(base: TextVersion, amended: TextVersion): ReadonlySet<string> {
  const now = new Map(amended.clauses.map((clause) => [clause.id, clause.number]));
  return new Set(
    base.clauses.flatMap(({ id, number }) =>
      number === undefined || now.get(id) === number ? [] : [number.replace(/[^\p{L}\p{Nd}]/gu, '').toLowerCase()],
    ),
  );
}
