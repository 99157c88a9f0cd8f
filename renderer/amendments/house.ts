// The house a conference belongs to: how it words amendments, and how many words they may add.

import { countAddedWords, countByRule, lengthRules } from '../../shared/amendment/count-added-words';
import type { TextOperation } from '../../shared/amendment/operation';
import { wordingStyleNames } from '../../shared/amendment/wording-style';
import type { WordingStyleName } from '../../shared/amendment/wording-style';
import type { Conference } from '../../shared/motion/conference';
import type { TextVersion } from '../../shared/motion/motion';
import { counted } from '../ui/time-words';

export const houses: readonly { readonly value: WordingStyleName; readonly words: string }[] = [
  { value: 'unison', words: 'UNISON' },
  { value: 'ucu', words: 'UCU' },
  { value: 'tuc', words: 'TUC' },
  { value: 'libdem', words: 'Liberal Democrats' },
  { value: 'nus', words: 'NUS' },
];

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

/** `8 words added of the 75 that UCU allows`; `wording` is the amendment as the house would print it. */
export function countWords(
  base: TextVersion,
  operations: readonly TextOperation[],
  { house, wording }: { readonly house: WordingStyleName; readonly wording: readonly string[] },
): WordCount {
  const rule = lengthRules[house];
  const added = `${counted(countAddedWords(base, operations), 'word')} added`;
  if (rule === undefined) return { words: added, isOver: false };
  const name = houses.find(({ value }) => value === house)?.words ?? '';
  const count = countByRule(rule, base, operations, wording);
  const said = rule.counts === 'added-words' ? added : `${counted(count, 'word')} with the rubric`;
  if (count <= rule.most) return { words: `${said} of the ${rule.most} that ${name} allows`, isOver: false };
  return { words: `${said}: ${count - rule.most} more than the ${rule.most} that ${name} allows`, isOver: true };
}
