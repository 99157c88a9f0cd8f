// What if: the motion as it would stand if these amendments were carried, and which of them fall, and why.

import type { TextVersion } from '../motion/motion';
import { applyOperations, whyNotFitting } from './apply-operations';
import { footprintOf } from './footprint';
import type { Footprint } from './footprint';
import type { TextOperation } from './operation';
import { contentOf } from './operation-content';
import { overlapOfFootprints } from './overlap';
import type { OverlapReason } from './overlap';

/** An amendment to be tried out. `id` is any name of the caller's: the amendment's id in the app. */
export type CarriedAmendment<Id extends string> = { readonly id: Id; readonly operations: readonly TextOperation[] };

/** An amendment that leaves no mark on the text, because of one carried before it. */
export type SetAside<Id extends string> = {
  readonly id: Id;
  /** `falls`: its target is gone. `conflict`: both change the same words. `same`: it is done already. `unfit`: not of this text. */
  readonly kind: 'falls' | 'conflict' | 'same' | 'unfit';
  readonly by?: Id;
  readonly reasons: readonly OverlapReason[];
};

export type SubstantiveMotion<Id extends string> = {
  readonly text: TextVersion;
  /** Every change with the amendment that makes it; together they make `text` of the base. */
  readonly changes: readonly { readonly amendment: Id; readonly operation: TextOperation }[];
  readonly setAside: readonly SetAside<Id>[];
};

/**
 * The motion after `carried`, in voting order. All were written against `base`, so all keep its coordinates: an
 * amendment that clashes with one carried before it is set aside with the reason, and changes nothing.
 */
export function substantiveMotion<Id extends string>(
  base: TextVersion,
  carried: readonly CarriedAmendment<Id>[],
): SubstantiveMotion<Id> {
  const taken: Taken<Id>[] = [];
  const changes: { readonly amendment: Id; readonly operation: TextOperation }[] = [];
  const setAside: SetAside<Id>[] = [];
  const done = new Set<string>();
  for (const amendment of carried) {
    const footprint = footprintOf(amendment.operations);
    const obstacle = obstacleTo(base, { id: amendment.id, footprint }, taken);
    const fresh = amendment.operations.filter((operation) => !done.has(contentOf(operation)));
    const isFit = whyNotFitting(base, [...changes.map((change) => change.operation), ...fresh]) === undefined;
    if (obstacle !== undefined || !isFit) {
      setAside.push(obstacle ?? { id: amendment.id, kind: 'unfit', reasons: [] });
      continue;
    }
    taken.push({ id: amendment.id, footprint });
    for (const operation of fresh) {
      done.add(contentOf(operation));
      changes.push({ amendment: amendment.id, operation });
    }
  }
  const result = applyOperations(
    base,
    changes.map((change) => change.operation),
  );
  return { text: result.ok ? result.value : base, changes, setAside };
}

type Taken<Id extends string> = { readonly id: Id; readonly footprint: Footprint };

function obstacleTo<Id extends string>(
  base: TextVersion,
  amendment: Taken<Id>,
  taken: readonly Taken<Id>[],
): SetAside<Id> | undefined {
  for (const earlier of taken) {
    const { kind, reasons } = overlapOfFootprints(base, earlier.footprint, amendment.footprint);
    if (kind === 'apart' || kind === 'touch') continue;
    return { id: amendment.id, kind, by: earlier.id, reasons };
  }
  return undefined;
}
