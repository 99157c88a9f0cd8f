// A clerk and a delegate, each in the app, with real servers between them: publishing to WebDAV, stopped half-way
// and done again, and what becomes of submissions that are accepted, refused, taken back and sent as a file. Needs `dist/`.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password, serverKinds, startServer, user, type DavServer } from '../adversary/dav-servers';
import { freePort, officeTitle, serve } from './conference-office';
import { chooseFiles, draftSaved, goToEndOf, openPaper } from './delegate';
import { lookAtScreen } from './look-at-screen';
import { inBrowser, type Shell } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'office-and-delegate-'));
const agenda = join(import.meta.dirname, 'agenda');
const passphrase = 'seven lamps on the quay';
/** Milliseconds for what a passphrase costs on a busy computer. */
const patience = 60_000;

let dav: DavServer;
let site: Awaited<ReturnType<typeof serve>>;
let line: Line;
let office: Shell;
let delegate: Shell;
let page: Page;
let reader: Page;

beforeAll(async () => {
  const [kind] = serverKinds;
  if (kind === undefined) throw new Error('no kind of server');
  dav = await startServer(kind);
  mkdirSync(join(dav.folder, 'dav'), { recursive: true });
  line = await lineTo(dav.port);
  mkdirSync(join(folder, 'web'));
  site = await serve(join(dav.folder, 'dav'), join(folder, 'web'));
  office = inBrowser(join(folder, 'office'));
  delegate = inBrowser(join(folder, 'delegate'));
  page = await start(office);
  reader = await start(delegate);
}, 120_000);

