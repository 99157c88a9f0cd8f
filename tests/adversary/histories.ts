// Histories of one delegate's two or three laptops on hostile stores: what they write, when they reach each other, and
// where they fall over follows from a seed. Merge, logs, heads, pushing and reading back are the shipped code, with real
// signatures and hashes; the cipher is age in some histories, and in most a double behind the same port, because a
// thousand histories of age would take minutes.

import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import { pushFiles } from '../../electron/keep/push-files';
import { present } from '../../shared/assert';
import type { LogPlace } from '../../shared/bundle/device-head';
import { readDeviceHead } from '../../shared/bundle/device-head';
import { payloadTypes, preAuthenticationEncoding } from '../../shared/bundle/envelope';
import type { LogFolder } from '../../shared/bundle/push-device-log';
import type { DeviceSigner } from '../../shared/bundle/seal-device-log';
import { ageCipher, newAgeKey, type SelfCipher } from '../../shared/bundle/self-age';
import { entriesOfLog, selfLines, selfPlace, type ReceivedEntry } from '../../shared/bundle/self-operations';
import { confirmSelfLog, nothingPushedOfSelf, pushSelfLog, type SelfPushMemory } from '../../shared/bundle/self-push';
import { readSelfLog } from '../../shared/bundle/self-read';
import { nothingKnown, type KnownLog } from '../../shared/bundle/verify-device-log';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import type { FolderFailure } from '../../shared/desktop-contract';
import { foldJournal } from '../../shared/merge/notes-merge';
import { fail, succeed, type Result } from '../../shared/result';
import { writingDevice, type WritingDevice } from '../laws/writing-devices';
import { hostileStore, type HostileStore, type ObservedPlace } from './hostile-place';
import { chance, scheduler, type Gate, type Scheduler } from './scheduler';
import { syncPlatform } from './sync-platform';
import { textsShown, writeSomething, type Ledger } from './writing-hand';

type Keys = {
  readonly signer: DeviceSigner<never>;
  readonly place: LogPlace;
  readonly age: { recipient: string; identity: string };
};

/** One laptop: `writer`, `memory` and `peers` are on its disk and survive a fall; nothing else does. */
type Laptop = Keys & {
  readonly name: string;
  readonly writer: WritingDevice;
  readonly store: HostileStore;
  /** Milliseconds by which its clock is wrong. */
  readonly skew: number;
  readonly cipher: SelfCipher;
  memory: SelfPushMemory;
  readonly peers: Map<string, { known: KnownLog; author: string | undefined }>;
};

/** What all histories share: keys, made once, and the platform. */
export type Stage = { readonly keys: readonly Keys[]; readonly platform: ReturnType<typeof syncPlatform> };

