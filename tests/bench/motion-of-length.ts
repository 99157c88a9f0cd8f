// A motion of about so many words, made of the sample conference's paragraphs: real sentences, the same at each run.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const papers = join(import.meta.dirname, '../../renderer/sample/papers');

/** The paper as text: a title, paragraphs, a lead-in and ten numbered points. */
export function motionOfLength(words: number): string {
  const sentences = paragraphs();
  const body: string[] = [];
  for (let at = 0, length = 0; length < words; at += 1) {
    const next = sentences[at % sentences.length] ?? '';
    const isPoint = at % 3 === 2;
    body.push(isPoint ? next : `Conference notes that ${next}`);
    length += next.split(' ').length;
  }
  const points = body.splice(-10).map((text, index) => `${index + 1}) ${text}`);
  return ['A motion of some length', ...body, 'Conference therefore instructs the executive to:', ...points].join(
    '\n\n',
  );
}

function paragraphs(): readonly string[] {
  const texts = readdirSync(papers)
    .filter((name) => name.startsWith('motion-'))
    .map((name) => readFileSync(join(papers, name), 'utf8'));
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.replace(/^\w{1,3}[).]\s*/u, '').trim());
  return lines.filter((line) => line.split(' ').length >= 8);
}
