// Reading the large formats, each beside its floor in the same run: the words as text, read by the same readers.

import { describe, expect, it } from 'vitest';
import { compression } from '../../cli/cryptography';
import { htmlParser } from '../../cli/html-parser';
import { pdfOpener } from '../../cli/pdf-opener';
import { printPdf } from '../../cli/print-pdf';
import { textCodec } from '../../cli/text-codec';
import { readPaper } from '../../shared/import/read-paper';
import { agendaLines, agendaPages } from '../fixtures/papers/long-agenda';
import { plainPdf } from '../fixtures/papers/plain-pdf';
import { paragraph, wordDocument } from '../fixtures/papers/word-document';
import { inMilliseconds, spreadOf, tell } from './spread';

const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };
const rounds = 5;
const motions = 400;

const lines = agendaLines(motions);
const text = new TextEncoder().encode(lines.join('\n'));

/** Milliseconds that reading takes, each round beside the same words as text, and how many motions it finds. */
async function measure(what: string, name: string, bytes: Uint8Array): Promise<number> {
  const own: number[] = [];
  const floor: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const paper = await readPaper({ name, bytes }, ports);
    own.push(performance.now() - start);
    found = paper.ok && paper.value.kind === 'agenda' ? paper.value.papers.length : 0;
    const floorStart = performance.now();
    await readPaper({ name: 'agenda.txt', bytes: text }, ports);
    floor.push(performance.now() - floorStart);
  }
  expect(found).toBe(motions);
  const spreads = { own: spreadOf(own), floor: spreadOf(floor) };
  const ratio = spreads.own.median / spreads.floor.median;
  tell(`${what}: ${inMilliseconds(spreads.own)}; as text: ${inMilliseconds(spreads.floor)}; ratio ${ratio.toFixed(1)}`);
  return Math.max(...own);
}

describe(`an agenda of ${motions} motions`, () => {
  it('as PDF, in one plain typeface', async () => {
    const pages = agendaPages(motions);
    expect(
      await measure(`reading ${motions} motions, PDF of ${pages.length} pages`, 'agenda.pdf', plainPdf(pages)),
    ).toBeLessThan(10_000);
  });

  it('as PDF of a hundred pages, as a browser prints it', async () => {
    const style =
      '@page{size:A4;margin:20mm}body{font:13pt/1.5 serif}p{margin:0 0 6pt}h2{font-size:14pt;margin:18pt 0 0}';
    const body = lines.map((line) => (line === '' ? '<p>&nbsp;</p>' : `<p>${line}</p>`)).join('');
    const printed = await printPdf(
      `<!doctype html><html lang="en-GB"><meta charset="utf-8"><style>${style}</style>${body}</html>`,
    );
    if (!printed.ok) throw new Error(printed.error.kind);
    expect(
      await measure(`reading ${motions} motions, PDF printed by a browser`, 'agenda.pdf', printed.value),
    ).toBeLessThan(10_000);
  });

  it('as Word document', async () => {
    const bytes = wordDocument(lines.map((line) => paragraph(line)).join(''));
    expect(await measure(`reading ${motions} motions, Word`, 'agenda.docx', bytes)).toBeLessThan(10_000);
  });
});
