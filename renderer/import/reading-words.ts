// How far the reading has come, in words.

import type { ReadingProgress } from './read-arrivals';

/** `Reading agenda.pdf, page 30 of 100 (file 2 of 12)`. */
export function readingWords({ file, done, total, pages }: ReadingProgress): string {
  const page = pages === undefined ? '' : `, page ${pages.done} of ${pages.total}`;
  const place = total === 1 ? '' : ` (file ${done + 1} of ${total})`;
  return `${file}${page}${place}`;
}

/** 0 to 1. */
export function readingFraction({ done, total, pages }: ReadingProgress): number {
  const within = pages === undefined || pages.total === 0 ? 0 : pages.done / pages.total;
  return (done + within) / total;
}
