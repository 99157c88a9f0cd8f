// How long the conference office's room keeps the window from answering with the largest agenda, in Chromium on the shipped
// app: putting it in, publishing it, and seeing and publishing one withdrawal. Needs `dist/`.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openDesktopHost } from '../../electron/keep/desktop-host';
import { readRecords } from '../../shared/bundle/records';
import type { JournalDeed } from '../../shared/desktop-contract';
import { amendmentId, conferenceId, motionId } from '../../shared/ids';
import { deedOf } from '../../shared/journal/entry';
import { fail } from '../../shared/result';
import { inBrowser } from '../journeys/shells';
import { largeConferenceRecords } from './large-conference';
import { toldTasks } from './page-tasks';

const folder = mkdtempSync(join(tmpdir(), 'office-in-page-'));
const shell = inBrowser(folder, ['--publish-to', join(folder, 'public')]);
const passphrase = 'seven lamps on the quay';
/** Milliseconds. */
const patience = 120_000;
const before = conferenceId(`c${'a'.repeat(26)}`);

let page: Page;

beforeAll(async () => {
  mkdirSync(join(folder, 'public'));
  await keepPapersBefore();
  page = await shell.start();
  page.setDefaultTimeout(patience);
  await page.evaluate(() => (location.hash = '#/office'));
  await page.getByRole('button', { name: 'Make a conference' }).click();
  await page.getByRole('textbox', { name: 'Conference', exact: true }).fill('National Conference 2027');
  await page.getByRole('textbox', { name: 'Passphrase of the keys' }).fill(passphrase);
  await page.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
  await page.getByRole('button', { name: 'Make the conference' }).click();
  await page.getByRole('button', { name: 'Publish in a folder…' }).click();
  await page.getByText(join(folder, 'public')).first().waitFor();
  await page.getByRole('link', { name: 'Next version' }).click();
  await page.getByRole('button', { name: 'Put in 2,000 motions and 6,000 amendments' }).waitFor();
}, patience);

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

const release = () => page.getByRole('region', { name: 'Release' });

describe('the office’s room, with 2,000 motions and 6,000 amendments', { timeout: patience }, () => {
  it('while they are put in', async () => {
    await toldTasks(page, 'agenda put in', async () => {
      await page.getByRole('button', { name: 'Put in 2,000 motions and 6,000 amendments' }).click();
      await release().getByText('2,000 motions added, 6,000 amendments added').waitFor();
    });
  });

  it('while the first version is published', async () => {
    await toldTasks(page, 'first version published', async () => {
      await release().getByRole('button', { name: 'Sign and publish' }).click();
      await release()
        .getByText(/^Published: agenda v1/u)
        .waitFor();
    });
    await release().getByText('Nothing has changed since the last version').waitFor();
    await page.waitForTimeout(5000);
  });

  it('while one motion is withdrawn, until it is said what that changes', async () => {
    await page.getByRole('textbox', { name: 'Find by number or words' }).fill('1234');
    await page.getByRole('button', { name: 'Withdraw Motion 1234' }).waitFor();
    await toldTasks(page, 'one motion withdrawn', async () => {
      await page.getByRole('button', { name: 'Withdraw Motion 1234' }).click();
      await release().getByText('1 motion withdrawn', { exact: true }).waitFor();
    });
  });

  it('while that is published', async () => {
    await toldTasks(page, 'second version published', async () => {
      await release().getByRole('button', { name: 'Sign and publish' }).click();
      await release()
        .getByText(/^Published: agenda v2/u)
        .waitFor();
    });
  });
});

/** Puts the agenda into the data folder's journal, as if it had been imported. */
async function keepPapersBefore(): Promise<void> {
  const refused = async () => fail({ kind: 'cancelled' as const });
  const host = await openDesktopHost({
    folder: shell.dataFolder,
    appVersion: '0.0.0',
    now: Date.now,
    newId: () => crypto.randomUUID(),
    fetch: globalThis.fetch,
    shell: {
      shell: 'browser',
      lacks: [],
      saveFile: refused,
      printPdf: async () => fail({ kind: 'no-printer' }),
      takeOpenedFiles: async () => [],
      openExternal: refused,
    },
  });
  if (!host.ok) throw new Error(host.error.kind);
  const deeds = importedPapers();
  for (let at = 0; at < deeds.length; at += 1000) {
    const kept = await host.value.api.appendToJournal({ store: 'own', deeds: deeds.slice(at, at + 1000) });
    if (!kept.ok) throw new Error(kept.error.kind);
  }
  await host.value.close();
}

function importedPapers(): readonly JournalDeed[] {
  const papers = readRecords(largeConferenceRecords(before), before);
  if (!papers.ok) throw new Error(papers.error.where);
  const own = { conferenceId: conferenceId('imported'), origin: 'delegate' } as const;
  const idHere = (id: string): string => `imported-${id.slice(before.length + 1)}`;
  return [
    deedOf('conference.set', own.conferenceId, { id: own.conferenceId, title: 'Agenda as imported' }),
    ...papers.value.motions.map((motion) => {
      const id = motionId(idHere(motion.id));
      return deedOf('motion.set', id, { ...motion, ...own, id });
    }),
    ...papers.value.amendments.map((amendment) => {
      const id = amendmentId(idHere(amendment.id));
      const on = motionId(idHere(amendment.motionId));
      return deedOf('amendment.set', id, {
        ...amendment,
        ...own,
        id,
        motionId: on,
        instruction: `Amend as in ${amendment.number ?? ''}.`,
      });
    }),
  ];
}
