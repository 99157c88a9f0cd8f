// The conference office's page as a delegate meets it: by invitation, by words, with its news, and when what comes is not
// to be used. Needs the build in `dist/`.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  freePort,
  officeTitle,
  openOffice,
  rostrum,
  withOneByteChanged,
  type ConferenceOffice,
  type PublishedVersion,
} from './conference-office';
import { chooseFiles, dropOnWindow, openView, pasteIntoWindow, reads } from './delegate';
import { lookAtScreen } from './look-at-screen';
import { inBrowser, type BrowserShell } from './shells';

type Invitation = { readonly invitation: string; readonly words: string; readonly svg: string };

let folder = '';
let office: ConferenceOffice;
let first: PublishedVersion;
let second: PublishedVersion;
let invited: Invitation;
let delegate: BrowserShell;
let page: Page;
/** What stands between the delegate and the office. */
let network: 'open' | 'sign-in page' | 'down' = 'open';
const line = createServer((request, response) => {
  if (network === 'down') return void request.socket.destroy();
  if (network === 'sign-in page') {
    response.setHeader('content-type', 'text/html');
    return void response.end('<!doctype html><title>Hotel Meridian</title><h1>Sign in</h1>');
  }
  passOn(request.url ?? '/', response);
});

/** By a connection of its own: one that is kept may be closed while this process waits for a command. */
function passOn(path: string, response: ServerResponse): void {
  get(new URL(path, office.address), { agent: false }, (answer) => {
    response.statusCode = answer.statusCode ?? 502;
    answer.pipe(response);
  }).on('error', () => response.destroy());
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'office-page-'));
  mkdirSync(join(folder, 'office'));
  office = await openOffice(join(folder, 'office'));
  first = office.publish('first', 'The agenda as sent to branches');
  const port = await freePort();
  await new Promise<void>((resolve) => line.listen(port, '127.0.0.1', resolve));
  invited = JSON.parse(rostrum('keys', 'invite', office.keys, `http://127.0.0.1:${port}/`, '--json'));
  delegate = inBrowser(join(folder, 'delegate'));
  page = await delegate.start();
});

afterAll(async () => {
  await delegate?.close();
  await office?.close();
  line.close();
  rmSync(folder, { recursive: true, force: true });
});

const offer = () => page.getByRole('region', { name: 'Papers from the conference office' });

/** The credential card as somebody photographs it: askew, with words around it. */
async function photographOfCard(): Promise<string> {
  const card = await page.context().newPage();
  await card.setViewportSize({ width: 640, height: 460 });
  await card.setContent(
    `<body style="background:#d8d4cc;font:20px sans-serif"><p>Delegate 41</p>
      <div style="width:230px;padding:12px;background:white;transform:rotate(5deg)">${invited.svg}</div>
      <p>${invited.words}</p>`,
  );
  const path = join(folder, 'card.png');
  await card.screenshot({ path });
  await card.close();
  return path;
}

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('an invitation', () => {
  it('as a picture without a square leads nowhere, and says so', async () => {
    await page.evaluate(() => {
      location.hash = '#/connect';
    });
    const empty = written('empty.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>');
    await chooseFiles(page, 'Open an invitation', [empty]);
    await page.getByRole('alert').filter({ hasText: 'No invitation can be read in this picture.' }).waitFor();
  });

  it.each([
    [
      'drawn by the office and opened',
      async () => chooseFiles(page, 'Open an invitation', [written('card.svg', invited.svg)]),
    ],
    ['on a photograph and dropped', async () => dropOnWindow(page, [await photographOfCard()])],
    ['as text and pasted', async () => pasteIntoWindow(page, invited.invitation)],
    [
      'as a text file',
      async () => chooseFiles(page, 'Open an invitation', [written('card.txt', `${invited.invitation}\n`)]),
    ],
  ])('%s brings the papers, with nothing left to compare', async (_how, come) => {
    await page.reload();
    await page.getByRole('button', { name: 'Open an invitation' }).waitFor();
    await come();
    await offer().getByRole('heading', { name: officeTitle }).waitFor();
    await reads(page, 'Signed by Conference office. Every part is as it was signed.');
    expect(await page.getByText('This is the first time you meet this office.').count()).toBe(0);
  });
});

