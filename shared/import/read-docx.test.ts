import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compression } from '../../cli/cryptography';
import { htmlParser } from '../../cli/html-parser';
import { pdfOpener } from '../../cli/pdf-opener';
import { textCodec } from '../../cli/text-codec';
import {
  deleted,
  deletedEnd,
  inserted,
  insertedEnd,
  item,
  numbering,
  paragraph,
  run,
  styles,
  surrounding,
  wordDocument,
  zipOf,
} from '../../tests/fixtures/papers/word-document';
import { readWording } from '../amendment/read-wording';
import { conferenceId, motionId } from '../ids';
import { motionFromPaper } from './adopt-paper';
import type { ReadMotion, ReadPaper } from './paper';
import { readPaper } from './read-paper';

const fixtures = resolve(import.meta.dirname, '../../tests/fixtures/papers');
const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };

async function read(bytes: Uint8Array, name = 'motion.docx'): Promise<ReadPaper> {
  const paper = await readPaper({ name, bytes }, ports);
  if (!paper.ok) throw new Error(paper.error.kind);
  return paper.value;
}

const clausesOf = (paper: ReadPaper): readonly (readonly unknown[])[] =>
  'clauses' in paper ? paper.clauses.map(({ kind, number, depth, text }) => [kind, number, depth, text]) : [];

describe('a motion in Word', async () => {
  const lists = numbering(
    [
      ['decimal', '%1)'],
      ['lowerRoman', '(%2)'],
    ],
    [['bullet', '\uF0B7']],
    [['lowerLetter', '%1.']],
  );
  const body = [
    paragraph('Warm rooms for night crews', '<w:pStyle w:val="Title"/>'),
    paragraph('Conference notes:'),
    paragraph('that the crew room is cold;', item(3)),
    paragraph('that the heater was sold.', item(3)),
    paragraph('Conference calls on the National Executive Council to:'),
    paragraph('write to the company:', item(1)),
    paragraph('about the heater;', item(1, 1)),
    paragraph('about the kettle;', item(1, 1)),
    paragraph(run('report to the ') + run('next conference.'), item(1)),
    paragraph('Conference further agrees:'),
    paragraph('to lend heaters & kettles', item(2)),
    paragraph('', item(2)),
  ].join('');
  const paper = await read(
    wordDocument(body, {
      'word/numbering.xml': lists,
      'word/styles.xml': styles,
      'word/header1.xml': surrounding('hdr', 'Agenda 2031'),
      'word/footer1.xml': surrounding('ftr', 'Page 1'),
    }),
  );

  it('has the numbers that Word counts, each in its own style', () => {
    expect(clausesOf(paper)).toEqual([
      ['lead-in', undefined, 0, 'Conference notes:'],
      ['item', 'a.', 1, 'that the crew room is cold;'],
      ['item', 'b.', 1, 'that the heater was sold.'],
      ['lead-in', undefined, 0, 'Conference calls on the National Executive Council to:'],
      ['item', '1)', 1, 'write to the company:'],
      ['item', '(i)', 2, 'about the heater;'],
      ['item', '(ii)', 2, 'about the kettle;'],
      ['item', '2)', 1, 'report to the next conference.'],
      ['lead-in', undefined, 0, 'Conference further agrees:'],
      ['item', '•', 1, 'to lend heaters & kettles'],
    ]);
  });

  it('has its title from the style', () => {
    expect(paper.title?.value).toBe('Warm rooms for night crews');
  });

  it('loses head and foot, which are listed', () => {
    expect(paper.dropped.map(({ text }) => text)).toEqual(['Agenda 2031', 'Page 1']);
  });
});

it('a document from another program than Word is read alike', async () => {
  const paper = await read(readFileSync(resolve(fixtures, 'motion-from-writer.docx')), 'motion-from-writer.docx');
  expect(paper.title?.value).toBe('A lift for the archive');
  expect(clausesOf(paper).map(([kind, number, depth]) => [kind, number, depth])).toEqual([
    ['lead-in', undefined, 0],
    ['item', 'i.', 1],
    ['item', 'ii.', 1],
    ['paragraph', undefined, 0],
    ['lead-in', undefined, 0],
    ['item', 'a.', 1],
    ['item', '•', 2],
    ['item', '•', 2],
    ['item', 'b.', 1],
    ['paragraph', undefined, 0],
    ['paragraph', undefined, 0],
  ]);
});

it('a table of facts above a motion gives its fields', async () => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  const table = `<w:tbl>${row('Conference', '2031 Transport Conference')}${row('Date', '3 May 2031')}${row('Decision', 'Carried')}</w:tbl>`;
  const paper = await read(
    wordDocument(`${paragraph('Warm rooms')}${table}${paragraph('Conference notes that the crew room is cold.')}`),
  );
  expect('conference' in paper ? paper.conference?.value : undefined).toBe('2031 Transport Conference');
  expect('date' in paper ? paper.date?.value : undefined).toBe('2031-05-03');
  expect('decision' in paper ? paper.decision?.value.key : undefined).toBe('carried');
});

