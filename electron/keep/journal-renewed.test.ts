// Twins and lost lines: what a journal gives way to, says again, and takes back from other devices.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { JournalDeed, JournalEntry } from '../../shared/desktop-contract';
import { openJournal, type Journal } from './journal';

const deed = (id: string): JournalDeed => ({ stream: 'self', t: 'note.set', id, val: id });

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-renewed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(storeFolder: string, name: string, fileLimit?: number): Promise<Journal> {
  let count = 0;
  const newId = (): string => `${name}-${(count += 1)}`;
  const limit = fileLimit === undefined ? {} : { fileLimit };
  const journal = await openJournal({ storeFolder, now: () => 0, newId, ...limit });
  if (!journal.ok) throw new Error(journal.error.kind);
  onTestFinished(async () => journal.value.close());
  return journal.value;
}

async function written(journal: Journal, ids: readonly string[]): Promise<readonly JournalEntry[]> {
  const kept = await journal.append(ids.map(deed));
  return kept.ok ? kept.value.entries : [];
}

async function everything(journal: Journal): Promise<readonly JournalEntry[]> {
  const page = await journal.read(0, 100);
  return page.ok ? page.value.entries : [];
}

const said = ({ device, seq, id }: JournalEntry): string => `${device} ${seq} ${id}`;

/** Two computers with one data folder: both have written `n1`, then each something else. */
async function twins(): Promise<{
  readonly folder: string;
  readonly here: Journal;
  readonly theirs: readonly JournalEntry[];
}> {
  const [folder, copy] = [newFolder(), newFolder()];
  const first = await open(folder, 'first');
  await written(first, ['n1']);
  await first.close();
  cpSync(folder, copy, { recursive: true });
  const there = await open(copy, 'there');
  const theirs = await written(there, ['n2-there', 'n3-there', 'n4-there']);
  const here = await open(folder, 'here');
  await written(here, ['n2-here', 'n3-here']);
  return { folder, here, theirs };
}

it('a twin says again, under a new name, what reached nobody; the other’s words land in its place', async () => {
  const { folder, here, theirs } = await twins();
  const old = here.device();
  const before = await here.read(0, 10);
  await here.renewDevice(2);
  expect(here.device()).not.toBe(old);
  const again = await everything(here);
  expect(again.map(said)).toEqual([`${old} 1 n1`, `${here.device()} 1 n2-here`, `${here.device()} 2 n3-here`]);
  // Who says it again had seen of the other only what both had written.
  expect(again.slice(1).map(({ ctx }) => ctx)).toEqual([{ [old]: 1 }, { [old]: 1 }]);
  expect(await here.receive(theirs)).toMatchObject({ ok: true, value: { entries: theirs } });
  const all = await everything(here);
  expect(all.map(({ id }) => id)).toEqual(['n1', 'n2-here', 'n3-here', 'n2-there', 'n3-there', 'n4-there']);
  const after = await here.read(0, 10);
  expect(before.ok && after.ok && before.value.journalId !== after.value.journalId).toBe(true);
  const name = here.device();
  await here.close();
  const reopened = await open(folder, 'reopened');
  expect(await everything(reopened)).toEqual(all);
  expect(reopened.device()).toBe(name);
  expect((await written(reopened, ['n5']))[0]).toMatchObject({ device: name, seq: 3, ctx: { [old]: 4 } });
});

it('a crash before the new name is on disk beside the journal changes nothing about it', async () => {
  const { folder, here } = await twins();
  const identity = join(folder, 'journal', 'journal.json');
  const before = readFileSync(identity);
  await here.renewDevice(2);
  const [name, all] = [here.device(), await everything(here)];
  await here.close();
  writeFileSync(identity, before);
  const reopened = await open(folder, 'reopened');
  expect(reopened.device()).toBe(name);
  expect(await everything(reopened)).toEqual(all);
});

it('a restored copy with nothing of its own to say again only takes a new name', async () => {
  const { here } = await twins();
  await here.renewDevice(4);
  expect((await everything(here)).map(({ id }) => id)).toEqual(['n1', 'n2-here', 'n3-here']);
});

it('lines of other devices that were damaged land again, and only those', async () => {
  const [folder, far] = [newFolder(), newFolder()];
  const theirs = await written(await open(far, 'there'), ['n1', 'n2', 'n3']);
  const here = await open(folder, 'here');
  await here.receive(theirs);
  await here.close();
  const file = join(folder, 'journal', '1.ndjson');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"n2"', '"xx"'));
  const damaged = await open(folder, 'damaged');
  expect(await damaged.read(0, 10)).toMatchObject({ value: { damaged: 1, total: 2 } });
  expect(await damaged.receive(theirs)).toMatchObject({ ok: true, value: { entries: [theirs[1]] } });
  expect(await damaged.receive(theirs)).toMatchObject({ ok: true, value: { entries: [] } });
  const page = await damaged.read(0, 10);
  await damaged.close();
  const reopened = await open(folder, 'reopened');
  // What came back is at its own place now: nothing has to be built again.
  expect(await reopened.read(0, 10)).toEqual(page);
  expect(await reopened.receive(theirs)).toMatchObject({ value: { entries: [] } });
});

it('an older copy of a file in the middle of the journal is reported, and the journal goes on under another name', async () => {
  const folder = newFolder();
  const journal = await open(folder, 'first', 200);
  await written(journal, ['n1']);
  const file = join(folder, 'journal', '1.ndjson');
  const older = readFileSync(file);
  await written(journal, ['n2']);
  await written(journal, ['n3']);
  await written(journal, ['n4']);
  const name = journal.device();
  await journal.close();
  writeFileSync(file, older);
  const reopened = await open(folder, 'again', 200);
  const page = await reopened.read(0, 10);
  expect(page).toMatchObject({ value: { damaged: 1, total: 3 } });
  expect(reopened.device()).not.toBe(name);
});
