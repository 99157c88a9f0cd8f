// What is known of the hall when the amendments to one motion are tried out: rules, decisions, and votes in parts.

import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import { isSameNumber } from '../../shared/motion/consequence';
import type { DecidedItem } from '../../shared/motion/consequence';
import type { DecidedPart, Decision } from '../../shared/motion/decision';
import type { Motion } from '../../shared/motion/motion';
import type { HallRecord } from '../storage/hall-record';
import type { InTheHall } from './what-if';

type Known = {
  readonly hall: HallRecord | undefined;
  /** What was recorded on the motion and its amendments. */
  readonly decisions: readonly (Decision & { readonly recordId: string })[];
  readonly ticked: ReadonlySet<AmendmentId>;
  readonly amendments: readonly Amendment[];
};

/**
 * The motion itself and its ticked amendments are what is tried: what was decided on them is not held against that. Of
 * its other amendments those that were lost count.
 */
export function hallFor(motion: Motion, { hall, decisions, ticked, amendments }: Known): InTheHall {
  const recordedOn = (id: string): Decision | undefined => decisions.find(({ recordId }) => recordId === id);
  const partsOf = (id: AmendmentId): readonly DecidedPart[] | undefined =>
    (recordedOn(id) ?? amendments.find((amendment) => amendment.id === id)?.decision)?.parts;
  const lost = amendments.flatMap(({ id, number, decision }): readonly DecidedItem[] => {
    const key = (recordedOn(id) ?? decision)?.key;
    return number === undefined || ticked.has(id) || key !== 'lost' ? [] : [{ number, decision: key }];
  });
  const here = [motion.number, ...amendments.map(({ number }) => number)].filter((number) => number !== undefined);
  const others = (hall?.decided ?? []).filter((item) => !here.some((number) => isSameNumber(number, item.number)));
  const parts = (recordedOn(motion.id) ?? motion.decision)?.parts;
  return {
    rules: hall?.rules ?? [],
    decided: [...others, ...lost],
    partsOf,
    ...(motion.number === undefined ? {} : { number: motion.number }),
    ...(parts === undefined ? {} : { parts }),
  };
}
