// What a paper is called in a sentence before it is kept: "motion 12", "amendment 12.1", "“Safe staffing”".

import type { ReadMotion } from '../../shared/import/paper';

const kindWords: Readonly<Record<ReadMotion['kind'], string>> = {
  motion: 'motion',
  composite: 'composite',
  'rule-amendment': 'rule amendment',
  amendment: 'amendment',
};

/** By its number where it has one, else by its title, else by what it amends. */
export function paperName({ kind, number, title, amends }: ReadMotion): string {
  if (number !== undefined) return `${kindWords[kind]} ${number.value}`;
  if (title !== undefined) return `“${title.value}”`;
  return kind === 'amendment' ? `amendment to ${amends?.value ?? 'a motion'}` : `${kindWords[kind]} without a title`;
}
