// The words of a credential card as somebody types them, beside those of the office at hand.

export type WordComparison =
  /** Nothing typed, or all that was typed so far is the same. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'same' }
  /** The first word that is another; `place` counts from 1. */
  | { readonly kind: 'other'; readonly place: number; readonly typed: string };

/** Compares word by word, whatever the case and the spaces; a word is only judged when the next one is begun, or all are there. */
export function differingWord(words: string, typed: string): WordComparison {
  const expected = words.split(' ');
  const given = typed.toLowerCase().split(/[^a-z]+/u);
  if (given[0] === '') given.shift();
  const isLastWhole = given.at(-1) === '' || given.length >= expected.length;
  const whole = given.filter((word, at) => word !== '' && (at < given.length - 1 || isLastWhole));
  const place = whole.findIndex((word, at) => word !== expected[at] && !isBegun(word, expected, at, whole.length));
  if (place >= 0) return { kind: 'other', place: place + 1, typed: whole[place] ?? '' };
  const isComplete = whole.length === expected.length && whole.every((word, at) => word === expected[at]);
  return { kind: isComplete ? 'same' : 'unfinished' };
}

/** The last word of all may still be on its way. */
function isBegun(word: string, expected: readonly string[], at: number, count: number): boolean {
  return at === expected.length - 1 && at === count - 1 && expected[at]?.startsWith(word) === true;
}
