// The order in which papers are listed: as a printed agenda numbers them.

import type { Motion } from '../motion/motion';

/**
 * Compares two printed numbers: plain numbers first by value (`2` before `10`, `3` before `3.1`), then composites by
 * letter (`C`, `Composite C`), then everything else with a prefix (`EM1`, `L5`), and what has no number last.
 */
export function compareNumbers(before: string | undefined, after: string | undefined): number {
  return compareKeys(sortKey(before), sortKey(after));
}

/** Papers by their numbers, and those of one number by `otherwise`. Each number is read once, however many there are. */
export function inOrderOfNumber<Paper extends { readonly number?: string | undefined }>(
  papers: readonly Paper[],
  otherwise: (before: Paper, after: Paper) => number = () => 0,
): readonly Paper[] {
  return papers
    .map((paper) => ({ paper, key: sortKey(paper.number) }))
    .sort((before, after) => compareKeys(before.key, after.key) || otherwise(before.paper, after.paper))
    .map(({ paper }) => paper);
}

type SortKey = { readonly rank: number; readonly prefix: string; readonly parts: readonly number[] };

function compareKeys(left: SortKey, right: SortKey): number {
  if (left.rank !== right.rank) return left.rank - right.rank;
  const byPrefix = compareText(left.prefix, right.prefix);
  if (byPrefix !== 0) return byPrefix;
  const length = Math.max(left.parts.length, right.parts.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left.parts[index] ?? -1) - (right.parts[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The motions as the agenda numbers them; equal numbers keep the order they came in. */
export function inAgendaOrder(motions: readonly Motion[]): readonly Motion[] {
  return inOrderOfNumber(motions, (before, after) =>
    before.number === undefined ? compareText(before.text.title, after.text.title) : 0,
  );
}

function sortKey(number: string | undefined): SortKey {
  if (number === undefined) return { rank: 3, prefix: '', parts: [] };
  const bare = number.trim().replace(/^comp(?:osite|\.)?(?: motion)?\s+/i, '');
  const prefix = /^[^0-9]*/.exec(bare)?.[0].trim().toUpperCase() ?? '';
  const parts = (bare.match(/\d+/g) ?? []).map(Number);
  if (prefix === '') return { rank: 0, prefix, parts };
  return { rank: /^[A-Z](\.\d+)*$/i.test(bare) ? 1 : 2, prefix: prefix.replace('.', ''), parts };
}

function compareText(before: string, after: string): number {
  return before < after ? -1 : before > after ? 1 : 0;
}
