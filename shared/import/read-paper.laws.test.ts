import fc from 'fast-check';
import { expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import type { LineRange, ReadClause, ReadField, ReadMotion, ReadPaper } from './paper';
import { readPaperText } from './read-paper';
import { plainText } from './text-line';

// Texts made of what papers are made of, so that every reader and every rule is met, and of anything at all.
const pieces = fc.constantFrom(
  'Conference notes that pay has fallen',
  'Conference calls on the National Executive Council to:',
  '1)Oppose it;',
  '2) Campaign for it',
  'a. first',
  'b. second',
  '•',
  '· ',
  '• bullet',
  'i)one',
  'ii)two',
  '1.',
  '2.4.1See',
  '.',
  '',
  '',
  '   ',
  'Back to all Motions',
  'Conference',
  'Date',
  'Decision',
  'Carried as Amended',
  '15 February 2012',
  '2012 Local Government Service Group Conference',
  '- Conference',
  '- Date',
  'Have your say',
  'Leave a Reply',
  'Hide Ad',
  'By Ada Porter',
  '21 Manchester Branch',
  'Motion 3 – Fair pay',
  '3.1 Fair pay',
  'Composite A',
  'Amendment 3.1',
  'Delete all and replace with:',
  'to:1)Survey branches,2)Publish it',
  '“A quotation of its own.”',
  'women\uFFFDs officer',
  '[…]',
  '4 Fair pay Support',
  '5 Rest breaks Oppose',
  'Rule G – Branches – Lost',
  'North Region (Carried)',
  '| 1 | Title | Branch |',
  'Page 3 of 9',
);
const papers = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 40 })), { maxLength: 30 }).map((lines) => lines.join('\n')),
);

const seed = 20_120_215;

it('any text at all imports without exception, with every line accounted for', () => {
  fc.assert(
    fc.property(papers, fc.constantFrom('a.txt', 'a.md', 'a-2.html'), (text, name) => {
      const paper = readPaperText({ name, text }, { html: htmlParser });
      if (!paper.ok) expect(paper.error.kind).toBe('empty');
      else expect(unaccounted(paper.value)).toEqual([]);
    }),
    { seed, numRuns: 600 },
  );
});

const tags =
  'p div span b em del s strike ins sup sub math mi mn svg text textarea noscript select option template iframe object video table tr td ul ol li pre h1 h2 blockquote nav a button label canvas'.split(
    ' ',
  );
