import { expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { readPaperText } from './read-paper';

function rowsOf(text: string, name = 'results.txt') {
  const paper = readPaperText({ name, text }, { html: htmlParser });
  if (!paper.ok || paper.value.kind !== 'decisions') throw new Error(paper.ok ? paper.value.kind : paper.error.kind);
  return paper.value.rows.map(({ number, title, decision, position }) =>
    [number, title, decision?.key, position].map((part) => part ?? '').join('|'),
  );
}

const listings: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'results in brackets, a summary below each',
    'Summary of decisions\n4 Night buses (Carried)\nMore buses after ten.\n5 Fair fares (Carried as amended by 5.1)\nLower fares.\n6 Free wifi (Lost)\nNot now.\n',
    ['4|Night buses|carried|', '5|Fair fares|carried-as-amended|', '6|Free wifi|lost|'],
  ],
  [
    'positions of an executive, amendments by number alone',
    'The NEC’s recommendations\n\n4 Night buses Support\n\n4.1 Leave to Conference\n\n5 Fair fares Support with qualifications\n\n6 Free wifi Oppose\n',
    [
      '4|Night buses||Support',
      '4.1|||Leave to Conference',
      '5|Fair fares||Support with qualifications',
      '6|Free wifi||Oppose',
    ],
  ],
  [
    'bullets with a result behind a dash or behind the last word',
    'Rule changes today\n\n• Rule B – Democracy – Carried\n• Rule G – Branches Lost\n• Rule H – Money – Remitted\n',
    ['|Rule B – Democracy|carried|', '|Rule G – Branches|lost|', '|Rule H – Money|remitted|'],
  ],
  [
    'a table',
    '| Motion | Title | Decision |\n|---|---|---|\n| 4 | Night buses | Carried |\n| 5 | Fair fares | Lost |\n| 6 | Free wifi | Fell |\n',
    ['4|Night buses|carried|', '5|Fair fares|lost|', '6|Free wifi|fell|'],
  ],
];

it.each(listings)('a listing gives its rows: %s', (_, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

it('beginnings of motions are a listing of titles, never motions', () => {
  const text =
    'Night buses\n\nConference notes that buses stop at ten and that those who work late […]\n\nFair fares\n\nConference believes that fares are too high for anyone who […]\n';
  expect(rowsOf(text)).toEqual(['|Night buses||', '|Fair fares||']);
});

it('a report in sentences is an article, whatever was carried in it', () => {
  const text =
    'Conference diary, day 2\n\nWe began with a long debate on buses, which went on until lunch.\n\nMotion 4 – Night buses – this motion was carried\n\nThe afternoon was given to fares, and to a speech by the general secretary.\n';
  const paper = readPaperText({ name: 'diary.txt', text }, { html: htmlParser });
  expect(paper.ok && paper.value.kind).toBe('article');
});
