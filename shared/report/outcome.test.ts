import { describe, expect, it } from 'vitest';
import type { DecisionKey } from '../motion/decision';
import type { MandatePosition } from '../motion/mandate';
import { comparedWithMandate, decisionInWords, joinWords, outcomeInWords } from './outcome';

describe('an outcome in words', () => {
  it.each([
    ['nothing recorded', undefined, [], ''],
    [
      'amendments voted on, the motion not yet',
      undefined,
      [
        { number: '3.1', decision: { key: 'lost' } },
        { number: '3.2', decision: { key: 'carried' } },
        { number: '3.3' },
      ],
      '3.2 carried; 3.1 lost',
    ],
    ['carried as it stood', { key: 'carried' }, [], 'Carried'],
    [
      'carried with two amendments of three',
      { key: 'carried-as-amended' },
      [
        { number: '58.1', decision: { key: 'carried' } },
        { number: '58.2', decision: { key: 'carried' } },
        { number: '58.3', decision: { key: 'lost' } },
      ],
      'Carried as amended by 58.1 and 58.2; 58.3 lost',
    ],
    [
      'lost although its amendment was carried',
      { key: 'lost' },
      [{ number: '4.1', decision: { key: 'carried' } }],
      'Lost',
    ],
    ['an amendment not voted on', { key: 'carried' }, [{ number: '3.1' }], 'Carried'],
    [
      'an amendment that fell to another',
      { key: 'carried-as-amended' },
      [
        { number: '4.1', decision: { key: 'carried' } },
        { number: '4.2', decision: { key: 'fell', reason: '4.1 carried' } },
      ],
      'Carried as amended by 4.1; 4.2 fell (4.1 carried)',
    ],
  ] as const)('%s', (_name, decision, amendments, words) => {
    expect(outcomeInWords(decision, amendments)).toBe(words);
  });

  it('uses the words of the paper where the key says too little', () => {
    expect(decisionInWords({ key: 'other', asPrinted: 'Taken in parts' })).toBe('Taken in parts');
    expect(decisionInWords({ key: 'fell', reason: 'no mover' })).toBe('Fell (no mover)');
  });

  it.each<[readonly string[], string]>([
    [[], ''],
    [['1'], '1'],
    [['1', '2'], '1 and 2'],
    [['1', '2', '3'], '1, 2 and 3'],
  ])('joins %j as %j', (words, joined) => {
    expect(joinWords(words)).toBe(joined);
  });
});

describe('conference and the mandate', () => {
  it.each<[MandatePosition, DecisionKey, ReturnType<typeof comparedWithMandate>]>([
    ['support', 'carried', 'as-wished'],
    ['support', 'carried-as-amended', 'as-wished'],
    ['support', 'lost', 'otherwise'],
    ['support', 'remitted', 'otherwise'],
    ['support', 'not-reached', 'cannot-say'],
    ['support-as-amended', 'carried', 'otherwise'],
    ['oppose', 'lost', 'as-wished'],
    ['oppose', 'carried', 'otherwise'],
    ['oppose', 'withdrawn', 'cannot-say'],
    ['remit', 'remitted', 'as-wished'],
    ['remit', 'carried', 'otherwise'],
    ['listen-and-decide', 'carried', 'cannot-say'],
    ['leave-to-delegates', 'lost', 'cannot-say'],
  ])('%s and %s: %s', (position, key, compared) => {
    expect(comparedWithMandate(position, { key })).toBe(compared);
  });

  it('says nothing where there is no mandate or no decision', () => {
    expect(comparedWithMandate(undefined, { key: 'lost' })).toBe('cannot-say');
    expect(comparedWithMandate('support', undefined)).toBe('cannot-say');
  });
});
