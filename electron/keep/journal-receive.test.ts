import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { JournalDeed, JournalEntry } from '../../shared/desktop-contract';
import { openJournal, type Journal } from './journal';

const deed = (id: string): JournalDeed => ({ stream: 'self', t: 'note.set', id, val: id });

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-receive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(storeFolder: string, name: string): Promise<Journal> {
  let count = 0;
  const newId = (): string => `${name}-${(count += 1)}`;
  const journal = await openJournal({ storeFolder, now: () => 0, newId });
  if (!journal.ok) throw new Error(journal.error.kind);
  onTestFinished(async () => journal.value.close());
  return journal.value;
}

async function written(journal: Journal, ids: readonly string[]): Promise<readonly JournalEntry[]> {
  const kept = await journal.append(ids.map(deed));
  return kept.ok ? kept.value.entries : [];
}

it('what another device wrote lands as it is, once, and is seen by what is written after it', async () => {
  const folder = newFolder();
  const [here, there] = [await open(folder, 'here'), await open(newFolder(), 'there')];
  const theirs = await written(there, ['n1', 'n2']);
  expect(await here.receive(theirs)).toMatchObject({ ok: true, value: { from: 0, entries: theirs } });
  expect(await here.receive(theirs)).toMatchObject({ ok: true, value: { from: 2, entries: [] } });
  const [own] = await written(here, ['n3']);
  expect(own).toMatchObject({ seq: 1, lam: 3, ctx: { [theirs[0]?.device ?? '']: 2 } });
  await here.close();
  const again = await open(folder, 'again');
  expect(await again.read(0, 10)).toMatchObject({ value: { total: 3, entries: [...theirs, own] } });
  expect(await again.receive(theirs)).toMatchObject({ value: { entries: [] } });
});

it('nothing lands with a gap, under this journal’s own name, or on another stream', async () => {
  const [here, there] = [await open(newFolder(), 'here'), await open(newFolder(), 'there')];
  const [first, second, third] = await written(there, ['n1', 'n2', 'n3']);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were written');
  const refused = { ok: false, error: { kind: 'refused' } };
  expect(await here.receive([second])).toEqual(refused);
  expect(await here.receive([first, third])).toEqual(refused);
  expect(await here.receive([{ ...first, device: here.device() }])).toEqual(refused);
  expect(await here.receive([{ ...first, stream: 'local' }])).toEqual(refused);
  expect(await here.receive([{ ...first, lam: -1 }])).toEqual(refused);
  expect(await here.read(0, 10)).toMatchObject({ value: { total: 0 } });
  expect(await here.receive([first, second, third])).toMatchObject({ value: { entries: [first, second, third] } });
});
