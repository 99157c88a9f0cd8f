// What can be done to a delegate's submissions by whoever may read the office's folder, write in it, or serve it; and by
// whoever has a delegate's old key.

import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
// First, for what it puts in the place of the browser's database.
import { delegate, folderInMemory } from './delegates-folder';
import { xmlTexts } from '../../electron/keep/push-http';
import { webdavPlace } from '../../electron/keep/webdav';
import { readInbox } from '../../renderer/office/office-tasks';
import { findDelegationOn } from '../../renderer/storage/sending-questions';
import { decide, emptyInbox, receiptsOf, settledInbox, type Inbox } from '../../shared/bundle/inbox';
import { payloadTypes, preAuthenticationEncoding } from '../../shared/bundle/envelope';
import { recordsOfOffice } from '../../shared/bundle/office-papers';
import type { RosterEntry } from '../../shared/bundle/office-records';
import { readInboxFile, writeInboxFile, writeRosterFile } from '../../shared/bundle/office-files';
import { readInboxFolder } from '../../shared/bundle/read-inbox';
import { sealDeviceLog } from '../../shared/bundle/seal-device-log';
import { logLine, type LogOperation } from '../../shared/bundle/segment';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import { addCommentDeed, setPositionDeed } from '../../shared/bundle/delegation-words';
import { clauseId, conferenceId, motionId } from '../../shared/ids';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';
import { keepHeard, saveDelivery, sayToDelegation } from '../../renderer/storage/sending-deeds';
import { succeed } from '../../shared/result';
import { platform } from './conference-office';

const conference = conferenceId(`c${'a'.repeat(26)}`);
const motion = motionId(`${conference}.m1`);

type Device = { readonly device: string; readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

async function newDevice(): Promise<Device> {
  const pair = await platform.cryptography.generateEd25519();
  return { ...pair, device: await keyIdOf(pair.publicKey, platform.cryptography) };
}

/** Two devices, the one whose folder is read first first. */
async function twoDevices(): Promise<readonly [Device, Device]> {
  const [one, other] = [await newDevice(), await newDevice()];
  return one.device < other.device ? [one, other] : [other, one];
}

const submission = {
  v: 1,
  motionId: 'm1',
  submittedBy: ['Old Town Branch'],
  baseVersion: 't0011223344556677',
  operations: [],
  instruction: 'Delete “oil”.',
};
const submit = { t: 'amendment.submit', id: 's-1', val: submission };
const takeBack = { t: 'amendment.withdraw', id: 's-1' };

/** A folder as whoever may write in it leaves it, and the office that reads it. */
function officeFolder() {
  const files = new Map<string, Uint8Array>();
  const write = async ({ device, publicKey, privateKey }: Device, said: readonly object[]): Promise<void> => {
    const operation = (words: object, at: number): LogOperation => ({
      t: '',
      id: '',
      ...words,
      seq: at + 1,
      lam: at + 1,
      ts: 0,
      ctx: {},
      base: { motionId: motion },
    });
    const lines = await Promise.all(said.map(async (words, at) => logLine(operation(words, at), platform)));
    const sign = async (payload: Uint8Array) => {
      const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, platform.text);
      return succeed(await platform.cryptography.signEd25519(privateKey, message));
    };
    const place = { conference, stream: 'office', device } as const;
    const signer = { device, publicKey, epoch: 1, sign };
    const sealed = await sealDeviceLog({ place, signer, lines, previous: null, seen: null, now: 0 }, platform);
    if (!sealed.ok) throw new Error(sealed.error.kind);
    files.set(`${device}/head.json`, sealed.value.head);
    for (const { sha256, bytes } of sealed.value.objects) files.set(`${device}/${sha256}`, bytes);
  };
  const read = async (roster: readonly RosterEntry[], inbox: Inbox = emptyInbox(conference)) => {
    const folder = {
      list: async () => succeed([...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))]),
      log: (device: string) => ({
        head: async () => succeed(files.get(`${device}/head.json`)),
        object: async (sha256: string) => succeed(files.get(`${device}/${sha256}`)),
      }),
    };
    return readInboxFolder(folder, { inbox, roster }, { now: 0, platform });
  };
  return { files, write, read };
}

const vouched = ({ device, publicKey }: Device, name: string): RosterEntry => ({
  device,
  publicKey,
  name,
  isWithdrawn: false,
});

const standingsIn = ({ submissions }: Inbox): readonly (readonly [string, string])[] =>
  submissions.map(({ standing, device }) => [standing, device]);

