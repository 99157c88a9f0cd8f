// Own devices as a delegate has them: two laptops, a real server, everything that goes wrong with either.

import { enrol, found, laptop, member, done, type Laptop } from './own-laptops';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { indexHeld } from '../../renderer/import/held-copies';
import { keepPapers } from '../../renderer/import/keep-papers';
import { partsOf } from '../../renderer/import/parts';
import { addPapers, removeMotion, saveAmendment, saveNote } from '../../renderer/storage/deeds';
import { findMotion, listNotes } from '../../renderer/storage/questions';
import { clauseId, motionId } from '../../shared/ids';
import { readPaperText } from '../../shared/import/read-paper';
import { deedOf } from '../../shared/journal/entry';
import { conference, cranes, papers, tides } from './conference-papers';
import { serverKinds, startServer, type DavServer } from './dav-servers';

// Recovery kits are slow to open by design, and a delegate of these tests opens up to four.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

let server: DavServer;
let laptops: Laptop[] = [];

beforeEach(async () => {
  const [lighttpd] = serverKinds;
  if (lighttpd === undefined) throw new Error('no server');
  server = await startServer(lighttpd);
});
afterEach(async () => {
  for (const one of laptops) await one.remove();
  laptops = [];
  await server.stop();
});

async function newLaptop(): Promise<Laptop> {
  const one = await laptop(server);
  laptops.push(one);
  return one;
}

/** Two laptops that know each other. The papers are on the first, and travel. */
async function pair(): Promise<{
  readonly desk: Laptop;
  readonly bag: Laptop;
  readonly kit: string;
  readonly words: string;
}> {
  const [desk, bag] = [await newLaptop(), await newLaptop()];
  await addPapers(desk.store(), papers);
  const kit = await found(desk);
  await enrol(desk, bag, 'Bag');
  return { desk, bag, ...kit };
}

async function note(on: Laptop, body: string, id?: string): Promise<string> {
  const known = (await listNotes(on.store(), tides.id)).find((one) => one.id === id);
  const saved = await saveNote(on.store(), { ...known, motionId: tides.id, baseVersion: tides.text.id, body });
  if (!saved.ok) throw new Error(saved.error.kind);
  return saved.value.record.id;
}

async function bodies(on: Laptop): Promise<readonly string[]> {
  return (await listNotes(on.store(), tides.id)).map(({ body }) => body).toSorted();
}

const sync = async (on: Laptop): ReturnType<typeof member> => member(on.order({ kind: 'sync' }));

/** Every file on the server, by path. */
function served(folder = server.folder): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? served(path) : [{ path, bytes: readFileSync(path) }];
  });
}

it('a note on one laptop is on the other after both were online, and nothing of it can be read on the server', async () => {
  const { desk, bag } = await pair();
  await note(desk, 'Ask the harbourmaster about lanterns');
  await sync(desk);
  expect(await sync(bag)).toMatchObject({ round: { received: 1, troubles: [] } });
  expect(await bodies(bag)).toEqual(['Ask the harbourmaster about lanterns']);
  await note(bag, 'Second the reference back');
  await sync(bag);
  await sync(desk);
  expect(await bodies(desk)).toEqual(['Ask the harbourmaster about lanterns', 'Second the reference back']);
  const files = served();
  expect(files.length).toBeGreaterThan(4);
  for (const { path, bytes } of files) {
    expect(bytes.toString('utf8'), path).not.toMatch(/harbourmaster|reference back|note\.set|Tides/i);
    if (path.includes('/o/')) expect(bytes.toString('latin1'), path).toMatch(/^age-encryption\.org\/v1\n/);
  }
});

async function motionsOn({ store }: Laptop): Promise<readonly (readonly [string | undefined, string])[]> {
  const rows = await store().database.motions.toArray();
  return rows
    .map(({ number, title }) => [number, title] as const)
    .toSorted(([, before], [, after]) => (before < after ? -1 : 1));
}

