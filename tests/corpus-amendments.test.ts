// Printed amendments of the corpus, each on the text that stands in the same paper, against notes made by eye.

import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compression } from '../cli/cryptography';
import { htmlParser } from '../cli/html-parser';
import { pdfOpener } from '../cli/pdf-opener';
import { textOf } from '../cli/amend-motion';
import { textCodec } from '../cli/text-codec';
import { applyOperations } from '../shared/amendment/apply-operations';
import { readWording } from '../shared/amendment/read-wording';
import type { Reading } from '../shared/amendment/read-wording';
import { readPaper } from '../shared/import/read-paper';
import type { TextVersion } from '../shared/motion/motion';

type Noted = {
  readonly note: string;
  readonly path: string;
  /** Numbers of the motion and the amendment in an agenda, or lines of the file (from 1, both ends) that hold them. */
  readonly motion?: string;
  readonly amendment?: string;
  readonly passage?: readonly [number, number];
  readonly instruction?: readonly [number, number];
  readonly outcome: Reading['outcome'];
  /** How many of its instructions a reader of the paper can carry out. */
  readonly readable: number;
  /** What must be asked, in order. */
  readonly asked: readonly string[];
  /** Words of each clause that comes out otherwise, by its index in the amended text; all others stay. */
  readonly changed: Readonly<Record<string, string>>;
};

const corpus = resolve(import.meta.dirname, '../../shared/corpus');
const notes: readonly Noted[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, 'fixtures/amendments/corpus.json'), 'utf8'),
);

type Given = { readonly base: TextVersion; readonly instruction: string };

async function given(noted: Noted): Promise<Given> {
  const bytes = readFileSync(resolve(corpus, noted.path));
  const { passage, instruction } = noted;
  if (passage !== undefined && instruction !== undefined) {
    const lines = bytes.toString('utf8').split(/\r?\n/);
    const between = ([from, to]: readonly [number, number]) =>
      lines.slice(from - 1, to).filter((line) => line.trim() !== '');
    const clauses = between(passage).map((line) => ({
      kind: 'paragraph' as const,
      depth: 0,
      text: line.trim().replace(/^[“‘]|[”’]$/gu, ''),
    }));
    return { base: textOf('', clauses), instruction: between(instruction).join('\n') };
  }
  const paper = await readPaper(
    { name: basename(noted.path), bytes },
    { text: textCodec, html: htmlParser, pdf: pdfOpener, compression },
  );
  const papers = paper.ok && paper.value.kind === 'agenda' ? paper.value.papers : [];
  const motion = papers.find(({ number }) => number?.value === noted.motion);
  const amendment = papers.find(({ number }) => number?.value === noted.amendment);
  if (motion === undefined || amendment?.instruction === undefined)
    throw new Error(`${noted.path} has no ${noted.amendment}`);
  return { base: textOf(motion.title?.value ?? '', motion.clauses), instruction: amendment.instruction.value };
}

describe.each(notes)('$path $amendment: $note', (noted) => {
  it('becomes what it says, and what cannot be is asked', async () => {
    const { base, instruction } = await given(noted);
    const { outcome, operations, unresolved } = readWording(base, instruction);
    expect({ outcome, asked: unresolved.map(({ reason }) => reason) }).toEqual({
      outcome: noted.outcome,
      asked: noted.asked,
    });
    const applied = applyOperations(base, operations);
    if (!applied.ok) throw new Error(applied.error.kind);
    const before = new Set(base.clauses.map(({ text }) => text));
    const changed = applied.value.clauses.flatMap(({ text }, index) =>
      before.has(text) ? [] : [[String(index), text] as const],
    );
    expect(changed.map(([index]) => index)).toEqual(Object.keys(noted.changed));
    for (const [index, text] of changed) expect(text).toContain(noted.changed[index]);
    // Each instruction that can be carried out makes one of the changes.
    expect(operations).toHaveLength(noted.readable);
  });
});
