import { allRows, keptFolder, openKept } from './kept-store';
import type { KeptFolder } from './kept-store';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../shared/bundle/verify-bundle';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { recordOfSession, sessionOfFields } from '../../shared/bundle/session-record';
import { clauseId } from '../../shared/ids';
import { changesNothing, planMerge } from '../../shared/merge/plan-merge';
import { deedOf } from '../../shared/journal/entry';
import { fail } from '../../shared/result';
import { addPapers, saveAmendment, saveConference, saveMandate, saveNote } from '../../renderer/storage/deeds';
import { applyOfficial } from '../../renderer/storage/official-deeds';
import { newsOf } from '../../renderer/storage/official-news';
import { findTrusted, heldChunks, loadHeldPapers } from '../../renderer/storage/official-questions';
import { listSessions } from '../../renderer/storage/order-questions';
import {
  findConference,
  findMotion,
  findTextVersion,
  listAllNotes,
  listAmendments,
  listMotions,
  listOwnAmendments,
} from '../../renderer/storage/questions';
import type { OpenedStore, Store } from '../../renderer/storage/store';
import { papers } from './conference-papers';
import {
  accept,
  amendmentOf,
  bundleOf,
  motionOf,
  openOffice,
  publish,
  recordsOf,
  sourceOf,
  verification,
} from './conference-office';
import type { Office } from './conference-office';

let office: Office;
let first: VerifiedBundle;
let second: VerifiedBundle;

const motion = (name: string, ...texts: string[]) => motionOf(office.founded.conference, name, `On ${name}`, ...texts);

beforeAll(async () => {
  office = await openOffice();
  const lamps = motion('m1', 'Conference notes the dark.');
  const before = recordsOf(
    [lamps, motion('m2', 'Oil is dear.'), motion('m10', 'Ladders.')],
    [amendmentOf(lamps, 'a1', 'Still, ')],
  );
  first = await accept(await bundleOf(office, before), undefined);
  const later = await publish(
    office,
    recordsOf([motion('m1', 'Conference notes the light.'), motion('m10', 'Ladders.'), motion('m11', 'New.')]),
    {
      previous: first,
      isMassRemovalMeant: true,
    },
  );
  const everything = [...first.received.objects, ...later.newObjects];
  second = await accept({ roots: [office.founded.root], head: later.head, objects: everything }, first.state);
});

let folder: KeptFolder;
let opened: OpenedStore;
let store: Store;

beforeEach(async () => {
  folder = await keptFolder();
  await restart();
});

afterEach(async () => {
  opened.close();
  await folder.remove();
});

async function restart(between: () => Promise<void> = async () => undefined): Promise<void> {
  if (store?.database.dexie.isOpen()) opened.close();
  await between();
  opened = await openKept(await folder.start());
  store = opened.store;
}

const take = async (
  bundle: VerifiedBundle,
  into: Store = store,
  carried: Parameters<typeof applyOfficial>[2] = [],
): ReturnType<typeof applyOfficial> => applyOfficial(into, newsOf(into.database, bundle), carried);
const wipe = async (): Promise<void> => Dexie.delete(store.database.dexie.name);
const conferenceId = (): string => office.founded.conference;
const numbers = async (): Promise<readonly (string | undefined)[]> =>
  (await listMotions(store, conferenceId())).map(({ number }) => number);
const idOf = (name: string): string => `${conferenceId()}.${name}`;

/** The delegate's own work on an official motion, and papers of another conference beside it. */
async function work(): Promise<void> {
  const lamps = first.papers.motions.find(({ id }) => id === idOf('m1'));
  if (lamps === undefined) throw new Error('motion 1 is in the bundle');
  const on = { motionId: lamps.id, baseVersion: lamps.text.id };
  await addPapers(store, papers);
  await saveNote(store, { ...on, body: 'Ask about oil' });
  await saveMandate(store, { motionId: lamps.id, position: 'support' });
  await saveAmendment(store, {
    ...on,
    conferenceId: lamps.conferenceId,
    standing: 'draft',
    submittedBy: [],
    operations: [{ kind: 'insert', clause: clauseId('k1'), at: 0, text: 'Still: ' }],
  });
}

const own = async (): Promise<unknown> => ({
  notes: await store.database.notes.toArray(),
  mandates: await store.database.mandates.toArray(),
  drafts: await listOwnAmendments(store, conferenceId()),
  papers: await listMotions(store, papers.conference.id),
});

const rows = async (): Promise<Record<string, unknown>> => allRows(opened);

