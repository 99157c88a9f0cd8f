import { allRows, keptFolder, openKept, storeOptions } from './kept-store';
import type { KeptFolder, RunningHost } from './kept-store';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPapers, saveNote } from '../../renderer/storage/deeds';
import { perform } from '../../renderer/storage/perform';
import { listMotions, listNotes } from '../../renderer/storage/questions';
import { openStore } from '../../renderer/storage/store';
import type { OpenedStore, Store } from '../../renderer/storage/store';
import type { DesktopApi } from '../../shared/desktop-contract';
import { deedOf } from '../../shared/journal/entry';
import { mandateId } from '../../shared/ids';
import { fail } from '../../shared/result';
import { conference, motionOf, papers, tides } from './conference-papers';

let folder: KeptFolder;
let opened: OpenedStore;
let store: Store;

beforeEach(async () => {
  folder = await keptFolder();
  opened = await openKept(await folder.start());
  store = opened.store;
});

afterEach(async () => {
  opened.close();
  await folder.remove();
});

const note = (body: string) => ({ motionId: tides.id, baseVersion: tides.text.id, body });
const bodies = async (from: Store): Promise<readonly string[]> =>
  (await listNotes(from, tides.id)).map(({ body }) => body).toSorted();

/** The same store with some requests answered otherwise: what a full disk or a closed program answers. */
const answering = (answers: Partial<DesktopApi>): Store => ({ ...store, desktop: { ...store.desktop, ...answers } });

async function journalLength(): Promise<number> {
  const page = await store.desktop.readJournal({ store: 'own', from: 0, limit: 1 });
  return page.ok ? page.value.total : -1;
}

describe('a deed that the journal cannot take', () => {
  it.each(['disk-full', 'not-writable', 'host-gone', 'folder-in-use'] as const)('(%s) changes no row', async (kind) => {
    await addPapers(store, papers);
    const before = await allRows(opened);
    const full = answering({ appendToJournal: async () => fail({ kind }) });
    expect(await saveNote(full, note('Never kept'))).toEqual({ ok: false, error: { kind } });
    expect(await allRows(opened)).toEqual(before);
  });

  it('can be done again when the journal can take it', async () => {
    const full = answering({ appendToJournal: async () => fail({ kind: 'disk-full' }) });
    await saveNote(full, note('Kept'));
    expect(await saveNote(store, note('Kept'))).toMatchObject({ ok: true, value: { isShown: true } });
    expect(await bodies(store)).toEqual(['Kept']);
  });
});

describe('a deed that the working copy cannot take', () => {
  it('is safe in the journal, says that it is not shown, and shows with the next one', async () => {
    store.database.notes.hook('creating', failOnce());
    expect(await saveNote(store, note('First'))).toMatchObject({ ok: true, value: { isShown: false } });
    expect(await bodies(store)).toEqual([]);
    expect(await saveNote(store, note('Second'))).toMatchObject({ ok: true, value: { isShown: true } });
    expect(await bodies(store)).toEqual(['First', 'Second']);
  });

  it('shows at the next start', async () => {
    store.database.notes.hook('creating', failOnce());
    await saveNote(store, note('First'));
    opened.close();
    opened = await openKept(await folder.start());
    expect(opened.recovered).toEqual({ kind: 'caught-up', entries: 1 });
    expect(await bodies(opened.store)).toEqual(['First']);
  });

  it('writes none of its rows when one of them fails', async () => {
    store.database.amendments.hook('creating', failOnce());
    await addPapers(store, papers);
    expect(await listMotions(store, conference.id)).toEqual([]);
    await saveNote(store, note('And on'));
    expect(await listMotions(store, conference.id)).toHaveLength(4);
  });

  it('is safe when a newer window has closed the working copy', async () => {
    store.database.dexie.close();
    expect(await saveNote(store, note('Typed in an old window'))).toMatchObject({
      ok: true,
      value: { isShown: false },
    });
    opened = await openKept(await folder.start());
    expect(await bodies(opened.store)).toEqual(['Typed in an old window']);
  });
});

