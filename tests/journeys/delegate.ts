// What a delegate does with Rostrum, each as one function: by the words and roles on the screen, as a person finds them.

import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** Chooses files with a button that opens the system's file dialog. */
export async function chooseFiles(page: Page, button: string, files: readonly string[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  const chooser = await choosing;
  await chooser.setFiles([...files]);
}

/** Drops files or folders on the middle of the window, as the system's file manager would. */
export async function dropOnWindow(page: Page, paths: readonly string[]): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await tools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await tools.detach();
}

/** Pastes text into the window: written in a passing text area, cut with the keyboard, pasted with the keyboard. */
export async function pasteIntoWindow(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const area = document.createElement('textarea');
    area.id = 'elsewhere';
    area.value = words;
    document.body.append(area);
    area.select();
  }, text);
  await page.keyboard.press('Control+c');
  await page.evaluate(() => document.querySelector('#elsewhere')?.remove());
  await page.keyboard.press('Control+v');
}

/** What the import preview says it understood of the paper shown. */
export async function understood(page: Page) {
  const preview = page.getByRole('region', { name: 'The paper as understood' });
  const clauses = preview.getByRole('list', { name: 'Clauses as understood' });
  const texts = await clauses.getByRole('textbox').all();
  return {
    title: await preview.getByRole('textbox', { name: 'Title', exact: true }).inputValue(),
    clauses: await Promise.all(texts.map(async (field) => field.inputValue())),
    field: async (label: string): Promise<string> => preview.getByRole('textbox', { name: label }).inputValue(),
    chosen: async (label: string): Promise<string> =>
      preview
        .getByLabel(label)
        .evaluate((select) => (select instanceof HTMLSelectElement ? (select.selectedOptions[0]?.text ?? '') : '')),
  };
}

/** The lines of the paper that the preview leaves out. */
export async function leftOut(page: Page): Promise<readonly string[]> {
  const lines = page.getByRole('region', { name: 'The paper as it came' }).getByRole('listitem');
  const dropped = lines.filter({ hasText: '(left out)' });
  // Lines out of sight are not drawn, and so have no inner text.
  return dropped.evaluateAll((items) =>
    items.map((item) =>
      [...item.children]
        .filter((part) => !part.matches('[aria-hidden], .visually-hidden, button'))
        .map((part) => part.textContent)
        .join(''),
    ),
  );
}

/** Takes one line back that was left out. */
export async function takeBack(page: Page, line: string): Promise<void> {
  const lines = page.getByRole('region', { name: 'The paper as it came' }).getByRole('listitem');
  await lines.filter({ hasText: line }).getByRole('button', { name: 'Take back' }).click();
}

/** Goes to the front door, and from there to one of the conferences. */
export async function openConference(page: Page, title: string): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Rostrum', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Goes to a paper by its link in the list on the left. */
export async function openPaper(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Papers' }).getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Goes to one of the delegate's own views in the list on the left. */
export async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('list', { name: 'Views' }).getByRole('link', { name }).click();
}

/** The clauses of the motion on the page. */
export function clausesOn(page: Page): Locator {
  return page.getByRole('article').getByRole('listitem');
}

/** Writes a note on the motion, or on the clause that reads so, and waits until it is said to be saved. */
export async function writeNote(page: Page, words: string, clause?: string): Promise<void> {
  if (clause === undefined) {
    await page.getByRole('button', { name: 'Note on this motion' }).click();
  } else {
    await clausesOn(page).filter({ hasText: clause }).click();
    await page.getByRole('button', { name: 'Note on this clause' }).first().click();
  }
  await page.getByRole('textbox', { name: /^Note on/u }).fill(words);
  await page.getByText(/^Saved .* on this computer$/u).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
}

/** Selects words in the editor with the mouse's double click, and types others in their place. */
export async function retype(
  page: Page,
  { clause, from, to }: { readonly clause: string; readonly from: string; readonly to: string },
): Promise<void> {
  const paragraph = draftText(page).getByText(clause);
  await placeOf(paragraph, from).then(async ({ x, y }) => page.mouse.dblclick(x, y));
  await page.keyboard.type(to);
}

/** Puts the cursor at the end of a clause of the draft. */
export async function goToEndOf(page: Page, clause: string): Promise<void> {
  await draftText(page).getByText(clause).click();
  await page.keyboard.press('End');
}

/** The editor of a draft. */
export function draftText(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the motion, edited in place' });
}

/** The sentences of the formal wording beside the draft. */
export function wordingBeside(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Wording of the draft' });
}

/** Waits until the draft is said to be on disk. */
export async function draftSaved(page: Page): Promise<void> {
  await wordingBeside(page).getByText('saved on this computer').waitFor();
  await page.getByText('Everything is saved on this computer').waitFor();
}

/** Expects a sentence on the screen, in these words. */
export async function reads(page: Page, sentence: string | RegExp): Promise<void> {
  await page.getByText(sentence).first().waitFor();
  expect(await page.getByText(sentence).first().isVisible()).toBe(true);
}

/** The middle of the first place of `words` in an element, in the window's coordinates. */
async function placeOf(element: Locator, words: string): Promise<{ readonly x: number; readonly y: number }> {
  await element.scrollIntoViewIfNeeded();
  return element.evaluate((root, sought) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`“${sought}” is not there`);
  }, words);
}
