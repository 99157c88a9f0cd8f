// The working copy when entries of another own device land in the journal, on the real journal and doorkeeper.

import { allRows, keptFolder, openKept } from './kept-store';
import type { KeptFolder } from './kept-store';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournal } from '../../electron/keep/journal';
import { removeNote, saveMandate, saveNote } from '../../renderer/storage/deeds';
import type { OpenedStore } from '../../renderer/storage/store';
import type { JournalEntry } from '../../shared/desktop-contract';
import { deedOf } from '../../shared/journal/entry';
import { foldJournal } from '../../shared/merge/notes-merge';
import { noteId } from '../../shared/ids';
import { writingDevice, type WritingDevice } from '../laws/writing-devices';
import { textsShown, writeSomething, type Ledger } from './writing-hand';
import { tides } from './conference-papers';
import { chance } from './scheduler';

let folder: KeptFolder;
let opened: OpenedStore | undefined;

beforeEach(async () => {
  folder = await keptFolder();
});

afterEach(async () => {
  opened?.close();
  opened = undefined;
  await folder.remove();
});

async function restart(): Promise<OpenedStore> {
  opened?.close();
  opened = await openKept(await folder.start());
  return opened;
}

/** Closes everything, and lands what `other` wrote in the journal. */
async function land(other: WritingDevice): Promise<void> {
  opened?.close();
  opened = undefined;
  const host = await folder.start();
  await host.close();
  const journal = await openJournal({
    storeFolder: join(folder.path, 'own'),
    now: () => 0,
    newId: () => 'nobody',
  });
  if (!journal.ok) throw new Error(journal.error.kind);
  const own = other.entries().filter(({ device }) => device === 'other-laptop');
  expect(await journal.value.receive(own)).toMatchObject({ ok: true });
  await journal.value.close();
}

async function entriesOf({ store }: OpenedStore): Promise<readonly JournalEntry[]> {
  const page = await store.desktop.readJournal({ store: 'own', from: 0, limit: 5000 });
  return page.ok ? page.value.entries : [];
}

/** The rows are what the journal amounts to, whether they grew with it or are built again from nothing. */
async function expectMerged(): Promise<void> {
  const grown = await restart();
  const state = foldJournal(await entriesOf(grown));
  const rows = await allRows(grown);
  for (const [table, expected] of Object.entries(state)) {
    const sorted = [...expected].sort(([before], [after]) => (before < after ? -1 : 1)).map(([, row]) => row);
    expect(rows[table], table).toEqual(sorted);
  }
  const { name } = grown.store.database.dexie;
  grown.close();
  await Dexie.delete(name);
  expect(await allRows(await restart())).toEqual(rows);
}

it('two texts of one note are two rows, and one again when the other is removed', async () => {
  const { store } = await restart();
  const on = { motionId: tides.id, baseVersion: tides.text.id };
  const first = await saveNote(store, { ...on, body: 'Ask' });
  if (!first.ok) throw new Error(first.error.kind);
  const other = writingDevice('other-laptop');
  for (const entry of await entriesOf(opened ?? (await restart()))) other.land(entry);
  await saveNote(store, { ...first.value.record, body: 'Ask the mover' });
  other.write(deedOf('note.set', first.value.record.id, { ...first.value.record, body: 'Ask the chair' }));
  await land(other);
  await expectMerged();
  const merged = await restart();
  const rows = await merged.store.database.notes.toArray();
  expect(rows.map(({ body }) => body).sort()).toEqual(['Ask the chair', 'Ask the mover']);
  const version = rows.find(({ versionOf }) => versionOf === first.value.record.id);
  expect(version).toBeDefined();
  await removeNote(merged.store, version?.id ?? '');
  expect(await merged.store.database.notes.count()).toBe(1);
  await expectMerged();
});

it('a deed on what was merged is shown at once, and stays what it is after a restart', async () => {
  const { store } = await restart();
  await saveMandate(store, { motionId: tides.id, position: 'support' });
  const other = writingDevice('other-laptop');
  for (const entry of await entriesOf(opened ?? (await restart()))) other.land(entry);
  const value = { id: tides.id, motionId: tides.id, position: 'support', remark: 'Early' };
  other.write({ stream: 'self', t: 'mandate.set', id: tides.id, val: value });
  await saveMandate(store, { motionId: tides.id, position: 'oppose' });
  await land(other);
  const merged = await restart();
  expect(await merged.store.database.mandates.toArray()).toMatchObject([{ position: 'oppose', remark: 'Early' }]);
  const kept = await saveNote(merged.store, {
    id: noteId('n1'),
    motionId: tides.id,
    baseVersion: tides.text.id,
    body: 'After',
  });
  expect(kept).toMatchObject({ ok: true, value: { isShown: true } });
  await expectMerged();
});

it.each([1, 2, 3, 4, 5, 6])(
  'whatever two laptops write, the rows are what the merge says (history %i)',
  async (seed) => {
    const random = chance(seed);
    const ledger: Ledger = { typed: new Set(), replaced: new Set(), goneOn: new Set(), count: 0 };
    const other = writingDevice('other-laptop');
    for (let round = 0; round < 4; round += 1) {
      const { store } = await restart();
      const here = await entriesOf(opened ?? (await restart()));
      if (random() < 0.7) {
        const held = new Set(other.entries().map(({ device, seq }) => `${device}/${seq}`));
        for (const entry of here) if (!held.has(`${entry.device}/${entry.seq}`)) other.land(entry);
      }
      const scratch = writingDevice('scratch');
      for (const entry of here) scratch.land(entry);
      for (let count = 0; count < 4; count += 1) {
        writeSomething(other, { random, ledger, now: 0 });
        writeSomething(scratch, { random, ledger, now: 0 });
      }
      const deeds = scratch
        .entries()
        .slice(here.length)
        .map(({ stream, t, id, val }) => (val === undefined ? { stream, t, id } : { stream, t, id, val }));
      if (deeds.length > 0) await store.desktop.appendToJournal({ store: 'own', deeds });
      if (random() < 0.5) await restart();
      await land(other);
      await expectMerged();
    }
    const shown = textsShown(await entriesOf(await restart()));
    expect([...ledger.typed].filter((text) => !ledger.replaced.has(text) && !shown.includes(text))).toEqual([]);
  },
);
