import { describe, expect, it } from 'vitest';
import { chosenIn, rangeOf, stepped } from './word-range';
import type { ChosenWords, WordStep } from './word-range';

const text = 'Oppose  “privatisation” in all forms;';
const words = (chosen: ChosenWords | undefined): string => {
  const range = chosen === undefined ? undefined : rangeOf(text, chosen);
  return range === undefined ? '' : text.slice(range.from, range.to);
};

describe('words of a clause are chosen', () => {
  it.each<[string, readonly WordStep[], string]>([
    ['from the first', ['next'], 'Oppose'],
    ['from the last', ['previous'], 'forms;'],
    ['one after the other', ['next', 'next'], '“privatisation”'],
    ['more of them', ['next', 'next', 'more', 'more'], '“privatisation” in all'],
    ['fewer again, but never none', ['next', 'more', 'fewer', 'fewer'], 'Oppose'],
    ['on from the end of the choice', ['next', 'more', 'next'], 'in'],
    ['and back from its beginning', ['next', 'next', 'more', 'previous'], 'Oppose'],
    ['never beyond the text', ['previous', 'next', 'more'], 'forms;'],
  ])('%s', (_, steps, expected) => {
    let chosen: ChosenWords | undefined;
    for (const step of steps) chosen = stepped(text, chosen, step);
    expect(words(chosen)).toBe(expected);
  });

  it('as whole words, where a part of one was selected', () => {
    expect(words(chosenIn(text, { from: 12, to: 26 }))).toBe('“privatisation” in');
    expect(chosenIn(text, { from: 6, to: 8 })).toBeUndefined();
    expect(chosenIn(text, undefined)).toBeUndefined();
  });

  it('not in a text without words', () => {
    expect(stepped(' ', undefined, 'next')).toBeUndefined();
    expect(rangeOf('one', { first: 1, last: 1 })).toBeUndefined();
  });
});