afterAll(async () => {
  await office?.close();
  await delegate?.close();
  await site?.close();
  await line?.close();
  await dav?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Fades would be seen half-way by what looks at the screens. */
async function start(shell: Shell): Promise<Page> {
  const opened = await shell.start();
  await opened.emulateMedia({ reducedMotion: 'reduce' });
  return opened;
}

type Line = {
  readonly address: string;
  /** From the next object that is written on, nothing gets through. */
  readonly holdAtObject: () => void;
  readonly letGo: () => void;
  readonly close: () => Promise<unknown>;
};

/** A line to a server, on which what is written can be held up. */
async function lineTo(far: number): Promise<Line> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let isWatching = false;
  let isHeld = false;
  const server: Server = createServer((near) => {
    const there = connect(far, '127.0.0.1');
    for (const socket of [near, there]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        there.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (isWatching && /^PUT \S*\/o\//u.test(bytes.toString('latin1'))) isHeld = true;
      if (!isHeld) there.write(bytes);
    });
    there.on('data', (bytes) => near.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `http://127.0.0.1:${port}/dav`,
    holdAtObject: () => {
      isWatching = true;
    },
    letGo: () => {
      isWatching = false;
      isHeld = false;
      hangUp();
    },
    close: async () => {
      hangUp();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const goTo = async (on: Page, hash: string): Promise<void> =>
  on.evaluate((address) => {
    globalThis.location.hash = address;
  }, hash);
const room = async (name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Rooms of the office' }).getByRole('link', { name }).click();
const release = () => page.getByRole('region', { name: 'Release' });
const conference = (): string =>
  readdirSync(join(dav.folder, 'dav')).find((name) => /^c[a-z2-7]{26}$/u.test(name)) ?? '';

async function publish(version: number): Promise<void> {
  await release().getByRole('button', { name: /^Sign/u }).click();
  await release()
    .getByText(new RegExp(`^Published: agenda v${version} · `, 'u'))
    .waitFor({ timeout: patience });
}

/** The delegate's app uses what the office published last. */
async function takePapers(version: number): Promise<void> {
  await goTo(reader, '#/connect');
  if (version === 1) {
    await reader.getByRole('textbox', { name: 'Address of the office' }).fill(`${site.address}/${conference()}`);
    await reader.getByRole('button', { name: 'Connect', exact: true }).click();
  } else await reader.getByRole('button', { name: 'Look for news' }).click();
  await reader.getByRole('button', { name: 'Use these papers' }).click();
  await reader.getByText(`You now have agenda v${version}`).first().waitFor();
}

/** Drafts an amendment to motion 1 that adds `words`, and submits it. */
async function submit(words: string): Promise<void> {
  await openPaper(reader, 'Late buses for late shifts');
  await reader
    .getByRole('link', { name: /^Draft (?:an amendment|another|amendment)/u })
    .first()
    .click();
  await goToEndOf(reader, 'Put those times before the bus companies');
  await reader.keyboard.type(` ${words}`);
  await draftSaved(reader);
  await goTo(reader, '#/amendments');
  const item = reader.getByRole('listitem').filter({ hasText: words });
  await item.getByRole('link', { name: 'Submit to the conference office' }).click();
  await reader.getByRole('textbox', { name: 'Submitted by' }).fill('Old Town Branch');
  await reader.getByRole('button', { name: 'Submit this amendment' }).press('Enter');
  await reader.getByRole('heading', { level: 1, name: 'Sent to the conference office' }).waitFor();
}

const sent = (words: string) => reader.getByRole('main').getByRole('listitem').filter({ hasText: words }).first();
const submission = (words: string) =>
  page.getByRole('list', { name: 'Submissions' }).getByRole('listitem').filter({ hasText: words }).first();

async function lookForSubmissions(words: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Look for submissions' }).click();
  await page.getByText(words).waitFor();
}

describe('a clerk and a delegate', { timeout: 120_000 }, () => {
  it('makes a conference that is published on a WebDAV server', async () => {
    await goTo(page, '#/office');
    await page.getByRole('button', { name: 'Make a conference' }).click();
    await page.getByRole('textbox', { name: 'Conference', exact: true }).fill(officeTitle);
    await page.getByRole('textbox', { name: 'Passphrase of the keys' }).fill(passphrase);
    await page.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
    await page.getByRole('button', { name: 'Make the conference' }).click();
    await page.getByRole('heading', { name: 'Where you publish' }).waitFor({ timeout: patience });
    await page.getByRole('button', { name: 'Publish to a server…' }).click();
    const form = page.getByRole('form', { name: 'A folder on a server' });
    await form.getByRole('textbox', { name: 'Address' }).fill(line.address);
    await form.getByRole('textbox', { name: 'Name' }).fill(user);
    await form.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
    await form.getByRole('textbox', { name: /^Passphrase of this computer/u }).fill(passphrase);
    expect(await lookAtScreen(page, 'the office, a folder on a server')).toEqual([]);
    await form.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('(WebDAV folder)').waitFor({ timeout: patience });
  });

  it('stops half-way, when delegates have nothing, and publishes again', async () => {
    await goTo(page, '#/');
    await chooseFiles(
      page,
      'Open papers…',
      ['motion-1.txt', 'motion-2.txt', 'motion-3.txt'].map((name) => join(agenda, name)),
    );
    await page.getByRole('button', { name: 'Keep 3 papers' }).click();
    await page.getByRole('heading', { level: 1, name: officeTitle }).waitFor();
    await goTo(page, '#/office');
    await page.getByRole('list', { name: 'Offices on this computer' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Put in 3 motions' }).click();
    await release().getByText('3 motions added', { exact: true }).waitFor();
    line.holdAtObject();
    await release().getByRole('button', { name: /^Sign/u }).click();
    await release().getByRole('progressbar', { name: 'Writing, and reading back' }).waitFor();
    expect(await lookAtScreen(page, 'the office, publishing')).toEqual([]);
    await release().getByRole('button', { name: 'Stop' }).click();
    await release().getByText('3 motions added', { exact: true }).waitFor();
    line.letGo();
    expect(existsSync(join(dav.folder, 'dav', conference(), 'head.json'))).toBe(false);
    await publish(1);
    await takePapers(1);
  });

  it('takes a submission that came as a file', async () => {
    await goTo(reader, '#/folders');
    await reader.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await reader.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
    await reader.getByRole('button', { name: 'Use this passphrase' }).click();
    await reader.getByRole('form', { name: 'Choose a passphrase' }).waitFor({ state: 'detached', timeout: patience });
    await reader.getByRole('textbox', { name: 'Your name, as others read it' }).fill('Anna Wick');
    await submit('and not after');
    const file = await delegate.saved(reader, async () =>
      reader.getByRole('button', { name: 'Save as a file for the office' }).click(),
    );
    const path = join(folder, file.name);
    writeFileSync(path, file.bytes);
    await room('Submitted by delegates');
    await chooseFiles(page, 'Open a file of submissions', [path]);
    await submission('and not after').getByText('waiting', { exact: true }).waitFor();
  });

  it('finds what the delegate’s app sent to the folder, and nothing twice', async () => {
    await goTo(reader, '#/folders');
    const form = reader.getByRole('form', { name: 'Connect a folder: to the conference office' });
    await form.getByRole('textbox', { name: 'Address of the folder' }).fill(line.address);
    await form.getByRole('textbox', { name: 'User name (if it needs one)' }).fill(user);
    await form.getByRole('textbox', { name: 'Password' }).fill(password);
    await form.getByRole('button', { name: 'Connect this folder' }).click();
    await form.waitFor({ state: 'detached', timeout: patience });
    await submit('every night');
    await submit('in both directions');
    for (const words of ['and not after', 'every night', 'in both directions']) {
      await sent(words)
        .getByText(/^Delivered to the office’s folder/u)
        .waitFor({ timeout: patience });
    }
    await lookForSubmissions('2 new submissions and withdrawals.');
    await submission('in both directions').getByText('waiting', { exact: true }).waitFor();
    expect(await page.getByRole('list', { name: 'Submissions' }).getByRole('heading').count()).toBe(3);
  });

  it('accepts one, refuses one with a reason, and sees that one was taken back', async () => {
    const first = submission('and not after');
    await first.getByRole('textbox', { name: 'Whose device it is' }).fill('Anna Wick');
    await first.getByRole('button', { name: 'Vouch for it' }).click();
    await first.getByRole('textbox', { name: 'Number it gets' }).fill('1.1');
    await first.getByRole('button', { name: 'Accept' }).click();
    await first.getByText('accepted', { exact: true }).waitFor();
    const second = submission('every night');
    await second.getByRole('textbox', { name: 'Why it is not accepted' }).fill('It came too late.');
    await second.getByRole('button', { name: 'Refuse' }).click();
    await second.getByText('Reason: It came too late.').waitFor();
    await sent('in both directions').getByRole('button', { name: 'Take it back' }).press('Enter');
    await reader.getByRole('dialog').getByRole('button', { name: 'Take it back' }).press('Enter');
    await sent('in both directions').getByText('Taken back', { exact: true }).waitFor();
    await lookForSubmissions('1 new submission or withdrawal.');
    await submission('in both directions').getByText('taken back by its mover', { exact: true }).waitFor();
    expect(await lookAtScreen(page, 'the office, submissions decided')).toEqual([]);
  });

  it('tells the delegate by the next version', async () => {
    await publish(2);
    await takePapers(2);
    await goTo(reader, '#/sent');
    await sent('and not after').getByRole('link', { name: 'as 1.1' }).waitFor();
    await sent('every night').getByText('Not accepted: It came too late.').waitFor();
    await sent('in both directions').getByText('Taken back', { exact: true }).waitFor();
    expect(await lookAtScreen(reader, 'sent, with the office’s answers')).toEqual([]);
  });

  it('offers a withdrawn motion as withdrawn, not as new', async () => {
    await room('Next version');
    await page.getByRole('button', { name: 'Withdraw Motion 3' }).click();
    await release().getByText('1 motion withdrawn', { exact: true }).waitFor();
    await publish(3);
    await page.getByText('Withdrawn or taken out before (1)').click();
    await page.getByRole('button', { name: 'Put in again 3' }).waitFor();
    await page.getByRole('button', { name: 'All are in' }).waitFor();
    expect(await lookAtScreen(page, 'the office, one withdrawn')).toEqual([]);
  });

  it('went wrong nowhere', () => {
    expect([...office.faults.heard(), ...delegate.faults.heard()]).toEqual([]);
  });
});
