import { allRows, keptFolder, openKept, storeOptions } from './kept-store';
import type { KeptFolder } from './kept-store';
import fc from 'fast-check';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName } from '../../renderer/storage/database';
import { addPapers, removeNote, saveNote } from '../../renderer/storage/deeds';
import { perform } from '../../renderer/storage/perform';
import { listMotions, listNotes } from '../../renderer/storage/questions';
import { openStore } from '../../renderer/storage/store';
import type { OpenedStore } from '../../renderer/storage/store';
import { deedOf } from '../../shared/journal/entry';
import { foldEntries } from '../../shared/journal/fold';
import { knownDeed, strangeDeed } from './arbitrary-deeds';
import { conference, motionOf, papers, tides } from './conference-papers';

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

/** Closes what is open and opens it again, the doorkeeper included, as a restart does. */
async function restart(between: (databaseName: string) => Promise<void> = async () => undefined): Promise<OpenedStore> {
  opened?.close();
  if (opened !== undefined) await between(opened.store.database.dexie.name);
  opened = await openKept(await folder.start());
  return opened;
}

const note = (body: string) => ({ motionId: tides.id, baseVersion: tides.text.id, body });
const wipe = async (name: string): Promise<void> => Dexie.delete(name);

/** Does `work` to the working copy without going through the journal. */
async function tamper(name: string, work: (dexie: Dexie) => Promise<unknown>): Promise<void> {
  const dexie = await new Dexie(name).open();
  await work(dexie);
  dexie.close();
}

describe('a working copy', () => {
  it('is empty at the first start, and is neither seeded nor called damaged', async () => {
    const first = await restart();
    expect(first.recovered).toEqual({ kind: 'untouched' });
    expect(await allRows(first)).toMatchObject({ conferences: [], motions: [], notes: [] });
  });

  it('is left as it is when nothing happened to it', async () => {
    await addPapers((await restart()).store, papers);
    expect((await restart()).recovered).toEqual({ kind: 'untouched' });
  });

  it('that was wiped is built again, row for row', async () => {
    const { store } = await restart();
    await addPapers(store, papers);
    const saved = await saveNote(store, note('Not to be lost'));
    await saveNote(store, note('Removed again'));
    await removeNote(store, 'id-2');
    const before = await allRows(await restart());
    const after = await restart(wipe);
    expect(after.recovered).toEqual({ kind: 'rebuilt', because: 'empty', entries: 11, rescued: 0 });
    expect(await allRows(after)).toEqual(before);
    expect(await listNotes(after.store, tides.id)).toEqual([saved.ok ? saved.value.record : 'not saved']);
  });

  it('that is behind catches up with what it lacks, and only that', async () => {
    const { store } = await restart();
    await addPapers(store, papers);
    const before = await allRows({ ...(await restart()) });
    await store.desktop.appendToJournal({
      store: 'own',
      deeds: [{ stream: 'self', t: 'mandate.remove', id: 'motion-2' }],
    });
    const after = await restart();
    expect(after.recovered).toEqual({ kind: 'caught-up', entries: 1 });
    expect((await allRows(after))['motions']).toEqual(before['motions']);
  });

  it.each([
    ['of another journal', 'other-journal', { journalId: 'another' }],
    ['ahead of its journal', 'ahead', { position: 900, last: 'a/self/900' }],
    ['whose last entry is not the journal’s', 'ahead', { last: 'another/self/1' }],
    ['written by other code', 'other-version', { projection: 0 }],
  ])('%s is emptied and built again', async (_, because, change) => {
    const { store } = await restart();
    await addPapers(store, papers);
    const before = await allRows(await restart());
    const after = await restart(async (name) =>
      tamper(name, async (dexie) => {
        await dexie.table('motions').put({ id: 'ghost', conferenceId: conference.id, title: 'Never moved' });
        await dexie.table('meta').update('journal', change);
      }),
    );
    expect(after.recovered).toEqual({ kind: 'rebuilt', because, entries: 8, rescued: 0 });
    expect(await allRows(after)).toEqual(before);
  });

  it('of a long journal is built again in pages, and says how far it is', async () => {
    const { store } = await restart();
    const many = Array.from({ length: 2500 }, (_, index) => motionOf(String(index), 'Tides', ['They rise.']));
    await addPapers(store, { motions: many, amendments: [], briefings: [] });
    await restart();
    opened?.close();
    await wipe(store.database.dexie.name);
    const host = await folder.start();
    const steps: unknown[] = [];
    const again = await openStore({ ...storeOptions(host), onProgress: (step) => steps.push(step) });
    if (again.ok) opened = again.value;
    expect(again).toMatchObject({ ok: true, value: { recovered: { kind: 'rebuilt', entries: 2500 } } });
    expect(steps).toEqual([1000, 2000, 2500].map((replayed) => ({ kind: 'replaying', replayed, total: 2500 })));
  });

  it('of a newer version of Rostrum is refused and left as it is', async () => {
    await addPapers((await restart()).store, papers);
    opened?.close();
    const host = await folder.start();
    const name = databaseName(host.folderId, 'own');
    const newer = new Dexie(name);
    newer.version(99).stores({ wonders: 'id' });
    await newer.open();
    newer.close();
    expect(await openStore(storeOptions(host))).toEqual({ ok: false, error: { kind: 'written-by-newer-version' } });
    expect((await new Dexie(name).open()).verno).toBe(99);
  });
});

