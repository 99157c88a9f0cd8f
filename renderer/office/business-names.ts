// What an item of the order of business is called in the office's sentences.

import type { BusinessItem } from '../../shared/motion/order-of-business';
import type { PlaceableMotion } from '../storage/order-questions';

/** `Motion 12`, `Composite C`, a title where no number is printed, `“Guest speaker”`. */
export function itemName(item: BusinessItem, motions: ReadonlyMap<string, PlaceableMotion>): string {
  if (item.kind === 'line') return `“${item.words}”`;
  const motion = motions.get(item.motion);
  if (motion?.number === undefined) return motion === undefined ? 'A motion that is gone' : `“${motion.title}”`;
  return motion.kind === 'composite' && motion.number.length === 1
    ? `Composite ${motion.number}`
    : `Motion ${motion.number}`;
}

/** The first few names, and how many more. */
export function namesInShort(names: readonly string[]): string {
  const most = 6;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
