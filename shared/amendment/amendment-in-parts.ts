// What is left of an amendment when parts of it are lost or fall.

import type { ClauseId } from '../ids';
import type { DecidedPart } from '../motion/decision';
import type { TextVersion } from '../motion/motion';
import { clausesLeftOut, clausesOfPart, partsOfParagraphs } from '../motion/parts';
import type { TextOperation } from './operation';
import { ownWordsOf } from './own-words';
import { trackedRuns } from './tracked-runs';

/** What is lost of some operations: all that is done to or puts in these clauses, and these operations by index. */
export type Lost = { readonly clauses: ReadonlySet<ClauseId>; readonly operations: ReadonlySet<number> };

/**
 * What the parts that were lost take with them. A part is a stretch of the text with the amendment's changes marked, in
 * which clauses that go stand where they stood.
 */
export function lostInParts(
  base: TextVersion,
  operations: readonly TextOperation[],
  parts: readonly DecidedPart[],
): Lost {
  const tracked = parts.length === 0 ? undefined : trackedRuns(base, operations);
  if (tracked?.ok !== true) return { clauses: new Set(), operations: new Set() };
  const shown = tracked.value.filter(({ state }) => state !== 'moved').map(({ clause }) => clause);
  return { clauses: clausesLeftOut(parts, shown), operations: new Set() };
}

/**
 * What falls with the paragraphs numbered, which are counted from 1 (−1: the last) in the words that the amendment puts
 * in ("the first two paragraphs of 58 fall", UCU 2018); undefined if it has none of them.
 */
export function lostParagraphs(
  base: TextVersion,
  operations: readonly TextOperation[],
  paragraphs: readonly number[],
): Lost | undefined {
  if (paragraphs.length === 0) return undefined;
  const { text, places } = ownWordsOf(base, operations);
  const parts = partsOfParagraphs(text.clauses, paragraphs);
  const gone = parts.flatMap((part) => clausesOfPart(part, text.clauses));
  const words = gone.flatMap((id) => places.get(id) ?? []).filter(({ from }) => from !== undefined);
  const clauses = gone.filter((id) => places.get(id)?.from === undefined);
  if (gone.length === 0) return undefined;
  return { clauses: new Set(clauses), operations: new Set(words.map(({ operation }) => operation)) };
}

/** The changes less what is lost; the same object where nothing is. */
export function remaining<Change extends { readonly operation: TextOperation }>(
  changes: readonly Change[],
  { clauses, operations }: Lost,
): readonly Change[] {
  if (clauses.size === 0 && operations.size === 0) return changes;
  return changes.flatMap((change, index): readonly Change[] => {
    const { operation } = change;
    if (operations.has(index)) return [];
    if (operation.kind === 'amend-title') return [change];
    if (operation.kind !== 'add-clauses') return clauses.has(operation.clause) ? [] : [change];
    const left = operation.clauses.filter(({ id }) => !clauses.has(id));
    if (left.length === operation.clauses.length) return [change];
    return left.length === 0 ? [] : [{ ...change, operation: { ...operation, clauses: left } }];
  });
}
