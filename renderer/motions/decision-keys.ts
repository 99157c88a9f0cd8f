// The letters that choose a decision while it is being recorded, and only then (WCAG 2.1.4).

import type { DecisionKey } from '../../shared/motion/decision';

/** In the order in which they are offered: the frequent ones first. */
export const decisionLetters: readonly { readonly letter: string; readonly key: DecisionKey }[] = [
  { letter: 'c', key: 'carried' },
  { letter: 'a', key: 'carried-as-amended' },
  { letter: 'l', key: 'lost' },
  { letter: 'r', key: 'remitted' },
  { letter: 'w', key: 'withdrawn' },
  { letter: 'f', key: 'fell' },
  { letter: 'n', key: 'not-reached' },
  { letter: 'e', key: 'referred' },
  { letter: 'b', key: 'referred-back' },
  { letter: 'o', key: 'ruled-out-of-order' },
  { letter: 'x', key: 'other' },
];