/** Brings a file in, as the page for it does. */
async function bringIn(on: Laptop, text: string, title = 'Hall conference'): Promise<string> {
  const read = readPaperText({ name: 'stairs.txt', text, as: 'motion' }, { html: htmlParser });
  if (!read.ok) throw new Error('a motion reads');
  const bytes = new TextEncoder().encode(text);
  const reading = { kind: 'read' as const, steps: [read.value] };
  const file = { key: 'k', name: 'stairs.txt', bytes, reading, isChosen: true, said: new Map<number, never>() };
  const parts = partsOf(file, indexHeld({ motions: [], amendments: [], briefings: [] }));
  const kept = await keepPapers(on.store(), [{ file, parts }], { kind: 'new', title });
  if (!kept.ok) throw new Error(kept.error.kind);
  return kept.value.motions[0]?.id ?? '';
}

const stairs = `4. Safe stairs

Conference notes that the stairs of the hall are steep and dark.

Conference instructs the executive to put up a rail.
`;

it('a paper that was brought in is on the other laptop with its note and its draft; the file it came in is not', async () => {
  const { desk, bag } = await pair();
  const sampled = { ...tides, id: motionId('sample-motion-1') };
  await desk.store().desktop.appendToJournal({ store: 'sample', deeds: [deedOf('motion.set', sampled.id, sampled)] });
  const id = await bringIn(desk, stairs);
  const motion = await findMotion(desk.store(), id);
  if (motion === null) throw new Error('no motion');
  const on = { motionId: motion.id, baseVersion: motion.text.id };
  await saveNote(desk.store(), { ...on, body: 'Who pays for the rail?' });
  const [first] = motion.text.clauses;
  const operations = [{ kind: 'insert' as const, clause: first?.id ?? clauseId(''), at: 0, text: 'This ' }];
  const about = { ...on, conferenceId: motion.conferenceId, submittedBy: ['Harbour'], standing: 'draft' as const };
  await saveAmendment(desk.store(), { ...about, operations });
  await sync(desk);
  await sync(bag);
  expect(await findMotion(bag.store(), id)).toEqual(motion);
  expect((await listNotes(bag.store(), id)).map(({ body }) => body)).toEqual(['Who pays for the rail?']);
  expect(await bag.store().database.amendments.where({ motionId: id }).toArray()).toMatchObject([{ operations }]);
  expect((await bag.store().database.conferences.toArray()).map(({ title }) => title)).toContain('Hall conference');
  expect(await findMotion(bag.store(), sampled.id)).toBeNull();
  const original = { store: 'own' as const, sha256: motion.source?.sha256 ?? '' };
  expect(await desk.store().desktop.readOriginal(original)).toMatchObject({ ok: true });
  expect(await bag.store().desktop.readOriginal(original)).toEqual({ ok: false, error: { kind: 'not-kept' } });
  // What is corrected and removed on one is so on the other.
  const corrected = { ...motion, number: '5' };
  await addPapers(bag.store(), { motions: [corrected], amendments: [], briefings: [] });
  await removeMotion(bag.store(), cranes.id);
  for (const one of [bag, desk]) await sync(one);
  expect(await findMotion(desk.store(), id)).toEqual(corrected);
  expect(await findMotion(desk.store(), cranes.id)).toBeNull();
  expect(await motionsOn(desk)).toEqual(await motionsOn(bag));
});

it('papers that an earlier version kept to itself travel too, each once, with the earlier texts that notes name', async () => {
  const [desk, bag] = [await newLaptop(), await newLaptop()];
  const corrected = { ...tides, number: '90', text: { ...tides.text, id: cranes.text.id, title: 'Tides and ebbs' } };
  const deeds = [
    deedOf('conference.set', conference.id, conference),
    ...[tides, cranes, corrected].map((motion) => deedOf('motion.set', motion.id, motion)),
    deedOf('motion.remove', cranes.id),
  ];
  const local = deeds.map((deed) => Object.assign({}, deed, { stream: 'local' as const }));
  await desk.store().desktop.appendToJournal({ store: 'own', deeds: local });
  await desk.restart();
  await note(desk, 'On the first text');
  await found(desk);
  await enrol(desk, bag, 'Bag');
  expect(await motionsOn(bag)).toEqual([['90', 'Tides and ebbs']]);
  expect(await motionsOn(desk)).toEqual(await motionsOn(bag));
  expect(await bodies(bag)).toEqual(['On the first text']);
  const texts = await bag.store().database.textVersions.where({ motionId: tides.id }).toArray();
  expect(texts.map(({ title }) => title).toSorted()).toEqual(['Tides and ebbs', tides.text.title].toSorted());
  expect(await sync(desk)).toMatchObject({ round: { sent: 0, received: 0 } });
  await desk.restart();
  expect(await motionsOn(desk)).toEqual(await motionsOn(bag));
});

