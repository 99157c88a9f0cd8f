// One delegate, two laptops, and one WebDAV folder on a real server: set up, joined, written on at the same time, lost
// and restored. Needs the build in `dist/`, and lighttpd.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { password, serverKinds, startServer, user, type DavServer } from '../adversary/dav-servers';
import { officeTitle, openOffice, type ConferenceOffice } from './conference-office';
import { draftSaved, dropOnWindow, goToEndOf, openConference, openPaper, reads, retype, writeNote } from './delegate';
import { lookAtScreen } from './look-at-screen';
import { picture } from './pictures';
import { inBrowser, type BrowserShell } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'own-devices-'));
const title = 'Late buses for late shifts';
const shells = ['desk', 'bag', 'new'].map((name) => inBrowser(join(folder, name)));
const stairs = `4. Safe stairs

Conference notes that the stairs of the hall are steep and dark.

Conference instructs the executive to put up a rail.
`;
const passphrase = 'seven green lamps';

let server: DavServer;
let office: ConferenceOffice;
let desk: Page;
let bag: Page;
/** What the delegate wrote down when the kit was shown. */
const sheets = { kit: '', words: '' };

beforeAll(async () => {
  const [lighttpd] = serverKinds;
  if (lighttpd === undefined) throw new Error('no server');
  server = await startServer(lighttpd);
  office = await openOffice(mkdtempSync(join(folder, 'office-')));
  office.publish('first');
  desk = await start('desk');
  bag = await start('bag');
});