const { page } = fc.letrec<{ page: string; element: string }>((tie) => ({
  page: fc
    .array(
      fc.oneof({ maxDepth: 5 }, fc.constantFrom('@', '@ ', ' @', 'Conference notes @ ', '<br>', '7'), tie('element')),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
  element: fc.tuple(fc.constantFrom(...tags), tie('page')).map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
}));

it('every word of a page’s body is in a line that is accounted for, whatever element it stands in', () => {
  fc.assert(
    fc.property(page, fc.constantFrom('motion', 'article', 'agenda', undefined), (body, as) => {
      let count = 0;
      const text = `<html><body>${body.replaceAll('@', () => `word${(count += 1)}x`)}</body></html>`;
      const paper = readPaperText({ name: 'a.html', text, ...(as === undefined ? {} : { as }) }, { html: htmlParser });
      const words = Array.from({ length: count }, (_, index) => `word${index + 1}x`);
      const source = paper.ok ? paper.value.source.join('\n') : '';
      expect(words.filter((word) => !source.includes(word))).toEqual([]);
      if (paper.ok) expect(unaccounted(paper.value)).toEqual([]);
    }),
    { seed, numRuns: 1500 },
  );
});

it('the clauses of a motion hold every letter of the lines they were read from, once', () => {
  fc.assert(
    fc.property(papers, (text) => {
      const paper = readPaperText({ name: 'a.txt', text, as: 'motion' }, { html: htmlParser });
      if (!paper.ok || !('clauses' in paper.value)) return;
      const { clauses, source } = paper.value;
      const read = clauses.map(({ number = '', text: words }) => letters(number + words)).join('');
      expect(read).toBe(
        letters(
          linesIn(
            source,
            clauses.map((clause) => clause.lines),
          ).join(''),
        ),
      );
    }),
    { seed, numRuns: 600 },
  );
});

const shapes: readonly (readonly [string, string])[] = [
  [
    'a motion',
    'Conference notes:\n\n1)one that is\nwrapped;\n\n·two\n\n2) three\n\nConference calls on the NEC to:a)do,b)say\n\n',
  ],
  ['a listing run into one line', 'M1Fair payM2Rest'],
  ['one line of inline lists', 'Conference notes to:1)a,2)b. '],
  ['an agenda signed below', '1. Bins\n\nConference notes that bins are full.\n\nDudley General\n\n'],
  [
    'an agenda with numbered lines',
    'F7 Rivers\n\n1 Conference notes that\n2 all is not well and the\n3 people of towns are\n4 so unhappy about it and\n5 say so\n\n',
  ],
  [
    'forms of rule changes',
    'On checks\nRule 5.4 pg 3\nIt reads as follows:\n‘x y z’\nAmendment\nAfter ‘x’ add:\n‘q’\n',
  ],
];

it.each(shapes)('four times the text takes at most nine times as long: %s', (_, unit) => {
  const timeOf = (length: number): number => {
    // The processor's time, in milliseconds: the clock's depends on what else the computer does.
    const start = process.cpuUsage();
    readPaperText({ name: 'a.txt', text: unit.repeat(Math.ceil(length / unit.length)) }, { html: htmlParser });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const best = (length: number): number => Math.min(timeOf(length), timeOf(length), timeOf(length));
  expect(best(120_000)).toBeLessThan(best(30_000) * 9 + 40);
});

function unaccounted(paper: ReadPaper): readonly string[] {
  const covered = new Set(
    rangesOf(paper).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  return paper.source.filter((line, index) => plainText(line) !== '' && !covered.has(index));
}

function rangesOf(paper: ReadPaper): readonly LineRange[] {
  const dropped = paper.dropped.map(({ line }) => ({ from: line, to: line + 1 }));
  switch (paper.kind) {
    case 'agenda':
      return [...dropped, ...fieldRanges([paper.title, paper.conference]), ...paper.papers.flatMap(motionRanges)];
    case 'decisions':
      return [...dropped, ...fieldRanges([paper.title, paper.conference]), ...paper.rows.map((row) => row.lines)];
    case 'article':
      return [
        ...dropped,
        ...clauseRanges(paper.clauses),
        ...fieldRanges([paper.title, paper.publisher, paper.publishedAt, paper.byline]),
      ];
    case 'unknown':
      return [...dropped, ...clauseRanges(paper.clauses), ...fieldRanges([paper.title])];
    case 'motion':
    case 'composite':
    case 'rule-amendment':
    case 'amendment':
      return [...dropped, ...motionRanges(paper)];
  }
}

function motionRanges(paper: ReadMotion): readonly LineRange[] {
  const { number, title, conference, date, decision, submittedBy, amends, instruction, clauses } = paper;
  return [
    ...clauseRanges(clauses),
    ...fieldRanges([number, title, conference, date, decision, amends, instruction, ...submittedBy]),
  ];
}

function fieldRanges(fields: readonly (ReadField<unknown> | undefined)[]): readonly LineRange[] {
  return fields.flatMap((field) => field?.lines ?? []);
}

function clauseRanges(clauses: readonly ReadClause[]): readonly LineRange[] {
  return clauses.map((clause) => clause.lines);
}

function linesIn(source: readonly string[], ranges: readonly LineRange[]): readonly string[] {
  return source.filter((_, index) => ranges.some(({ from, to }) => from <= index && index < to));
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
