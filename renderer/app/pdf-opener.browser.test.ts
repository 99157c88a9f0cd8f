import { expect, it } from 'vitest';
import lockedAddress from '../../tests/fixtures/papers/printed/locked-with-password.pdf?url';
import motionAddress from '../../tests/fixtures/papers/printed/motion-line-numbers.pdf?url';
import { readPaper } from '../../shared/import/read-paper';
import { compression } from './cryptography';
import { htmlParser } from './html-parser';
import { pdfOpener } from './pdf-opener';
import { textCodec } from './text-codec';

const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };

async function read(address: string): ReturnType<typeof readPaper> {
  const response = await fetch(address);
  return readPaper({ name: 'paper.pdf', bytes: new Uint8Array(await response.arrayBuffer()) }, ports);
}

it('the page reads a PDF in a worker of its own', async () => {
  const paper = await read(motionAddress);
  expect(paper.ok && 'clauses' in paper.value ? paper.value.clauses.length : 0).toBe(5);
  expect(paper.ok ? paper.value.title?.value : '').toBe('A safe way home');
});

it('and says of a locked one that it is locked', async () => {
  const paper = await read(lockedAddress);
  expect(paper.ok ? 'read' : paper.error.kind).toBe('encrypted');
});
