import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compression } from '../../cli/cryptography';
import { htmlParser } from '../../cli/html-parser';
import { pdfOpener } from '../../cli/pdf-opener';
import { textCodec } from '../../cli/text-codec';
import type { ReadPaper } from './paper';
import { paperLimit } from './paper';
import { readPaper, readPaperText } from './read-paper';

const root = resolve(import.meta.dirname, '../..');
const seeds = resolve(root, '../shared/seeds');
const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };

async function paperAt(folder: string, name: string): Promise<ReadPaper> {
  const paper = await readPaper({ name, bytes: readFileSync(resolve(folder, name)) }, ports);
  if (!paper.ok) throw new Error(`${name} was refused: ${paper.error.kind}`);
  return paper.value;
}

const fixture = (name: string): Promise<ReadPaper> => paperAt(resolve(root, 'tests/fixtures/papers'), name);

describe('the seed motion', async () => {
  const paper = await paperAt(seeds, 'motion-mutuals-and-co-ops.txt');
  if (paper.kind !== 'motion') throw new Error(`read as ${paper.kind}`);

  it('has its fields from the page', () => {
    expect(paper.title?.value).toBe('Mutuals and Co-ops');
    expect(paper.conference?.value).toBe('2012 Local Government Service Group Conference');
    expect(paper.date?.value).toBe('2012-02-15');
    expect(paper.decision?.value).toEqual({ key: 'carried-as-amended' });
  });

  it('has five paragraphs, a lead-in and five action points', () => {
    expect(paper.clauses.map((clause) => clause.kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'paragraph'),
      'lead-in',
      ...Array.from({ length: 5 }, () => 'item'),
    ]);
    expect(paper.clauses.slice(6).map((clause) => clause.number)).toEqual(['1)', '2)', '3)', '4)', '5)']);
    expect(paper.clauses[6]).toMatchObject({
      depth: 1,
      text: 'Oppose privatisation in all forms, including employee-led privatisation;',
    });
  });

  it('drops the link back and the lone full stop, and says on which lines they stood', () => {
    expect(paper.dropped).toEqual([
      { text: 'Back to all Motions', line: 2 },
      { text: '.', line: 33 },
    ]);
  });

  it('knows the source lines of every clause', () => {
    for (const clause of paper.clauses)
      expect(paper.source.slice(clause.lines.from, clause.lines.to).join(' ')).toContain(clause.text);
  });
});

describe('the seed article', async () => {
  const paper = await paperAt(seeds, 'article-cooperative-councils-network.txt');

  it('is an article with its title and eleven paragraphs', () => {
    if (paper.kind !== 'article') throw new Error(`read as ${paper.kind}`);
    expect(paper.title?.value).toBe('Labour cooperative network looks to shape mutualisation agenda');
    expect(paper.clauses).toHaveLength(11);
    expect(paper.clauses[0]?.text).toMatch(/^A network to support councils/);
    expect(paper.clauses[10]?.text).toMatch(/model to be rolled out\.$/);
  });

  it('drops browser, cookie, comment and terms lines', () => {
    const dropped = paper.dropped.map((line) => line.text);
    expect(dropped).toHaveLength(11);
    expect(dropped).toContain('Learn more');
    expect(dropped.filter((text) => text === '• Comment')).toHaveLength(2);
    expect(dropped).toContain('Have your say');
    expect(dropped.at(-1)).toBe('Links may be included in your comments but HTML is not permitted.');
  });
});

