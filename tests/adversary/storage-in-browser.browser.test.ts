import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compression, cryptography } from '../../renderer/app/cryptography';
import { textCodec } from '../../renderer/app/text-codec';
import { databaseName } from '../../renderer/storage/database';
import { addPapers, saveNote } from '../../renderer/storage/deeds';
import { listMotions, listNotes } from '../../renderer/storage/questions';
import { openStore } from '../../renderer/storage/store';
import type { OpenedStore, StoreOptions } from '../../renderer/storage/store';
import type { DesktopApi, StoreName } from '../../shared/desktop-contract';
import { conference, motionOf, papers, tides } from './conference-papers';
import { journalInPage } from './journal-in-page';

declare global {
  interface Navigator {
    /** Storage Buckets API, as much of it as is used here. */
    readonly storageBuckets: {
      readonly open: (name: string, options: { readonly quota: number }) => Promise<{ readonly indexedDB: IDBFactory }>;
      readonly delete: (name: string) => Promise<void>;
    };
  }
}

let folderId: string;
let desktop: DesktopApi;
const openStores: OpenedStore[] = [];

beforeEach(() => {
  folderId = crypto.randomUUID();
  desktop = journalInPage(folderId);
});

afterEach(async () => {
  for (const opened of openStores.splice(0)) opened.close();
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await Dexie.delete(name);
});

function options(given: Partial<StoreOptions> = {}): StoreOptions {
  return {
    name: 'own',
    desktop,
    shell: { folderId },
    now: () => 1_800_000_000_000,
    newId: () => crypto.randomUUID(),
    platform: { compression, cryptography, text: textCodec },
    ...given,
  };
}

async function open(given: Partial<StoreOptions> = {}): Promise<OpenedStore> {
  const opened = await openStore(options(given));
  if (!opened.ok) throw new Error(`The store did not open: ${JSON.stringify(opened.error)}`);
  openStores.push(opened.value);
  return opened.value;
}

const note = (body: string) => ({ motionId: tides.id, baseVersion: tides.text.id, body });
const bodies = async ({ store }: OpenedStore): Promise<readonly string[]> =>
  (await listNotes(store, tides.id)).map(({ body }) => body).toSorted();
const own = (name: StoreName = 'own'): string => databaseName(folderId, name);

/** Deletes a database as a browser that clears its storage does. */
function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error(`${name} was not deleted`)));
  });
}

/** Opens a database in the manner of another window: without Dexie, and without minding anybody. */
function rawOpen(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(`${name} was not opened`)));
  });
}

describe('in a browser, a working copy', () => {
  it('that was deleted between two starts is built again', async () => {
    const first = await open();
    await addPapers(first.store, papers);
    await saveNote(first.store, note('Not to be lost'));
    first.close();
    await remove(own());
    const second = await open();
    expect(second.recovered).toEqual({ kind: 'rebuilt', because: 'empty', entries: 9, rescued: 0 });
    expect(await listMotions(second.store, conference.id)).toHaveLength(4);
    expect(await bodies(second)).toEqual(['Not to be lost']);
  });

  it('that is deleted while it is open says so, keeps what is typed, and is built again', async () => {
    let isReplaced = false;
    const first = await open({ onReplaced: () => (isReplaced = true) });
    await saveNote(first.store, note('Before'));
    await remove(own());
    expect(isReplaced).toBe(true);
    expect(await saveNote(first.store, note('After'))).toMatchObject({ ok: true, value: { isShown: false } });
    const second = await open();
    expect(second.recovered).toMatchObject({ kind: 'rebuilt' });
    expect(await bodies(second)).toEqual(['After', 'Before']);
  });

  it('gives way to a newer version in another window, for good', async () => {
    let isReplaced = false;
    const old = await open({ onReplaced: () => (isReplaced = true) });
    await saveNote(old.store, note('Before'));
    const newer = await rawOpen(own(), 990);
    expect(isReplaced).toBe(true);
    await expect(listNotes(old.store, tides.id)).rejects.toThrow(Dexie.errnames.DatabaseClosed);
    expect(await saveNote(old.store, note('Typed in the old window'))).toMatchObject({
      ok: true,
      value: { isShown: false },
    });
    expect(newer.version).toBe(990);
    newer.close();
    expect(await openStore(options())).toEqual({ ok: false, error: { kind: 'written-by-newer-version' } });
    await remove(own());
    expect(await bodies(await open())).toEqual(['Before', 'Typed in the old window']);
  });

  it('waits for an older window to close, and says that it is waiting', async () => {
    const older = await rawOpen(own(), 5);
    const steps: string[] = [];
    const opening = open({
      onProgress: ({ kind }) => {
        steps.push(kind);
        older.close();
      },
    });
    expect((await opening).recovered).toEqual({ kind: 'untouched' });
    expect(steps).toEqual(['waiting-for-other-window']);
  });

  it('of an older window that does not close is a failure with a name', { timeout: 20_000 }, async () => {
    const older = await rawOpen(own(), 5);
    expect(await openStore(options())).toEqual({ ok: false, error: { kind: 'held-by-other-window' } });
    older.close();
  });

  it('shows in one window what is done in another', async () => {
    const here = await open();
    const there = await open();
    await saveNote(here.store, note('Here'));
    await saveNote(there.store, note('There'));
    await Promise.all([saveNote(here.store, note('Both')), saveNote(there.store, note('Together'))]);
    expect(await bodies(here)).toEqual(['Both', 'Here', 'There', 'Together']);
    expect(await bodies(there)).toEqual(await bodies(here));
    expect((await here.store.database.meta.get('journal'))?.position).toBe(4);
  });

  it('is never shared with the sample conference', async () => {
    const mine = await open();
    const sample = await open({ name: 'sample' });
    await addPapers(sample.store, papers);
    await saveNote(mine.store, note('Mine'));
    expect(await listMotions(mine.store, conference.id)).toEqual([]);
    expect(await bodies(sample)).toEqual([]);
    sample.close();
    await remove(own('sample'));
    expect(await bodies(mine)).toEqual(['Mine']);
  });

  it('without room keeps every deed in the journal, and shows them all where there is room again', async () => {
    // A bucket has a quota of its own, unlike the origin's, which Chromium looks up once and then believes for long.
    const bucket = await navigator.storageBuckets.open('small', { quota: 2_000_000 });
    Dexie.dependencies.indexedDB = bucket.indexedDB;
    const opened = await open();
    await addPapers(opened.store, papers);
    const long = Array.from({ length: 200_000 }, () => crypto.randomUUID()).join(' ');
    const big = motionOf('99', 'A long motion', [long]);
    const kept = await addPapers(opened.store, { motions: [big], amendments: [], briefings: [] });
    expect(kept).toEqual({ ok: true, value: { isShown: false } });
    expect(await listMotions(opened.store, conference.id)).toHaveLength(4);
    expect(await saveNote(opened.store, note('No room'))).toMatchObject({ ok: true, value: { isShown: false } });
    opened.close();
    const full = await openStore(options());
    expect(full).toEqual({ ok: false, error: { kind: 'working-copy-failed', name: 'QuotaExceededError' } });
    Dexie.dependencies.indexedDB = window.indexedDB;
    await navigator.storageBuckets.delete('small');
    const later = await open();
    expect(await listMotions(later.store, conference.id)).toHaveLength(5);
    expect(await bodies(later)).toEqual(['No room']);
  });
});
