// How long the largest conference keeps the window from answering, in Chromium on the shipped app: at the first sync, and
// when one motion changes. Told are the longest tasks of the page's main thread, as the browser itself records them: by
// the clock, and in CPU of that thread alone, which others on this computer do not lengthen. Needs `dist/`.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { PublishedVersion } from '../../shared/bundle/publish-bundle';
import { accept, openOffice, publish, type Office } from '../adversary/conference-office';
import { freePort } from '../journeys/conference-office';
import { inBrowser } from '../journeys/shells';
import { largeConference, largeConferenceRecords, withOneMotionChanged } from './large-conference';
import { toldTasks } from './page-tasks';

const folder = mkdtempSync(join(tmpdir(), 'sync-in-page-'));
const shell = inBrowser(folder);
/** What the office's address answers, by path. */
const site = new Map<string, Uint8Array>();
const server = createServer((request, response) => {
  const file = site.get(request.url ?? '');
  response.statusCode = file === undefined ? 404 : 200;
  response.end(file);
});

let office: Office;
let first: PublishedVersion;
let next: PublishedVersion;
let page: Page;
let address: string;

beforeAll(async () => {
  office = await openOffice();
  const records = largeConferenceRecords(office.founded.conference);
  first = await publish(office, records);
  const held = await accept({ roots: [office.founded.root], head: first.head, objects: first.newObjects }, undefined);
  next = await publish(office, withOneMotionChanged(records), { previous: held });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${port}/${office.founded.conference}/`;
  site.set(`/${office.founded.conference}/root/1.json`, office.founded.root);
  serve(first);
  page = await shell.start();
});

afterAll(async () => {
  await shell.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the window, with 2,000 motions and 6,000 amendments', () => {
  it('while the first version is fetched and verified', async () => {
    await page.evaluate(() => (location.hash = '#/connect'));
    await page.getByRole('textbox', { name: 'Address of the office' }).fill(address);
    await toldTasks(page, 'first version, verified', async () => {
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByRole('button', { name: 'Use these papers' }).waitFor({ timeout: 60_000 });
    });
  });

  it('while it is taken over and the list of all motions appears', async () => {
    await toldTasks(page, 'first version, taken over', async () => {
      await page.getByRole('button', { name: 'Use these papers' }).click();
      await page.getByText('You now have agenda v1.').waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1000);
    });
  });

  it('while one motion changes', async () => {
    serve(next);
    await toldTasks(page, 'one motion changed, verified', async () => {
      await page.getByRole('button', { name: 'Look for news' }).click();
      await page.getByRole('button', { name: 'Use these papers' }).waitFor({ timeout: 60_000 });
    });
    await toldTasks(page, 'one motion changed, taken over', async () => {
      await page.getByRole('button', { name: 'Use these papers' }).click();
      await page.getByText('You now have agenda v2.').waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1000);
    });
  });

  it('while its contents are opened, and opened again from the start', async () => {
    const contents = `#/papers/${office.founded.conference}`;
    await toldTasks(page, 'contents of all motions', async () => {
      await page.evaluate((hash) => (location.hash = hash), contents);
      await everyMotionListed();
    });
    await toldTasks(page, 'the same, from a start of the page', async () => {
      await page.reload();
      await everyMotionListed();
    });
  });

  it('while a number is typed', async () => {
    await toldTasks(page, 'an amendment gone to by its number', async () => {
      // Found without the test's own look through the whole page, which would be measured too.
      await page.locator('css=header input').pressSequentially('1500.2', { delay: 100 });
      await page.locator('css=header [role="option"]', { hasText: '1500.2' }).waitFor();
      await page.waitForTimeout(500);
    });
  });
});

/** The contents grow as they are drawn: the last entry comes last. */
async function everyMotionListed(): Promise<void> {
  const { motions } = largeConference;
  const isWhole = (count: number): boolean => document.querySelectorAll('main [href^="#/motion/"]').length === count;
  await page.waitForFunction(isWhole, motions, { timeout: 60_000, polling: 200 });
  await page.waitForTimeout(1000);
}

function serve({ head, newObjects }: PublishedVersion): void {
  const place = `/${office.founded.conference}`;
  for (const { sha256, bytes } of newObjects) site.set(`${place}/o/${sha256}`, bytes);
  site.set(`${place}/head.json`, head);
}
