// The order of business from the office to a delegate: put together with the keyboard, published, changed, and seen as
// changed. Needs the build in `dist/`.

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeTitle, rostrum, serve } from './conference-office';
import { chooseFiles } from './delegate';
import { lookAtScreen } from './look-at-screen';
import { inBrowser, type Shell } from './shells';

const folder = mkdtempSync(join(tmpdir(), 'order-'));
const site = join(folder, 'public');
const at = (name: string): string => join(folder, name);
const agenda = join(import.meta.dirname, 'agenda');

let office: Shell;
let delegate: Shell;
let page: Page;
let reader: Page;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(site);
  chmodSync(folder, 0o755);
  rostrum('keys', 'create', at('keys'), '--org', 'Union of Night Workers', '--title', officeTitle);
  server = await serve(site, folder);
  office = inBrowser(at('office'), ['--publish-to', site, '--office', at('keys')]);
  delegate = inBrowser(at('delegate'));
  page = await office.start();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  reader = await delegate.start();
  await reader.emulateMedia({ reducedMotion: 'reduce' });
});

afterAll(async () => {
  await office?.close();
  await delegate?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const goTo = async (where: Page, hash: string): Promise<void> =>
  where.evaluate((address) => {
    globalThis.location.hash = address;
  }, hash);
const room = async (name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Rooms of the office' }).getByRole('link', { name }).click();
const release = () => page.getByRole('region', { name: 'Release' });
const session = (name: string) => page.getByRole('region', { name, exact: true });
const rows = async (name: string): Promise<readonly string[]> =>
  session(name)
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.querySelectorAll('span')[1]?.innerText ?? ''));
const conference = (): string => readdirSync(site).find((name) => /^c[a-z2-7]{26}$/u.test(name)) ?? '';

async function addSession(title: string, time: string): Promise<void> {
  await page.getByRole('textbox', { name: 'New session' }).fill(title);
  await page.getByRole('textbox', { name: 'Day and time, as printed' }).fill(time);
  await page.getByRole('textbox', { name: 'Day and time, as printed' }).press('Enter');
  await session(title).waitFor();
}

async function type(title: string, words: string): Promise<void> {
  const field = session(title).getByRole('textbox', { name: `Add to ${title}` });
  await field.fill(words);
  await field.press('Enter');
}

async function publish(version: number): Promise<void> {
  await release().getByRole('button', { name: /^Sign/u }).click();
  await release()
    .getByText(new RegExp(`^Published: agenda v${version} · `, 'u'))
    .waitFor();
}

async function offered(): Promise<string> {
  await goTo(reader, '#/connect');
  await reader.getByRole('textbox', { name: 'Address of the office' }).fill(`${server.address}/${conference()}`);
  await reader.getByRole('button', { name: 'Connect', exact: true }).click();
  await reader.getByRole('button', { name: 'Use these papers' }).waitFor();
  return reader.getByRole('region', { name: 'Papers from the conference office' }).innerText();
}

const listed = async (): Promise<readonly string[]> =>
  reader
    .getByRole('navigation', { name: 'Papers' })
    .getByRole('list')
    .first()
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => (item instanceof HTMLElement ? item.innerText.replaceAll(/\s+/gu, ' ') : '')),
    );

