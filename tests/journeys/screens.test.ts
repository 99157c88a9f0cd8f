// Every screen in every theme, at the sizes it has to stand: nothing for axe-core to say, nothing that scrolls or sticks
// out sideways, nothing in the console. One start, many states. Needs the build in `dist/`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishAsStranger } from './conference-office';
import { chooseFiles, draftSaved, draftText, openPaper, openView, reads, retype, writeNote } from './delegate';
import { lookAtScreen } from './look-at-screen';
import { inWindow } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'screens-'));
const shell = inWindow(folder);
const seeds = join(import.meta.dirname, '../../../shared/seeds');
const papers = ['motion-mutuals-and-co-ops.txt', 'article-cooperative-councils-network.txt'];
let page: Page;

beforeAll(async () => {
  page = await shell.start();
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Screens in the order of one visit: each begins where the one before it ended. */
const screens: readonly { readonly name: string; readonly arrive: () => Promise<void> }[] = [
  { name: 'the front door, empty', arrive: async () => reads(page, 'Try the sample conference') },
  { name: 'bringing papers in, with nothing yet', arrive: async () => goTo('#/import') },
  {
    name: 'the import preview',
    arrive: async () => {
      const files = papers.map((name) => join(seeds, name));
      await chooseFiles(page, 'Open papers', files);
      await page.getByRole('button', { name: 'Keep 2 papers' }).waitFor();
    },
  },
  {
    name: 'the front door, with a conference',
    arrive: async () => {
      await page.getByRole('button', { name: 'Keep 2 papers' }).click();
      await page.getByRole('heading', { level: 1, name: 'Mutuals and Co-ops' }).waitFor();
      await page.getByRole('banner').getByRole('link', { name: 'Rostrum', exact: true }).click();
      await page
        .getByRole('main')
        .getByRole('link', { name: /^2012 Local Government/u })
        .waitFor();
    },
  },
  {
    name: 'the list of the sample conference',
    arrive: async () => {
      await page.getByRole('button', { name: 'Open the sample' }).click();
      await page.getByRole('heading', { level: 1, name: '2027 National Delegate Conference' }).waitFor();
    },
  },
  {
    name: 'a motion, with notes and a decision being recorded',
    arrive: async () => {
      await openPaper(page, 'The first conversation');
      await writeNote(page, 'Ask who writes the guide.');
      await writeNote(page, 'Ten members, or ten workers?', 'Ask every branch to agree a contact');
      await page.getByRole('button', { name: /^(?:Record|Change)$/u }).click();
    },
  },
  {
    name: 'a draft in place',
    arrive: async () => {
      await page.getByRole('button', { name: 'Leave as it was' }).click();
      await page.getByRole('link', { name: 'Draft amendment' }).click();
      await retype(page, { clause: 'Publish by October 2027', from: 'short', to: 'long' });
      await draftSaved(page);
    },
  },
  {
    name: 'a draft by clause',
    arrive: async () => {
      await page.getByRole('radio', { name: /by clause/iu }).click();
      await page.getByRole('button', { name: 'Add a clause after this' }).first().waitFor();
    },
  },
  {
    name: 'the report',
    arrive: async () => {
      await page.getByRole('radio', { name: /in place/iu }).click();
      await draftText(page).waitFor();
      await openView(page, 'Report to branch');
      await page.getByRole('button', { name: 'Save as PDF' }).waitFor();
    },
  },
  {
    name: 'notes',
    arrive: async () => {
      await openView(page, 'Notes');
      await page.getByRole('textbox', { name: 'Search in notes' }).waitFor();
    },
  },
  {
    name: 'settings',
    arrive: async () => {
      await openView(page, 'Settings');
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    },
  },
  {
    name: 'a briefing',
    arrive: async () => {
      const briefing = page
        .getByRole('navigation', { name: 'Papers' })
        .getByRole('link', { name: /^Briefing/u })
        .first();
      await briefing.click();
      await page.getByRole('article').getByText('Briefing', { exact: true }).waitFor();
    },
  },
  {
    name: 'the conference office, with an offer',
    arrive: async () => {
      await openView(page, 'Papers from the office');
      await chooseFiles(page, 'Open a bundle file', [publishAsStranger(join(folder, 'office'))]);
      await page.getByRole('button', { name: 'Use these papers' }).waitFor();
    },
  },
  {
    name: 'all keys',
    arrive: async () => {
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a page that does not exist',
    arrive: async () => {
      await page.keyboard.press('Escape');
      await goTo('#/nowhere/at/all');
    },
  },
  {
    name: 'a window that a newer Rostrum took over',
    arrive: async () => {
      await page.evaluate(async () => {
        const names = (await indexedDB.databases()).map(({ name = '' }) => name);
        const name = names.find((each) => each.endsWith('-sample')) ?? '';
        await new Promise((resolve) => indexedDB.open(name, 100_000).addEventListener('success', resolve));
      });
      await reads(page, 'A newer Rostrum is open in another window');
    },
  },
  {
    name: 'papers that cannot be opened',
    arrive: async () => {
      await page.reload();
      await reads(page, 'Your papers cannot be opened just now');
    },
  },
];

describe('in every theme and at every size', () => {
  it.each(screens)('$name is in order', async ({ name, arrive }) => {
    await arrive();
    expect(await lookAtScreen(page, name)).toEqual([]);
    expect(shell.faults.heard()).toEqual([]);
  });
});

async function goTo(address: string): Promise<void> {
  await page.evaluate((to) => window.location.assign(to), address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
