import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compression } from '../../cli/cryptography';
import { htmlParser } from '../../cli/html-parser';
import { pdfOpener } from '../../cli/pdf-opener';
import { textCodec } from '../../cli/text-codec';
import { conferenceId, motionId } from '../ids';
import { wordsOfLine } from '../motion/line-numbers';
import type { PdfPage, PdfText } from '../ports';
import { motionFromPaper } from './adopt-paper';
import type { PaperFailure, ReadPaper } from './paper';
import { readPages } from './read-pdf';
import { readPaper } from './read-paper';

const printed = resolve(import.meta.dirname, '../../tests/fixtures/papers/printed');
const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };

async function opened(name: string): Promise<ReadPaper | PaperFailure> {
  const paper = await readPaper({ name, bytes: readFileSync(resolve(printed, name)) }, ports);
  return paper.ok ? paper.value : paper.error;
}

describe('an agenda printed in two columns', async () => {
  const agenda = await opened('agenda-two-columns.pdf');

  it('is read down the left column, then down the right one', () => {
    const papers = agenda.kind === 'agenda' ? agenda.papers : [];
    expect(papers.map(({ kind, number }) => `${kind} ${number?.value}`)).toEqual([
      'motion 1',
      'motion 2',
      'amendment 2.1',
      'motion 3',
      'motion 4',
      'motion 5',
    ]);
    expect(papers.map(({ submittedBy }) => submittedBy[0]?.value)).toEqual([
      'North Depot Branch',
      'Harbour Branch',
      'Islands Branch',
      'South Region',
      'Uplands Branch',
      'Central Warehouses Branch',
    ]);
  });

  it('has its wrapped and hyphenated lines joined', () => {
    const third = agenda.kind === 'agenda' ? agenda.papers[3] : undefined;
    expect(third?.clauses.map(({ text }) => text)).toEqual([
      'Conference welcomes the growth in the number of stewards over the past three years.',
      'Conference regrets that most of them wait more than a year for their first course, while the training rooms of two regions stand empty for months on end.',
      'Conference agrees that every new steward shall be offered a place within three months of election.',
    ]);
    const second = agenda.kind === 'agenda' ? agenda.papers[1] : undefined;
    expect(second?.clauses[0]?.text).toContain('the co-operative canteen');
  });

  it('loses its running head and page number, which are listed', () => {
    const dropped = agenda.kind === 'agenda' ? agenda.dropped.map(({ text }) => text) : [];
    expect(dropped).toEqual(['Transport Staff Conference 2031 Agenda of motions', 'Page 1 of 1']);
  });
});

describe('a motion with line numbers down its side', async () => {
  const paper = await opened('motion-line-numbers.pdf');
  if (paper.kind !== 'motion') throw new Error(paper.kind);
  const motion = motionFromPaper(paper, { id: motionId('m'), conferenceId: conferenceId('c'), untitled: 'Untitled' });

  it('has the numbers in no clause', () => {
    expect(paper.clauses.map(({ number, text }) => [number, text])).toEqual([
      [
        undefined,
        'Conference notes that the last bus from the depot leaves eleven minutes before the late shift ends, and that the company has refused for two years to move either of them. Conference further notes the survey of the co-operative travel club, in which nine out of ten members said that they walk home after midnight.',
      ],
      [undefined, 'Conference believes that nobody should have to choose between a night’s pay and a safe way home.'],
      [undefined, 'Conference calls on the National Executive Council to:'],
      [
        '1.',
        'meet the company before the end of June and ask for a bus at a quarter past twelve on every working day;',
      ],
      ['2.', 'publish what the company answers.'],
    ]);
    expect(paper.warnings).toContainEqual({ kind: 'line-numbers-removed', from: 1, to: 12 });
  });

  it.each([
    [1, 'Conference notes that the last bus from the depot leaves'],
    [3, 'company has refused for two years to move either of them.'],
    [4, 'Conference further notes the survey of the co-'],
    [5, 'operative travel club, in which nine out of ten mem'],
    [6, 'bers said that they walk home after midnight.'],
    [10, 'meet the company before the end of June and ask for'],
    [12, 'publish what the company answers.'],
  ])('means by line %i what is printed beside it', (number, words) => {
    const places = wordsOfLine(motion.text.lineNumbers ?? [], number);
    const found = places.map(({ clause, from, to }) =>
      motion.text.clauses.find(({ id }) => id === clause)?.text.slice(from, to),
    );
    expect(found).toEqual([words]);
  });
});

it('numbers beside every fifth line are line numbers too, and nested lists keep their depth', async () => {
  const paper = await opened('motion-every-fifth-line.pdf');
  if (paper.kind !== 'motion') throw new Error(paper.kind);
  expect(paper.printedLines?.map(({ number, text }) => [number, text])).toEqual([
    [5, 'ii. members who use wheelchairs have had no access to it since.'],
    [10, '• by the firm that built it; or'],
  ]);
  expect(paper.clauses.slice(4, 8).map(({ number, depth }) => [number, depth])).toEqual([
    [undefined, 0],
    ['a.', 1],
    ['•', 2],
    ['•', 2],
  ]);
});

