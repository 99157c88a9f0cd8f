// Why an instruction could not be turned into operations, and where in the text the answer may lie.

import type { TextOperation } from './operation';
import type { Located, Region, Span } from './region';

export type UnresolvedReason =
  | 'anchor-not-found'
  | 'anchor-ambiguous'
  | 'clause-not-found'
  | 'clause-ambiguous'
  | 'line-numbers-unknown'
  | 'descriptive'
  | 'result-mismatch';

export type Problem = { readonly reason: UnresolvedReason; readonly candidates: readonly Span[] };

/** What became of one directive: operations, a problem, or (of "throughout") both. */
export type Resolution = { readonly operations: readonly TextOperation[]; readonly problem?: Problem };

export function solved(operations: readonly TextOperation[]): Resolution {
  return { operations };
}

export function unsolved(reason: UnresolvedReason, candidates: readonly Span[] = []): Resolution {
  return { operations: [], problem: { reason, candidates } };
}

/** The one region an address names, or why there is not one. */
export function onlyRegion(located: Located): Region | Resolution {
  const [region, ...others] = located.regions;
  if (located.countsLines) return unsolved('line-numbers-unknown', headsOf(located.regions));
  if (region === undefined) return unsolved('clause-not-found');
  return others.length === 0 ? region : unsolved('clause-ambiguous', headsOf(located.regions));
}

/** The first clause of each region, for a delegate to choose from. */
export function headsOf(regions: readonly Region[]): readonly Span[] {
  return regions.flatMap((region) => (region.unit === 'motion' ? [] : region.spans.slice(0, 1)));
}

export function isResolution(value: Region | Resolution): value is Resolution {
  return 'operations' in value;
}