describe('the journal', () => {
  it('with damaged lines gets back from the working copy what they said', async () => {
    const { store } = await restart();
    await addPapers(store, papers);
    await saveNote(store, note('Whole'));
    await restart(async () => spoilLine(await journalPath(), 1));
    expect(opened?.recovered).toMatchObject({ kind: 'rebuilt', because: 'other-journal', rescued: 2 });
    expect(await listMotions(present(), conference.id)).toHaveLength(4);
    expect(await bodies()).toEqual(['Whole']);
    await restart(wipe);
    expect(opened?.recovered).toMatchObject({ kind: 'rebuilt', rescued: 0 });
    expect(await listMotions(present(), conference.id)).toHaveLength(4);
  });

  it('with damaged lines and no working copy gives everything that is whole', async () => {
    const { store } = await restart();
    await addPapers(store, papers);
    await saveNote(store, note('Whole'));
    await restart(async (name) => {
      await wipe(name);
      await spoilLine(await journalPath(), 1);
    });
    expect(await listMotions(present(), conference.id)).toHaveLength(3);
    expect(await bodies()).toEqual(['Whole']);
  });

  it('cut short at its end gets its end back from the working copy', async () => {
    const { store } = await restart();
    await addPapers(store, papers);
    await saveNote(store, note('Cut'));
    const path = await journalPath();
    await restart(async () => truncate(path, (await readFile(path)).length - 5));
    expect(opened?.recovered).toMatchObject({ kind: 'rebuilt', rescued: 1 });
    expect(await bodies()).toEqual(['Cut']);
  });

  it('is believed where it says more than a working copy that was behind', async () => {
    const { store } = await restart();
    await addPapers(store, papers);
    const first = await saveNote(store, note('First words'));
    await saveNote(store, note('Another'));
    if (!first.ok) throw new Error('the note was saved');
    const better = { ...first.value.record, body: 'Better words' };
    await store.desktop.appendToJournal({ store: 'own', deeds: [deedOf('note.set', better.id, better)] });
    // The working copy still has the first words, and the journal's line of the other note is spoilt.
    await restart(async () => spoilLine(await journalPath(), 9));
    expect(await bodies()).toEqual(['Another', 'Better words']);
  });

  it('of a newer version is kept, counted, and changes nothing', async () => {
    const { store } = await restart();
    await addPapers(store, papers);
    const before = (await allRows(await restart()))['motions'];
    await fc.assert(
      fc.asyncProperty(strangeDeed, async (deed) => {
        await store.desktop.appendToJournal({ store: 'own', deeds: [deed] });
      }),
      { seed: 3, numRuns: 20 },
    );
    const after = await restart();
    expect(after.unread).toBe(20);
    expect((await allRows(after))['motions']).toEqual(before);
    expect((await restart(wipe)).unread).toBe(20);
    expect(await saveNote(after.store, note('Work goes on'))).toMatchObject({ ok: true });
  });
});

it('after any deeds, the rows are what the journal folds to, before and after a wipe', async () => {
  const tables = [
    'conferences',
    'motions',
    'textVersions',
    'amendments',
    'notes',
    'briefings',
    'links',
    'mandates',
    'decisions',
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(knownDeed, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), async (runs) => {
      const { store } = await restart(wipe);
      for (const deeds of runs) expect(await perform(store, deeds)).toEqual({ ok: true, value: { isShown: true } });
      const page = await store.desktop.readJournal({ store: 'own', from: 0, limit: 5000 });
      const folded = foldEntries(page.ok ? page.value.entries : []);
      for (const table of tables) {
        const rows: readonly unknown[] = await store.database[table].toArray();
        expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
          new Set([...folded[table].values()].map((row) => JSON.stringify(row))),
        );
      }
      const before = await allRows({ ...(await restart()) });
      expect(await allRows(await restart(wipe))).toEqual(before);
    }),
    { seed: 11, numRuns: 15 },
  );
});

function present() {
  if (opened === undefined) throw new Error('the store is open here');
  return opened.store;
}

const bodies = async (): Promise<readonly string[]> =>
  (await listNotes(present(), tides.id)).map(({ body }) => body).toSorted();

/** Changes one letter in the JSON of a line, counted from 0, as a failing disk does. */
async function spoilLine(path: string, index: number): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, lines.map((line, at) => (at === index ? line.replace('motion', 'notion') : line)).join('\n'));
}

async function journalPath(): Promise<string> {
  const inside = join(folder.path, 'own', 'journal');
  const [first] = (await readdir(inside)).filter((name) => name.endsWith('.ndjson')).sort();
  return join(inside, String(first));
}
