// Sending to an office whose folder is an S3 store: connected, tried out and submitted to through the screens. Needs the
// build in `dist/`.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { s3Key, startS3Server, type S3Server } from '../adversary/s3-server';
import { openOffice, type ConferenceOffice } from './conference-office';
import { draftSaved, goToEndOf, openPaper, reads } from './delegate';
import { lookAtScreen } from './look-at-screen';
import { inBrowser } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'sending-s3-'));
const shell = inBrowser(join(folder, 'delegate'));
/** Milliseconds for what a passphrase costs on a busy computer. */
const patience = 60_000;
const passphrase = 'seven green lamps on the quay';

let server: S3Server;
let office: ConferenceOffice;
let page: Page;

beforeAll(async () => {
  server = await startS3Server('inbox');
  office = await openOffice(mkdtempSync(join(folder, 'office-')));
  office.publish('first');
  page = await shell.start();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await goTo('#/connect');
  await page.getByRole('textbox', { name: 'Address of the office' }).fill(office.address);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Use these papers' }).click();
  await page.getByText('You now have agenda v').first().waitFor();
});

afterAll(async () => {
  await shell.close();
  await office?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function goTo(path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

const form = () => page.getByRole('form', { name: 'Connect a folder: to the conference office' });

async function connect(bucket: string): Promise<void> {
  await form()
    .getByRole('textbox', { name: 'Address of the folder' })
    .fill(`http://127.0.0.1:${server.port}/${bucket}`);
  await form().getByRole('button', { name: 'Connect this folder' }).click();
}

it('an S3 store that has no such bucket is not connected, and the form says why', async () => {
  await goTo('#/folders');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await page.getByRole('form', { name: 'Choose a passphrase' }).waitFor({ state: 'detached', timeout: patience });
  await form().getByText('S3 store').click();
  await form().getByRole('textbox', { name: 'Access key' }).fill(s3Key);
  await form().getByRole('textbox', { name: 'Secret key' }).fill(s3Key);
  await connect('nowhere');
  await form().getByText('There is no folder at this address. Check it for a slip.').waitFor({ timeout: patience });
  expect(await lookAtScreen(page, 'folders, an S3 store refused')).toEqual([]);
});

it('one that is there is tried out, and says what it can do', async () => {
  await connect('inbox');
  await form().waitFor({ state: 'detached', timeout: patience });
  await reads(page, /^S3 store · opened with/u);
  await reads(page, 'It tells what is in it: yes.');
});

it('what is submitted is delivered there', async () => {
  await openPaper(page, 'Late buses for late shifts');
  await page
    .getByRole('link', { name: /^Draft (?:an amendment|another|amendment)/u })
    .first()
    .click();
  await goToEndOf(page, 'Put those times before the bus companies');
  await page.keyboard.type(' and the ferries');
  await draftSaved(page);
  await goTo('#/amendments');
  await page.getByRole('link', { name: 'Submit to the conference office' }).click();
  await page.getByRole('textbox', { name: 'Submitted by' }).fill('Old Town Branch');
  await page.getByRole('button', { name: 'Submit this amendment' }).click();
  await page
    .getByText(/^Delivered to the office’s folder/u)
    .first()
    .waitFor({ timeout: patience });
  const written = readdirSync(server.folder, { recursive: true, encoding: 'utf8' });
  expect(written.filter((path) => /inbox.*head\.json/u.test(path))).not.toEqual([]);
  expect(shell.faults.heard()).toEqual([]);
});
