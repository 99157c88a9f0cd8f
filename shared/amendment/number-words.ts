// Numbers that an address spells out: "paragraph two".

/** The numbers in words, from one. */
export const numberWords: readonly string[] = 'one two three four five six seven eight nine ten'.split(' ');

/** What "3" or "three" counts to; NaN for any other word. */
export function countOf(word: string): number {
  const index = numberWords.indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : Number(word);
}