describe('a verified bundle', () => {
  it('is kept, journalled and shown', async () => {
    expect(await take(first)).toEqual({ ok: true, value: { isShown: true } });
    expect(await numbers()).toEqual(['1', '2', '10']);
    expect(await findMotion(store, idOf('m1'))).toEqual(first.papers.motions.find(({ id }) => id === idOf('m1')));
    expect((await listAmendments(store, idOf('m1'))).printed.map(({ number }) => number)).toEqual(['1']);
    expect(await findTrusted(store, conferenceId())).toEqual(first.state);
    expect(await findConference(store, conferenceId())).toMatchObject({ title: 'National Conference 2027' });
    expect((await readdir(join(folder.path, 'own', 'official', conferenceId()))).sort()).toEqual([
      'head.json',
      'o',
      'root',
    ]);
  });

  it('replaces the version before, and touches nothing of the delegate’s', async () => {
    await take(first);
    await work();
    const before = await own();
    expect(await take(second)).toEqual({ ok: true, value: { isShown: true } });
    expect(await numbers()).toEqual(['1', '10', '11']);
    expect((await findMotion(store, idOf('m1')))?.text.clauses[0]?.text).toBe('Conference notes the light.');
    expect((await listAmendments(store, idOf('m1'))).printed).toEqual([]);
    expect(await own()).toEqual(before);
    expect(await findTrusted(store, conferenceId())).toEqual(second.state);
  });

  it('leaves the text that notes and drafts were written on', async () => {
    await take(first);
    await work();
    await take(second);
    const [draft] = await listOwnAmendments(store, conferenceId());
    const base = await findTextVersion(store, idOf('m1'), String(draft?.baseVersion));
    expect(base?.clauses[0]?.text).toBe('Conference notes the dark.');
  });

  it('that takes a motion away leaves the notes on it to be found', async () => {
    await take(first);
    const gone = first.papers.motions.find(({ id }) => id === idOf('m2'));
    if (gone === undefined) throw new Error('motion 2 is in the bundle');
    await saveNote(store, { motionId: gone.id, baseVersion: gone.text.id, body: 'Speak on oil' });
    await take(second);
    expect((await listAllNotes(store, conferenceId())).map(({ body }) => body)).toEqual(['Speak on oil']);
  });

  it('carries drafts over in the same breath', async () => {
    await take(first);
    await work();
    const [draft] = await listOwnAmendments(store, conferenceId());
    if (draft === undefined) throw new Error('there is a draft');
    const rebased = { ...draft, baseVersion: second.papers.motions[0]?.text.id ?? draft.baseVersion };
    await take(second, store, [deedOf('amendment.set', draft.id, rebased)]);
    expect(await listOwnAmendments(store, conferenceId())).toEqual([rebased]);
  });

  it('keeps the address that the delegate gave, and that the office’s words were compared', async () => {
    const known = { address: 'https://papers.example', isOfficeKnown: true as const };
    await saveConference(store, { id: office.founded.conference, title: 'Typed by hand', ...known });
    await take(first);
    const expected = { title: 'National Conference 2027', ...known };
    expect(await findConference(store, conferenceId())).toMatchObject(expected);
    await restart(wipe);
    expect(await findConference(store, conferenceId())).toMatchObject(expected);
  });

  it('hands back its chunks for the next reading, and lets go of those that are no longer in it', async () => {
    await take(first);
    const [chunk] = first.chunks;
    const held = heldChunks(store, conferenceId());
    expect(await held(String(chunk?.entry.sha256))).toEqual(chunk?.records);
    await take(second);
    expect(await store.database.official.count()).toBe(second.chunks.length);
    const again = await verifyBundle(
      sourceOf({ roots: [], head: second.received.head, objects: second.received.objects.slice(0, 1) }),
      second.state,
      {
        ...verification,
        held,
      },
    );
    expect(again).toMatchObject({ ok: true, value: { isNews: false } });
  });

  it('plans against the papers that are held, and changes nothing once they are', async () => {
    await take(first);
    await work();
    const plan = planMerge(await loadHeldPapers(store, conferenceId()), second);
    expect(plan.motions.updated.map(({ before }) => before.id)).toEqual([idOf('m1')]);
    expect(plan.motions.added.map(({ id }) => id)).toEqual([idOf('m11')]);
    expect(plan.motions.removed.map(({ id }) => id)).toEqual([idOf('m2')]);
    await take(second);
    expect(changesNothing(planMerge(await loadHeldPapers(store, conferenceId()), second))).toBe(true);
  });

  it('bring the order of business and printed line numbers, also to a text that is held without them', async () => {
    await take(first);
    const lamps = motion('m1', 'Conference notes the dark.');
    const lineNumbers = [{ number: 1, clause: lamps.text.clauses[0]?.id ?? clauseId(''), from: 0, to: 10 }];
    const session = sessionOfFields(
      { place: 1, title: 'Thursday morning', items: [{ kind: 'motion', motion: 'm1' }] },
      office.founded.conference,
      'thursday',
    );
    const records = [...recordsOf([{ ...lamps, text: { ...lamps.text, lineNumbers } }], []), recordOfSession(session)];
    const more = { previous: first, isMassRemovalMeant: true };
    const later = await publish(office, records, more);
    const objects = [...first.received.objects, ...later.newObjects];
    const timed = await accept({ roots: [office.founded.root], head: later.head, objects }, first.state);
    await take(timed);
    expect(await listSessions(store, conferenceId())).toEqual([session]);
    expect((await findMotion(store, idOf('m1')))?.text.lineNumbers).toEqual(lineNumbers);
    expect(changesNothing(planMerge(await loadHeldPapers(store, conferenceId()), timed))).toBe(true);
    await restart(wipe);
    expect(await listSessions(store, conferenceId())).toEqual([session]);
    expect((await findMotion(store, idOf('m1')))?.text.lineNumbers).toEqual(lineNumbers);
  });

  it('that another window has overtaken is refused', async () => {
    await take(first);
    await take(second);
    expect(await take(first)).toEqual({ ok: false, error: { kind: 'refused' } });
    expect(await numbers()).toEqual(['1', '10', '11']);
  });

  it('that cannot be kept changes nothing', async () => {
    await take(first);
    const before = await allRows(opened);
    const full = {
      ...store,
      desktop: { ...store.desktop, keepOfficial: async () => fail({ kind: 'disk-full' } as const) },
    };
    expect(await take(second, full)).toEqual({ ok: false, error: { kind: 'disk-full' } });
    expect(await allRows(opened)).toEqual(before);
  });
});