it('the same file brought in on both laptops is one paper, and what each corrected of it is in it', async () => {
  const { desk, bag } = await pair();
  const id = await bringIn(desk, stairs);
  expect(await bringIn(bag, stairs, ' hall  Conference')).toBe(id);
  for (const [on, facts] of [
    [desk, { number: '44' }],
    [bag, { submittedBy: ['Quay branch'] }],
  ] as const) {
    const motion = await findMotion(on.store(), id);
    if (motion === null) throw new Error('no motion');
    await addPapers(on.store(), { motions: [{ ...motion, ...facts }], amendments: [], briefings: [] });
    await saveNote(on.store(), { motionId: motion.id, baseVersion: motion.text.id, body: JSON.stringify(facts) });
  }
  for (const one of [desk, bag, desk, bag, desk]) await sync(one);
  for (const one of [desk, bag]) {
    expect((await motionsOn(one)).filter(([, title]) => title === 'Safe stairs')).toEqual([['44', 'Safe stairs']]);
    expect(await findMotion(one.store(), id)).toMatchObject({ number: '44', submittedBy: ['Quay branch'] });
    expect(await listNotes(one.store(), id)).toHaveLength(2);
    expect(await one.store().database.conferences.count()).toBe(2);
  }
  expect(await sync(bag)).toMatchObject({ round: { sent: 0, received: 0 } });
});

it('what is too long for a log stays, and holds nothing up', async () => {
  const { desk, bag } = await pair();
  const [clause] = tides.text.clauses;
  if (clause === undefined) throw new Error('no clause');
  const text = { ...tides.text, clauses: [{ ...clause, text: 'lantern '.repeat(40_000) }] };
  const long = { ...tides, id: motionId('long'), number: '99', text };
  await addPapers(desk.store(), { motions: [long], amendments: [], briefings: [] });
  await note(desk, 'After the long one');
  await sync(desk);
  expect(await sync(bag)).toMatchObject({ round: { received: 1, troubles: [] } });
  expect(await bodies(bag)).toEqual(['After the long one']);
  expect(await findMotion(bag.store(), 'long')).toBeNull();
});

it('a round reads the journal from where the last one ended, and sends the last segment again with what is new', async () => {
  const { desk, bag } = await pair();
  for (let at = 0; at < 300; at += 1) await note(desk, `Note ${String(at)}`);
  await sync(desk);
  const host = desk.store().desktop;
  const asked = vi.spyOn(host, 'readJournal');
  const from = (): readonly number[] => asked.mock.calls.splice(0).map(([args]) => args.from);
  await sync(desk);
  expect(
    from()
      .filter((position) => position > 0)
      .every((position) => position > 300),
  ).toBe(true);
  await note(desk, 'One more');
  from();
  expect(await sync(desk)).toMatchObject({ round: { sent: 1 } });
  const positions = from().filter((position) => position > 0);
  expect(positions.length).toBeGreaterThan(0);
  expect(positions.every((position) => position > 250)).toBe(true);
  expect(await sync(bag)).toMatchObject({ round: { received: 301, troubles: [] } });
  const later = await newLaptop();
  await enrol(desk, later, 'Later');
  expect(await bodies(later)).toEqual(await bodies(desk));
  asked.mockRestore();
});

it('both texts of a note that was changed on both laptops stay, side by side, and do not breed', async () => {
  const { desk, bag } = await pair();
  const id = await note(desk, 'First words');
  await sync(desk);
  await sync(bag);
  await note(desk, 'Words at the desk', id);
  await note(bag, 'Words on the train', id);
  for (const one of [desk, bag, desk, bag, desk, bag]) await sync(one);
  expect(await bodies(desk)).toEqual(['Words at the desk', 'Words on the train']);
  expect(await bodies(bag)).toEqual(await bodies(desk));
  const notes = await listNotes(desk.store(), tides.id);
  expect(notes.filter(({ versionOf }) => versionOf === id)).toHaveLength(1);
});