describe('whoever copies a submission into a log of their own', () => {
  it('does not take it back for the delegate, though theirs be read first', async () => {
    const [stranger, delegated] = await twoDevices();
    const { write, read } = officeFolder();
    await write(delegated, [submit]);
    await write(stranger, [submit, takeBack]);
    const roster = [vouched(delegated, 'Anna Wick')];
    const { inbox } = await read(roster);
    expect(standingsIn(inbox)).toEqual([['waiting', delegated.device]]);
    expect(decide(inbox, inbox.submissions[0]?.key ?? '', { kind: 'accept' }, roster).ok).toBe(true);
    expect(receiptsOf(inbox, roster)).toMatchObject([{ receipt: { device: delegated.device, outcome: 'received' } }]);
  });

  it('does not do so when the office vouches for them as somebody else', async () => {
    const [other, delegated] = await twoDevices();
    const { write, read } = officeFolder();
    await write(delegated, [submit]);
    await write(other, [submit, takeBack]);
    const { inbox } = await read([vouched(delegated, 'Anna Wick'), vouched(other, 'Ben Spill')]);
    expect(standingsIn(inbox)).toEqual([['waiting', delegated.device]]);
  });

  it('does not keep it from being decided, and not from being taken back by its mover', async () => {
    const [stranger, delegated] = await twoDevices();
    const { write, read } = officeFolder();
    await write(stranger, [submit]);
    await write(delegated, [submit]);
    const before = await read([]);
    const roster = [vouched(delegated, 'Anna Wick')];
    const known = settledInbox(before.inbox, roster);
    expect(standingsIn(known)).toEqual([['waiting', delegated.device]]);
    await write(delegated, [submit, takeBack]);
    const after = await read(roster, known);
    expect(standingsIn(after.inbox)).toEqual([['withdrawn', delegated.device]]);
    expect(after.news).toHaveLength(1);
  });

  it('is undone, where they had taken it back before the office vouched for its mover', async () => {
    const [stranger, delegated] = await twoDevices();
    const { write, read } = officeFolder();
    await write(stranger, [submit, takeBack]);
    const first = await read([vouched(stranger, 'Ben Spill')]);
    expect(standingsIn(first.inbox)).toEqual([['withdrawn', stranger.device]]);
    await write(delegated, [submit]);
    const roster = [vouched(stranger, 'Ben Spill'), vouched(delegated, 'Anna Wick')];
    expect(standingsIn((await read(roster, first.inbox)).inbox)).toEqual([['waiting', delegated.device]]);
  });
});

it('a stranger who submits without end fills no inbox, and keeps nobody else out', async () => {
  const [stranger, delegated] = await twoDevices();
  const { write, read } = officeFolder();
  await write(
    stranger,
    Array.from({ length: 3000 }, (_, at) => ({ ...submit, id: `flood-${at}` })),
  );
  await write(delegated, [submit]);
  const { inbox, troubles } = await read([]);
  expect(standingsIn(inbox)).toEqual([['waiting', delegated.device]]);
  expect(troubles).toMatchObject([{ kind: 'log', device: stranger.device, failure: { code: 'S14', limit: 256 } }]);
});

it('a delegate who had to take another key takes back under it what they said under the first', async () => {
  const [first, next] = [await newDevice(), await newDevice()];
  const { write, read } = officeFolder();
  await write(first, [submit]);
  await write(next, [submit, takeBack]);
  const before = [vouched(first, 'Anna Wick')];
  const { inbox } = await read(before);
  // Whose the new key is nobody has said yet.
  expect(standingsIn(inbox)).toEqual([['waiting', first.device]]);
  const settled = settledInbox(inbox, [...before, vouched(next, 'Anna Wick')]);
  expect(settled.submissions.map(({ standing }) => standing)).toEqual(['withdrawn']);
});

describe('operations that do something else than their wording says', () => {
  const clauses = [
    { id: clauseId('k1'), kind: 'paragraph', depth: 0, text: 'Conference calls for oil lamps on the quay.' },
  ] as const;
  const text = { id: textVersionIdOf('Lamps', clauses), title: 'Lamps', clauses };
  const held: Motion = {
    id: motion,
    conferenceId: conference,
    kind: 'motion',
    origin: 'office',
    dropped: [],
    submittedBy: ['Harbour Branch'],
    text,
  };
  const instruction = 'Delete “oil”.';
  const operationsOf = async (operations: readonly object[], words: string): Promise<unknown> => {
    const mover = await newDevice();
    const { write, read } = officeFolder();
    const val = { ...submission, baseVersion: text.id, operations, instruction: words };
    await write(mover, [{ ...submit, val }]);
    const roster = [vouched(mover, 'Anna Wick')];
    const { inbox } = await read(roster);
    const accepted = decide(inbox, inbox.submissions[0]?.key ?? '', { kind: 'accept' }, roster);
    if (!accepted.ok) throw new Error(accepted.error.kind);
    const texts = { motions: [held], amendments: [] };
    const { records } = recordsOfOffice({ roster, inbox: accepted.value }, texts, conference);
    return records.find(({ kind }) => kind === 'amendment')?.['operations'];
  };
  const withoutOil = { kind: 'delete', clause: 'k1', from: 21, to: 25, removed: 'oil ' };
  const withoutLamps = { kind: 'delete', clause: 'k1', from: 25, to: 30, removed: 'lamps' };

  it('are never published: the words that the office accepted stand alone', async () => {
    expect(await operationsOf([withoutLamps], instruction)).toEqual([]);
    expect(await operationsOf([withoutLamps], 'Make it shine.')).toEqual([]);
  });

  it('but those that do what it says are', async () => {
    expect(await operationsOf([withoutOil], instruction)).toEqual([withoutOil]);
  });
});

