// Amendments to amendments: in which text each is written, and in which order they are voted on.
//
// A secondary amendment is written in the motion as the amendment it amends would leave it. It is voted on before that
// one, and has no effect without it: "an amendment to an amendment is disposed of before the amendment itself" is common
// law of meetings (Citrine's ABC of Chairmanship, amendments; Robert's Rules §12, primary and secondary amendments).
// Whether a house lets a secondary amendment be amended again is for its standing orders: here any depth is read.

import type { AmendmentId } from '../ids';
import type { TextVersion } from '../motion/motion';
import { fail, succeed } from '../result';
import type { Result } from '../result';
import type { Amendment } from './amendment';
import { applyOperations } from './apply-operations';

/** What of an amendment tells where it is written. */
export type PlacedAmendment = Pick<Amendment, 'id' | 'operations'> & { readonly amends?: AmendmentId };

/** Why there is no text for an amendment; `amendment` is the one it amends. */
export type BaseTextFailure =
  /** The amendment that it amends is not among those held. */
  | { readonly kind: 'parent-missing'; readonly amendment: AmendmentId }
  /** The amendment that it amends is not one of this motion's text. */
  | { readonly kind: 'parent-unfit'; readonly amendment: AmendmentId }
  /** It amends itself, through others or not. */
  | { readonly kind: 'amends-itself'; readonly amendment: AmendmentId };

/**
 * The text that `amendment` is written in: the motion's, or for an amendment to an amendment the motion with that one
 * (and what it amends in turn) carried and nothing else. `amendments` are all of the motion's that are held. The id of
 * the text is what `baseVersion` must be for its operations to be readable.
 */
export function baseTextOf(
  amendment: PlacedAmendment,
  motionText: TextVersion,
  amendments: readonly PlacedAmendment[],
): Result<TextVersion, BaseTextFailure> {
  const chain: PlacedAmendment[] = [];
  let { amends } = amendment;
  while (amends !== undefined) {
    const parent: PlacedAmendment | undefined = amendments.find(({ id }) => id === amends);
    if (parent === undefined) return fail({ kind: 'parent-missing', amendment: amends });
    if (parent.id === amendment.id || chain.includes(parent)) return fail({ kind: 'amends-itself', amendment: amends });
    chain.unshift(parent);
    amends = parent.amends;
  }
  let text = motionText;
  for (const { id, operations } of chain) {
    const amended = applyOperations(text, operations);
    if (!amended.ok) return fail({ kind: 'parent-unfit', amendment: id });
    text = amended.value;
  }
  return succeed(text);
}

/**
 * The amendments in the same order, but each behind those that amend it, which are voted on first. One whose parent is
 * not among them stays where it stood.
 */
export function secondariesFirst<One extends { readonly id: string; readonly amends?: string }>(
  amendments: readonly One[],
): readonly One[] {
  const ids = new Set(amendments.map(({ id }) => id));
  const secondaries = new Map<string, One[]>();
  for (const one of amendments) {
    if (one.amends !== undefined) secondaries.set(one.amends, [...(secondaries.get(one.amends) ?? []), one]);
  }
  const ordered: One[] = [];
  const placed = new Set<One>();
  const place = (one: One): void => {
    if (placed.has(one)) return;
    placed.add(one);
    for (const secondary of secondaries.get(one.id) ?? []) place(secondary);
    ordered.push(one);
  };
  for (const one of amendments) if (one.amends === undefined || !ids.has(one.amends)) place(one);
  // Those that amend each other in a ring belong to none of the above.
  for (const one of amendments) place(one);
  return ordered;
}
