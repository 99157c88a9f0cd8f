// Papers that somebody made to do harm: each is a named error or plain text, in little time, and never markup.

import { describe, expect, it } from 'vitest';
import { compression } from '../../cli/cryptography';
import { htmlParser } from '../../cli/html-parser';
import { pdfOpener } from '../../cli/pdf-opener';
import { textCodec } from '../../cli/text-codec';
import type { ReadPaper } from '../../shared/import/paper';
import { paperLimit } from '../../shared/import/paper';
import { readPaper } from '../../shared/import/read-paper';
import { agendaPages } from '../fixtures/papers/long-agenda';
import { plainPdf, streamObject, withObjects } from '../fixtures/papers/plain-pdf';
import { paragraph, wordDocument, zipOf } from '../fixtures/papers/word-document';
import { deflateSync } from 'node:zlib';

const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The kind of the paper, or of its refusal; with the seconds that took. */
async function outcome(name: string, bytes: Uint8Array): Promise<{ readonly said: string; readonly seconds: number }> {
  const start = performance.now();
  const paper = await readPaper({ name, bytes }, ports);
  return { said: paper.ok ? paper.value.kind : paper.error.kind, seconds: (performance.now() - start) / 1000 };
}

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const paper = await readPaper({ name, bytes }, ports);
  if (!paper.ok) throw new Error(paper.error.kind);
  const withoutSource: Partial<ReadPaper> = { ...paper.value, source: [] };
  return JSON.stringify(withoutSource);
}

