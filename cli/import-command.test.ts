import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { paperLimit } from '../shared/import/paper';
import { importCommand } from './import-command';

const seeds = resolve(import.meta.dirname, '../../shared/seeds');
const motion = resolve(seeds, 'motion-mutuals-and-co-ops.txt');
const folder = mkdtempSync(resolve(tmpdir(), 'rostrum-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await importCommand.run(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    stdin: () => Promise.resolve(readFileSync(motion)),
  });
  return { code, ...written };
}

function file(name: string, content: string | Uint8Array): string {
  const path = resolve(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('rostrum import --json', () => {
  it('prints the seed motion as the contract has it', async () => {
    const { code, out, err } = await run(motion, '--json');
    expect([code, err]).toEqual([0, '']);
    const [element] = JSON.parse(out);
    expect(element).toMatchObject({
      file: 'motion-mutuals-and-co-ops.txt',
      kind: 'motion',
      number: null,
      title: 'Mutuals and Co-ops',
      titleFrom: 'text',
      conference: '2012 Local Government Service Group Conference',
      date: '2012-02-15',
      decision: 'carried-as-amended',
      submittedBy: [],
      dropped: ['Back to all Motions', '.'],
      warnings: [],
    });
    expect(element.clauses).toHaveLength(11);
    expect(element.clauses[5]).toEqual({
      kind: 'lead-in',
      number: null,
      depth: 0,
      text: 'Conference therefore calls on the Service Group Executive to:',
    });
    expect(element.clauses[6]).toEqual({
      kind: 'item',
      number: '1)',
      depth: 1,
      text: 'Oppose privatisation in all forms, including employee-led privatisation;',
    });
  });

  it('gives an element for each file, refused ones with their error, and answers 1', async () => {
    const { code, out, err } = await run('--json', motion, file('empty.txt', ''), resolve(folder, 'nowhere.txt'));
    expect(code).toBe(1);
    const elements = JSON.parse(out);
    expect(
      elements.map((element: { kind?: string; error?: { kind: string } }) => element.error?.kind ?? element.kind),
    ).toEqual(['motion', 'empty', 'not-found']);
    expect(err).toContain('empty.txt: The file is empty.');
  });

  it('gives an array of one error for one refused file', async () => {
    const { code, out } = await run('--json', file('picture.txt', Uint8Array.from([137, 80, 78, 71, 0, 0, 1])));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      { file: 'picture.txt', error: { kind: 'binary', message: 'The file is not text, whatever its name says.' } },
    ]);
  });

  it('refuses a paper over 32 MiB by its size', async () => {
    const path = file('long.txt', 'Conference notes');
    truncateSync(path, paperLimit + 1);
    const { code, out } = await run('--json', path);
    expect(code).toBe(1);
    expect(JSON.parse(out)[0].error.kind).toBe('too-large');
  });

  it('reads standard input for -', async () => {
    const { out } = await run('-', '--json');
    expect(JSON.parse(out)[0]).toMatchObject({ file: '-', kind: 'motion', title: 'Mutuals and Co-ops' });
  });

  it('takes the delegate’s word for what a paper is', async () => {
    const { out } = await run(motion, '--json', '--as', 'article');
    expect(JSON.parse(out)[0].kind).toBe('article');
  });
});

describe('rostrum import', () => {
  it('prints fields, clauses and what was dropped for a person', async () => {
    const { code, out } = await run(motion);
    expect(code).toBe(0);
    expect(out).toContain('  Decision: Carried as amended');
    expect(out).toContain('    1) Oppose privatisation in all forms');
    expect(out).toContain('Dropped (2):');
  });

  it('answers 2 to wrong usage', async () => {
    expect((await run()).code).toBe(2);
    expect((await run(motion, '--as', 'poem')).code).toBe(2);
  });
});