it('a server that answers slowly does not undo what the office decides meanwhile', async () => {
  const mover = await newDevice();
  const { files, write, read } = officeFolder();
  await write(mover, [submit]);
  const roster = [vouched(mover, 'Anna Wick')];
  const { inbox } = await read(roster);
  const decided = decide(inbox, inbox.submissions[0]?.key ?? '', { kind: 'accept' }, roster);
  if (!decided.ok) throw new Error(decided.error.kind);
  await write(mover, [submit, { ...submit, id: 's-2' }]);
  const kept = new Map([
    ['inbox.json', writeInboxFile(inbox, platform.text)],
    ['roster.json', writeRosterFile(roster, platform.text)],
  ]);
  let isDecided = false;
  const outcome = await readInbox(
    {
      office: 'office',
      conference: { id: conference, title: 'Lamps', words: '' },
      now: 0,
      desktop: {
        readOfficeFile: async ({ file }) => succeed(kept.get(file) ?? null),
        keepOfficeFile: async ({ file, bytes }) => {
          kept.set(file, bytes);
          return succeed({ kept: true });
        },
        listFolder: async () => {
          if (!isDecided) kept.set('inbox.json', writeInboxFile(decided.value, platform.text));
          isDecided = true;
          return succeed([mover.device]);
        },
        readFromFolder: async ({ path }) =>
          succeed(files.get(path.replace(`inbox/${conference}/`, '').replace('/o/', '/')) ?? null),
      },
    },
    { kind: 'read-inbox', folder: 'inbox' },
  );
  expect(outcome).toMatchObject({ ok: true, value: { news: 1 } });
  const after = readInboxFile(kept.get('inbox.json') ?? new Uint8Array(), platform.text);
  expect(after?.submissions.map(({ id, standing }) => [id, standing])).toEqual([
    ['s-1', 'accepted'],
    ['s-2', 'waiting'],
  ]);
});

describe('a server whose listing is made to be slow to read', () => {
  const listing = '<href '.repeat(1_300_000);

  it('does not keep the doorkeeper busy', async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(207, { 'content-type': 'application/xml' });
      response.end(listing);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const network = { fetch: globalThis.fetch, idleMilliseconds: 20_000, totalMilliseconds: 20_000 };
    const place = webdavPlace({ address: `http://127.0.0.1:${address.port}/`, network, now: () => 0 });
    if (!place.ok) throw new Error(place.error.kind);
    const from = performance.now();
    expect(await place.value.list('inbox')).toEqual({ ok: true, value: [] });
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('and a listing as servers write it is read', () => {
    const xml = '<d:response><d:href xml:lang="en">/a/</d:href></d:response><href>/b&amp;c</href>';
    expect(xmlTexts(xml, 'href')).toEqual(['/a/', '/b&c']);
  });
});

it('a key that the office has withdrawn speaks for its owner no more, least of all to the owner', async () => {
  const one = await delegate({ folder: folderInMemory() });
  onTestFinished(one.close);
  const { store } = one.opened;
  const [own, stolen] = [await newDevice(), await newDevice()];
  const base = { motionId: motion, textVersion: 't0011223344556677' };
  await sayToDelegation(store, addCommentDeed('mine', base, { body: 'I will move it.' }));
  const delivered = { conferenceId: conference, stream: 'team', seq: 1, objects: [], lamport: 9 } as const;
  await saveDelivery(store, { ...delivered, device: own.device });
  await store.database.roster.bulkPut(
    [own, stolen].map(({ device }) => ({
      key: `${conference}/${device}`,
      conferenceId: conference,
      device,
      publicKey: own.publicKey,
      name: 'Anna Wick',
      isWithdrawn: device === stolen.device,
    })),
  );
  const operation = (seq: number, deed: object): LogOperation => ({
    t: '',
    id: '',
    ...deed,
    seq,
    lam: 20 + seq,
    ts: 0,
    ctx: {},
  });
  await keepHeard(store, {
    conferenceId: conference,
    device: stolen.device,
    known: { seq: 2, lastOp: null, lamport: 22, head: null },
    operations: [
      operation(1, { ...setPositionDeed(base, 'oppose'), stream: undefined }),
      operation(2, { t: 'comment.retract', id: 'mine', base }),
    ].map(({ stream: _stream, ...facts }) => facts),
  });
  const said = await findDelegationOn(store, { id: motion, conferenceId: conference });
  expect(said.memberOf(stolen.device)).toEqual({ kind: 'withdrawn', name: 'Anna Wick' });
  expect(said.comments).toMatchObject([{ id: 'mine', isRetracted: false }]);
  expect(said.positions.map(({ device }) => said.memberOf(device).kind)).toEqual(['withdrawn']);
});