it('a laptop that was removed reads nothing that is written from then on; what it wrote stays, also for later ones', async () => {
  const { desk, bag, kit, words } = await pair();
  await note(bag, 'Written on the lost one');
  await sync(bag);
  await sync(desk);
  const device = (await member(bag.order({ kind: 'describe' }))).overview.device;
  await member(desk.order({ kind: 'remove', device }));
  await note(desk, 'Written after the loss');
  await sync(desk);
  const removed = await sync(bag);
  expect(removed).toMatchObject({ overview: { standing: 'removed' }, round: { received: 0, sent: 0 } });
  expect(await bodies(bag)).toEqual(['Written on the lost one']);
  expect(await bodies(desk)).toEqual(['Written after the loss', 'Written on the lost one']);
  // Not by asking the folder for the bytes either.
  const objects = served().filter(({ path }) => path.includes('/o/'));
  const host = bag.store().desktop;
  const headerOf = (bytes: Buffer): Uint8Array =>
    new Uint8Array(bytes.subarray(0, bytes.indexOf('\n', bytes.indexOf('\n---') + 1) + 1));
  const head = served().find(({ path }) => path.endsWith('head.json') && !path.includes(device));
  const payload = JSON.parse(head?.bytes.toString('utf8') ?? '{}').payload;
  const { segments } = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  for (const { h } of segments) {
    const object = objects.find(({ path }) => path.endsWith(h));
    const key = await host.unwrapFileKey({ store: 'own', header: headerOf(object?.bytes ?? Buffer.of()) });
    expect(key).toEqual({ ok: true, value: null });
  }
  const later = await newLaptop();
  await member(later.order({ kind: 'restore', label: 'New', kit, words }));
  expect(await bodies(later)).toEqual(['Written after the loss', 'Written on the lost one']);
});

it('when both laptops are lost the recovery kit brings everything back', async () => {
  const { desk, bag, kit, words } = await pair();
  await note(desk, 'At the desk');
  await note(bag, 'In the bag');
  await sync(desk);
  await sync(bag);
  await desk.remove();
  await bag.remove();
  laptops = [];
  const fresh = await newLaptop();
  expect(await fresh.order({ kind: 'restore', label: 'New', kit, words: 'six wrong words of the list' })).toMatchObject(
    {
      ok: false,
    },
  );
  await member(fresh.order({ kind: 'restore', label: 'New', kit, words }));
  expect(await bodies(fresh)).toEqual(['At the desk', 'In the bag']);
  await note(fresh, 'And on');
  expect(await sync(fresh)).toMatchObject({ overview: { standing: 'listed' }, round: { sent: 1 } });
});

it('two copies of one data folder: the second gets other keys, and nothing either wrote is lost (S21)', async () => {
  const { desk, bag } = await pair();
  const id = await note(desk, 'Before the copy');
  await sync(desk);
  const twin = await desk.copy();
  laptops.push(twin);
  await note(desk, 'Only at the desk');
  await note(desk, 'Changed at the desk', id);
  await note(twin, 'Only on the twin');
  await note(twin, 'Changed on the twin', id);
  await note(twin, 'Another on the twin');
  await sync(desk);
  const mended = await sync(twin);
  expect(mended).toMatchObject({ overview: { standing: 'listed' }, round: { wasTwin: true } });
  for (const one of [desk, bag, twin, desk, bag]) await sync(one);
  const all = [
    'Another on the twin',
    'Changed at the desk',
    'Changed on the twin',
    'Only at the desk',
    'Only on the twin',
  ];
  expect(await bodies(desk)).toEqual(all);
  expect(await bodies(twin)).toEqual(all);
  expect(await bodies(bag)).toEqual(all);
  expect(await sync(twin)).toMatchObject({ round: { wasTwin: false, received: 0, sent: 0, troubles: [] } });
  expect(await sync(desk)).toMatchObject({ round: { wasTwin: false, received: 0, sent: 0, troubles: [] } });
  // Built again from nothing, it is the same.
  await twin.restart();
  expect(await bodies(twin)).toEqual(all);
});

it('a backup that was put back goes on under other keys, with what it had not known any more (S21)', async () => {
  const { desk, bag } = await pair();
  await note(desk, 'In the backup');
  await sync(desk);
  const backup = await desk.copy();
  laptops.push(backup);
  await note(desk, 'After the backup');
  await sync(desk);
  expect(await sync(backup)).toMatchObject({ round: { wasTwin: true } });
  expect(await bodies(backup)).toEqual(['After the backup', 'In the backup']);
  await note(backup, 'On the restored one');
  for (const one of [backup, bag]) await sync(one);
  expect(await bodies(bag)).toEqual(['After the backup', 'In the backup', 'On the restored one']);
});

