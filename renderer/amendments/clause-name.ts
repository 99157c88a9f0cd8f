// What a clause is called when a delegate or a screen reader asks for it: "Action point 2", "Paragraph 3".

import type { Clause } from '../../shared/motion/clause';

const names: Readonly<Record<Clause['kind'], string>> = {
  paragraph: 'Paragraph',
  'lead-in': 'Lead-in',
  item: 'Point',
  heading: 'Heading',
  quotation: 'Quotation',
};

/** The name of `clauses[index]`: by its printed number where it has one, else by its place among those of its kind. */
export function clauseName(clauses: readonly Clause[], index: number): string {
  const clause = clauses[index];
  if (clause === undefined) return '';
  const digits = clause.number?.match(/[\p{L}\p{N}.]*[\p{L}\p{N}]/u)?.[0];
  if (digits !== undefined) return `${names[clause.kind]} ${digits}`;
  const place = clauses.slice(0, index + 1).filter((other) => other.kind === clause.kind).length;
  return `${names[clause.kind]} ${place}`;
}
