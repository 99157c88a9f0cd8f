// Reading a paper and deriving an amendment, each beside its floor in the same run: what the same words cost at least.

import { diffArrays } from 'diff';
import { Bench } from 'tinybench';
import { describe, expect, it } from 'vitest';
import { compression } from '../../cli/cryptography';
import { htmlParser } from '../../cli/html-parser';
import { pdfOpener } from '../../cli/pdf-opener';
import { textCodec } from '../../cli/text-codec';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import { tokensOf } from '../../shared/amendment/tokens';
import { clauseId, conferenceId, motionId } from '../../shared/ids';
import { motionFromPaper } from '../../shared/import/adopt-paper';
import type { ReadMotion } from '../../shared/import/paper';
import { readPaper } from '../../shared/import/read-paper';
import type { TextVersion } from '../../shared/motion/motion';
import { motionOfLength } from './motion-of-length';
import { inMilliseconds, tell } from './spread';

const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };

/** Runs both in turns of the same process, and tells their medians and the ratio. */
async function compare(what: string, measured: () => unknown, floor: { name: string; run: () => unknown }) {
  const bench = new Bench({ iterations: 101, time: 0, warmupIterations: 20, warmupTime: 0 });
  bench.add(what, measured).add(floor.name, floor.run);
  await bench.run();
  const [own, beside] = bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) throw new Error(`${name} was not measured`);
    const { p50, min, max } = result.latency;
    return { name, spread: { median: p50, least: min, most: max } };
  });
  if (own === undefined || beside === undefined) throw new Error('nothing was measured');
  const ratio = own.spread.median / beside.spread.median;
  tell(
    `${what}: ${inMilliseconds(own.spread)}; ${beside.name}: ${inMilliseconds(beside.spread)}; ratio ${ratio.toFixed(1)}`,
  );
}

async function readMotion(words: number): Promise<ReadMotion> {
  const bytes = new TextEncoder().encode(motionOfLength(words));
  const read = await readPaper({ name: 'motion.txt', bytes, as: 'motion' }, ports);
  if (!read.ok || read.value.kind !== 'motion') throw new Error('The motion did not read as one');
  return read.value;
}

describe('reading', () => {
  it('a paper of 2,000 words, beside splitting it into lines', async () => {
    const text = motionOfLength(2000);
    const bytes = new TextEncoder().encode(text);
    const { clauses } = await readMotion(2000);
    expect(clauses.length).toBeGreaterThan(20);
    await compare('reading 2,000 words', async () => readPaper({ name: 'motion.txt', bytes }, ports), {
      name: 'decoding and splitting into lines',
      run: () => textCodec.decode(bytes, 'utf-8')?.split('\n').length,
    });
  });
});

describe('deriving an amendment', () => {
  it.each([350, 3000])('of a motion of %i words, beside jsdiff on the same tokens', async (words) => {
    const { text } = motionFromPaper(await readMotion(words), {
      id: motionId('m'),
      conferenceId: conferenceId('c'),
      untitled: '',
    });
    const edited = editedText(text);
    expect(deriveOperations(text, edited).length).toBeGreaterThanOrEqual(3);
    const before = wordsOf(text.clauses);
    const after = wordsOf(edited);
    await compare(`deriving, ${words} words`, () => deriveOperations(text, edited), {
      name: 'jsdiff',
      run: () => diffArrays(before, after),
    });
  });
});

/** As a delegate leaves it: a word exchanged in every third clause, one clause gone, one put in. */
function editedText({ clauses }: TextVersion): TextVersion['clauses'] {
  const exchanged = clauses.map((clause, at) =>
    at % 3 === 1 ? { ...clause, text: clause.text.replace(/ (\w+) /u, ' not least ') } : clause,
  );
  const middle = Math.floor(clauses.length / 2);
  const [moved] = exchanged.splice(middle, 1);
  return moved === undefined
    ? exchanged
    : [...exchanged, { ...moved, id: clauseId('new'), text: 'Report to conference.' }];
}

function wordsOf(clauses: TextVersion['clauses']): string[] {
  return clauses.flatMap(({ text }) => tokensOf(text).map((token) => token.text));
}
