// An amendment to an amendment, words chosen for a note, a vote in parts, and one draft in two windows: with the keyboard
// where it matters, and each screen looked at. In this computer's browser. Needs the build in `dist/`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftSaved, draftText, goToEndOf, openPaper, openView, reads, wordingBeside } from './delegate';
import { focused, tabTo } from './focus';
import { lookAtScreen } from './look-at-screen';
import { inBrowser } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'amendments-'));
const shell = inBrowser(folder);
const motion = 'Fair pay in small councils';
let page: Page;

beforeAll(async () => {
  page = await shell.start();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await openPaper(page, motion);
});

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

const amendments = () => page.getByRole('list', { name: 'Amendments in voting order' });
const toFirst = () => page.getByRole('list', { name: 'Amendments to 3.1, voted on before it' });

describe('an amendment to an amendment', () => {
  it('is drafted in the text that the other would leave, marked ready, without a pointer', async () => {
    await tabTo(page, 'Amend this amendment');
    await page.keyboard.press('Enter');
    await reads(page, 'Amending amendment 3.1 to motion 3');
    await tabTo(page, 'Text of the motion, edited in place');
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < 40; line += 1) {
      if ((await cursorClause()).includes('£3,000 or 9 per cent')) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(' in any year');
    await wordingBeside(page)
      .getByText(/amendment 3\.1.*“in any year”/u)
      .waitFor();
    await draftSaved(page);
    await tabTo(page, 'Draft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await reads(page, 'Marked as ready to send.');
    await draftSaved(page);
    expect(await lookAtScreen(page, 'a draft of an amendment to an amendment')).toEqual([]);
  });

  it('stands under the other, changes what that does, and falls with it', async () => {
    await page.getByRole('link', { name: 'Back to the text as printed' }).click();
    await toFirst().getByRole('checkbox').press('Space');
    await reads(page, 'Falls: 3.1, which it amends, is not carried.');
    await amendments().getByRole('checkbox', { name: /^3\.1/u }).press('Space');
    await page.keyboard.press('3');
    await page
      .getByRole('article')
      .getByText(/£3,000 or 9 per cent.* in any year/u)
      .waitFor();
    expect(await lookAtScreen(page, 'a motion with an amendment to an amendment')).toEqual([]);
  });

  it('is ticked still when the motion is opened again, until all ticks are taken off', async () => {
    await openPaper(page, 'Library hours');
    await openPaper(page, motion);
    expect(await toFirst().getByRole('checkbox').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Untick all' }).click();
    expect(await toFirst().getByRole('checkbox').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await toFirst().getByRole('checkbox').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Untick all' }).click();
  });

  it('is listed among the delegate’s own', async () => {
    await openView(page, 'My amendments');
    await page.getByRole('heading', { name: /^Ready to send/u }).waitFor();
    expect(await lookAtScreen(page, 'my amendments')).toEqual([]);
    await openPaper(page, motion);
  });
});

describe('words of a clause', () => {
  it('are chosen with the arrow keys, said, and noted on', async () => {
    await page.getByRole('article').getByRole('listitem').nth(1).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) {
      await page.keyboard.press(key);
    }
    await page.getByRole('status').filter({ hasText: 'Chosen: “with concern that”' }).waitFor();
    await page.keyboard.press('n');
    expect((await focused(page)).name).toBe('Note on “with concern that”');
  });

  it('are chosen with two sliders while a note is begun', async () => {
    await tabTo(page, 'Only on some of its words');
    await page.keyboard.press('Enter');
    await tabTo(page, 'To the word');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('status').filter({ hasText: 'On “with concern that since”' }).waitFor();
    expect((await focused(page)).name).toBe('To the word');
    expect(await lookAtScreen(page, 'words being chosen for a note')).toEqual([]);
    await page.getByRole('textbox', { name: 'Note on “with concern that since”' }).fill('Since when?');
    await page.getByText(/^Saved .* on this computer$/u).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.getByRole('article').locator('mark').innerText()).toBe('with concern that since');
  });
});

describe('a motion taken in parts', () => {
  it('loses the part that was lost', async () => {
    await page.getByRole('button', { name: 'Taken in parts' }).click();
    await page.getByLabel('From clause').selectOption({ index: 1 });
    await page.getByLabel('To clause').selectOption({ index: 2 });
    await page.getByLabel('Decided on this part').selectOption({ label: 'Lost' });
    expect(await lookAtScreen(page, 'a motion taken in parts')).toEqual([]);
    await page.getByRole('button', { name: 'Record the parts' }).click();
    await reads(page, 'Not in the text. Clauses 2 to 3: lost');
    await page.keyboard.press('3');
    const clauses = page.getByRole('article').getByRole('listitem');
    expect(await clauses.filter({ hasText: 'car park' }).count()).toBe(0);
    await page.keyboard.press('1');
    expect(await clauses.filter({ hasText: 'car park' }).count()).toBe(1);
  });
});

describe('one draft in two windows', () => {
  it('loses nothing that is typed in either', async () => {
    await page.keyboard.press('a');
    await draftText(page).waitFor();
    await goToEndOf(page, 'Report on progress');
    await page.keyboard.type(' One');
    await draftSaved(page);
    const opening = page.context().waitForEvent('page');
    await page.evaluate(() => window.open(window.location.href));
    const other = await opening;
    await draftText(other).waitFor();
    await goToEndOf(other, 'Report on progress');
    await other.keyboard.type(' and two');
    await draftSaved(other);
    await page.bringToFront();
    await reads(page, /This draft was changed in another window/u);
    await goToEndOf(page, 'Report on progress');
    await page.keyboard.type(' and three');
    await reads(page, 'This draft was also changed in another window. Both versions are kept.');
    await draftSaved(page);
    await other.close();
    await openView(page, 'My amendments');
    const own = page.getByRole('main').getByRole('listitem');
    await own.filter({ hasText: 'One and two' }).waitFor();
    await own.filter({ hasText: 'One and three' }).filter({ hasText: 'a second version' }).waitFor();
    expect(shell.faults.heard()).toEqual([]);
  });
});

/** The words of the clause that the cursor is in. */
async function cursorClause(): Promise<string> {
  return page.evaluate(() => {
    const at = document.getSelection()?.anchorNode ?? null;
    return (at instanceof Element ? at : at?.parentElement)?.closest('p')?.textContent ?? '';
  });
}
