// The sample conference beside the delegate's own papers: in a store of its own, there and back. Needs the build in `dist/`.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFiles, openPaper, reads, writeNote } from './delegate';
import { filesKept, rowsKept } from './everything-kept';
import { inWindow } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'sample-'));
const shell = inWindow(folder);
const motion = join(import.meta.dirname, '../../../shared/seeds/motion-mutuals-and-co-ops.txt');
const sample = '2027 National Delegate Conference';
const noteInSample = 'A note that belongs to the sample.';
let page: Page;

/** What is written of the delegate's own papers: the journal, the files as they came, the rows. */
async function own() {
  const files = Object.entries(filesKept(join(shell.dataFolder, 'own')));
  const rows = await rowsKept(page);
  return {
    files: files.filter(([path]) => /^(?:journal|originals|official)/u.test(path)),
    rows: rows.filter((row) => !/^[^/]*-sample(?:-canary)?\//u.test(row)),
  };
}

beforeAll(async () => {
  page = await shell.start();
  await chooseFiles(page, 'Open papers…', [motion]);
  await page.getByRole('button', { name: 'Keep this paper' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mutuals and Co-ops' }).waitFor();
  await writeNote(page, 'A note of my own.');
});

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the sample conference', () => {
  it('is worked on, left and opened again without touching the delegate’s own papers', async () => {
    const before = await own();
    await page.getByRole('banner').getByRole('link', { name: 'Rostrum', exact: true }).click();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await reads(page, /^Sample conference: nothing here touches your own papers\./u);
    await page.getByRole('heading', { level: 1, name: sample }).waitFor();
    await openPaper(page, 'The first conversation');
    await writeNote(page, noteInSample);
    await shell.close();

    page = await shell.start();
    await reads(page, /^Sample conference/u);
    await reads(page, noteInSample);
    await page.getByRole('button', { name: 'Back to my papers' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: '2012 Local Government Service Group Conference' })
      .waitFor();
    expect(await own()).toEqual(before);
  });

  it('shows nothing of itself among the delegate’s own papers, nor the other way round', async () => {
    expect(await page.getByRole('link', { name: sample }).count()).toBe(0);
    const rows = await rowsKept(page);
    const names = new Set(rows.map((row) => row.slice(0, row.indexOf('/'))));
    const [ownName = '', sampleName = ''] = [...names].sort();
    expect(sampleName).toBe(`${ownName}-sample`);
    expect(names.size).toBe(2);
    const notes = rows.filter((row) => row.includes('/notes: '));
    expect(notes.map((row) => row.startsWith(`${sampleName}/`) === row.includes(noteInSample))).toEqual([true, true]);
    const journal = filesKept(join(shell.dataFolder, 'own/journal'));
    for (const path of Object.keys(journal)) {
      expect(readFileSync(join(shell.dataFolder, 'own/journal', path), 'utf8')).not.toContain(noteInSample);
    }
  });

  it('puts no error into the console', () => {
    expect(shell.faults.heard()).toEqual([]);
  });
});
