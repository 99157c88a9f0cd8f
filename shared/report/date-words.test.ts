import { expect, it } from 'vitest';
import { dateInWords, momentTeller } from './date-words';

it.each([
  ['2012-02-15', '15 February 2012'],
  ['2027-12-01', '1 December 2027'],
  ['2027-13-01', '2027-13-01'],
  ['spring 2027', 'spring 2027'],
  ['', ''],
])('the date %j reads %j', (iso, words) => {
  expect(dateInWords(iso)).toBe(words);
});

it('a moment is told in the zone that is asked for', () => {
  const moment = Date.UTC(2027, 5, 20, 23, 5);
  expect(momentTeller('Europe/London')(moment)).toBe('21 June 2027, 00:05');
  expect(momentTeller('UTC')(moment)).toBe('20 June 2027, 23:05');
});