describe('an office met at its address alone', () => {
  it('offers nothing under other words than the card’s', async () => {
    await page.getByRole('textbox', { name: 'Address of the office' }).fill(office.address);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const words = page.getByRole('textbox', { name: 'Or type the words of your card here' });
    const [one = '', two = '', ...others] = invited.words.split(' ');
    await words.fill([one, 'zebra', ...others].join(' '));
    await page.getByText('Your card’s word 2 is “zebra”').waitFor();
    expect(await page.getByRole('button', { name: 'Use these papers' }).isDisabled()).toBe(true);
    await words.fill([one, two, ...others].join(' ').toUpperCase());
    await reads(page, 'These are the words of your card. This is your office.');
  });

  it('is used from then on, and the footer shows the words of the hall', async () => {
    await pasteIntoWindow(page, invited.invitation);
    await page.getByRole('button', { name: 'Use these papers' }).click();
    await reads(page, 'You now have agenda v1. The agenda as sent to branches: 3 motions new.');
    await page.getByRole('contentinfo').getByText(`Agenda v1 · ${first.words}`).waitFor();
  });
});

describe('news', () => {
  it('shows each changed text beside the one that is held before it is used', async () => {
    second = office.publish('second', 'Supplementary Report 2');
    await openView(page, 'Papers from the office');
    await page.getByRole('button', { name: 'Look for news' }).click();
    await offer().getByText('1 motion changed.').waitFor();
    await offer().getByText('Motion 2, Warm rooms at night: changed').click();
    await offer().getByRole('list', { name: 'What changes in the text' }).locator('ins').waitFor();
    expect(await offer().locator('ins').innerText()).toContain('of eighteen degrees');
  });

  it('looks right at all sizes, in every theme', async () => {
    // Without the fades, or a button would be looked at on its way from one theme to the other.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await lookAtScreen(page, 'news of the office')).toEqual([]);
  });

  it('says what was taken over, and leads to the comparison', async () => {
    await page.getByRole('button', { name: 'Use these papers' }).click();
    await reads(page, 'You now have agenda v2. Supplementary Report 2: 1 motion changed.');
    await page.getByRole('contentinfo').getByText(`Agenda v2 · ${second.words}`).waitFor();
    await page.getByRole('link', { name: 'Motion 2, Warm rooms at night: changed' }).click();
    await page.getByRole('heading', { name: 'What changed in “Warm rooms at night”' }).waitFor();
  });

  it('is not to be had behind a sign-in page, which is said calmly', async () => {
    await openView(page, 'Papers from the office');
    network = 'sign-in page';
    await page.getByRole('button', { name: 'Look for news' }).click();
    await reads(page, /^The server sent something that is not an agenda \(perhaps a Wi-Fi sign-in page\)\./u);
    await page.getByRole('contentinfo').getByText('Sign in to this network — last papers').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('is not to be had without a network, which is said more calmly still', async () => {
    network = 'down';
    await page.getByRole('button', { name: 'Look for news' }).click();
    await page.getByRole('contentinfo').getByText('Not connected — last papers').waitFor();
    network = 'open';
  });
});

describe('what is refused', () => {
  it('can be saved as a report, and is kept apart', async () => {
    const changed = withOneByteChanged(second.file, join(folder, 'changed.rostrum'));
    await chooseFiles(page, 'Open a bundle file', [changed]);
    await page.getByRole('alert').filter({ hasText: 'This file was changed after it was signed' }).waitFor();
    const { name, bytes } = await delegate.saved(page, async () =>
      page.getByRole('button', { name: 'Save report' }).click(),
    );
    expect(name).toMatch(/^Refused S02 \d{4}-\d\d-\d\d\.json$/u);
    const report = JSON.parse(bytes.toString('utf8'));
    expect(report).toMatchObject({ code: 'S02', source: 'changed.rostrum' });
    expect(Buffer.from(report.bytes, 'base64')).toEqual(readFileSync(changed));
    expect(readdirSync(join(delegate.dataFolder, 'own/refused'))).toHaveLength(1);
  });
});
