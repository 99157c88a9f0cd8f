// Words of a clause chosen one by one, with the keyboard: which they are, one more, one fewer, the next.

import type { NotedRange } from './noted-clauses';

/** Words by their place among the words of the text, both included. */
export type ChosenWords = { readonly first: number; readonly last: number };

/** The stretches of text between spaces. */
export function wordsIn(text: string): readonly NotedRange[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

/** The words that a range of the text touches; undefined where it touches none. */
export function chosenIn(text: string, range: NotedRange | undefined): ChosenWords | undefined {
  if (range === undefined) return undefined;
  const touched = wordsIn(text).flatMap(({ from, to }, index) => (from < range.to && to > range.from ? [index] : []));
  const [first] = touched;
  const last = touched.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The text range of the chosen words; undefined where the text has no such words. */
export function rangeOf(text: string, { first, last }: ChosenWords): NotedRange | undefined {
  const words = wordsIn(text);
  const [from, to] = [words[first]?.from, words[last]?.to];
  return from === undefined || to === undefined || to <= from ? undefined : { from, to };
}

export type WordStep = 'next' | 'previous' | 'more' | 'fewer';

/** The choice after a step, never beyond the text and never empty; without a choice yet, its first or last word. */
export function stepped(text: string, chosen: ChosenWords | undefined, step: WordStep): ChosenWords | undefined {
  const most = wordsIn(text).length - 1;
  if (most < 0) return undefined;
  if (chosen === undefined) return step === 'previous' ? { first: most, last: most } : { first: 0, last: 0 };
  const { first, last } = chosen;
  switch (step) {
    case 'next':
      return only(Math.min(last + 1, most));
    case 'previous':
      return only(Math.max(first - 1, 0));
    case 'more':
      return { first, last: Math.min(last + 1, most) };
    case 'fewer':
      return { first, last: Math.max(last - 1, first) };
  }
}

function only(word: number): ChosenWords {
  return { first: word, last: word };
}
