// Ties the source's lines to what was made of them, for the preview's two columns.

import type { LineRange, ReadPaper } from '../../shared/import/paper';

/** What became of one source line. `clause` is the index of the first clause that holds it. */
export type LineFate =
  | { readonly kind: 'blank' }
  | { readonly kind: 'field' }
  | { readonly kind: 'clause'; readonly clause: number }
  | { readonly kind: 'dropped' };

/** One fate a line of `paper.source`, in order. */
export function lineFates(paper: ReadPaper): readonly LineFate[] {
  const fates = Array.from<LineFate | undefined>({ length: paper.source.length });
  const fill = (range: LineRange | undefined, fate: LineFate): void => {
    for (let line = range?.from ?? 0; line < (range?.to ?? 0); line += 1) fates[line] ??= fate;
  };
  if ('clauses' in paper)
    paper.clauses.forEach((clause, index) => fill(clause.lines, { kind: 'clause', clause: index }));
  for (const dropped of paper.dropped) fill({ from: dropped.line, to: dropped.line + 1 }, { kind: 'dropped' });
  return paper.source.map((text, line) => fates[line] ?? (text.trim() === '' ? { kind: 'blank' } : { kind: 'field' }));
}
