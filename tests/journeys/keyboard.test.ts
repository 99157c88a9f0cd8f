// The main job without a pointer: papers in, read, note, amend, report; and on every page Tab leads on, in sight.
// Needs the build in `dist/`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftSaved, draftText, reads, wordingBeside } from './delegate';
import { focused, tabTo, walkWithTab } from './focus';
import { inWindow } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'keyboard-'));
const shell = inWindow(folder);
const seeds = join(import.meta.dirname, '../../../shared/seeds');
const motionFile = join(seeds, 'motion-mutuals-and-co-ops.txt');
const articleFile = join(seeds, 'article-cooperative-councils-network.txt');
const wording = 'In action point 1, delete “including” and insert “not least”.';
let page: Page;

beforeAll(async () => {
  page = await shell.start();
});

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('with the keyboard alone', () => {
  it('papers are brought in', async () => {
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, 'Open papers…');
    await page.keyboard.press('Enter');
    await (await choosing).setFiles([motionFile, articleFile]);
    await page.getByRole('button', { name: 'Keep 2 papers' }).waitFor();
    await tabTo(page, 'Keep 2 papers');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mutuals and Co-ops' }).waitFor();
  });

  it('clauses are walked through, and one is noted on', async () => {
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('j');
    expect((await focused(page)).words).toContain('Oppose privatisation in all forms');
    await page.keyboard.press('n');
    await page.keyboard.type('Ask what “all forms” covers.');
    await reads(page, /^Saved .* on this computer$/u);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'on clause 7' }).waitFor();
    expect((await focused(page)).words).toContain('Oppose privatisation in all forms');
  });

  it('a briefing is linked', async () => {
    await tabTo(page, 'Link a briefing to this motion');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Take “Labour cooperative network/u }).waitFor();
  });

  it('an amendment is drafted', async () => {
    await page.keyboard.press('a');
    await draftText(page).waitFor();
    await tabTo(page, 'Text of the motion, edited in place');
    await page.keyboard.press('Control+Home');
    await toClause('Oppose privatisation');
    await page.keyboard.press('Home');
    for (let letter = 0; letter < 'Oppose privatisation in all forms, '.length; letter += 1) {
      await page.keyboard.press('ArrowRight');
    }
    for (let letter = 0; letter < 'including'.length; letter += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.type('not least');
    await wordingBeside(page).getByText(wording, { exact: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Say so in every negotiation;');
    await wordingBeside(page)
      .getByText(/“Say so in every negotiation;”/u)
      .waitFor();
    await draftSaved(page);
  });

  it('the editor lets go of the focus, forwards and backwards', async () => {
    expect((await focused(page)).name).toBe('Text of the motion, edited in place');
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).not.toBe('Text of the motion, edited in place');
    await page.keyboard.press('Shift+Tab');
    expect((await focused(page)).name).toBe('Text of the motion, edited in place');
    await page.keyboard.press('Shift+Tab');
    expect((await focused(page)).name).not.toBe('Text of the motion, edited in place');
  });

  it('the report is reached and saved', async () => {
    await tabTo(page, 'Report to branch');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save as Markdown' }).waitFor();
    await tabTo(page, 'Save as Markdown');
    const file = await shell.saved(page, async () => page.keyboard.press('Enter'));
    expect(file.bytes.toString('utf8').replaceAll('\\', '')).toContain(wording);
  });

  it('F6 goes from part to part of the window, and round', async () => {
    const parts: string[] = [];
    let part = '';
    do {
      parts.push(part);
      await page.keyboard.press('F6');
      part = (await focused(page)).pane;
    } while (!parts.includes(part));
    expect(part).toBe(parts[1]);
    expect(parts).toEqual(expect.arrayContaining(['header', 'papers', 'paper', 'margin', 'footer']));
  });

  it('? shows all keys, and Escape puts them away', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('Tab leads through every control and on, always in sight', () => {
  it.each([
    ['the front door', '#/'],
    ['bringing papers in', '#/import'],
    ['notes', '#/notes'],
    ['the report', '#/report'],
    ['the conference office', '#/connect'],
    ['settings', '#/settings'],
  ])('on the page of %s', async (_name, address) => {
    await page.evaluate((to) => window.location.assign(to), address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await walkWithTab(page)).toEqual([]);
  });

  it('on a motion’s page', async () => {
    await page.getByRole('navigation', { name: 'Papers' }).getByRole('link', { name: 'Mutuals and Co-ops' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mutuals and Co-ops' }).waitFor();
    expect(await walkWithTab(page)).toEqual([]);
  });

  it('on a draft, in place and clause by clause', async () => {
    await page.getByRole('link', { name: 'My amendment', exact: true }).click();
    await draftText(page).waitFor();
    expect(await walkWithTab(page)).toEqual([]);
    await page.getByRole('radio', { name: /by clause/iu }).click();
    await page.getByRole('button', { name: 'Add a clause after this' }).first().waitFor();
    expect(await walkWithTab(page)).toEqual([]);
  });

  it('and nothing of it puts an error into the console', () => {
    expect(shell.faults.heard()).toEqual([]);
  });
});

/** Goes down with the arrow key until the cursor is in the clause that begins so. */
async function toClause(beginning: string): Promise<void> {
  for (let lines = 0; lines < 60; lines += 1) {
    const clause = await page.evaluate(() => {
      const node = window.getSelection()?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      return element?.closest('p')?.textContent ?? '';
    });
    if (clause.startsWith(beginning)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The cursor never came to “${beginning}”`);
}