describe('an order of business', { timeout: 120_000 }, () => {
  it('is empty at first', async () => {
    await chooseFiles(
      page,
      'Open papers…',
      ['motion-1.txt', 'motion-2.txt', 'motion-3.txt'].map((name) => join(agenda, name)),
    );
    await page.getByRole('button', { name: 'Keep 3 papers' }).click();
    await page.getByRole('heading', { level: 1, name: officeTitle }).waitFor();
    await goTo(page, '#/office');
    await page.getByRole('button', { name: 'Open an office’s folder' }).click();
    await page.getByRole('list', { name: 'Offices on this computer' }).getByRole('link').click();
    await room('Keys and addresses');
    await page.getByRole('button', { name: 'Publish in a folder…' }).click();
    await page.getByText(site).first().waitFor();
    await room('Next version');
    await page.getByRole('button', { name: 'Put in 3 motions' }).click();
    await release().getByText('3 motions added', { exact: true }).waitFor();
    await room('Order of business');
    await page.getByText('No sessions yet').waitFor();
    expect(await lookAtScreen(page, 'the order of business, none yet')).toEqual([]);
  });

  it('is typed as on paper, and what is no motion is said', async () => {
    await addSession('Thursday morning', '17 June, 9.30 to 12.30');
    await addSession('Friday morning', '');
    await type('Thursday morning', '99');
    await session('Thursday morning').getByText('There is no motion 99 in the next version.').waitFor();
    await type('Thursday morning', 'Welcome by the harbour master, 2-3');
    await session('Thursday morning').getByText('Warm rooms at night').waitFor();
    await page.getByRole('button', { name: 'Place Motion 1' }).click();
    await page.getByRole('menuitem', { name: 'In Friday morning' }).click();
    await session('Friday morning').getByRole('listitem').first().waitFor();
    expect(await page.getByRole('region', { name: 'No time yet' }).count()).toBe(0);
    expect(await lookAtScreen(page, 'the order of business')).toEqual([]);
  });

  it('takes the longest words, and gives back everything that was done', async () => {
    const long = `Wednesday${'andthursday'.repeat(8)}`;
    await addSession(long, 'from nine in the morning until everything is settled that was left from last year');
    await type(long, `A welcome ${'by the harbour master and '.repeat(6)}${'lamplighters'.repeat(9)}`);
    await session(long).getByRole('listitem').first().waitFor();
    expect(await lookAtScreen(page, 'the order of business, long words')).toEqual([]);
    await release().getByRole('button', { name: 'Undo' }).click();
    await session(long).getByRole('listitem').waitFor({ state: 'detached' });
    await release().getByRole('button', { name: 'Undo' }).click();
    await session(long).waitFor({ state: 'detached' });
  });

  it('is moved by keys that keep their place, and each change is undone', async () => {
    const before = await rows('Thursday morning');
    const later = page.getByRole('button', { name: 'Move Motion 2 later' });
    await later.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => rows('Thursday morning')).not.toEqual(before);
    expect((await rows('Thursday morning'))[0]).toBe('Warm rooms at night');
    await expect
      .poll(async () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? ''))
      .toContain('Warm rooms at night');
    await release().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => rows('Thursday morning')).toEqual(before);
    await page.getByRole('button', { name: 'Move Motion 3 later' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await rows('Friday morning')).length).toBe(2);
    await release().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => rows('Thursday morning')).toEqual(before);
  });

  it('is kept through a loss of the browser’s copy', async () => {
    await office.close();
    office.loseWorkingCopy();
    page = await office.start();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await goTo(page, '#/office');
    await page.getByRole('list', { name: 'Offices on this computer' }).getByRole('link').click();
    await room('Order of business');
    await session('Thursday morning').getByText('Warm rooms at night').waitFor();
  });

  it('is said before it is signed, published, and what a delegate’s list follows', async () => {
    await release()
      .getByText(/1 change to the order of business/u)
      .waitFor();
    await release().getByRole('textbox', { name: 'Note for delegates' }).fill('First agenda');
    await publish(1);
    expect(await release().getByRole('button', { name: 'Undo' }).count()).toBe(0);
    const words = await offered();
    expect(words).toContain('First agenda');
    expect(words).toContain('Order of business: published, with 2 sessions');
    await reader.getByRole('button', { name: 'Use these papers' }).click();
    await reader.getByText('First agenda:').waitFor();
    await reader.getByRole('link', { name: 'Read the papers' }).click();
    await reader.getByRole('region', { name: 'Thursday morning' }).waitFor();
    const list = await listed();
    expect(list[0]).toMatch(/^Thursday morning 17 June/u);
    expect(list[1]).toBe('Welcome by the harbour master');
    expect(list[2]).toContain('Warm rooms at night');
    expect(list[4]).toMatch(/^Friday morning 1/u);
    expect(await lookAtScreen(reader, 'the papers, in sessions')).toEqual([]);
  });

  it('is found by the name of a session, and gone through by keys', async () => {
    const field = reader.getByRole('combobox');
    await field.fill('friday');
    await field.press('Enter');
    await reader.getByRole('heading', { level: 1 }).filter({ hasNotText: officeTitle }).waitFor();
    const current = reader.getByRole('navigation', { name: 'Papers' }).locator('[aria-current=page]');
    expect(await current.innerText()).toContain('1');
    await current.focus();
    await reader.keyboard.press('ArrowUp');
    await reader.keyboard.press('ArrowUp');
    await expect
      .poll(async () => reader.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('Warm rooms');
  });

  it('is seen as changed', async () => {
    await page.getByRole('button', { name: 'Move Motion 2 elsewhere' }).click();
    await page.getByRole('menuitem', { name: 'To Friday morning' }).click();
    await session('Friday morning').getByText('Warm rooms at night').waitFor();
    await release().getByText('1 change to the order of business', { exact: true }).waitFor();
    await release().getByRole('button', { name: 'See the change' }).click();
    await release().getByText('Order of business: Motion 2 moved to Friday morning').waitFor();
    expect(await lookAtScreen(page, 'the order of business, what will change')).toEqual([]);
    await release().getByRole('textbox', { name: 'Note for delegates' }).fill('Supplementary Report 2');
    await publish(2);
    const words = await offered();
    expect(words).toContain('Supplementary Report 2');
    expect(words).toContain('Order of business: Motion 2 moved to Friday morning');
    expect(await lookAtScreen(reader, 'an offer that changes the order of business')).toEqual([]);
    await reader.getByRole('button', { name: 'Use these papers' }).click();
    const taken = reader.getByRole('region', { name: 'What was taken over' });
    await taken.getByText(/Order of business: Motion 2 moved to Friday morning/u).waitFor();
    await expect.poll(async () => (await listed()).at(-1)).toContain('Warm rooms at night');
  });

  it('has a decision recorded in the office, which delegates are told', async () => {
    await room('Next version');
    await page.getByRole('button', { name: 'Decision on Motion 2' }).click();
    await page.getByRole('menuitem', { name: 'Carried', exact: true }).click();
    await release().getByText('1 motion decided', { exact: true }).waitFor();
    await publish(3);
    expect(await offered()).toContain('1 motion decided');
    await reader.getByRole('button', { name: 'Use these papers' }).click();
    await expect.poll(async () => (await listed()).at(-1)).toContain('carried');
  });

  it('went wrong nowhere', () => {
    expect([...office.faults.heard(), ...delegate.faults.heard()]).toEqual([]);
  });
});