it('rows of a printed table are the rows of a listing', async () => {
  const listing = await opened('listing-table.pdf');
  expect(listing.kind === 'decisions' ? listing.rows.map(({ number, position }) => [number, position]) : []).toEqual([
    ['1', 'Support'],
    ['2', 'Support'],
    ['3', 'Support with qualifications'],
    ['4', 'Oppose'],
    ['5', 'Support'],
  ]);
});

it('a PDF that may not be printed can still be read', async () => {
  expect((await opened('printing-forbidden.pdf')).kind).toBe('decisions');
});

describe('pages', () => {
  const leading = 14;
  /** A page of lines of ten-point type, each character five points wide, down from the top margin. */
  function page(lines: readonly string[], { from = 60 } = {}) {
    const texts = lines.flatMap((text, index): readonly PdfText[] =>
      text === ''
        ? []
        : [{ text, x: 50, y: from + index * leading, width: text.length * 5, size: 10, isTurned: false }],
    );
    return { width: 400, height: 600, texts };
  }
  const withTexts = (base: PdfPage, before: readonly PdfText[], after: readonly PdfText[] = []): PdfPage => ({
    ...base,
    texts: [...before, ...base.texts, ...after],
  });
  const head = (text: string): PdfText => ({ text, x: 50, y: 20, width: text.length * 5, size: 10, isTurned: false });
  const foot = (text: string): PdfText => ({ text, x: 50, y: 580, width: text.length * 5, size: 10, isTurned: false });
  const linesOf = (pages: Parameters<typeof readPages>[0], role?: 'furniture'): readonly string[] =>
    readPages(pages)
      .source.filter(
        (line) => line.text !== '' && (role === undefined ? line.role !== 'furniture' : line.role === role),
      )
      .map(({ text }) => text);
  const prose = [
    'Conference notes that the depot has been without',
    'heating since the first week of the new year and',
    'that nothing was done about it by the management.',
  ];

  it('a paragraph goes on over the foot of a page and the head of the next', () => {
    const pages = ['East', 'North', 'West'].map((place, index) => {
      const lines = [`The ${place} depot’s workers met in January, and`, ...prose.slice(0, index === 0 ? 2 : 3)];
      return withTexts(page(lines), [head('Agenda')], [foot(String(index + 1))]);
    });
    expect(linesOf(pages)[0]).toMatch(/^The East .* new year and The North depot/);
    expect(linesOf(pages, 'furniture')).toEqual(['Agenda', '1', 'Agenda', '2', 'Agenda', '3']);
  });

  it('headings of motions at the top of every page are no running heads', () => {
    const pages = [1, 2, 3, 4].map((number) => withTexts(page(prose), [head(`Motion ${number}`)]));
    expect(linesOf(pages).filter((text) => text.startsWith('Motion'))).toHaveLength(4);
  });

  it('a line that ended before the next word would have fitted ends its paragraph', () => {
    expect(linesOf([page([...prose.slice(0, 2), 'nothing was done.', ...prose])])).toEqual([
      `${prose[0]} ${prose[1]} nothing was done.`,
      prose.join(' '),
    ]);
  });

  it('text along the side of a page is the page’s own', () => {
    const stamp = { ...head('DRAFT'), isTurned: true };
    expect(linesOf([withTexts(page(prose), [], [stamp])], 'furniture')).toEqual(['DRAFT']);
  });

  it.each([
    ['govern-', 'ment of the club', 'government of the club'],
    ['co-', 'operative society', 'co-operative society'],
    ['thirty-', 'five members', 'thirty-five members'],
    ['Anglo-', 'Welsh talks', 'Anglo-Welsh talks'],
  ])('“%s” and “%s” on the next line are “%s”', (before, after, whole) => {
    const lines = [
      'Conference notes and regrets what was said of the',
      `it then heard of the latest meeting of the ${before}`,
      after,
    ];
    expect(linesOf([page(lines)])[0]).toContain(whole);
  });
});

it('reading tells how far it is, and stops when it is told to', async () => {
  const bytes = readFileSync(resolve(printed, 'agenda-two-columns.pdf'));
  const told: (readonly number[])[] = [];
  const signal = { aborted: false };
  const stopped = await readPaper({ name: 'agenda.pdf', bytes }, ports, {
    onProgress: (done, total) => told.push([done, total]),
    signal,
  });
  expect(stopped.ok).toBe(true);
  expect(told).toEqual([
    [0, 1],
    [1, 1],
  ]);
  signal.aborted = true;
  const second = await readPaper({ name: 'agenda.pdf', bytes }, ports, { signal });
  expect(second.ok ? 'read' : second.error.kind).toBe('stopped');
});
