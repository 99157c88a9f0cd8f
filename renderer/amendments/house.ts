// The house a conference belongs to: how it words amendments, and how many words they may add.

import { wordingStyleNames } from '../../shared/amendment/wording-style';
import type { WordingStyleName } from '../../shared/amendment/wording-style';
import type { Conference } from '../../shared/motion/conference';
import { counted } from '../ui/time-words';

export const houses: readonly { readonly value: WordingStyleName; readonly words: string }[] = [
  { value: 'unison', words: 'UNISON' },
  { value: 'ucu', words: 'UCU' },
  { value: 'tuc', words: 'TUC' },
  { value: 'libdem', words: 'Liberal Democrats' },
  { value: 'nus', words: 'NUS' },
];

/** Words an amendment may add; the wording around them and what is deleted do not count. Absent: no rule. */
const mostAdded: Partial<Readonly<Record<WordingStyleName, number>>> = { ucu: 75, nus: 300 };

const signs: readonly (readonly [RegExp, WordingStyleName])[] = [
  [/\bUCU\b|\buniversity and college union\b/iu, 'ucu'],
  [/\bTUC\b|\btrades union congress\b/iu, 'tuc'],
  [/\bliberal democrat|\blib dem/iu, 'libdem'],
  [/\bNUS\b|\bnational union of students\b/iu, 'nus'],
];

/** The house that was chosen; else the one that the conference's own words name; else UNISON's manner. */
export function houseOf(conference: Conference | null | undefined, chosen: string): WordingStyleName {
  const known = wordingStyleNames.find((name) => name === chosen);
  if (known !== undefined) return known;
  const words = `${conference?.organisation ?? ''} ${conference?.title ?? ''}`;
  return signs.find(([sign]) => sign.test(words))?.[1] ?? 'unison';
}

export type WordCount = { readonly words: string; readonly isOver: boolean };

/** `8 words added of 75 that UCU allows`. */
export function countWords(added: number, house: WordingStyleName): WordCount {
  const most = mostAdded[house];
  const said = `${counted(added, 'word')} added`;
  if (most === undefined) return { words: said, isOver: false };
  const name = houses.find(({ value }) => value === house)?.words ?? '';
  if (added <= most) return { words: `${said} of the ${most} that ${name} allows`, isOver: false };
  return { words: `${said}: ${added - most} more than the ${most} that ${name} allows`, isOver: true };
}
