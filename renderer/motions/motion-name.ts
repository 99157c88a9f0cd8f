// What a motion or amendment is called in a sentence: "Motion 12", "Composite C", "Motion" where none is printed.

import type { MotionKind } from '../../shared/motion/motion';

const kindWords: Readonly<Record<MotionKind, string>> = {
  motion: 'Motion',
  composite: 'Composite',
  'rule-amendment': 'Rule amendment',
};

type Named = { readonly kind: MotionKind; readonly number?: string };

/** `Motion 12`; a number that already says what it is stands alone (`Composite C` printed as such). */
export function motionName({ kind, number }: Named): string {
  const word = kindWords[kind];
  if (number === undefined) return word;
  return number.toLowerCase().startsWith(word.toLowerCase()) ? number : `${word} ${number}`;
}

/** For window titles and reports: `Motion 12 – Mutuals and co-ops`. */
export function motionHeading(motion: Named & { readonly title: string }): string {
  return motion.title === '' ? motionName(motion) : `${motionName(motion)} – ${motion.title}`;
}
