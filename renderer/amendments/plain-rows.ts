// The clauses of a draft as the plain editor lists them: those of the text, and those deleted where they stood.

import type { Clause } from '../../shared/motion/clause';

export type PlainRow =
  | { readonly kind: 'clause'; readonly clause: Clause; readonly index: number }
  /** `index`: where it would be put back. */
  | { readonly kind: 'deleted'; readonly clause: Clause; readonly index: number };

/** `printed` are the clauses of the base. A deleted clause stands behind the one of the base it stood behind. */
export function plainRows(printed: readonly Clause[], clauses: readonly Clause[]): readonly PlainRow[] {
  const present = new Set(clauses.map((clause) => clause.id));
  const behind = new Map<string, Clause[]>();
  let last = '';
  for (const clause of printed) {
    if (present.has(clause.id)) last = clause.id;
    else behind.set(last, [...(behind.get(last) ?? []), clause]);
  }
  const deletedBehind = (id: string, index: number): readonly PlainRow[] =>
    (behind.get(id) ?? []).map((clause) => ({ kind: 'deleted', clause, index }));
  return [
    ...deletedBehind('', 0),
    ...clauses.flatMap((clause, index): readonly PlainRow[] => [
      { kind: 'clause', clause, index },
      ...deletedBehind(clause.id, index + 1),
    ]),
  ];
}
