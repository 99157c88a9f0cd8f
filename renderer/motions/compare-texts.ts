// What changed between two texts of a motion, as the changes are read one after the other.

import { deriveOperations } from '../../shared/amendment/derive-operations';
import { trackedText } from '../../shared/amendment/tracked-runs';
import type { TrackedClause, TrackedText } from '../../shared/amendment/tracked-runs';
import type { TextVersion } from '../../shared/motion/motion';

export type Comparison = {
  readonly text: TrackedText;
  /** The places of the clauses that differ, in `text.clauses`. */
  readonly changes: readonly number[];
  readonly isRetitled: boolean;
};

/** From `before` to `after`, changes marked. */
export function compareTexts(before: TextVersion, after: TextVersion): Comparison {
  const tracked = trackedText(before, deriveOperations(before, after));
  if (!tracked.ok) throw new Error(`Derived operations do not fit their base: ${tracked.error.kind}`);
  const { title, clauses } = tracked.value;
  return {
    text: tracked.value,
    changes: clauses.flatMap((clause, index) => (differs(clause) ? [index] : [])),
    isRetitled: title.some((run) => run.kind !== 'kept'),
  };
}

function differs({ state, runs }: TrackedClause): boolean {
  return state !== 'kept' || runs.some((run) => run.kind !== 'kept');
}

/** How many clauses differ, a changed title counted too. */
export function countOfChanges({ changes, isRetitled }: Comparison): number {
  return changes.length + (isRetitled ? 1 : 0);
}
