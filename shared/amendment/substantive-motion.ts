// What if: the motion as it would stand if these amendments were carried, and which of them fall, and why.

import type { ClauseId } from '../ids';
import { consequencesOf, isSameNumber } from '../motion/consequence';
import type { ConsequenceRule, DecidedItem } from '../motion/consequence';
import type { DecidedPart } from '../motion/decision';
import type { TextVersion } from '../motion/motion';
import { clausesLeftOut, partsOfParagraphs, textWithoutLostParts } from '../motion/parts';
import { applyOperations } from './apply-operations';
import { secondariesFirst } from './base-text';
import { carryInOrder } from './carry-in-order';
import type { CarriedAmendment, FallenParagraphs, Hall, SetAside } from './carry-in-order';
import type { AttributedOperation } from './compose-operations';

export type { CarriedAmendment, FallenParagraphs, SetAside } from './carry-in-order';

/** What else is known when amendments are tried out. */
export type Circumstances = {
  /** Consequence rules printed with the papers. */
  readonly rules?: readonly ConsequenceRule[];
  /** What was decided on other items, and on amendments that were lost, by their numbers. */
  readonly decided?: readonly DecidedItem[];
  /** The number of the motion, for rules about it. */
  readonly number?: string;
  /** The motion taken in parts: those lost are left out of the text. */
  readonly parts?: readonly DecidedPart[];
};

export type SubstantiveMotion<Id extends string> = {
  /** What the changes make of the base, less what is left out. */
  readonly text: TextVersion;
  /** Every change with the amendment that makes it, placed in the base. */
  readonly changes: readonly AttributedOperation<Id>[];
  readonly setAside: readonly SetAside<Id>[];
  /** Clauses that the text would have but for a part that was lost or fell. */
  readonly leftOut: ReadonlySet<ClauseId>;
  readonly paragraphsFallen: readonly FallenParagraphs<Id>[];
};

/**
 * The motion after `carried`, in voting order. All were written against `base`, so all keep its coordinates: an
 * amendment that clashes with one carried before it is set aside with the reason, and changes nothing. Amendments to an
 * amendment are voted on before it and change what it does; they fall with it. Rules are applied as the amendments are
 * carried, one after the other.
 */
export function substantiveMotion<Id extends string>(
  base: TextVersion,
  carried: readonly CarriedAmendment<Id>[],
  { rules = [], decided = [], number, parts = [] }: Circumstances = {},
): SubstantiveMotion<Id> {
  const hall: Hall<Id> = { carried, rules, decided: [...decided], seen: new Set(), setAside: [], paragraphsFallen: [] };
  const primaries = carried.filter(({ amends }) => amends === undefined);
  const changes = carryInOrder(base, primaries, hall);
  for (const { id, amends } of carried) {
    if (hall.seen.has(id)) continue;
    hall.setAside.push({
      id,
      kind: 'parent-not-carried',
      ...(amends === undefined ? {} : { by: amends }),
      reasons: [],
    });
  }
  const result = applyOperations(
    base,
    changes.map(({ operation }) => operation),
  );
  const text = result.ok ? result.value : base;
  const lost = [...parts, ...(number === undefined ? [] : fallenParts(base, number, hall))];
  return {
    text: textWithoutLostParts(text, lost, base.clauses),
    changes,
    setAside: inVotingOrder(carried, hall.setAside),
    leftOut: clausesLeftOut(lost, text.clauses, base.clauses),
    paragraphsFallen: hall.paragraphsFallen,
  };
}

/** The paragraphs of the motion itself that fall by the rules, now that all amendments have been voted on. */
function fallenParts<Id extends string>(base: TextVersion, number: string, hall: Hall<Id>): readonly DecidedPart[] {
  return consequencesOf(hall.decided, hall.rules).flatMap(({ number: falling, paragraphs, because }) => {
    if (paragraphs === undefined || !isSameNumber(falling, number)) return [];
    const parts = partsOfParagraphs(base.clauses, paragraphs);
    hall.paragraphsFallen.push({ paragraphs, because, isFound: parts.length > 0 });
    return parts.map(({ from, to }): DecidedPart => ({ from, to, key: 'fell' }));
  });
}

function inVotingOrder<Id extends string>(
  carried: readonly CarriedAmendment<Id>[],
  setAside: readonly SetAside<Id>[],
): readonly SetAside<Id>[] {
  const places = new Map(secondariesFirst(carried).map(({ id }, index) => [id, index]));
  return setAside.toSorted((before, after) => (places.get(before.id) ?? 0) - (places.get(after.id) ?? 0));
}
