// Carries amendments one after the other, those to an amendment before it, and sets aside what cannot be carried.

import { consequencesOf, isSameNumber } from '../motion/consequence';
import type { ConsequenceRule, DecidedItem } from '../motion/consequence';
import type { DecidedPart } from '../motion/decision';
import type { TextVersion } from '../motion/motion';
import { lostInParts, lostParagraphs, remaining } from './amendment-in-parts';
import { applyOperations, whyNotFitting } from './apply-operations';
import { composeOperations } from './compose-operations';
import type { AttributedOperation } from './compose-operations';
import { footprintOf } from './footprint';
import type { Footprint } from './footprint';
import type { TextOperation } from './operation';
import { contentOf } from './operation-content';
import { overlapOfFootprints } from './overlap';
import type { OverlapReason } from './overlap';

/** An amendment to be tried out. `id` is any name of the caller's: the amendment's id in the app. */
export type CarriedAmendment<Id extends string> = {
  readonly id: Id;
  readonly operations: readonly TextOperation[];
  /** The amendment that it amends: its operations are placed in the text that one makes (`baseTextOf`). */
  readonly amends?: Id;
  /** As printed, for the rules to know it by. */
  readonly number?: string;
  /** Taken in parts: those lost are left out (`lostInParts`). */
  readonly parts?: readonly DecidedPart[];
};

/** An amendment that leaves no mark on the text, because of one carried before it. */
export type SetAside<Id extends string> = {
  readonly id: Id;
  /**
   * `falls`: its target is gone. `conflict`: both change the same words. `same`: it is done already. `unfit`: not of this
   * text. `parent-not-carried`: it amends an amendment (`by`) that is not carried, or falls. `by-rule`: a printed rule says
   * that it falls.
   */
  readonly kind: 'falls' | 'conflict' | 'same' | 'unfit' | 'parent-not-carried' | 'by-rule';
  readonly by?: Id;
  readonly rule?: ConsequenceRule;
  readonly reasons: readonly OverlapReason[];
};

/** Paragraphs that fall by a rule: of an amendment, or (no `amendment`) of the motion. `isFound`: the text has them. */
export type FallenParagraphs<Id extends string> = {
  readonly amendment?: Id;
  readonly paragraphs: readonly number[];
  readonly because: ConsequenceRule;
  readonly isFound: boolean;
};

/** What is known in the hall while the votes go on; the lists grow with every vote. */
export type Hall<Id extends string> = {
  readonly carried: readonly CarriedAmendment<Id>[];
  readonly rules: readonly ConsequenceRule[];
  readonly decided: DecidedItem[];
  /** The amendments that have been voted on. */
  readonly seen: Set<Id>;
  readonly setAside: SetAside<Id>[];
  readonly paragraphsFallen: FallenParagraphs<Id>[];
};

type Taken<Id extends string> = { readonly id: Id; readonly footprint: Footprint };

/** The changes to `base` that `amendments`, all written in it, leave when they are carried in this order. */
export function carryInOrder<Id extends string>(
  base: TextVersion,
  amendments: readonly CarriedAmendment<Id>[],
  hall: Hall<Id>,
): readonly AttributedOperation<Id>[] {
  const taken: Taken<Id>[] = [];
  const changes: AttributedOperation<Id>[] = [];
  const done = new Set<string>();
  for (const amendment of amendments) {
    hall.seen.add(amendment.id);
    const effect = effectOf(base, amendment, hall);
    const footprint = footprintOf(effect.map(({ operation }) => operation));
    const fresh = effect.filter(({ operation }) => !done.has(contentOf(operation)));
    const obstacle = ruleAgainst(amendment, hall) ?? obstacleTo(base, { id: amendment.id, footprint }, taken);
    const isFit =
      whyNotFitting(
        base,
        [...changes, ...fresh].map(({ operation }) => operation),
      ) === undefined;
    if (obstacle !== undefined || !isFit) {
      fall(amendment, obstacle ?? { id: amendment.id, kind: 'unfit', reasons: [] }, hall);
      continue;
    }
    taken.push({ id: amendment.id, footprint });
    if (amendment.number !== undefined) hall.decided.push({ number: amendment.number, decision: 'carried' });
    for (const { operation } of fresh) done.add(contentOf(operation));
    changes.push(...fresh);
  }
  return changes;
}

/** What an amendment does once what was carried of the amendments to it is in it, and what was lost of it is not. */
function effectOf<Id extends string>(
  base: TextVersion,
  amendment: CarriedAmendment<Id>,
  hall: Hall<Id>,
): readonly AttributedOperation<Id>[] {
  const amended = withSecondaries(base, amendment, hall);
  const operations = amended.map(({ operation }) => operation);
  const left = remaining(amended, lostInParts(base, operations, amendment.parts ?? []));
  return withoutFallenParagraphs(base, amendment, left, hall);
}

function withSecondaries<Id extends string>(
  base: TextVersion,
  { id, operations }: CarriedAmendment<Id>,
  hall: Hall<Id>,
): readonly AttributedOperation<Id>[] {
  const own = operations.map((operation): AttributedOperation<Id> => ({ amendment: id, operation }));
  const secondaries = hall.carried.filter((other) => other.amends === id && !hall.seen.has(other.id));
  const between = secondaries.length === 0 ? undefined : applyOperations(base, operations);
  if (between?.ok !== true) return own;
  const composed = composeOperations(base, own, carryInOrder(between.value, secondaries, hall));
  if (!composed.ok) throw new Error(`Carried amendments do not fit what they amend: ${composed.error.kind}`);
  return composed.value;
}

function withoutFallenParagraphs<Id extends string>(
  base: TextVersion,
  { id, number }: CarriedAmendment<Id>,
  changes: readonly AttributedOperation<Id>[],
  hall: Hall<Id>,
): readonly AttributedOperation<Id>[] {
  if (number === undefined || hall.rules.length === 0) return changes;
  const numbers: number[] = [];
  const operations = changes.map(({ operation }) => operation);
  for (const { number: falling, paragraphs, because } of consequencesOf(hall.decided, hall.rules)) {
    if (paragraphs === undefined || !isSameNumber(falling, number)) continue;
    const isFound = lostParagraphs(base, operations, paragraphs) !== undefined;
    hall.paragraphsFallen.push({ amendment: id, paragraphs, because, isFound });
    numbers.push(...paragraphs);
  }
  const lost = lostParagraphs(base, operations, numbers);
  return lost === undefined ? changes : remaining(changes, lost);
}

/** A rule about the whole amendment that what was decided before it brings to bear. */
function ruleAgainst<Id extends string>(
  { id, number }: CarriedAmendment<Id>,
  { rules, decided }: Hall<Id>,
): SetAside<Id> | undefined {
  if (number === undefined || rules.length === 0) return undefined;
  const rule = consequencesOf(decided, rules).find(
    (consequence) => consequence.paragraphs === undefined && isSameNumber(consequence.number, number),
  )?.because;
  return rule === undefined ? undefined : { id, kind: 'by-rule', rule, reasons: [] };
}

/** Sets an amendment aside, and with it all that amend it. */
function fall<Id extends string>(amendment: CarriedAmendment<Id>, why: SetAside<Id>, hall: Hall<Id>): void {
  if (!hall.setAside.some(({ id }) => id === amendment.id)) hall.setAside.push(why);
  hall.seen.add(amendment.id);
  for (const other of hall.carried) {
    if (other.amends !== amendment.id || hall.setAside.some(({ id }) => id === other.id)) continue;
    fall(other, { id: other.id, kind: 'parent-not-carried', by: amendment.id, reasons: [] }, hall);
  }
}

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
