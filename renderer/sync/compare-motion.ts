// A motion as it is held beside what the office offers: only the clauses that differ.

import { deriveOperations } from '../../shared/amendment/derive-operations';
import { trackedText } from '../../shared/amendment/tracked-runs';
import type { TrackedText } from '../../shared/amendment/tracked-runs';
import type { MotionId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import type { Database } from '../storage/database';
import { findHeldText } from '../storage/official-questions';

/** From the text held of a motion to the one among `offered`, changes marked; undefined when there are not both. */
export function compareMotion(
  database: Database,
  offered: readonly Motion[],
): (motion: MotionId) => Promise<TrackedText | undefined> {
  return async (id) => {
    const before = await findHeldText({ database }, id);
    const after = offered.find((motion) => motion.id === id)?.text;
    if (before === undefined || after === undefined) return undefined;
    const tracked = trackedText(before, deriveOperations(before, after));
    if (!tracked.ok) throw new Error(`Derived operations do not fit their base: ${tracked.error.kind}`);
    const { title, clauses } = tracked.value;
    const changed = clauses.filter(({ state, runs }) => state !== 'kept' || runs.some(({ kind }) => kind !== 'kept'));
    return { title, clauses: changed };
  };
}