describe('a Word document', () => {
  const text = 'word/document.xml';
  const million = 1_000_000;
  const cases: readonly (readonly [string, string, () => Uint8Array])[] = [
    ['that inflates to 200 MB', 'damaged', () => zipOf({ [text]: new Uint8Array(200 * million) })],
    [
      'that says it is smaller than it is',
      'damaged',
      () => zipOf({ [text]: new Uint8Array(100 * million) }, { name: text, size: 1000 }),
    ],
    ['under the old kind of password', 'encrypted', () => zipOf({ [text]: '<w:p/>' }, { name: text, flags: 1 })],
    [
      'under a password',
      'encrypted',
      () => {
        const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
        return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...name]);
      },
    ],
    [
      'with a bomb of entities',
      'damaged',
      () =>
        zipOf({
          [text]: `<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>`,
        }),
    ],
    [
      'with a million elements one inside the other',
      'unknown',
      () => {
        const deep = `${'<w:sdt>'.repeat(million)}${paragraph('Some words.')}${'</w:sdt>'.repeat(million)}`;
        return wordDocument(deep);
      },
    ],
    ['with a million empty paragraphs', 'unsupported', () => wordDocument('<w:p/>'.repeat(million))],
    ['with nothing in it', 'empty', () => wordDocument('')],
    [
      'of noise',
      'damaged',
      () => Uint8Array.from({ length: 5000 }, (_, at) => (at < 4 ? ([0x50, 0x4b, 3, 4][at] ?? 0) : (at * 7919) % 251)),
    ],
  ];
  it.each(cases)('%s: %s', async (_, kind, make) => {
    const { said, seconds } = await outcome('paper.docx', make());
    expect(said).toBe(kind);
    expect(seconds).toBeLessThan(10);
  });

  it('whose files have names that lead out of the archive is read by its own text alone', async () => {
    const bytes = zipOf({
      '../../../../etc/passwd': 'root',
      '/etc/cron.d/x': 'x',
      __proto__: 'polluted',
      'word/styles.xml':
        '<w:styles><w:style w:type="paragraph" w:styleId="__proto__"><w:name w:val="title"/></w:style></w:styles>',
      'word/document.xml': `<w:document><w:body>${paragraph('Conference notes the cold.', '<w:pStyle w:val="__proto__"/>')}</w:body></w:document>`,
    });
    expect(await textOf('paper.docx', bytes)).toContain('Conference notes the cold.');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('whose lists and styles run in circles ends all the same', async () => {
    const bytes = wordDocument(paragraph('Conference notes.', '<w:pStyle w:val="a"/>'), {
      'word/styles.xml':
        '<w:styles><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
      'word/numbering.xml': '<w:numbering><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    });
    expect((await outcome('paper.docx', bytes)).seconds).toBeLessThan(2);
  });
});

describe('a PDF', () => {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>';
  const oneOf = (content: Buffer, kids = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'): Uint8Array =>
    withObjects([Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.from(kids), Buffer.from(page), content]);
  const cases: readonly (readonly [string, string, () => Uint8Array])[] = [
    ['of noise', 'damaged', () => bytesOf(`%PDF-1.7\n${'noise '.repeat(1000)}`)],
    ['cut in the middle', 'damaged', () => plainPdf([['Conference notes.']]).subarray(0, 150)],
    [
      'whose page inflates to 300 MB of nothing',
      'unsupported',
      () => oneOf(streamObject(deflateSync(new Uint8Array(300_000_000).fill(0x20), { level: 9 }))),
    ],
    ['of brackets a million deep', 'damaged', () => oneOf(Buffer.from('['.repeat(1_000_000)))],
    [
      'that says it has a million pages',
      'unsupported',
      () => oneOf(Buffer.from('<< >>'), '<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>'),
    ],
    [
      'whose pages hold each other',
      'damaged',
      () => oneOf(Buffer.from('<< >>'), '<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>'),
    ],
    ['with no text on its pages', 'unsupported', () => plainPdf([[], []])],
  ];
  it.each(cases)(
    '%s: %s',
    async (_, kind, make) => {
      const { said, seconds } = await outcome('paper.pdf', make());
      expect(said).toBe(kind);
      expect(seconds).toBeLessThan(25);
    },
    60_000,
  );

  it('of 100 pages with 400 motions is read in ten seconds, with progress page by page', async () => {
    const pages = agendaPages(400);
    const told: number[] = [];
    const start = performance.now();
    const paper = await readPaper({ name: 'agenda.pdf', bytes: plainPdf(pages) }, ports, {
      onProgress: (done) => told.push(done),
    });
    const seconds = (performance.now() - start) / 1000;
    const motions = paper.ok && paper.value.kind === 'agenda' ? paper.value.papers : [];
    expect(motions.map(({ number }) => number?.value)).toEqual(Array.from({ length: 400 }, (_, at) => String(at + 1)));
    expect(motions.every(({ clauses }) => clauses.length === 4)).toBe(true);
    expect(told.at(-1)).toBe(pages.length);
    expect(seconds).toBeLessThan(10);
  });
});

describe('a page of the web', () => {
  it('a million elements one inside the other is text', async () => {
    const deep = `<html><body>${'<div>'.repeat(1_000_000)}Conference notes the depth.`;
    const { said, seconds } = await outcome('page.html', bytesOf(deep));
    expect(said).toBe('motion');
    expect(seconds).toBeLessThan(10);
  });

  it('scripts, event attributes, frames and styles leave nothing behind', async () => {
    const text = await textOf(
      'page.html',
      bytesOf(
        `<!doctype html><html><head><script>steal()</script><style>p{}</style></head><body onload="steal()"><p>Conference notes <b onmouseover="steal()">this</b>.<img src=x onerror="steal()"><svg onload="steal()"><script>steal()</script></svg><iframe srcdoc="<script>steal()</script>"></iframe><template><script>steal()</script></template><a href="javascript:steal()">link</a></p></body></html>`,
      ),
    );
    expect(text).not.toContain('steal');
    expect(text).toContain('Conference notes this.');
  });

  it('markup that is written as text stays text', async () => {
    const text = await textOf(
      'page.html',
      bytesOf('<p>Conference notes &lt;script&gt;alert(1)&lt;/script&gt; as words.</p>'),
    );
    expect(text).toContain('<script>alert(1)</script> as words');
  });
});

describe('any paper', () => {
  it.each(['paper.txt', 'paper.html', 'paper.docx', 'paper.pdf'])('of 100 MB named %s is too large', async (name) => {
    const { said, seconds } = await outcome(name, new Uint8Array(100_000_000));
    expect(said).toBe('too-large');
    expect(seconds).toBeLessThan(1);
  });

  it('of the largest size allowed, all one line, is read in time', async () => {
    const { seconds } = await outcome('paper.txt', bytesOf('word '.repeat(paperLimit / 20)));
    expect(seconds).toBeLessThan(10);
  });

  it('named and filled with __proto__ changes no prototype', async () => {
    const text = await textOf(
      '__proto__.txt',
      bytesOf('__proto__\n\nConference notes that __proto__ was polluted.\n\n1) constructor;\n2) __proto__.'),
    );
    expect(text).toContain('__proto__ was polluted');
    expect('polluted' in {}).toBe(false);
  });
});
