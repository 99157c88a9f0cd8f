import { describe, expect, it } from 'vitest';
import { phraseBefore, printedPhrase } from './printed-phrase';

/** The text without its brackets, and the stretch between them. */
function marked(given: string): readonly [string, { readonly from: number; readonly to: number }] {
  return [given.replace(/[[\]]/g, ''), { from: given.indexOf('['), to: given.indexOf(']') - 1 }];
}

describe('the printed phrase', () => {
  it.each([
    ['every bus to be electric [by 2027].', 'by 2027'],
    ['a rise of [7] per cent this year', '7 per cent'],
    ['a rise of [7] per cent and a cut of 7 per head', '7 per cent'],
    ['[co-operative] councils', 'co-operative'],
    ['pay [and] conditions, time and money', 'and conditions'],
    ['members of the union[,] and their families', 'union, and'],
    ['by 2027 or, if need be, [by 2027] again', 'by 2027 again'],
    ['[one two three four five six seven eight nine ten]', 'one two three four … eight nine ten'],
    ['“[open doors]” for all', 'open doors'],
    ['wor[k] to rule', 'work to'],
    ['[7]', '7'],
    ['the the [the] the the the the the the the the the', 'the the the the the the the the'],
  ])('of %s is “%s”', (given, phrase) => {
    expect(printedPhrase(...marked(given))).toBe(phrase);
  });

  it('is what is done to, where the words by themselves tell too little', () => {
    const text = 'campaign for new depots by 2027;';
    const from = text.indexOf('2027');
    expect(printedPhrase(text, { from, to: from + 4 }, { from: from - 10, to: from + 4 })).toBe('depots by 2027');
  });

  it('goes on from the words themselves where all that is done to would have to be shortened', () => {
    const text = 'Submit a claim of at least 7 per cent on all pay points in every council by 2028;';
    const from = text.indexOf('7');
    const all = { from: text.indexOf('a claim'), to: text.indexOf(' by 2028') };
    expect(printedPhrase(text, { from, to: from + 1 }, all)).toBe('7 per cent');
  });
});

describe('the words before a place', () => {
  it.each([
    ['every bus| to be electric', 'every bus'],
    ['Conference| wants', 'Conference'],
    ['Conference notes| wants', 'Conference notes'],
    ['to be or to be| or not', 'or to be'],
    ['|Conference wants', ''],
    ['pay, time and| money', 'time and'],
  ])('%s → “%s”', (given, phrase) => {
    expect(phraseBefore(given.replace('|', ''), given.indexOf('|'))).toBe(phrase);
  });
});
