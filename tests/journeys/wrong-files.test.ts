// Files that are no papers: each refused with a sentence, and nothing stored. Needs the build in `dist/`.

import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFiles, dropOnWindow } from './delegate';
import { filesKept, rowsKept } from './everything-kept';
import { inWindow } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'wrong-files-'));
const shell = inWindow(folder);
const motion = join(import.meta.dirname, '../../../shared/seeds/motion-mutuals-and-co-ops.txt');
let page: Page;

beforeAll(async () => {
  page = await shell.start();
});

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, bytes: Uint8Array | string): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

/** The beginning of the very program that runs this test. */
function program(): Uint8Array {
  const bytes = new Uint8Array(200_000);
  const file = openSync(process.execPath, 'r');
  readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  return bytes;
}

async function everything() {
  return { rows: await rowsKept(page), files: filesKept(join(shell.dataFolder, 'own')) };
}

describe('a file that is no paper', () => {
  it.each([
    {
      name: 'empty.txt',
      what: 'an empty file',
      bytes: () => '',
      sentence: '“empty.txt” is empty. Nothing was stored.',
    },
    {
      name: 'large.txt',
      what: 'a paper over 32 MiB',
      bytes: () => 'Conference notes that this is too long.\n'.repeat(900_000),
      sentence: '“large.txt” is larger than the 32 MB that Rostrum reads. Nothing was stored.',
    },
    {
      name: 'program.txt',
      what: 'a program renamed to .txt',
      bytes: program,
      sentence: '“program.txt” is not a text, whatever its name says. Nothing was stored.',
    },
  ])('$what is refused with a sentence, and nothing is stored', async ({ name, bytes, sentence }) => {
    await page.getByRole('banner').getByRole('link', { name: 'Rostrum', exact: true }).click();
    const before = await everything();
    await chooseFiles(page, 'Open papers…', [written(name, bytes())]);
    await page.getByRole('alert').getByText(sentence, { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Keep/u }).count()).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('a folder without files dropped on the window is named, and nothing is stored', async () => {
    const papers = join(folder, 'My papers.txt');
    mkdirSync(papers);
    const before = await everything();
    await dropOnWindow(page, [papers]);
    const sentence = '“My papers.txt” cannot be read here, or has no files in it. Nothing was stored.';
    await page.getByText(sentence, { exact: true }).waitFor();
    expect(await everything()).toEqual(before);
  });

  it('a wrong file does not keep a good one out that came with it', async () => {
    await dropOnWindow(page, [written('empty.txt', ''), motion]);
    await page.getByText('“empty.txt” is empty. Nothing was stored.').last().waitFor();
    await page.getByRole('button', { name: 'Keep this paper' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mutuals and Co-ops' }).waitFor();
  });

  it('puts no error into the console', () => {
    expect(shell.faults.heard()).toEqual([]);
  });
});
