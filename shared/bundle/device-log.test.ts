// What a reader of a device's log refuses, each named for what somebody did to it.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { platform } from '../../tests/adversary/conference-office';
import { payloadTypes, preAuthenticationEncoding, sealEnvelope } from './envelope';
import { sealDeviceLog, type SealedLog } from './seal-device-log';
import { logLine, type LogLine, type LogOperation } from './segment';
import { keyIdOf } from './verify-roots';
import { nothingKnown, verifyDeviceLog, type KnownLog, type LogSource } from './verify-device-log';
import { retryDelay } from './retry-delay';
import { succeed } from '../result';

const conference = `c${'a'.repeat(26)}`;
const pair = await platform.cryptography.generateEd25519();
const device = await keyIdOf(pair.publicKey, platform.cryptography);
const place = { conference, stream: 'office', device } as const;

const operation = (seq: number, lam = seq, id = `s-${seq}`): LogOperation => ({
  seq,
  lam,
  ts: 0,
  ctx: {},
  t: 'amendment.withdraw',
  id,
});

async function linesOf(...operations: readonly LogOperation[]): Promise<readonly LogLine[]> {
  return Promise.all(operations.map(async (each) => logLine(each, platform)));
}

async function seal(lines: readonly LogLine[], given: object = {}): Promise<SealedLog> {
  const sign = async (payload: Uint8Array) => {
    const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, platform.text);
    return succeed(await platform.cryptography.signEd25519(pair.privateKey, message));
  };
  const signer = { device, publicKey: pair.publicKey, epoch: 1, sign };
  const sealed = await sealDeviceLog({ place, signer, lines, previous: null, seen: null, now: 0, ...given }, platform);
  if (!sealed.ok) throw new Error(sealed.error.kind);
  return sealed.value;
}

function sourceOf({ head, objects }: Pick<SealedLog, 'head' | 'objects'>): LogSource<never> {
  return {
    head: async () => succeed(head),
    object: async (sha256) => succeed(objects.find((each) => each.sha256 === sha256)?.bytes),
  };
}

const read = async (sealed: Pick<SealedLog, 'head' | 'objects'>, known: KnownLog = nothingKnown) =>
  verifyDeviceLog(sourceOf(sealed), known, place, platform);

async function knownAfter(lines: readonly LogLine[]): Promise<KnownLog> {
  const log = await read(await seal(lines));
  if (!log.ok || log.value === undefined) throw new Error('not read');
  return log.value.known;
}

const code = async (log: ReturnType<typeof read>): Promise<string | undefined> => {
  const done = await log;
  return done.ok ? undefined : done.error.code;
};