describe('two windows on one store', () => {
  it('show what either does, each entry once, in the order of the journal', async () => {
    const other = await openKept(await hostOf());
    const saved = await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        saveNote(
          index % 2 === 0 ? store : { ...other.store, newId: () => `other-${String(index)}` },
          note(`Note ${String(index)}`),
        ),
      ),
    );
    expect(saved.every((answer) => answer.ok && answer.value.isShown)).toBe(true);
    expect(await bodies(store)).toHaveLength(40);
    expect(await bodies(other.store)).toEqual(await bodies(store));
    expect((await store.database.meta.get('journal'))?.position).toBe(await journalLength());
    other.close();
  });

  it('agree when both build the wiped copy at once', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => motionOf(String(index), 'Tides', ['They rise.']));
    await addPapers(store, { conference, motions: many, amendments: [], briefings: [] });
    opened.close();
    await Dexie.delete(store.database.dexie.name);
    const host = await hostOf();
    const [here, there] = await Promise.all([openKept(host), openKept(host)]);
    opened = here;
    expect(await listMotions(here.store, conference.id)).toHaveLength(1500);
    expect(await listMotions(there.store, conference.id)).toHaveLength(1500);
    expect((await here.store.database.meta.get('journal'))?.position).toBe(1501);
    there.close();
  });

  it('stay right when one is behind the other by an entry it never showed', async () => {
    await store.desktop.appendToJournal({ store: 'own', deeds: [deedOf('conference.set', conference.id, conference)] });
    expect(await addPapers(store, { motions: [tides], amendments: [], briefings: [] })).toMatchObject({ ok: true });
    expect(await store.database.conferences.count()).toBe(1);
    expect(await store.database.motions.count()).toBe(1);
  });
});

describe('the delegate’s own papers and the sample conference', () => {
  it('never share a row, an entry or a database', async () => {
    const host = await hostOf();
    const sample = await openKept(host, 'sample');
    await addPapers(sample.store, papers);
    await saveNote(store, note('Mine'));
    expect(await listMotions(store, conference.id)).toEqual([]);
    expect(await bodies(sample.store)).toEqual([]);
    expect(sample.store.database.dexie.name).not.toBe(store.database.dexie.name);
    sample.close();
    await Dexie.delete(sample.store.database.dexie.name);
    const again = await openKept(host, 'sample');
    expect(await listMotions(again.store, conference.id)).toHaveLength(4);
    expect(await bodies(store)).toEqual(['Mine']);
    again.close();
  });
});

describe('more deeds than one call takes', () => {
  it('are all kept, and in order', async () => {
    const deeds = Array.from({ length: 4100 }, (_, index) =>
      deedOf('mandate.set', tides.id, {
        id: mandateId(tides.id),
        motionId: tides.id,
        position: 'support',
        remark: String(index),
      }),
    );
    expect(await perform(store, deeds)).toEqual({ ok: true, value: { isShown: true } });
    expect(await journalLength()).toBe(4100);
    expect((await store.database.mandates.get(tides.id))?.remark).toBe('4099');
  });
});

it('a journal that cannot be read is a failure with a name, and nothing is emptied', async () => {
  await addPapers(store, papers);
  const host = await hostOf();
  const failing = { ...host.api, readJournal: async () => fail({ kind: 'not-kept' } as const) };
  const again = await openStore({ ...storeOptions(host), desktop: failing });
  expect(again).toEqual({ ok: false, error: { kind: 'not-kept' } });
  expect(await listMotions(store, conference.id)).toHaveLength(4);
});

/** The doorkeeper that is running, with the store that is open on it. */
async function hostOf(): Promise<RunningHost> {
  const { folderId } = await store.desktop.describeShell({});
  return { api: store.desktop, folderId };
}

/** A hook that fails a write once, as IndexedDB does on a full disk. */
function failOnce(): () => void {
  let isSpent = false;
  return () => {
    if (isSpent) return;
    isSpent = true;
    throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
  };
}
