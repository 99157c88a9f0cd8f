// A table's row as one line, where it is one: short cells, and no label with its value.

/** The cells joined by bars; undefined when each is to be a line of its own. Empty cells are left out. */
export function rowAsLine(cells: readonly string[]): string | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const isLabelled = filled.length === 2 && /^(?:conference|date|decision|title):?$/i.test(filled[0]?.trim() ?? '');
  const isShort = filled.every((cell) => cell.length < 200);
  return filled.length < 2 || filled.length > 12 || isLabelled || !isShort ? undefined : filled.join(' | ');
}