describe('a saved page', () => {
  it('gives a motion with its definition list, nested lists numbered as the browser prints them', async () => {
    const paper = await fixture('motion-page-definition-list.html');
    if (paper.kind !== 'motion') throw new Error(`read as ${paper.kind}`);
    expect(paper.title?.value).toBe('School Crossings');
    expect(paper.conference?.value).toBe('2019 Local Government Service Group Conference');
    expect(paper.date?.value).toBe('2019-03-04');
    expect(paper.decision?.value.key).toBe('carried-as-amended');
    expect(paper.clauses.map(({ kind, number, depth }) => [kind, number, depth])).toEqual([
      ['paragraph', undefined, 0],
      ['lead-in', undefined, 0],
      ['item', '1.', 1],
      ['item', '•', 2],
      ['item', '•', 2],
      ['item', '2.', 1],
      ['item', '3.', 1],
    ]);
    expect(paper.clauses[0]?.text).toBe(
      'Conference notes that crossing patrols were cut in half of the councils asked.',
    );
  });

  it('leaves no script in the text', async () => {
    const paper = await fixture('motion-page-definition-list.html');
    expect(JSON.stringify(paper)).not.toMatch(/window|Taken over|onerror|serif/);
  });

  it('gives a motion whose head and list are bare lines', async () => {
    const paper = await fixture('motion-page-bare-lines.html');
    if (paper.kind !== 'motion') throw new Error(`read as ${paper.kind}`);
    expect(paper.title?.value).toBe('Night Buses');
    expect(paper.conference?.value).toBe("2016 National Young Members' Conference");
    expect(paper.date?.value).toBe('2016-01-12');
    expect(paper.decision?.value.key).toBe('carried');
    expect(paper.clauses.map((clause) => clause.number)).toEqual([undefined, undefined, '1)', '2)']);
  });

  it('gives an article without menus, consent and comments', async () => {
    const paper = await fixture('article-page.html');
    if (paper.kind !== 'article') throw new Error(`read as ${paper.kind}`);
    expect(paper.title?.value).toBe('Depot workers win a canteen');
    expect(paper.byline?.value).toBe('Ada Porter');
    expect(paper.publishedAt?.value).toBe('2021-05-14');
    expect(paper.clauses.map((clause) => clause.kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'quotation',
      'paragraph',
    ]);
    expect(paper.dropped.map((line) => line.text)).toContain('Hide Ad');
    expect(paper.dropped.map((line) => line.text)).toContain('We use cookies on this site.');
  });

  it('a million elements deep is read without exhausting the stack', () => {
    const deep = `<html><body>${'<div>'.repeat(1_000_000)}Conference notes that wages are low.`;
    const paper = readPaperText({ name: 'deep.html', text: deep }, ports);
    expect(paper.ok && paper.value.kind).toBe('motion');
  });
});

describe('Markdown', () => {
  it('gives headings, quotations and items without their marks', () => {
    const text =
      '# Fair rotas\n\n**Conference**\n2020 National Delegate Conference\n**Date**\n3 March 2020\n\nConference *notes*:\n\n- rotas come late;\n- [swaps](https://example.org) are refused.\n';
    const paper = readPaperText({ name: 'rotas.md', text }, ports);
    if (!paper.ok || paper.value.kind !== 'motion') throw new Error('not a motion');
    expect(paper.value.title?.value).toBe('Fair rotas');
    expect(paper.value.date?.value).toBe('2020-03-03');
    expect(paper.value.clauses.map((clause) => clause.text)).toEqual([
      'Conference notes:',
      'rotas come late;',
      'swaps are refused.',
    ]);
  });
});

describe('what cannot be read is refused by name', () => {
  const refused: readonly (readonly [string, string, Uint8Array])[] = [
    ['an empty file', 'empty', new Uint8Array()],
    ['a file of white space', 'empty', new TextEncoder().encode(' \n\t\n')],
    ['a picture renamed .txt', 'binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['a paper over the limit', 'too-large', new Uint8Array(paperLimit + 1)],
    ['a Word 97 file', 'unsupported', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ];
  it.each(refused)('%s is refused as %s', async (_, kind, bytes) => {
    const paper = await readPaper({ name: 'paper.txt', bytes }, ports);
    expect(paper.ok ? 'read' : paper.error.kind).toBe(kind);
  });
});

it('damaged characters are kept and counted', () => {
  const paper = readPaperText(
    { name: 'a.txt', text: 'Conference notes that a women\uFFFDs officer is needed.' },
    ports,
  );
  if (!paper.ok || paper.value.kind !== 'motion') throw new Error('not a motion');
  expect(paper.value.clauses[0]?.text).toContain('women\uFFFDs');
  expect(paper.value.warnings).toContainEqual({ kind: 'damaged-characters', count: 1 });
});

it('a delegate can say what a paper is', () => {
  const text = 'Something short\n\nThis is a text that nobody would take for a motion by itself.';
  const kinds = (['motion', 'article'] as const).map((as) => readPaperText({ name: 'a.txt', text, as }, ports));
  expect(kinds.map((paper) => paper.ok && paper.value.kind)).toEqual(['motion', 'article']);
});
