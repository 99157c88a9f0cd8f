import { expect, it } from 'vitest';
import { counted, dayAndTime, printedDay } from './time-words';

const at = (text: string): number => new Date(text).getTime();

it.each([
  ['2026-05-03T09:41', '2026-05-03T18:00', '09:41'],
  ['2026-05-03T09:41', '2026-05-04T00:01', '3 May, 09:41'],
  ['2025-12-31T23:59', '2026-01-01T00:01', '31 December 2025, 23:59'],
])('a moment of %s read at %s is %s', (moment, now, words) => {
  expect(dayAndTime(at(moment), at(now))).toBe(words);
});

it.each([
  ['2012-02-15', '15 February 2012'],
  ['15 February', '15 February'],
  ['2012-99-99', '2012-99-99'],
])('the day %s is printed as %s', (day, words) => {
  expect(printedDay(day)).toBe(words);
});

it.each([
  [0, '0 notes'],
  [1, '1 note'],
  [2000, '2,000 notes'],
])('%i is counted as %s', (count, words) => {
  expect(counted(count, 'note')).toBe(words);
});