it('what the folder lost is sent again (S22), and a list that went back brings no removed laptop in', async () => {
  const { desk, bag } = await pair();
  await note(desk, 'One');
  await sync(desk);
  const backup = served();
  await note(desk, 'Two');
  await note(desk, 'Three');
  await sync(desk);
  const device = (await member(bag.order({ kind: 'describe' }))).overview.device;
  await member(desk.order({ kind: 'remove', device }));
  const restore = (): void => {
    for (const { path } of served()) rmSync(path);
    for (const { path, bytes } of backup) writeFileSync(path, bytes);
  };
  restore();
  // lighttpd serves a file that it has open for up to two seconds after another was put in its place.
  await new Promise((go) => setTimeout(go, 2500));
  expect(await sync(desk)).toMatchObject({ round: { lost: 2, troubles: [] } });
  expect((await member(desk.order({ kind: 'describe' }))).overview.list?.devices).toHaveLength(1);
  // The newest list stands there again: also for a laptop that remembers only an older one.
  const listed = served().filter(({ path }) => path.endsWith('devices.json'));
  const payload = JSON.parse(listed[0]?.bytes.toString('utf8') ?? '{}').payload;
  expect(JSON.parse(Buffer.from(payload, 'base64').toString('utf8')).devices).toHaveLength(1);
  for (const { path } of listed) rmSync(path);
  await new Promise((go) => setTimeout(go, 2500));
  await sync(desk);
  expect(served().filter(({ path }) => path.endsWith('devices.json'))).toEqual(listed);
});

it('what was encrypted for another key is kept, and read when the kit is restored (S23)', async () => {
  const { desk, kit, words } = await pair();
  await note(desk, 'Before the phone came');
  await sync(desk);
  const third = await newLaptop();
  const asked = await done(third.order({ kind: 'ask', label: 'Third' }));
  if (asked.kind !== 'overview' || asked.overview.kind !== 'asking') throw new Error('does not ask');
  const read = await done(desk.order({ kind: 'read-request', text: asked.overview.text }));
  if (read.kind !== 'request') throw new Error(read.kind);
  const files = served().filter(({ path }) => !path.endsWith('devices.json'));
  await member(desk.order({ kind: 'add', request: read.request }));
  // The desk was cut off between the list and its log.
  for (const { path, bytes } of files) writeFileSync(path, bytes);
  const looked = await done(third.order({ kind: 'look' }));
  if (looked.kind !== 'invitations') throw new Error(looked.kind);
  const joined = await member(third.order({ kind: 'join', identity: looked.found[0]?.identity ?? '' }));
  expect(joined.overview.locked).toBeGreaterThan(0);
  expect(await bodies(third)).toEqual([]);
  // The folder loses them; the ciphertext is here.
  for (const { path } of served()) if (path.includes('/o/')) rmSync(path);
  const restored = await member(third.order({ kind: 'restore', label: 'Third', kit, words }));
  expect(restored.overview.locked).toBe(0);
  expect(await bodies(third)).toEqual(['Before the phone came']);
});

it('lines of a damaged journal come back from the folder', async () => {
  const { desk, bag } = await pair();
  await note(desk, 'From the desk');
  await note(desk, 'Also from the desk');
  await note(bag, 'From the bag');
  for (const one of [desk, bag, desk, bag]) await sync(one);
  const before = await bodies(bag);
  const { name } = bag.store().database.dexie;
  await bag.restart(async () => {
    // The rows are gone as well: only the folder still knows.
    await Dexie.delete(name);
    const file = join(bag.path, 'own', 'journal', '1.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Also from the desk', 'Xlso from the desk'));
    rmSync(join(bag.path, 'own', 'snapshots'), { recursive: true, force: true });
  });
  expect(await bodies(bag)).toEqual(['From the bag', 'From the desk']);
  const standing = (await sync(bag)).overview;
  expect(standing.standing).toBe('not-listed');
  const read = await done(desk.order({ kind: 'read-request', text: standing.request?.text ?? '' }));
  if (read.kind !== 'request') throw new Error(read.kind);
  await member(desk.order({ kind: 'add', request: read.request }));
  await sync(bag);
  expect(await bodies(bag)).toEqual(before);
});