afterAll(async () => {
  for (const shell of shells) await shell.close();
  await server.stop();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

function shellOf(name: 'desk' | 'bag' | 'new'): BrowserShell {
  const shell = shells[['desk', 'bag', 'new'].indexOf(name)];
  if (shell === undefined) throw new Error(name);
  return shell;
}

async function start(name: 'desk' | 'bag' | 'new'): Promise<Page> {
  const page = await shellOf(name).start();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page;
}

const press = async (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Gets the office's papers, which have the same names on every computer. */
async function connect(page: Page): Promise<void> {
  await goTo(page, '#/connect');
  await page.getByRole('textbox', { name: 'Address of the office' }).fill(office.address);
  await press(page, 'Connect');
  await press(page, 'Use these papers');
  await page.getByRole('link', { name: 'Read the papers' }).click();
  await page.getByRole('heading', { level: 1, name: officeTitle }).waitFor();
}

/** Goes to the page, chooses a passphrase and connects the folder, as on each new computer. */
async function prepare(page: Page): Promise<void> {
  await goTo(page, '#/settings');
  await page.getByRole('link', { name: 'Your devices' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your devices' }).waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await press(page, 'Use this passphrase');
  await page.getByLabel('Address of the folder').fill(server.address);
  await page.getByLabel(/^User name/u).fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Connect this folder');
  // The password goes under the passphrase, which takes its time by design, and the folder is tried out.
  await page.getByLabel('What do you call this computer?').waitFor({ timeout: 60_000 });
}

async function sync(page: Page): Promise<void> {
  await goTo(page, '#/devices');
  await page.getByRole('button', { name: 'Send and fetch now' }).click();
  await page.getByText(/^Everything written here is in your folder/u).waitFor();
  await expect.poll(async () => page.getByRole('button', { name: 'Send and fetch now' }).isEnabled()).toBe(true);
}

const focused = async (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent.trim());

async function notesOn(page: Page): Promise<readonly string[]> {
  await goTo(page, '#/notes');
  await page.getByRole('heading', { level: 1, name: 'Notes' }).waitFor();
  await page.waitForTimeout(500);
  return page
    .getByRole('main')
    .getByText(/lantern|tram|harbour/u)
    .allInnerTexts();
}

it('the first computer: a passphrase, a folder, a kit that is shown once', async () => {
  await connect(desk);
  await openPaper(desk, title);
  await writeNote(desk, 'Ask the harbour branch about the lantern');
  await goTo(desk, '#/devices');
  await reads(desk, 'Choose a passphrase');
  await prepare(desk);
  expect(await lookAtScreen(desk, 'devices, to begin')).toEqual([]);
  await desk.getByLabel('What do you call this computer?').fill('Desk');
  await press(desk, 'Make my recovery kit');
  await desk.getByRole('heading', { name: 'Your recovery kit' }).waitFor({ timeout: 60_000 });
  expect(await lookAtScreen(desk, 'devices, the kit')).toEqual([]);
  const words = await desk.getByRole('main').getByRole('listitem').allInnerTexts();
  expect(words).toHaveLength(6);
  sheets.words = words.join(' ');
  sheets.kit = await desk.locator('pre').innerText();
  expect(await desk.getByRole('button', { name: 'Finish setting up' }).isDisabled()).toBe(true);
  const page = await shellOf('desk').saved(desk, async () => press(desk, 'Save as web page to print'));
  expect(page.bytes.toString('utf8')).toContain(words[0]);
  await desk.getByText('I have both sheets on paper').click();
  await press(desk, 'Finish setting up');
  await desk.getByRole('heading', { name: 'Your computers' }).waitFor({ timeout: 60_000 });
  await reads(desk, /^Everything written here is in your folder/u);
});

it('a second computer joins when both screens show the same words', async () => {
  await connect(bag);
  await prepare(bag);
  await bag.getByLabel('What do you call this computer?').fill('Bag');
  await bag.getByText('Another computer of mine is set up already').click();
  await press(bag, 'Ask the other computer');
  await bag.getByRole('heading', { name: 'Bag asks to join your computers' }).waitFor({ timeout: 60_000 });
  expect(await lookAtScreen(bag, 'devices, asking')).toEqual([]);
  const text = await bag.getByText(/^rostrum-device:/u).innerText();
  const asked = await bag.getByRole('main').locator('p[class*=checkWords]').first().innerText();
  await press(bag, 'Look for the answer');
  await reads(bag, /^Nothing there yet/u);

  await desk.getByLabel('What the other computer shows').fill('something else');
  await press(desk, 'Read it');
  await reads(desk, /^This is not what the other computer shows/u);
  await desk.getByLabel('What the other computer shows').fill(text);
  await press(desk, 'Read it');
  expect(await desk.locator('p[class*=checkWords]').innerText()).toBe(asked);
  await press(desk, 'They are the same: add it');
  await reads(desk, /^Bag is on the list/u);
  const six = await desk
    .getByText(/^Bag is on the list/u)
    .locator('strong')
    .innerText();

  await press(bag, 'Look for the answer');
  await bag.getByText(/Does the other screen show/u).waitFor();
  expect(await bag.locator('p[class*=checkWords]').last().innerText()).toBe(six);
  await press(bag, 'They are the same: join');
  await bag.getByRole('heading', { name: 'Your computers' }).waitFor({ timeout: 60_000 });
  await reads(bag, /^Everything written here is in your folder|^Nothing was sent from here yet/u);
  expect(await lookAtScreen(bag, 'devices, two')).toEqual([]);
});

it('a note on the one is on the other; what is changed on both at once stands side by side', async () => {
  expect(await notesOn(bag)).toEqual(['Ask the harbour branch about the lantern']);
  for (const [page, words] of [
    [desk, 'Ask the harbour branch about the lantern, at the desk'],
    [bag, 'Ask the harbour branch about the lantern, on the tram'],
  ] as const) {
    await notesOn(page);
    await press(page, 'Edit this note');
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill(words);
    await page.getByText(/^Saved .* on this computer$/u).waitFor();
    await press(page, 'Done');
  }
  for (const page of [desk, bag, desk, bag]) await sync(page);
  for (const page of [desk, bag]) {
    const shown = await notesOn(page);
    expect(shown.toSorted()).toEqual([
      'Ask the harbour branch about the lantern, at the desk',
      'Ask the harbour branch about the lantern, on the tram',
    ]);
  }
  await reads(desk, 'Two versions of this note');
  expect(await lookAtScreen(desk, 'notes, two versions')).toEqual([]);
  await desk.getByRole('button', { name: 'Keep both' }).click();
  await desk.getByText('Two versions of this note').waitFor({ state: 'detached' });
  expect(await notesOn(desk)).toHaveLength(2);
});

it('an amendment submitted on the one says on the other which computer can take it back', async () => {
  await openPaper(desk, title);
  await desk
    .getByRole('link', { name: /^Draft (?:an amendment|another|amendment)/u })
    .first()
    .click();
  await goToEndOf(desk, 'Put those times before the bus companies');
  await desk.keyboard.type(' and the harbour');
  await draftSaved(desk);
  await goTo(desk, '#/amendments');
  await desk.getByRole('link', { name: 'Submit to the conference office' }).click();
  await desk.getByRole('textbox', { name: 'Submitted by' }).fill('Old Town Branch');
  await press(desk, 'Submit this amendment');
  await desk.getByRole('heading', { level: 1, name: 'Sent to the conference office' }).waitFor();
  for (const page of [desk, bag]) await sync(page);
  await goTo(bag, '#/amendments');
  await reads(bag, /^Submitted from your other computer, “.+”; it can be taken back there, not here\.$/u);
});

it('a paper brought in on the one is on the other, with its note and its draft', async () => {
  const file = join(folder, 'stairs.txt');
  writeFileSync(file, stairs);
  await openConference(desk, officeTitle);
  await dropOnWindow(desk, [file]);
  await desk.getByRole('button', { name: /^Keep (?:this|1) paper/u }).click();
  await desk.getByRole('heading', { level: 1, name: 'Safe stairs' }).waitFor();
  await writeNote(desk, 'Who pays for the rail?');
  await desk.getByRole('link', { name: 'Draft an amendment' }).click();
  await retype(desk, { clause: 'steep and dark', from: 'steep', to: 'narrow' });
  await draftSaved(desk);
  for (const page of [desk, bag]) await sync(page);
  await openConference(bag, officeTitle);
  await openPaper(bag, 'Safe stairs');
  await reads(bag, 'Who pays for the rail?');
  await reads(bag, /narrow/u);
  await picture(bag, 'devices, a paper of the other');
});

it('nothing of it can be read in the folder', () => {
  const files = served(server.folder);
  expect(files.length).toBeGreaterThan(3);
  for (const { path, text } of files) {
    expect(text, path).not.toMatch(/lantern|harbour|Late buses|stairs|note\.set|motion\.set|seven green/iu);
    for (const word of sheets.words.split(' ')) expect(path.includes('/o/') ? '' : text, path).not.toContain(word);
  }
});

it('a computer that was removed fetches nothing that is written from then on', async () => {
  await goTo(desk, '#/devices');
  // By the keyboard alone: the dialog takes the focus, and its safe answer comes first.
  await desk.getByRole('button', { name: 'Remove Bag' }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog', { name: 'Remove Bag?' }).waitFor();
  await picture(desk, 'devices, removing');
  for (let tabs = 0; tabs < 4; tabs += 1) {
    if ((await focused(desk)) === 'Remove it') break;
    await desk.keyboard.press('Tab');
  }
  expect(await focused(desk)).toBe('Remove it');
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: 'Remove Bag' }).waitFor({ state: 'detached', timeout: 60_000 });
  await openConference(desk, officeTitle);
  await openPaper(desk, title);
  await writeNote(desk, 'Only the desk knows of this lantern');
  await sync(desk);
  await goTo(bag, '#/devices');
  await bag.getByRole('button', { name: 'Send and fetch now' }).click();
  await reads(bag, /^This computer was taken off your list/u);
  await picture(bag, 'devices, removed');
  expect(await notesOn(bag)).not.toContain('Only the desk knows of this lantern');
});

it('after a start it is locked, says so, and goes on with the passphrase', async () => {
  await shellOf('desk').close();
  desk = await start('desk');
  await goTo(desk, '#/devices');
  await reads(desk, 'Private notes are not being backed up: unlock or restore your key.');
  await picture(desk, 'devices, locked');
  await desk.getByLabel('Passphrase', { exact: true }).fill('six green lamps');
  await press(desk, 'Unlock');
  await reads(desk, 'This is not the passphrase that the key lies under.');
  await desk.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await press(desk, 'Unlock');
  await desk.getByRole('heading', { name: 'Your computers' }).waitFor({ timeout: 60_000 });
  expect(await desk.getByText('Private notes are not being backed up').count()).toBe(0);
});

it('with every computer lost, the kit and its six words bring all notes back', async () => {
  const fresh = await start('new');
  await connect(fresh);
  await prepare(fresh);
  await fresh.getByLabel('What do you call this computer?').fill('New');
  await fresh.getByText('I have a recovery kit').click();
  await fresh.getByLabel('The kit (sheet 1)').fill(sheets.kit);
  await fresh.getByLabel('The six words (sheet 2)').fill('zzz');
  await press(fresh, 'Restore my notes');
  await reads(fresh, 'A kit is opened by six words; these are 1.');
  await picture(fresh, 'devices, restoring');
  await fresh.getByLabel('The six words (sheet 2)').fill(sheets.words.toUpperCase());
  await press(fresh, 'Restore my notes');
  await fresh.getByRole('heading', { name: 'Your computers' }).waitFor({ timeout: 90_000 });
  expect(await notesOn(fresh)).toHaveLength(3);
  for (const shell of shells) expect(shell.faults.heard()).toEqual([]);
});

function served(at: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    return statSync(path).isDirectory() ? served(path) : [{ path, text: readFileSync(path, 'latin1') }];
  });
}
