// The printed lines of the motion on the page, as something one can go to: `l18` is line 18 as the hall counts.

import type { MotionId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import type { Target } from './go-to';

/** One target a line; none for a text that is printed without line numbers. */
export function lineTargets(motion: MotionId, { clauses, lineNumbers = [] }: TextVersion): readonly Target[] {
  const textOf = new Map(clauses.map(({ id, text }) => [id, text]));
  return lineNumbers.map((place) => ({
    kind: 'line' as const,
    key: `line ${place.number} ${place.clause} ${place.from}`,
    number: `l${place.number}`,
    title: textOf.get(place.clause)?.slice(place.from, place.to) ?? '',
    href: hrefOf({ kind: 'motion', motion }),
    place,
  }));
}