it('rows of a table of short cells are rows of a listing', async () => {
  const row = (...cells: readonly string[]): string =>
    `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
  const listing = await read(
    wordDocument(
      `${paragraph('Positions of the Executive')}<w:tbl>${row('1', 'Warm rooms', 'Support')}${row('2', 'Free travel', 'Oppose')}${row('3', 'A canteen', 'Support')}</w:tbl>`,
    ),
  );
  expect(listing.kind === 'decisions' ? listing.rows.map(({ title, position }) => [title, position]) : []).toEqual([
    ['Warm rooms', 'Support'],
    ['Free travel', 'Oppose'],
    ['A canteen', 'Support'],
  ]);
});

it('what a drawing says twice for old readers is read once', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('Boxed words')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('Boxed words')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  const paper = await read(
    wordDocument(paragraph('Conference notes the box.') + paragraph(box) + paragraph('Conference agrees.')),
  );
  expect(paper.source.filter((line) => line === 'Boxed words')).toHaveLength(1);
});

describe('a motion with tracked changes', async () => {
  const lists = numbering([['decimal', '%1.']]);
  const body = [
    paragraph('Warm rooms for night crews', '<w:pStyle w:val="Title"/>'),
    paragraph(
      run('Conference notes that the crew room is ') + deleted('cold') + inserted('freezing') + run(' at night.'),
    ),
    paragraph('Conference calls on the National Executive Council to:'),
    paragraph('write to the company;', item(1)),
    paragraph(inserted('visit the depot;'), item(1) + insertedEnd),
    paragraph(deleted('do nothing more;'), item(1) + deletedEnd),
    paragraph('report to the next conference.', item(1)),
  ].join('');
  const paper = await read(wordDocument(body, { 'word/numbering.xml': lists, 'word/styles.xml': styles }));
  const papers: readonly ReadMotion[] = paper.kind === 'agenda' ? paper.papers : [];

  it('is the motion as printed, deletions kept and insertions left out', () => {
    expect(papers.map(({ kind }) => kind)).toEqual(['motion', 'amendment']);
    expect(papers[0]?.clauses.map(({ number, text }) => [number, text])).toEqual([
      [undefined, 'Conference notes that the crew room is cold at night.'],
      [undefined, 'Conference calls on the National Executive Council to:'],
      ['1.', 'write to the company;'],
      ['2.', 'do nothing more;'],
      ['3.', 'report to the next conference.'],
    ]);
  });

  it('and an amendment to it, whose instruction gives the text with the changes', () => {
    const [motion, amendment] = papers;
    if (motion === undefined || amendment === undefined) throw new Error('no pair');
    expect(amendment.amends?.value).toBe('Warm rooms for night crews');
    const adopted = motionFromPaper(motion, { id: motionId('m'), conferenceId: conferenceId('c'), untitled: '' });
    const reading = readWording(adopted.text, amendment.instruction?.value ?? '');
    expect(reading.outcome).toBe('applied');
    expect(amendment.instruction?.value).toContain('delete “cold” and insert “freezing”');
    expect(amendment.instruction?.value).toContain('visit the depot');
  });

  it('has every line of both texts in its source, each accounted for', () => {
    expect(paper.source.filter((line) => line.includes('freezing'))).toHaveLength(1);
    expect(paper.source.filter((line) => line.includes('do nothing more'))).toHaveLength(1);
    const { from = 0, to = 0 } = papers[1]?.instruction?.lines ?? {};
    expect(paper.source.slice(from, to).join('\n')).toContain('visit the depot');
  });
});

it('each changed motion of an agenda has its amendment behind it', async () => {
  const motion = (number: number, title: string, text: string): string =>
    paragraph(`${number}. ${title}`) + paragraph('North Branch') + paragraph(text);
  const body =
    motion(1, 'Warm rooms', 'Conference notes that the crew room is cold.') +
    motion(
      2,
      'Free travel',
      run('Conference believes that travel should be ') + deleted('cheap') + inserted('free') + run('.'),
    ) +
    motion(3, 'A canteen', 'Conference welcomes the new canteen.');
  const agenda = await read(wordDocument(body), 'agenda.docx');
  expect(
    agenda.kind === 'agenda'
      ? agenda.papers.map(({ kind, number, amends }) => [kind, number?.value ?? amends?.value])
      : [],
  ).toEqual([
    ['motion', '1'],
    ['motion', '2'],
    ['amendment', '2'],
    ['motion', '3'],
  ]);
});

it('a paragraph whose end is struck goes on in the next one', async () => {
  const body =
    paragraph('Warm rooms', '<w:pStyle w:val="Title"/>') +
    paragraph(run('Conference notes the cold.') + inserted(' It'), deletedEnd) +
    paragraph('regrets it.');
  const paper = await read(wordDocument(body, { 'word/styles.xml': styles }));
  expect(paper.source.map((line) => line.trim())).toContain('Conference notes the cold. Itregrets it.');
});

describe('no Word document', () => {
  it.each([
    ['a ZIP of pictures', 'unsupported', zipOf({ 'picture.png': 'x' })],
    [
      'an OpenDocument text',
      'unsupported',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    ],
    ['a document cut short', 'damaged', wordDocument(paragraph('Conference notes.')).subarray(0, 300)],
    ['a document whose text is cut short', 'damaged', zipOf({ 'word/document.xml': '<w:document><w:body><w:p' })],
  ])('%s is refused as %s', async (_, kind, bytes) => {
    const paper = await readPaper({ name: 'paper.docx', bytes }, ports);
    expect(paper.ok ? 'read' : paper.error.kind).toBe(kind);
  });
});
