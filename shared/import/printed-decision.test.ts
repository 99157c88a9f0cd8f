import { expect, it } from 'vitest';
import { readPrintedDecision } from './printed-decision';

const decisions: readonly (readonly [string, string | undefined])[] = [
  ['Carried as Amended', 'carried-as-amended'],
  ['Carried', 'carried'],
  ['CARRIED AS AMENDED', 'carried-as-amended'],
  ['(Carried as amended by 75.1)', 'carried-as-amended'],
  ['Carried unopposed', 'carried'],
  ['Motion passed', 'carried'],
  ['Not carried', 'lost'],
  ['LOST', 'lost'],
  ['Remitted to the NEC', 'remitted'],
  ['Fell (A1 carried)', 'fell'],
  ['Referred to NEC', 'referred'],
  ['Referred back', 'referred-back'],
  ['Ruled out of order', 'ruled-out-of-order'],
  ['Not yet debated', 'not-reached'],
  ['Debate to continue on Friday Morning', 'other'],
  ['Carried away by the tide', undefined],
  ['Lost in translation', undefined],
  ['Conference notes that it was carried', undefined],
];

it.each(decisions)('“%s” is the decision %s', (printed, expected) => {
  expect(readPrintedDecision(printed)?.key).toBe(expected);
});

it('words that say more than the key are kept', () => {
  expect(readPrintedDecision('Carried as Amended')).toEqual({ key: 'carried-as-amended' });
  expect(readPrintedDecision('Carried on a card vote')).toEqual({
    key: 'carried',
    asPrinted: 'Carried on a card vote',
  });
});
