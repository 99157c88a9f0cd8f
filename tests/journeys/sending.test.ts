// What a delegate sends, on real servers: to the office and back by its receipt, over a line that breaks, through a power
// cut, and among the delegation. Needs the build in `dist/`.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, rostrum, type ConferenceOffice } from './conference-office';
import { draftSaved, goToEndOf, openPaper, reads } from './delegate';
import { startFolderServer, type FolderServer } from './folder-server';
import { lookAtScreen } from './look-at-screen';
import { inBrowser, type BrowserShell } from './shells';

/** Milliseconds for what a passphrase costs on a busy computer. */
const patience = 60_000;
const passphrase = 'seven green lamps on the quay';
const clause = 'Put those times before the bus companies';

let folder = '';
let server: FolderServer;
let office: ConferenceOffice;
let anna: BrowserShell;
let bela: BrowserShell;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sending-'));
  server = await startFolderServer();
  office = await openOffice(folder, server.address);
  office.publish('first');
  writeFileSync(join(folder, 'credentials.json'), JSON.stringify({ user: server.user, password: server.password }));
  for (const name of ['anna', 'bela']) mkdirSync(join(folder, name));
  anna = inBrowser(join(folder, 'anna'));
  bela = inBrowser(join(folder, 'bela'));
  page = await start(anna);
  await takePapers(page);
});