export async function setStage(): Promise<Stage> {
  const platform = syncPlatform();
  const keys = await Promise.all(
    ['A', 'B', 'C'].map(async (): Promise<Keys> => {
      const pair = generateKeyPairSync('ed25519');
      const privateKey = new Uint8Array(pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
      const publicKey = new Uint8Array(Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
      const device = await keyIdOf(publicKey, platform.cryptography);
      const sign = async (payload: Uint8Array): Promise<Result<Uint8Array, never>> => {
        const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, platform.text);
        return succeed(await platform.cryptography.signEd25519(privateKey, message));
      };
      const place = await selfPlace('A'.repeat(43), device, platform);
      return { signer: { device, publicKey, epoch: 1, sign }, place, age: await newAgeKey() };
    }),
  );
  return { keys, platform };
}

export type Told = {
  readonly entries: number;
  readonly copies: number;
  readonly crashes: number;
  readonly sent: number;
};

/** Plays the history of `seed` and checks it; throws what is wrong, with the seed in the message. */
export async function playHistory(seed: number, stage: Stage, kind: 'age' | 'double'): Promise<Told> {
  const random = chance(seed);
  const turns = scheduler(random);
  const ledger: Ledger = { typed: new Set(), replaced: new Set(), goneOn: new Set(), count: 0 };
  const laptops = makeLaptops(stage, { random, turns, kind });
  let crashes = 0;
  let sent = 0;
  const length = 20 + Math.floor(random() * 60);
  for (let index = 0; index < length; index += 1) {
    const laptop = present(laptops[Math.floor(random() * laptops.length)], 'there are two or three');
    const what = random();
    if (what < 0.3) writeSomething(laptop.writer, { random, ledger, now: 1_800_000_000_000 + laptop.skew });
    else if (what < 0.45 && !turns.isRunning(laptop.name)) {
      turns.start(laptop.name, async (gate) => {
        const confirms = random() < 0.2;
        sent += await synchronise(laptop, laptops, { gate, stage, now: 1_800_000_000_000 + laptop.skew, confirms });
      });
    } else if (what < 0.49 && turns.isRunning(laptop.name)) {
      turns.crash(laptop.name, () => random() < 0.5);
      crashes += 1;
    } else if (what < 0.52) laptop.store.suffer();
    else for (let steps = 0; steps < 6; steps += 1) await turns.step();
  }
  for (const laptop of laptops) {
    turns.crash(laptop.name, () => random() < 0.5);
    laptop.store.calm();
  }
  await meetInPeace(laptops, turns, stage);
  check(laptops, ledger, seed);
  const before = laptops.map(({ writer }) => JSON.stringify(stateOf(writer)));
  await meetInPeace(laptops, turns, stage);
  expect(
    laptops.map(({ writer }) => JSON.stringify(stateOf(writer))),
    `history ${seed}: again`,
  ).toEqual(before);
  const copies = [...foldJournal(laptops[0]?.writer.entries() ?? []).notes.values()].filter(
    ({ versionOf }) => versionOf,
  );
  return { entries: laptops[0]?.writer.entries().length ?? 0, copies: copies.length, crashes, sent };
}

type Making = { readonly random: () => number; readonly turns: Scheduler; readonly kind: 'age' | 'double' };

function makeLaptops({ keys }: Stage, { random, turns, kind }: Making): readonly Laptop[] {
  const some = keys.slice(0, random() < 0.5 ? 2 : 3);
  const readers = some.map(({ age }) => age.recipient).sort();
  const trouble = random() * 0.6;
  return some.map((key, index) => ({
    signer: key.signer,
    place: key.place,
    age: key.age,
    name: `laptop-${index + 1}`,
    writer: writingDevice(`journal-${index + 1}`),
    store: hostileStore(random, trouble),
    skew: Math.floor((random() - 0.5) * 40 * 365 * 86_400_000),
    cipher: kind === 'age' ? realCipher(readers, key, turns) : cipherDouble(readers, key.age.recipient, random),
    memory: nothingPushedOfSelf,
    peers: new Map(),
  }));
}

function realCipher(readers: readonly string[], { age }: Keys, turns: Scheduler): SelfCipher {
  const cipher = ageCipher(readers, [age.identity]);
  return {
    readers,
    encrypt: async (plain) => turns.away(cipher.encrypt(plain)),
    decrypt: async (file) => turns.away(cipher.decrypt(file)),
  };
}

/** Not encryption: it only refuses whoever is not among the readers, and like age never makes the same bytes twice. */
function cipherDouble(readers: readonly string[], self: string, random: () => number): SelfCipher {
  return {
    readers,
    encrypt: async (plain) =>
      succeed(new Uint8Array(Buffer.concat([Buffer.from(`${readers.join(' ')} ${String(random())}\n`), plain]))),
    decrypt: async (file) => {
      const end = file.indexOf(0x0a);
      const names = Buffer.from(file.subarray(0, end)).toString().split(' ');
      return names.includes(self) ? succeed(file.slice(end + 1)) : fail({ kind: 'no-key' });
    },
  };
}

type Running = {
  readonly gate: Gate;
  readonly stage: Stage;
  readonly now: number;
  /** Whether all that was sent is read back first, as the app does now and then. */
  readonly confirms: boolean;
};

/** What the app does when it synchronises. Answers how many operations it called sent. */
async function synchronise(laptop: Laptop, all: readonly Laptop[], running: Running): Promise<number> {
  const sent = await pushOwn(laptop, running);
  for (const peer of all) if (peer !== laptop) await pull(laptop, peer, running);
  return sent;
}

async function pushOwn(laptop: Laptop, { gate, stage: { platform }, now, confirms }: Running): Promise<number> {
  const observed = laptop.store.place(gate);
  const lines = await selfLines(laptop.writer.entries(), `journal-${laptop.name.slice(-1)}`, platform);
  const { signer, place, cipher } = laptop;
  const log = { place, signer, lines, seen: null, memory: laptop.memory, now, cipher };
  const confirmed = confirms ? await confirmSelfLog(log, folderOf(observed), platform) : succeed(laptop.memory);
  const memory = confirmed.ok ? confirmed.value : laptop.memory;
  const pushed = await pushSelfLog({ ...log, memory }, folderOf(observed), platform);
  if (!pushed.ok || pushed.value.kind === 'up-to-date') return 0;
  expect(pushed.value.kind, 'nobody else signs with this key').toBe('pushed');
  if (pushed.value.kind !== 'pushed') return 0;
  await checkReadBack(observed, laptop, pushed.value.memory, platform);
  const kept = pushed.value.memory;
  await gate(() => {
    laptop.memory = kept;
  });
  return pushed.value.sent;
}

/** Sent is only what the place has given back, byte for byte. */
async function checkReadBack(
  { served, written }: ObservedPlace,
  { place }: Laptop,
  memory: SelfPushMemory,
  platform: Stage['platform'],
): Promise<void> {
  const head = await readDeviceHead(served.get('head.json') ?? new Uint8Array(), place, platform);
  expect(head.ok && head.value.sha256, 'the head was read back').toBe(memory.head);
  for (const path of written) {
    if (path === 'head.json') continue;
    const hash = await platform.cryptography.sha256(served.get(path) ?? new Uint8Array());
    expect(`o/${Buffer.from(hash).toString('hex')}`, 'the object was read back').toBe(path);
  }
}

function folderOf(place: ObservedPlace): LogFolder<FolderFailure> {
  const bytesOf = async (path: string, limit: number): Promise<Result<Uint8Array | undefined, FolderFailure>> => {
    const found = await place.read(path, limit);
    return found.ok ? succeed(found.value?.bytes) : found;
  };
  return {
    head: async (limit) => bytesOf('head.json', limit),
    object: async (sha256, size) => bytesOf(`o/${sha256}`, size),
    write: async ({ objects, head }) =>
      pushFiles(
        place,
        {
          immutable: objects.map(({ sha256, bytes }) => ({ path: `o/${sha256}`, bytes })),
          head: { path: 'head.json', bytes: head },
        },
        { honoursIfMatch: false },
      ),
  };
}

async function pull(laptop: Laptop, peer: Laptop, { gate, stage: { platform } }: Running): Promise<void> {
  const { known, author } = laptop.peers.get(peer.name) ?? { known: nothingKnown, author: undefined };
  const source = folderOf(peer.store.place(gate));
  const read = await readSelfLog(source, known, { place: peer.place, cipher: laptop.cipher }, platform);
  if (!read.ok || read.value === undefined) return;
  expect(read.value.locked).toEqual([]);
  expect(read.value.quarantinedFrom).toBeUndefined();
  const entries = entriesOfLog(read.value.lines, author);
  expect(entries.ok, 'one log has one author').toBe(true);
  const received = entries.ok ? entries.value : [];
  await gate(() => land(laptop, received));
  const next = { known: read.value.known, author: author ?? received[0]?.device };
  await gate(() => {
    laptop.peers.set(peer.name, next);
  });
}

/** As the journal lands them: what is there already changes nothing, and nothing may be missing in between. */
function land({ writer }: Laptop, received: readonly ReceivedEntry[]): void {
  for (const entry of received) {
    const held = writer.entries().filter(({ device }) => device === entry.device).length;
    if (entry.seq <= held) continue;
    expect(entry.seq, 'no gap').toBe(held + 1);
    writer.land(entry);
  }
}

/** Everybody pushes, then everybody pulls, on stores that do as they say. */
async function meetInPeace(laptops: readonly Laptop[], turns: Scheduler, stage: Stage): Promise<void> {
  for (const work of [pushOwn, synchronise]) {
    for (const laptop of laptops) {
      turns.start(laptop.name, async (gate) => {
        await (work === pushOwn
          ? pushOwn(laptop, { gate, stage, now: 0, confirms: true })
          : synchronise(laptop, laptops, { gate, stage, now: 0, confirms: true }));
      });
      while (turns.isRunning(laptop.name)) await turns.step();
    }
  }
}

function stateOf(writer: WritingDevice): unknown {
  const state = foldJournal(writer.entries());
  return Object.entries(state).map(([table, rows]) => [table, [...rows].sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function check(laptops: readonly Laptop[], { typed, replaced, goneOn }: Ledger, seed: number): void {
  const [first, ...others] = laptops.map(({ writer }) => stateOf(writer));
  for (const other of others) expect(other, `history ${seed}: all devices agree`).toEqual(first);
  const shown = textsShown(laptops[0]?.writer.entries() ?? []);
  const lost = [...typed].filter((text) => !replaced.has(text) && !shown.includes(text));
  expect(lost, `history ${seed}: no text that nobody replaced is lost`).toEqual([]);
  const bred = shown.filter((text) => typed.has(text) && goneOn.has(text));
  expect(bred, `history ${seed}: no text comes back beside what became of it`).toEqual([]);
  const twice = shown.filter((text, at) => typed.has(text) && shown.indexOf(text) !== at);
  expect(twice, `history ${seed}: no text is shown twice`).toEqual([]);
}
