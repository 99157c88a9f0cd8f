// Sending through everything that can happen on the way: whatever breaks off and wherever, what was submitted arrives
// once, and what a delegation says comes to the same on every computer.

import { afterEach, describe, expect, it } from 'vitest';
import { delegate, folderInMemory, type Delegate, type DelegateOptions } from './delegates-folder';
import { platform } from './conference-office';
import { hearDelegation } from '../../renderer/sending/hear-delegation';
import { sendOwnLog } from '../../renderer/sending/own-logs';
import type { OwnLog } from '../../renderer/sending/sending-orders';
import { catchUp } from '../../renderer/storage/catch-up';
import { saveUnsaid, sayToDelegation, submitAmendment, withdrawSubmission } from '../../renderer/storage/sending-deeds';
import { findDelegationOn, listSubmissions, listUnsaid, listWaiting } from '../../renderer/storage/sending-questions';
import type { Store } from '../../renderer/storage/store';
import type { Amendment } from '../../shared/amendment/amendment';
import { addCommentDeed, editCommentDeed, setPositionDeed } from '../../shared/bundle/delegation-words';
import { decide, emptyInbox, knownLogOf, receiveLog, type Inbox } from '../../shared/bundle/inbox';
import { officialAmendment } from '../../shared/bundle/submission';
import { deviceKeyPattern } from '../../shared/bundle/device-id';
import { verifyDeviceLog } from '../../shared/bundle/verify-device-log';
import { amendmentId, clauseId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import { fail, succeed } from '../../shared/result';
import type { FolderInMemory } from './delegates-folder';

const conference = conferenceId(`c${'a'.repeat(26)}`);
const motion = motionId(`${conference}.m1`);
const base = { motionId: motion, textVersion: 't0011223344556677' };
const toOffice: OwnLog = { conference, stream: 'office', name: 'Anna Wick' };
const toTeam: OwnLog = { conference, stream: 'team', name: 'Anna Wick' };

const delegates: Delegate[] = [];
afterEach(async () => {
  for (const one of delegates.splice(0)) await one.close();
});

async function someone(options: DelegateOptions): Promise<Store> {
  const one = await delegate(options);
  delegates.push(one);
  return one.opened.store;
}

function amendment(id: string): Amendment {
  return {
    id: amendmentId(id),
    conferenceId: conference,
    motionId: motion,
    origin: 'delegate',
    standing: 'ready',
    submittedBy: ['Old Town Branch'],
    baseVersion: textVersionId(base.textVersion),
    operations: [{ kind: 'insert', clause: clauseId('k1'), at: 0, text: `${id} ` }],
  };
}

async function submit(store: Store, id: string): Promise<void> {
  const submitted = await submitAmendment(store, {
    amendment: amendment(id),
    instruction: `Insert “${id}”.`,
    before: [],
  });
  expect(submitted).toMatchObject({ ok: true, value: { record: id } });
}

const steps = async (store: Store): Promise<Record<string, string>> =>
  Object.fromEntries((await listSubmissions(store, conference)).map(({ id, step }) => [id, step]));

/** What the office finds, reading every log in the folder from the beginning. */
async function officeReads({ files }: FolderInMemory): Promise<Inbox> {
  const folder = `inbox/${conference}`;
  const devices = new Set(
    [...files.keys()].map((path) => path.split('/')[2] ?? '').filter((name) => deviceKeyPattern.test(name)),
  );
  let inbox = emptyInbox(conference);
  for (const device of [...devices].sort()) {
    const source = {
      head: async () => succeed(files.get(`${folder}/${device}/head.json`)),
      object: async (sha256: string) => succeed(files.get(`${folder}/${device}/o/${sha256}`)),
    };
    const place = { conference, stream: 'office', device } as const;
    const read = await verifyDeviceLog(source, knownLogOf(inbox, device), place, platform);
    if (read.ok && read.value !== undefined)
      ({ inbox } = await receiveLog(inbox, read.value, { now: 0, roster: [] }, platform));
  }
  return inbox;
}

const idsIn = (inbox: Inbox): readonly string[] => inbox.submissions.map(({ id }) => id).sort();

describe('what is submitted', () => {
  it('arrives once, wherever the line breaks, done or not', async () => {
    const folder = folderInMemory();
    const store = await someone({ folder });
    let expected: readonly string[] = [];
    for (let requests = 0; requests < 5; requests += 1) {
      for (const isDone of [false, true]) {
        const id = `s${requests}${isDone ? 'd' : ''}`;
        await submit(store, id);
        expected = [...expected, id].sort();
        folder.breakAfter(requests, isDone);
        const first = await sendOwnLog(store, toOffice);
        if (!first.ok) expect((await steps(store))[id]).toBe('queued');
        folder.mend();
        const second = await sendOwnLog(store, toOffice);
        expect(second).toMatchObject({ ok: true, value: { lost: 0, isRenewed: false } });
        expect((await steps(store))[id]).toBe('delivered');
        expect(idsIn(await officeReads(folder))).toEqual(expected);
      }
    }
    expect(await listWaiting(store)).toEqual([]);
  });

  it('and written, but not remembered as sent, is found there and not sent again', async () => {
    const folder = folderInMemory();
    let isFull = true;
    const store = await someone({
      folder,
      appendInstead: (kinds) => (isFull && kinds.includes('delivery.set') ? fail({ kind: 'disk-full' }) : undefined),
    });
    await submit(store, 's1');
    expect(await sendOwnLog(store, toOffice)).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    const written = new Map(folder.files);
    isFull = false;
    expect(await sendOwnLog(store, toOffice)).toMatchObject({ ok: true, value: { sent: 0, lost: 0 } });
    expect(await steps(store)).toEqual({ s1: 'delivered' });
    expect([...folder.files.keys()]).toEqual([...written.keys()]);
    expect(idsIn(await officeReads(folder))).toEqual(['s1']);
  });

  it('and lost by the folder is sent again, and that is told (S22)', async () => {
    const folder = folderInMemory();
    const store = await someone({ folder });
    await submit(store, 's1');
    await submit(store, 's2');
    await sendOwnLog(store, toOffice);
    folder.files.clear();
    expect(await sendOwnLog(store, toOffice)).toMatchObject({ ok: true, value: { lost: 2, sent: 0 } });
    expect(idsIn(await officeReads(folder))).toEqual(['s1', 's2']);
  });

  it('under a key that a twin uses too is said again under another, nothing lost and nothing twice (S21)', async () => {
    const folder = folderInMemory();
    const store = await someone({ folder });
    await submit(store, 's1');
    await sendOwnLog(store, toOffice);
    await submit(store, 's2');
    await sendOwnLog(store, toOffice);
    // As after putting back a copy from before `s2`: the folder has what this computer no longer knows that it said.
    const [, second] = await store.database.said.toArray();
    await store.database.said.delete(second?.key ?? '');
    await submit(store, 's3');
    const sent = await sendOwnLog(store, toOffice);
    expect(sent).toMatchObject({ ok: true, value: { isRenewed: true } });
    expect(idsIn(await officeReads(folder))).toEqual(['s1', 's2', 's3']);
    expect(Object.keys(await steps(store)).sort()).toEqual(['s1', 's2', 's3']);
    expect(await sendOwnLog(store, toOffice)).toMatchObject({ ok: true, value: { isRenewed: false, sent: 0 } });
  });

  it('and taken back is taken back at the office', async () => {
    const folder = folderInMemory();
    const store = await someone({ folder });
    await submit(store, 's1');
    await sendOwnLog(store, toOffice);
    await withdrawSubmission(store, { id: 's1', motionId: motion }, amendment('s1'));
    expect(await steps(store)).toEqual({ s1: 'withdrawing' });
    await sendOwnLog(store, toOffice);
    expect(await steps(store)).toEqual({ s1: 'withdrawn' });
    expect((await officeReads(folder)).submissions).toMatchObject([{ id: 's1', standing: 'withdrawn' }]);
  });

  it('again in a changed form takes the place of what stands', async () => {
    const store = await someone({ folder: folderInMemory() });
    await submit(store, 's1');
    const before = await listSubmissions(store, conference);
    await submitAmendment(store, { amendment: amendment('s1'), instruction: 'Insert it twice.', before });
    expect(await steps(store)).toEqual({ 's1.2': 'queued', s1: 'withdrawing' });
    const [last] = await listSubmissions(store, conference);
    expect(last?.submission.replaces).toBe('s1');
  });

  it('as an amendment to an amendment is read as one, and becomes one when it is accepted', async () => {
    const folder = folderInMemory();
    const store = await someone({ folder });
    const amends = amendmentId(`${conference}.a1`);
    const amending = { ...amendment('s1'), amends };
    expect(await submitAmendment(store, { amendment: amending, instruction: 'Insert it.', before: [] })).toMatchObject({
      ok: true,
    });
    await sendOwnLog(store, toOffice);
    const inbox = await officeReads(folder);
    expect(inbox.submissions).toMatchObject([{ id: 's1', standing: 'waiting', submission: { amends: 'a1' } }]);
    const [waiting] = inbox.submissions;
    const vouched = { publicKey: new Uint8Array(32), name: 'Anna Wick', isWithdrawn: false };
    const roster = [{ device: waiting?.device ?? '', ...vouched }];
    const accepted = waiting && decide(inbox, waiting.key, { kind: 'accept', number: '1.1.1' }, roster);
    expect(accepted).toMatchObject({ ok: true, value: { submissions: [{ standing: 'accepted' }] } });
    const became = waiting && officialAmendment(waiting.submission, { conference, record: 'a2', number: '1.1.1' });
    expect(became).toMatchObject({ id: `${conference}.a2`, amends, motionId: motion, operations: amending.operations });
  });

  it('as an amendment to an amendment of the delegate’s own is refused: the office would not have what it amends', async () => {
    const store = await someone({ folder: folderInMemory() });
    const amending = { ...amendment('s1'), amends: amendmentId('s0') };
    expect(await submitAmendment(store, { amendment: amending, instruction: '', before: [] })).toMatchObject({
      ok: false,
    });
  });

  it('to a motion that the delegate brought in is refused', async () => {
    const store = await someone({ folder: folderInMemory() });
    const own = { ...amendment('s1'), motionId: motionId('m1') };
    expect(await submitAmendment(store, { amendment: own, instruction: '', before: [] })).toMatchObject({ ok: false });
  });
});

describe('what a delegation says', () => {
  const say = async (store: Store, id: string, body: string): Promise<unknown> =>
    sayToDelegation(store, addCommentDeed(id, base, { body }));
  const round = async (store: Store) => {
    const sent = await sendOwnLog(store, toTeam);
    if (!sent.ok) throw new Error(sent.error.kind);
    return hearDelegation(store, conference, sent.value.device);
  };
  const shown = async (store: Store) => {
    const { comments, positions } = await findDelegationOn(store, { id: motion, conferenceId: conference });
    return {
      comments: comments.map(({ id, body, isEdited }) => ({ id, body, isEdited })),
      positions: positions.map(({ position }) => position),
    };
  };

  it('and is still being typed stays here, is forgotten once it is said, and outlives the working copy', async () => {
    const folder = folderInMemory();
    const store = await someone({ folder });
    await saveUnsaid(store, motion, { motionId: motion, body: 'Ask the dep' });
    await saveUnsaid(store, `${motion}/c1`, { motionId: motion, body: 'Changed, half' });
    await round(store);
    expect([...folder.files.keys()]).toEqual([]);
    await store.database.dexie.transaction('rw', store.database.dexie.tables, async () => {
      for (const table of store.database.dexie.tables) await table.clear();
    });
    expect(await catchUp(store)).toMatchObject({ ok: true });
    expect([...(await listUnsaid(store, motion)).values()].map(({ body }) => body)).toEqual([
      'Ask the dep',
      'Changed, half',
    ]);
    await sayToDelegation(store, addCommentDeed('a1', base, { body: 'Ask the depot.' }), motion);
    await saveUnsaid(store, `${motion}/c1`, { motionId: motion, body: ' ' });
    expect((await listUnsaid(store, motion)).size).toBe(0);
    expect((await shown(store)).comments).toMatchObject([{ id: 'a1' }]);
  });

  it('comes to the same on both computers, however often and in whichever order they ask', async () => {
    const folder = folderInMemory();
    const [anna, bela] = [await someone({ folder }), await someone({ folder })];
    await say(anna, 'a1', 'Ask the depot.');
    await say(bela, 'b1', 'Ask the drivers.');
    await sayToDelegation(anna, setPositionDeed(base, 'support'));
    await round(bela);
    await round(anna);
    await sayToDelegation(anna, editCommentDeed('a1', base, 'Ask the depot first.'));
    await sayToDelegation(bela, editCommentDeed('a1', base, 'Not Bela’s to change.'));
    for (const one of [anna, bela, anna, bela, bela]) await round(one);
    const [here, there] = [await shown(anna), await shown(bela)];
    expect(here.comments).toHaveLength(2);
    expect(here).toEqual(there);
    expect(here.comments).toContainEqual({ id: 'a1', body: 'Ask the depot first.', isEdited: true });
    expect(here.positions).toEqual(['support']);
    expect(await round(anna)).toEqual({ ok: true, value: { news: 0, troubles: [] } });
  });

  it('has an answer after what it answers, however much more the one who asked had written before', async () => {
    const folder = folderInMemory();
    const [anna, bela] = [await someone({ folder }), await someone({ folder })];
    for (const id of ['s1', 's2', 's3', 's4']) await submit(anna, id);
    await say(anna, 'a1', 'Who asks the depot?');
    await round(anna);
    await round(bela);
    await say(bela, 'b1', 'I do.');
    await round(bela);
    await round(anna);
    for (const one of [anna, bela]) expect((await shown(one)).comments.map(({ id }) => id)).toEqual(['a1', 'b1']);
  });

  it('is read although one log is damaged, and what was read of that one stays', async () => {
    const folder = folderInMemory();
    const [anna, bela, cleo] = [await someone({ folder }), await someone({ folder }), await someone({ folder })];
    await say(bela, 'b1', 'Ask the drivers.');
    const sent = await sendOwnLog(bela, toTeam);
    await round(anna);
    await say(cleo, 'c1', 'Ask everybody.');
    await round(cleo);
    const device = sent.ok ? sent.value.device : '';
    folder.files.set(`team/${conference}/${device}/head.json`, platform.text.encode('<html>Sign in</html>'));
    expect(await round(anna)).toMatchObject({ ok: true, value: { troubles: [{ device, failure: { code: 'S01' } }] } });
    expect((await shown(anna)).comments.map(({ id }) => id).sort()).toEqual(['b1', 'c1']);
  });

  it('is no deed of a log that says less than before (S22)', async () => {
    const folder = folderInMemory();
    const [anna, bela] = [await someone({ folder }), await someone({ folder })];
    await say(bela, 'b1', 'Ask the drivers.');
    await sendOwnLog(bela, toTeam);
    const before = new Map(folder.files);
    await say(bela, 'b2', 'Twice.');
    await sendOwnLog(bela, toTeam);
    await round(anna);
    for (const [path, bytes] of before) folder.files.set(path, bytes);
    expect(await round(anna)).toMatchObject({ ok: true, value: { troubles: [{ failure: { code: 'S22' } }] } });
    expect((await shown(anna)).comments).toHaveLength(2);
    await round(bela);
    expect(await round(anna)).toMatchObject({ ok: true, value: { troubles: [] } });
  });
});
