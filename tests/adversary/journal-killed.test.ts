// Processes that are killed, and processes that want the same folder.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal } from '../../electron/keep/journal';

let scratch = '';
const started = new Set<ChildProcess>();

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'journal-killed-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'journal-process.ts'),
      outDir: join(scratch, 'program'),
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
});

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(scratch, { recursive: true, force: true });
});

type Running = {
  /** Its first line: `open`, or why not. */
  readonly answer: Promise<string>;
  readonly lines: () => readonly string[];
  readonly kill: () => Promise<void>;
};

function start(deed: 'append' | 'hold', folder: string): Running {
  const child = spawn(process.execPath, [join(scratch, 'program/program.mjs'), deed, folder]);
  started.add(child);
  let text = '';
  const answer = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString('utf8');
      const [first, ...more] = text.split('\n');
      if (first !== undefined && more.length > 0) resolve(first);
    });
    child.stderr.on('data', (data: Buffer) => reject(new Error(data.toString('utf8'))));
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  return {
    answer,
    // The last piece is no whole line.
    lines: () => text.split('\n').slice(1, -1),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      started.delete(child);
    },
  };
}

describe('a process that is killed while it writes', () => {
  it('has lost nothing that it was told is kept, and leaves no gap', async () => {
    const folder = join(scratch, 'killed');
    const acknowledged: string[] = [];
    for (let cycle = 0; cycle < 12; cycle += 1) {
      const running = start('append', folder);
      expect(await running.answer).toBe('open');
      await new Promise((resolve) => setTimeout(resolve, 20 + ((cycle * 37) % 90)));
      await running.kill();
      acknowledged.push(...running.lines());
    }
    const journal = await openJournal({ storeFolder: join(folder, 'own'), now: Date.now, newId: () => 'x' });
    if (!journal.ok) throw new Error(journal.error.kind);
    const kept = new Map<string, number>();
    let total = 1;
    while (kept.size < total) {
      const page = await journal.value.read(kept.size, 5000);
      if (!page.ok) throw new Error(page.error.kind);
      expect(page.value.damaged).toBe(0);
      total = page.value.total;
      for (const { id, seq } of page.value.entries) kept.set(id, seq);
    }
    await journal.value.close();
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect([...kept.values()]).toEqual(Array.from({ length: kept.size }, (_, index) => index + 1));
  });
});

describe('a data folder', () => {
  it('is held by one of several processes that start at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const folder = join(scratch, `together-${round}`);
      const running = [1, 2, 3].map(() => start('hold', folder));
      const answers = await Promise.all(running.map(async ({ answer }) => answer));
      for (const one of running) await one.kill();
      expect(answers.sort()).toEqual(['folder-in-use', 'folder-in-use', 'open']);
    }
  });

  it('is free again when its process was killed, and the claim it left is swept away', async () => {
    const folder = join(scratch, 'killed-holder');
    const first = start('hold', folder);
    expect(await first.answer).toBe('open');
    const refused = start('hold', folder);
    expect(await refused.answer).toBe('folder-in-use');
    await first.kill();
    expect(await readdir(join(folder, 'in-use'))).toHaveLength(1);
    const second = start('hold', folder);
    expect(await second.answer).toBe('open');
    expect(await readdir(join(folder, 'in-use'))).toHaveLength(1);
    await second.kill();
    await refused.kill();
  });
});
