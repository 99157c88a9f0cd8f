import { expect, it } from 'vitest';
import { readConsequenceRules } from '../../shared/motion/consequence';
import { consequenceLines } from './consequence-lines';

const rules = readConsequenceRules(
  'If 35 is carried, 58 and 59 fall. If 35 is lost the first two paragraphs of 58 fall.',
);

it('a rule that does not apply yet is only quoted', () => {
  expect(consequenceLines({ rules, decided: [] }).map(({ falls }) => falls)).toEqual([[], []]);
});

it('what falls is said with the reason, one sentence an item', () => {
  const [carried] = consequenceLines({ rules, decided: [{ number: '35', decision: 'carried' }] });
  expect(carried?.about).toEqual(['35', '58', '35', '59']);
  expect(carried?.falls).toEqual(['58 falls, since 35 was carried.', '59 falls, since 35 was carried.']);
});

it('paragraphs fall by their numbers', () => {
  const lines = consequenceLines({ rules, decided: [{ number: '35', decision: 'lost' }] });
  expect(lines.map(({ falls }) => falls)).toEqual([
    [],
    ['Of 58, paragraph 1 and paragraph 2 fall, since 35 was lost.'],
  ]);
});
