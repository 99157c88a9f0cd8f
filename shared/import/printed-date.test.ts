import { expect, it } from 'vitest';
import { readPrintedDate } from './printed-date';

const dates: readonly (readonly [string, string | undefined])[] = [
  ['15 February 2012', '2012-02-15'],
  ['1 January 2014', '2014-01-01'],
  ['Monday, 10 June 2013', '2013-06-10'],
  ['3rd Sept 2019', '2019-09-03'],
  ['February 15, 2012', '2012-02-15'],
  ['15/02/2012', '2012-02-15'],
  ['2012-02-15', '2012-02-15'],
  ['29 February 2012', '2012-02-29'],
  ['29 February 2013', undefined],
  ['31 June 2013', undefined],
  ['15 Brumaire 2012', undefined],
  ['on 15 February 2012 conference met', undefined],
  ['2012', undefined],
];

it.each(dates)('“%s” is the date %s', (printed, expected) => {
  expect(readPrintedDate(printed)).toBe(expected);
});