describe('a log', () => {
  it('of 600 operations is read whole, and then only what is new', async () => {
    const lines = await linesOf(...Array.from({ length: 600 }, (_, at) => operation(at + 1)));
    const sealed = await seal(lines);
    expect(sealed.segments.map(({ from, to }) => [from, to])).toEqual([
      [1, 256],
      [257, 512],
      [513, 600],
    ]);
    const whole = await read(sealed);
    expect(whole.ok && whole.value?.lines).toEqual(lines);
    const known = await knownAfter(lines.slice(0, 300));
    const asked: string[] = [];
    const source = sourceOf(sealed);
    const rest = await verifyDeviceLog(
      { ...source, object: async (sha256, size) => source.object(asked[asked.push(sha256) - 1] ?? '', size) },
      known,
      place,
      platform,
    );
    expect(rest.ok && rest.value?.lines.map((line) => line.operation.seq)).toEqual(
      Array.from({ length: 300 }, (_, at) => at + 301),
    );
    expect(asked).toHaveLength(2);
  });

  it('that is read again has nothing new', async () => {
    const lines = await linesOf(operation(1), operation(2));
    const again = await read(await seal(lines), await knownAfter(lines));
    expect(again.ok && again.value?.lines).toEqual([]);
  });

  it('with another operation where one was read is a fork, at its end and before', async () => {
    const known = await knownAfter(await linesOf(operation(1), operation(2)));
    expect(await code(read(await seal(await linesOf(operation(1), operation(2, 2, 'other'))), known))).toBe('S21');
    const longer = await linesOf(operation(1), operation(2, 2, 'other'), operation(3));
    expect(await code(read(await seal(longer), known))).toBe('S21');
    const elsewhere = await linesOf(...Array.from({ length: 257 }, (_, at) => operation(at + 1, at + 1, 'x')));
    expect(await code(read(await seal(elsewhere), known))).toBe('S21');
  });

  it('that has become shorter is refused', async () => {
    const known = await knownAfter(await linesOf(operation(1), operation(2)));
    expect(await code(read(await seal(await linesOf(operation(1))), known))).toBe('S22');
  });

  it('whose Lamport time leaps, or falls, is read up to the segment before', async () => {
    const calm = Array.from({ length: 256 }, (_, at) => operation(at + 1));
    for (const leap of [2 ** 33, 3]) {
      const log = await read(await seal(await linesOf(...calm, operation(257, leap))));
      expect(log).toMatchObject({ ok: true, value: { quarantinedFrom: 257, known: { seq: 256 } } });
    }
  });

  it('of another folder, damaged, cut off or missing in parts is refused', async () => {
    const sealed = await seal(await linesOf(operation(1)));
    const [object] = sealed.objects;
    if (object === undefined) throw new Error('one segment');
    const other = { ...place, stream: 'team' } as const;
    const moved = await verifyDeviceLog(sourceOf(sealed), nothingKnown, other, platform);
    expect(moved).toMatchObject({ error: { code: 'S16' } });
    expect(await code(read({ ...sealed, objects: [] }))).toBe('S11');
    const short = { ...object, bytes: object.bytes.subarray(1) };
    expect(await code(read({ ...sealed, objects: [short] }))).toBe('S11');
    const flipped = { ...object, bytes: Uint8Array.from(object.bytes, (byte, at) => (at === 12 ? byte ^ 1 : byte)) };
    expect(await code(read({ ...sealed, objects: [flipped] }))).toBe('S12');
    expect(await code(read({ ...sealed, head: sealed.head.subarray(9) }))).toBe('S01');
    const envelope = JSON.parse(Buffer.from(sealed.head).toString());
    const sig = Buffer.from(envelope.signatures[0].sig, 'base64');
    sig[3] = (sig[3] ?? 0) ^ 1;
    const forged = { ...envelope, signatures: [{ ...envelope.signatures[0], sig: sig.toString('base64') }] };
    expect(await code(read({ ...sealed, head: platform.text.encode(JSON.stringify(forged)) }))).toBe('S02');
  });

  it('signed as a publisher’s head is none, and neither is one under another device’s name', async () => {
    const sealed = await seal(await linesOf(operation(1)));
    const envelope = JSON.parse(Buffer.from(sealed.head).toString());
    const payload = new Uint8Array(Buffer.from(envelope.payload, 'base64'));
    const keys = [{ keyid: device, privateKey: pair.privateKey }];
    expect(await code(read({ ...sealed, head: await sealEnvelope(payload, payloadTypes.head, keys, platform) }))).toBe(
      'S01',
    );
    const other = createHash('sha256').update('other').digest('base64url');
    const stolen = platform.text.encode(Buffer.from(payload).toString().replaceAll(device, other));
    const head = await sealEnvelope(
      stolen,
      payloadTypes.deviceHead,
      [{ privateKey: pair.privateKey, keyid: other }],
      platform,
    );
    expect(await code(read({ ...sealed, head }))).toBe('S15');
  });
});

describe('a request is made again', () => {
  it.each<[string, Parameters<typeof retryDelay>[0], number, number | undefined]>([
    ['offline, first', { kind: 'offline' }, 1, 1000],
    ['offline, third', { kind: 'offline' }, 3, 4000],
    ['never later than five minutes', { kind: 'timed-out' }, 30, 150_000],
    ['423', { kind: 'locked' }, 1, 1000],
    ['503 with a wish', { kind: 'busy', retryAfter: 7000 }, 5, 7000],
    ['500', { kind: 'server-trouble', status: 500 }, 1, 1000],
    ['409 after the folders were made', { kind: 'server-trouble', status: 409 }, 1, undefined],
    ['401', { kind: 'not-allowed', status: 401 }, 1, undefined],
    ['507', { kind: 'folder-full', status: 507 }, 1, undefined],
    ['a sign-in page', { kind: 'sign-in-page' }, 1, undefined],
    ['another writer', { kind: 'other-writer' }, 1, undefined],
  ])('%s', (_, trouble, attempt, expected) => {
    expect(retryDelay(trouble, attempt, () => 0.5)).toBe(expected);
  });
});