describe('official papers whose rows are gone', () => {
  it('are verified again from what is kept, and are as they were', async () => {
    await take(first);
    await work();
    await take(second);
    await restart();
    const before = await rows();
    await restart(wipe);
    expect(opened.recovered).toMatchObject({ kind: 'rebuilt', because: 'empty' });
    expect(opened.lostOfficial).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  it('bring back the texts of the version before, those the delegate wrote on and the others', async () => {
    await take(first);
    await work();
    await take(second);
    await restart(wipe);
    const [draft] = await listOwnAmendments(store, conferenceId());
    const base = await findTextVersion(store, idOf('m1'), String(draft?.baseVersion));
    expect(base).toEqual(first.papers.motions.find(({ id }) => id === idOf('m1'))?.text);
    expect(await store.database.textVersions.where({ motionId: idOf('m1') }).count()).toBe(2);
    expect(await store.database.textVersions.where({ motionId: idOf('m2') }).count()).toBe(1);
    expect(await findMotion(store, idOf('m2'))).toBeNull();
  });

  it('are there even when a newer version was kept but a crash came before the journal heard of it', async () => {
    await take(first);
    const crashing = {
      ...store,
      desktop: { ...store.desktop, appendToJournal: async () => fail({ kind: 'host-gone' } as const) },
    };
    expect(await take(second, crashing)).toMatchObject({ ok: false });
    expect(await numbers()).toEqual(['1', '2', '10']);
    await restart(wipe);
    expect(await numbers()).toEqual(['1', '10', '11']);
    await restart(wipe);
    expect(await numbers()).toEqual(['1', '10', '11']);
  });

  it('are named when what is kept of them is damaged, and nothing unverified is shown', async () => {
    await take(first);
    await work();
    const before = await own();
    const objects = join(folder.path, 'own', 'official', conferenceId(), 'o');
    const [object] = await readdir(objects);
    await restart(async () => {
      await wipe();
      await writeFile(join(objects, String(object)), 'not what was signed');
    });
    expect(opened.lostOfficial).toEqual([conferenceId()]);
    expect(await numbers()).toEqual([]);
    expect(await own()).toEqual(before);
    expect(await take(first)).toEqual({ ok: true, value: { isShown: true } });
    expect(await numbers()).toEqual(['1', '2', '10']);
  });

  it('are named when the folder of what is kept is gone', async () => {
    await take(first);
    await restart(async () => {
      await wipe();
      await rm(join(folder.path, 'own', 'official'), { recursive: true });
    });
    expect(opened.lostOfficial).toEqual([conferenceId()]);
  });
});
