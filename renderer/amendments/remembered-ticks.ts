// The ticks of a what-if as they are remembered: `+` and the id of each ticked one, `-` of each unticked one. What is not
// named follows conference.

import { amendmentId } from '../../shared/ids';
import type { AmendmentId } from '../../shared/ids';

export type Ticks = ReadonlyMap<AmendmentId, boolean>;

export function ticksInWords(ticks: Ticks): string {
  return [...ticks].map(([id, isTicked]) => (isTicked ? `+${id}` : `-${id}`)).join(' ');
}

/** Anything that is no tick is passed over. */
export function readTicks(words: string): Ticks {
  return new Map(
    words.split(' ').flatMap((word): readonly (readonly [AmendmentId, boolean])[] => {
      const sign = word.slice(0, 1);
      return word.length > 1 && (sign === '+' || sign === '-') ? [[amendmentId(word.slice(1)), sign === '+']] : [];
    }),
  );
}
