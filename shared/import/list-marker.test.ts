import { expect, it } from 'vitest';
import { readMarker } from './list-marker';

const markers: readonly (readonly [string, string | undefined, string?])[] = [
  ['1)Oppose it', '1)', 'Oppose it'],
  ['1) Oppose it', '1)', 'Oppose it'],
  ['12. Oppose it', '12.', 'Oppose it'],
  ['1.Oppose it', '1.', 'Oppose it'],
  ['(a) all regions', '(a)', 'all regions'],
  ['a)all regions', 'a)', 'all regions'],
  ['iv. to tell', 'iv.', 'to tell'],
  ['·Racism', '·', 'Racism'],
  ['• Racism', '•', 'Racism'],
  ['- Racism', '-', 'Racism'],
  ['2.4.1See the rule', '2.4.1', 'See the rule'],
  ['1decide', '1', 'decide'],
  ['·', '·', ''],
  ['2014 must be the year', undefined],
  ['86% of groups', undefined],
  ['0.4% of members', undefined],
  ['1.5 million members', undefined],
  ['1st May', undefined],
  ['e.g. schools', undefined],
  ['i.e. schools', undefined],
  ['A.B. Smith', undefined],
  ['Conference notes', undefined],
  ['-5 degrees', undefined],
];

it.each(markers.map(([text, printed, rest]) => [text, printed, rest] as const))(
  '“%s” starts with the marker %s',
  (text, printed, rest) => {
    const marker = readMarker(text);
    expect(marker?.printed).toBe(printed);
    expect(marker?.rest).toBe(rest);
  },
);

it('a lone letter that is also a roman numeral can be read both ways', () => {
  expect(readMarker('i)keep up')?.readings).toEqual([
    { style: 'i)', ordinal: 1 },
    { style: 'a)', ordinal: 9 },
  ]);
  expect(readMarker('c)keep up')?.readings).toEqual([{ style: 'a)', ordinal: 3 }]);
});
