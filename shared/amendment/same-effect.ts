// Whether two sets of operations make the same text of the same base.

import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import type { TextOperation } from './operation';

/** Compares title, and of each clause kind, depth, text and, for clauses of the base, which one it is. */
export function haveSameEffect(
  base: TextVersion,
  before: readonly TextOperation[],
  after: readonly TextOperation[],
): boolean {
  const left = effect(base, before);
  return left !== undefined && left === effect(base, after);
}

function effect(base: TextVersion, operations: readonly TextOperation[]): string | undefined {
  const applied = applyOperations(base, operations);
  if (!applied.ok) return undefined;
  const printed = new Set(base.clauses.map((clause) => clause.id));
  const { title, clauses } = applied.value;
  return JSON.stringify([
    title,
    clauses.map(({ id, kind, depth, text }) => [
      printed.has(id) ? id : '',
      kind === 'lead-in' ? 'paragraph' : kind,
      depth,
      text,
    ]),
  ]);
}
