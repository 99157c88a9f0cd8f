// What an office types to be taken in a session: numbers of motions, ranges of them, and lines of words.

import type { BusinessItem } from '../../shared/motion/order-of-business';
import type { PlaceableMotion } from '../storage/order-questions';

export type ReadBusiness = {
  readonly items: readonly BusinessItem[];
  /** What looks like a motion's number and is none of them, as typed. */
  readonly unknown: readonly string[];
};

/**
 * `12, 14-16, C` is motions; `12, Guest speaker` a motion and a line. Words without any number are one line, commas and
 * all: `Welcome, and notices`.
 */
export function readBusiness(typed: string, motions: readonly PlaceableMotion[]): ReadBusiness {
  const parts = typed.split(/[,;]/).flatMap((part) => part.trim() || []);
  const readings = parts.map((part) => ({ part, found: motionsNamed(part, motions) }));
  const isNumbered = readings.some(({ part, found }) => found.length > 0 || isNumberLike(part));
  if (!isNumbered) {
    const words = typed.trim();
    return { items: words === '' ? [] : [{ kind: 'line', words }], unknown: [] };
  }
  const items = readings.flatMap(({ part, found }): readonly BusinessItem[] => {
    if (found.length > 0) return found.map(({ id }) => ({ kind: 'motion', motion: id }));
    return isNumberLike(part) ? [] : [{ kind: 'line', words: part }];
  });
  const unknown = readings.filter(({ part, found }) => found.length === 0 && isNumberLike(part));
  return { items, unknown: unknown.map(({ part }) => part) };
}

const rangePattern = /^(\d+)\s*[-–]\s*(\d+)$/u;

function motionsNamed(part: string, motions: readonly PlaceableMotion[]): readonly PlaceableMotion[] {
  const bare = bareNumber(part);
  const range = rangePattern.exec(bare);
  if (range === null) {
    const motion = motions.find(({ number }) => number !== undefined && bareNumber(number) === bare);
    return motion === undefined ? [] : [motion];
  }
  const [first, last] = [Number(range[1]), Number(range[2])];
  return motions.filter(({ number }) => {
    const value = /^\d+$/.test(number ?? '') ? Number(number) : undefined;
    return value !== undefined && value >= first && value <= last;
  });
}

/** `Motion 12` and `comp. C` as they are compared: `12`, `c`. */
function bareNumber(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(?:motions?|comp(?:osite|\.)?(?:\s+motion)?)\s+/u, '')
    .replace(/^([a-z]+)\s+(?=\d)/u, '$1');
}

function isNumberLike(part: string): boolean {
  const bare = bareNumber(part);
  return rangePattern.test(bare) || /^[a-z]{0,3}\d+(?:\.\d+)*$/u.test(bare);
}
