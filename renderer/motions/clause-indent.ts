// How far a clause is set in.

import type { Clause } from '../../shared/motion/clause';

/** Ems: a step for each list it is in, and one for a quotation. */
export function indentOf(clause: Pick<Clause, 'depth' | 'kind'>): number {
  return 1.2 * (clause.depth + (clause.kind === 'quotation' ? 1 : 0));
}
