// The conference office in the app, from its keys to a receipt: what it publishes stands on a real web server, a delegate
// gets it by address, and the command line goes on where the app stops, and the other way round. Needs the build in `dist/`.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeTitle, serve } from './conference-office';
import { chooseFiles } from './delegate';
import { lookAtScreen } from './look-at-screen';
import { commandLine, inBrowser, type Shell } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'office-'));
const site = join(folder, 'public');
const agenda = join(import.meta.dirname, 'agenda');
const passphrase = 'seven lamps on the quay';
const at = (name: string): string => join(folder, name);

let office: Shell;
let delegate: Shell;
let page: Page;
let reader: Page;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(site);
  chmodSync(folder, 0o755);
  server = await serve(site, folder);
  office = inBrowser(at('office'), ['--publish-to', site]);
  delegate = inBrowser(at('delegate'));
  page = await startOffice();
  reader = await delegate.start();
});

afterAll(async () => {
  await office?.close();
  await delegate?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Without fades, which would be caught half-way. */
async function startOffice(): Promise<Page> {
  const started = await office.start();
  await started.emulateMedia({ reducedMotion: 'reduce' });
  return started;
}

const goTo = async (hash: string): Promise<void> =>
  page.evaluate((address) => {
    globalThis.location.hash = address;
  }, hash);
const room = async (name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Rooms of the office' }).getByRole('link', { name }).click();
const release = () => page.getByRole('region', { name: 'Release' });

function rostrum(...words: readonly string[]) {
  const out = execFileSync(process.execPath, [commandLine, ...words, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(out);
}

const conference = (): string => readdirSync(site).find((name) => /^c[a-z2-7]{26}$/u.test(name)) ?? '';
const keys = (): string => {
  const offices = join(office.dataFolder, 'own/offices');
  return join(offices, readdirSync(offices)[0] ?? '');
};

/** Signs, and answers the words of the version. */
async function publish(version: number): Promise<string> {
  await release().getByRole('button', { name: /^Sign/u }).click();
  const done = release().getByText(new RegExp(`^Published: agenda v${version} · `, 'u'));
  await done.waitFor();
  return /· ([a-z ]+)\. Every file was read back/u.exec(await done.innerText())?.[1] ?? '';
}

/** The delegate's app, told where to look, uses what is there. */
async function takePapers(): Promise<void> {
  await reader.evaluate(() => {
    globalThis.location.hash = '#/connect';
  });
  await reader.getByRole('textbox', { name: 'Address of the office' }).fill(`${server.address}/${conference()}`);
  await reader.getByRole('button', { name: 'Connect', exact: true }).click();
  await reader.getByRole('button', { name: 'Use these papers' }).click();
  await reader.getByRole('link', { name: 'Read the papers' }).click();
}

describe('a conference office', { timeout: 120_000 }, () => {
  it('makes a conference, whose keys lie under a passphrase', async () => {
    await page.getByRole('link', { name: 'Your conference office' }).click();
    await page.getByRole('button', { name: 'Make a conference' }).waitFor();
    expect(await lookAtScreen(page, 'the office, none yet')).toEqual([]);
    await page.getByRole('button', { name: 'Make a conference' }).click();
    await page.getByRole('textbox', { name: 'Conference', exact: true }).fill(officeTitle);
    await page.getByRole('textbox', { name: 'Passphrase of the keys' }).fill(passphrase);
    await page.getByRole('textbox', { name: 'The same once more' }).fill('something else');
    await page.getByText('These two differ.').waitFor();
    expect(await lookAtScreen(page, 'the office, making a conference')).toEqual([]);
    await page.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
    await page.getByRole('button', { name: 'Make the conference' }).click();
    await page.getByRole('heading', { name: 'Where you publish' }).waitFor({ timeout: 60_000 });
    expect(readdirSync(keys()).filter((name) => name.startsWith('root-key'))).toHaveLength(3);
  });

  it('says where it publishes, and invites delegates', async () => {
    await page.getByRole('button', { name: 'Publish in a folder…' }).click();
    await page.getByText(site).first().waitFor();
    await page.getByRole('textbox', { name: /^Address at which/u }).fill(server.address);
    await page.getByText(/Papers at http/u).waitFor();
    expect(await page.getByRole('img', { name: 'The invitation as a QR picture' }).count()).toBe(1);
    expect(await lookAtScreen(page, 'the office, keys and addresses')).toEqual([]);
  });

  it('puts papers into its first version, and undoes it', async () => {
    await goTo('#/');
    const papers = ['motion-1.txt', 'motion-2.txt', 'motion-3.txt'].map((name) => join(agenda, name));
    await chooseFiles(page, 'Open papers…', papers);
    await page.getByRole('button', { name: 'Keep 3 papers' }).click();
    await page.getByRole('heading', { level: 1, name: officeTitle }).waitFor();
    await goTo('#/office');
    await page.getByRole('list', { name: 'Offices on this computer' }).getByRole('link').click();
    await page.getByText('Nothing is in it yet').waitFor();
    await page.getByRole('button', { name: 'Put in 3 motions' }).click();
    await release().getByText('3 motions added', { exact: true }).waitFor();
    await release().getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nothing is in it yet').waitFor();
    await page.getByRole('button', { name: 'Put in 3 motions' }).click();
    await release().getByText('3 motions added', { exact: true }).waitFor();
  });

  it('keeps what it put together through a loss of the browser’s copy', async () => {
    await office.close();
    office.loseWorkingCopy();
    page = await startOffice();
    await goTo('#/office');
    await page.getByRole('list', { name: 'Offices on this computer' }).getByRole('link').click();
    await release().getByText('3 motions added', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Passphrase of the office’s keys' }).fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('textbox', { name: 'Passphrase of the office’s keys' }).waitFor({ state: 'detached' });
  });

  it('publishes, and the delegate has the same words', async () => {
    await release().getByRole('textbox', { name: 'Note for delegates' }).fill('First agenda');
    await release().getByRole('button', { name: 'See all 3 changes' }).click();
    expect(await lookAtScreen(page, 'the office, what will change')).toEqual([]);
    const words = await publish(1);
    const verified = rostrum('verify', server.address, '--conference', conference());
    expect(verified).toMatchObject({ accepted: true, trusted: true, version: 1, words });
    await takePapers();
    expect(await reader.getByRole('contentinfo').innerText()).toContain(`Agenda v1 · ${words}`);
    await room('Hall screen');
    await page.getByText(words, { exact: true }).waitFor();
    expect(await lookAtScreen(page, 'the hall’s screen')).toEqual([]);
    await page.getByRole('link', { name: 'Back to the office' }).click();
  });

  it('sees what a delegate submitted, vouches for the device and accepts it', async () => {
    const amendment = at('2.1.txt');
    writeFileSync(amendment, 'Amendment 2.1\n\nIn action point 2, delete “card” and insert “poster”.\n');
    rostrum('push', site, '--identity', at('me'), '--name', 'Robin of Lamp Street', amendment);
    await room('Submitted by delegates');
    await page.getByRole('button', { name: 'Look for submissions' }).click();
    const submission = page.getByRole('list', { name: 'Submissions' }).getByRole('listitem').first();
    await submission.getByRole('heading', { name: /^Motion 2, Warm rooms at night/u }).waitFor();
    expect(await submission.locator('ins').first().innerText()).toContain('poster');
    await submission.getByText('Nobody vouches for the sender').waitFor();
    await submission.getByRole('textbox', { name: 'Whose device it is' }).fill('Robin');
    await submission.getByRole('button', { name: 'Vouch for it' }).click();
    await submission.getByText('You vouch for the sender').waitFor();
    expect(await lookAtScreen(page, 'the office, a submission')).toEqual([]);
    await submission.getByRole('textbox', { name: 'Number it gets' }).fill('2.1');
    await submission.getByRole('button', { name: 'Accept' }).click();
    await submission.getByText('accepted', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Look for submissions' }).click();
    await page.getByText('Nothing new.').waitFor();
    expect(await page.getByRole('list', { name: 'Submissions' }).getByRole('heading').count()).toBe(1);
  });

  it('publishes the amendment with its receipt', async () => {
    await release()
      .getByText(/^1 amendment added/u)
      .waitFor();
    await publish(2);
    await takePapers();
    await reader.getByRole('main').getByRole('link', { name: 'Warm rooms at night' }).click();
    await reader.getByText('2.1').first().waitFor();
    const told = rostrum('push', site, '--identity', at('me'));
    expect(JSON.stringify(told)).toContain('accepted');
  });

  it('goes on after the command line has published, without undoing it', async () => {
    const papers = ['motion-1.txt', 'motion-2-changed.txt', 'motion-3.txt'].map((name) => join(agenda, name));
    writeFileSync(at('passphrase'), passphrase);
    const more = ['--keys', keys(), '--passphrase-file', at('passphrase'), '--out', site];
    expect(rostrum('publish', ...papers, ...more)).toMatchObject({ version: 3, changed: 2, removed: 0 });
    await room('Next version');
    await page.getByRole('button', { name: 'Withdraw Motion 3' }).click();
    await release().getByText('1 motion withdrawn', { exact: true }).waitFor();
    await release().getByRole('button', { name: 'Sign and publish' }).click();
    await release()
      .getByText(/^Another station published v3\./u)
      .waitFor();
    await release().getByRole('button', { name: 'Take it over' }).click();
    await release().getByText('You now build on agenda v3.').waitFor();
    await release().getByText('1 motion withdrawn', { exact: true }).waitFor();
    await publish(4);
    expect(rostrum('verify', server.address, '--conference', conference())).toMatchObject({
      accepted: true,
      version: 4,
    });
  });

  it('takes out more than a tenth only when it says that this is meant', async () => {
    await page.getByRole('button', { name: 'Take out Motion 1' }).click();
    const meant = release().getByRole('checkbox', { name: /I mean to take out more than a tenth/u });
    await meant.waitFor();
    expect(await release().getByRole('button', { name: 'Sign and publish' }).isDisabled()).toBe(true);
    await meant.press('Space');
    await publish(5);
    const state = at('state.json');
    rostrum('verify', server.address, '--conference', conference(), '--state', state);
  });

  it('went wrong nowhere', () => {
    expect([...office.faults.heard(), ...delegate.faults.heard()]).toEqual([]);
  });
});