afterAll(async () => {
  await anna?.close();
  await bela?.close();
  await office?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Fades would be seen half-way by what looks at the screens. */
async function start(shell: BrowserShell): Promise<Page> {
  const opened = await shell.start();
  await opened.emulateMedia({ reducedMotion: 'reduce' });
  return opened;
}

async function goTo(on: Page, path: string): Promise<void> {
  await on.evaluate((to) => {
    location.hash = to;
  }, path);
}

async function takePapers(on: Page): Promise<void> {
  await goTo(on, '#/connect');
  await on.getByRole('textbox', { name: 'Address of the office' }).fill(office.address);
  await on.getByRole('button', { name: 'Connect', exact: true }).click();
  await on.getByRole('button', { name: 'Use these papers' }).click();
  await on.getByText('You now have agenda v').first().waitFor();
}

/** Fetches the newest papers of the office that is connected already. */
async function takeNews(on: Page, version: number): Promise<void> {
  await goTo(on, '#/connect');
  await on.getByRole('button', { name: 'Look for news' }).click();
  await on.getByRole('button', { name: 'Use these papers' }).click();
  await on.getByText(`You now have agenda v${version}`).first().waitFor();
}

async function chooseName(on: Page, name: string): Promise<void> {
  await goTo(on, '#/folders');
  await on.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await on.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
  await on.getByRole('button', { name: 'Use this passphrase' }).click();
  await on.getByRole('form', { name: 'Choose a passphrase' }).waitFor({ state: 'detached', timeout: patience });
  await on.getByRole('textbox', { name: 'Your name, as others read it' }).fill(name);
}

async function connectFolder(on: Page, purpose: 'to the conference office' | 'with your delegation'): Promise<void> {
  await goTo(on, '#/folders');
  const form = on.getByRole('form', { name: `Connect a folder: ${purpose}` });
  await form.getByRole('textbox', { name: 'Address of the folder' }).fill(server.address);
  await form.getByRole('textbox', { name: 'User name (if it needs one)' }).fill(server.user);
  await form.getByRole('textbox', { name: 'Password' }).fill(server.password);
  await form.getByRole('button', { name: 'Connect this folder' }).click();
  await form.waitFor({ state: 'detached', timeout: patience });
}

/** Drafts an amendment to motion 1 that adds `words`, and submits it; `look` is done before the last press. */
async function submit(words: string, look?: () => Promise<void>): Promise<void> {
  await openPaper(page, 'Late buses for late shifts');
  await page
    .getByRole('link', { name: /^Draft (?:an amendment|another|amendment)/u })
    .first()
    .click();
  await goToEndOf(page, clause);
  await page.keyboard.type(` ${words}`);
  await draftSaved(page);
  await goTo(page, '#/amendments');
  const item = page.getByRole('listitem').filter({ hasText: words });
  await item.getByRole('link', { name: 'Submit to the conference office' }).click();
  await page.getByRole('textbox', { name: 'Submitted by' }).fill('Old Town Branch');
  await look?.();
  await page.getByRole('button', { name: 'Submit this amendment' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sent to the conference office' }).waitFor();
}

/** The submission that adds `words`, on the page of everything sent. */
const sent = (words: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: words }).first();

type Listed = { readonly id: string; readonly standing: string; readonly wording: string; readonly device: string };

function inbox(...more: readonly string[]): readonly Listed[] {
  const credentials = ['--credentials', join(folder, 'credentials.json')];
  const out = rostrum('inbox', server.direct, '--keys', office.keys, '--json', ...credentials, ...more);
  const read: { submissions: readonly Listed[] } = JSON.parse(out);
  return read.submissions;
}

const inInbox = (words: string): readonly Listed[] => inbox().filter(({ wording }) => wording.includes(words));

describe('an amendment', () => {
  it('submitted before there is any folder waits, and says how it can go', async () => {
    await submit('and not after');
    await sent('and not after').getByText('Submitted; waiting to be sent').waitFor();
    await reads(page, 'No folder of the office is connected on this computer.');
    expect(await lookAtScreen(page, 'sent, without a folder')).toEqual([]);
  });

  it('goes as a file, which the office’s command takes', async () => {
    await chooseName(page, 'Anna Wick');
    await goTo(page, '#/sent');
    const file = await anna.saved(page, async () =>
      page.getByRole('button', { name: 'Save as a file for the office' }).click(),
    );
    expect(file.name).toMatch(/^submissions-.*\.rostrum$/u);
    writeFileSync(join(folder, file.name), file.bytes);
    const read = JSON.parse(rostrum('inbox', join(folder, file.name), '--keys', office.keys, '--json'));
    expect(read).toMatchObject({ troubles: [], submissions: [{ standing: 'waiting', from: 'Anna Wick' }] });
  });

  it('is delivered as soon as the folder that the conference names is connected, and counts once', async () => {
    await goTo(page, '#/folders');
    const form = page.getByRole('form', { name: 'Connect a folder: to the conference office' });
    expect(await form.getByRole('textbox', { name: 'Address of the folder' }).inputValue()).toBe(server.address);
    expect(await lookAtScreen(page, 'folders, to be connected')).toEqual([]);
    await connectFolder(page, 'to the conference office');
    await reads(page, /It accepts safe overwrites: (?:yes|no)/u);
    await goTo(page, '#/sent');
    await sent('and not after')
      .getByText(/^Delivered to the office’s folder/u)
      .waitFor({ timeout: patience });
    expect(inInbox('and not after')).toMatchObject([{ standing: 'waiting' }]);
  });

  it('is received, and accepted, as the office’s papers say', async () => {
    const [{ id, device } = { id: '', device: '' }] = inInbox('and not after');
    rostrum('keys', 'roster', office.keys, '--add', device, '--name', 'Anna Wick', '--delegation', 'Old Town');
    const second = office.publish('first');
    await takeNews(page, second.version);
    await goTo(page, '#/sent');
    await sent('and not after').getByText('Received by the conference office').waitFor();
    inbox('--accept', id, '--number', '1.1');
    await takeNews(page, office.publish('first').version);
    await goTo(page, '#/sent');
    await sent('and not after').getByText('Accepted').waitFor();
    await sent('and not after').getByRole('link', { name: 'as 1.1' }).waitFor();
    await goTo(page, '#/amendments');
    await page.getByRole('listitem').filter({ hasText: 'and not after' }).getByText('Accepted').first().waitFor();
  });

  it('refused by the office shows why', async () => {
    await submit('every night', async () =>
      expect(await lookAtScreen(page, 'an amendment about to be submitted')).toEqual([]),
    );
    await sent('every night')
      .getByText(/^Delivered to the office’s folder/u)
      .waitFor({ timeout: patience });
    const [{ id } = { id: '' }] = inInbox('every night');
    inbox('--refuse', id, '--why', 'It came too late.');
    await takeNews(page, office.publish('first').version);
    await goTo(page, '#/sent');
    await sent('every night').getByText('Not accepted: It came too late.').waitFor();
  });

  it('submitted while the line is cut waits, says until when, and goes when it is mended', async () => {
    server.cut();
    await submit('in both directions');
    await reads(page, /^Not sent yet – will try again in \d+ s\. .* What you wrote is safe on this computer\.$/u);
    await sent('in both directions').getByText('Submitted; waiting to be sent').waitFor();
    expect(await lookAtScreen(page, 'sent, while the line is cut')).toEqual([]);
    server.mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await sent('in both directions')
      .getByText(/^Delivered to the office’s folder/u)
      .waitFor({ timeout: patience });
    expect(inInbox('in both directions')).toHaveLength(1);
  });

  it('taken back is told to the office', async () => {
    await sent('in both directions').getByRole('button', { name: 'Take it back' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).press('Enter');
    await sent('in both directions').getByText('Taken back', { exact: true }).waitFor();
    expect(inInbox('in both directions')).toMatchObject([{ standing: 'withdrawn' }]);
  });

  it('that had been written when the power failed, and was not yet remembered as sent, is not sent twice', async () => {
    const written = server.swallowAnswersToHead();
    await submit('at every stop');
    await written;
    await pause(200);
    await anna.kill();
    server.mend();
    expect(inInbox('at every stop')).toHaveLength(1);
    page = await start(anna);
    await goTo(page, '#/sent');
    await sent('at every stop').getByText('Submitted; waiting to be sent').waitFor();
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await sent('at every stop')
      .getByText(/^Delivered to the office’s folder/u)
      .waitFor({ timeout: patience });
    expect(inInbox('at every stop')).toMatchObject([{ standing: 'waiting' }]);
  });

  it('that the folder has lost is sent again, and that is said', async () => {
    const before = inbox().length;
    const [conference = ''] = readdirSync(join(server.folder, 'dav', 'inbox'));
    rmSync(join(server.folder, 'dav', 'inbox', conference), { recursive: true });
    // lighttpd remembers for a moment what stood there.
    await pause(4000);
    await page.getByRole('button', { name: 'Send now' }).click();
    const words = page
      .getByRole('main')
      .getByText(/^The folder lost \d+ of your changes\. They have been sent again\.$/u);
    await words.waitFor({ timeout: patience });
    expect(inbox()).toHaveLength(before);
  });
});

const comments = (on: Page) => on.getByRole('list', { name: 'Comments' }).getByRole('listitem');

async function comment(on: Page, words: string): Promise<void> {
  await on.getByRole('textbox', { name: 'Comment for your delegation' }).fill(words);
  await on.getByRole('button', { name: 'Share this comment' }).press('Enter');
  await comments(on).filter({ hasText: words }).waitFor();
}

async function fetchNow(on: Page): Promise<void> {
  await goTo(on, '#/folders');
  await on.getByRole('button', { name: 'Send and fetch now' }).last().click();
  await on
    .getByText(/Everything is sent\.|sent at/u)
    .last()
    .waitFor();
  await openPaper(on, 'Late buses for late shifts');
}

describe('a delegation', () => {
  let other: Page;

  it('says on the motion how to begin, and nothing leaves before that', async () => {
    await openPaper(page, 'Late buses for late shifts');
    await reads(page, 'Comments and positions, shared with your delegation alone.');
    await page.getByRole('link', { name: 'Connect the folder you share' }).click();
    await connectFolder(page, 'with your delegation');
  });

  it('reads what its members say, a name only where the office vouches for it', async () => {
    other = await start(bela);
    await goTo(other, '#/sent');
    await reads(other, 'Nothing submitted yet.');
    expect(await lookAtScreen(other, 'sent, with nothing')).toEqual([]);
    await goTo(other, '#/folders');
    await reads(other, 'No conference office yet.');
    expect(await lookAtScreen(other, 'folders, without an office')).toEqual([]);
    await takePapers(other);
    await chooseName(other, 'The general secretary');
    await connectFolder(other, 'with your delegation');
    await openPaper(page, 'Late buses for late shifts');
    await comment(page, 'Ask the depot first: https://depot.example/nights.\nThen decide.');
    await page.getByRole('combobox', { name: 'Where I stand, for my delegation to see' }).selectOption('Support');
    await openPaper(other, 'Late buses for late shifts');
    await comment(other, '<b>Bold</b> claims <script>alert(1)</script>');
    await fetchNow(page);
    await fetchNow(other);
    await comments(other).filter({ hasText: 'Anna Wick, Old Town' }).getByText('Ask the depot first').waitFor();
    await other.getByRole('list', { name: 'Where others stand' }).getByText('Support').waitFor();
    await fetchNow(page);
    const unknown = comments(page).filter({ hasText: 'A device not yet vouched for' });
    await unknown.getByText('<b>Bold</b> claims <script>alert(1)</script>').waitFor();
    expect(await page.getByText('The general secretary').count()).toBe(1);
    expect(await lookAtScreen(page, 'a motion with what the delegation says')).toEqual([]);
  });

  it('loses no word of a comment that was half typed when the window was loaded anew', async () => {
    const field = page.getByRole('textbox', { name: 'Comment for your delegation' });
    await page.getByRole('combobox', { name: 'About' }).selectOption('amendment 1.1');
    await field.pressSequentially('Vote for this one, be');
    await page.reload();
    await openPaper(page, 'Late buses for late shifts');
    await expect.poll(async () => field.inputValue()).toBe('Vote for this one, be');
    expect(await page.getByRole('combobox', { name: 'About' }).locator('option:checked').innerText()).toBe(
      'amendment 1.1',
    );
    await field.press('End');
    await page.keyboard.type('cause it costs nothing');
    await page.keyboard.press('Control+Enter');
    await comments(page)
      .filter({ hasText: 'on amendment 1.1' })
      .getByText('Vote for this one, because it costs nothing')
      .waitFor();
    expect(await field.inputValue()).toBe('');
    await page.reload();
    await openPaper(page, 'Late buses for late shifts');
    await comments(page).filter({ hasText: 'Vote for this one' }).waitFor();
    expect(await field.inputValue()).toBe('');
  });

  it('says with keys alone why a member stands there, and changes it', async () => {
    await page.getByRole('button', { name: 'Say why' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('The depot agrees');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The depot agrees', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Why, in a few words' }).waitFor({ state: 'detached' });
    await expect.poll(async () => page.evaluate(() => document.activeElement?.textContent)).toBe('Change why');
    const own = comments(page).filter({ hasText: 'Vote for this one' });
    await own.getByRole('button', { name: 'Change' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(', and half');
    await page.reload();
    await openPaper(page, 'Late buses for late shifts');
    const changing = page.getByRole('textbox', { name: 'Your comment' });
    await expect.poll(async () => changing.inputValue()).toBe('Vote for this one, because it costs nothing, and half');
    await page.getByRole('button', { name: 'Leave as it was' }).press('Enter');
    await changing.waitFor({ state: 'detached' });
    await own.getByText('Vote for this one, because it costs nothing').waitFor();
    await fetchNow(page);
    await fetchNow(other);
    const stands = other.getByRole('list', { name: 'Where others stand' });
    await stands.getByText(/Anna Wick, Old Town: The depot agrees/u).waitFor();
    await comments(other).filter({ hasText: 'Vote for this one' }).waitFor();
  });

  it('opens an address only after asking, and shows where it leads', async () => {
    const asked = other.waitForEvent('dialog');
    const pressing = comments(other)
      .getByRole('link', { name: /^https:\/\/depot\.example\/nights/u })
      .click();
    const dialog = await asked;
    expect(dialog.message()).toContain('depot.example');
    await dialog.dismiss();
    await pressing;
    expect(other.context().pages()).toHaveLength(1);
  });

  it('comes to the same words on both sides, edited and taken back', async () => {
    const own = comments(other).filter({ hasText: 'Bold' });
    await own.getByRole('button', { name: 'Change' }).click();
    await other.getByRole('textbox', { name: 'Your comment' }).fill('Quiet claims');
    await other.getByRole('button', { name: 'Change it' }).click();
    await comments(page).filter({ hasText: 'Ask the depot' }).getByRole('button', { name: 'Take back' }).click();
    await comments(page).getByText('Taken back.').waitFor();
    await fetchNow(other);
    await fetchNow(page);
    await fetchNow(other);
    for (const on of [page, other]) {
      await comments(on).filter({ hasText: 'Quiet claims' }).getByText('edited').waitFor();
      await comments(on).getByText('Taken back.').waitFor();
      expect(await on.getByText('Ask the depot first').count()).toBe(0);
    }
  });

  it('signs what it shares, and the passphrase stays here', () => {
    const heads = readdirSync(join(server.folder, 'dav', 'team'), { recursive: true, encoding: 'utf8' });
    const envelopes = heads.filter((name) => name.endsWith('head.json'));
    expect(envelopes).toHaveLength(2);
    for (const name of envelopes) {
      expect(readFileSync(join(server.folder, 'dav', 'team', name), 'utf8')).not.toContain(passphrase);
    }
  });
});

describe('a passphrase that was forgotten', () => {
  it('is given up for a new key, with which what waits is sent, once', async () => {
    await anna.kill();
    page = await start(anna);
    await submit('by the harbour');
    await sent('by the harbour').getByText('Submitted; waiting to be sent').waitFor();
    await page.getByRole('textbox', { name: 'Passphrase' }).fill('what was it');
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await page.getByText('This is not the passphrase that the key lies under.').waitFor({ timeout: patience });
    await page.getByRole('button', { name: 'I have lost it: go on with a new key' }).click();
    expect(await lookAtScreen(page, 'a key about to be given up')).toEqual([]);
    await page.getByRole('button', { name: 'Go on with a new key', exact: true }).click();
    await page.getByRole('form', { name: 'Choose a passphrase' }).waitFor();
    await chooseName(page, 'Anna Wick');
    await reads(page, /^Not sent yet\. The password of this folder is lost/u);
    for (const purpose of ['to the conference office', 'with your delegation'] as const) {
      const section = page.getByRole('region', { name: purpose });
      await section.getByRole('button', { name: 'Forget this folder' }).click();
      await connectFolder(page, purpose);
    }
    await goTo(page, '#/sent');
    await sent('by the harbour')
      .getByText(/^Delivered to the office’s folder/u)
      .waitFor({ timeout: patience });
    expect(inInbox('by the harbour')).toHaveLength(1);
    expect(inInbox('at every stop')).toHaveLength(1);
  });
});

it('leaves nothing in the consoles', () => {
  const heard = [...anna.faults.heard(), ...bela.faults.heard()];
  // The page of the one whose power failed had asked for something.
  expect(heard.filter((line) => !/net::ERR_CONNECTION_(?:RESET|REFUSED)/u.test(line))).toEqual([]);
});
