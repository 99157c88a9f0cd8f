// How measurements are told: the median, with the least and the most, never an average.

export type Spread = { readonly median: number; readonly least: number; readonly most: number };

/** Of at least one measurement. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((before, after) => before - after);
  const at = (index: number): number => sorted[Math.min(Math.max(index, 0), sorted.length - 1)] ?? Number.NaN;
  const half = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2, least: at(0), most: at(sorted.length - 1) };
}

/** `312 ms (290–350)`; two decimals below ten. */
export function inMilliseconds({ median, least, most }: Spread): string {
  const digits = median < 10 ? 2 : 0;
  return `${median.toFixed(digits)} ms (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** One line of a bench's report, straight to the terminal. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
