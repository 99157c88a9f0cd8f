// The worked example of a log in FORMAT.md, read and written by this code; and heads verified by OpenSSL alone, with the
// very commands that FORMAT.md shows.

import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { platform } from '../../tests/adversary/conference-office';
import { succeed } from '../result';
import { payloadTypes, preAuthenticationEncoding } from './envelope';
import { toHex } from './hex';
import { sealDeviceLog } from './seal-device-log';
import { officeWordOf } from './submission';
import { nothingKnown, verifyDeviceLog, type VerifiedLog } from './verify-device-log';

const format = readFileSync(new URL('FORMAT.md', import.meta.url), 'utf8');
const section = format.slice(format.indexOf('## A worked example of a log'));
const [segment = '', stored = '', payload = '', envelope = ''] = [...section.matchAll(/```\n([\s\S]+?)\n```/g)].map(
  ([, block]) => block ?? '',
);
const stated = {
  device: /its id is `([\w-]{43})`/.exec(section)?.[1] ?? '',
  operations: /hashes of its operations are `(\w{64})` and\s+`(\w{64})`/.exec(section)?.slice(1) ?? [],
  head: /payload, whose hash is `(\w{64})`/.exec(section)?.[1],
};
const place = { conference: 'c4pcofp7w5fg265mycbirh4lo24', stream: 'office', device: stated.device } as const;

async function verified(): Promise<VerifiedLog> {
  const log = await verifyDeviceLog(
    {
      head: async () => succeed(platform.text.encode(envelope)),
      object: async () => succeed(new Uint8Array(Buffer.from(stored, 'base64'))),
    },
    nothingKnown,
    place,
    platform,
  );
  if (!log.ok || log.value === undefined) throw new Error(JSON.stringify(log));
  return log.value;
}

it('the worked example of a log verifies, with the hashes it states', async () => {
  const log = await verified();
  expect(log.signed.sha256).toBe(stated.head);
  expect(log.lines.map(({ sha256 }) => sha256)).toEqual(stated.operations);
  expect(log.lines.map(({ operation }) => officeWordOf(operation)?.kind)).toEqual(['submit', 'withdraw']);
  expect(log.known).toMatchObject({ seq: 2, lamport: 9 });
  expect(Buffer.from(JSON.parse(envelope).payload, 'base64').toString()).toBe(payload);
  const inflated = await platform.compression.gunzip(new Uint8Array(Buffer.from(stored, 'base64')), 10_000);
  expect(Buffer.from(inflated ?? []).toString()).toBe(`${segment}\n`);
});

it('the code writes the example as it stands', async () => {
  const { signed, lines } = await verified();
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 3)]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const sealed = await sealDeviceLog(
    {
      place,
      signer: {
        device: place.device,
        publicKey: signed.publicKey,
        epoch: 1,
        sign: async (bytes) => {
          const message = preAuthenticationEncoding(payloadTypes.deviceHead, bytes, platform.text);
          return succeed(new Uint8Array(sign(null, message, key)));
        },
      },
      name: 'Old Town Branch',
      lines,
      previous: null,
      seen: signed.head.seen,
      now: Date.parse(signed.head.issuedAt),
    },
    platform,
  );
  if (!sealed.ok) throw new Error(sealed.error.kind);
  expect(Buffer.from(sealed.value.head).toString()).toBe(envelope);
});

const commands = /```sh\n([\s\S]+?)\n```/.exec(format)?.[1] ?? '';

function openssl(bytes: string, x: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-openssl-'));
  try {
    const { payloadType, payload: body, signatures } = JSON.parse(bytes);
    writeFileSync(join(folder, 'payload'), Buffer.from(body, 'base64'));
    writeFileSync(join(folder, 'sig'), Buffer.from(signatures[0].sig, 'base64'));
    writeFileSync(join(folder, 'key'), Buffer.from(x, 'base64url'));
    const environment = { ...process.env, type: payloadType };
    return execFileSync('sh', ['-c', commands], { cwd: folder, env: environment, stdio: 'pipe' }).toString();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('a head and a device head verify with OpenSSL from the command line, and not when a byte is another', () => {
  const { roots, head } = JSON.parse(/```json\n([\s\S]+?)\n```/.exec(format)?.[1] ?? '');
  const root = JSON.parse(Buffer.from(roots[0].payload, 'base64').toString());
  const { x } = root.keys[root.roles.publisher.keyids[0]];
  expect(openssl(JSON.stringify(head), x)).toContain('Signature Verified Successfully');
  expect(openssl(envelope, JSON.parse(payload).x)).toContain('Signature Verified Successfully');
  const changed = { ...head, payload: Buffer.from('{"v":2}').toString('base64') };
  expect(() => openssl(JSON.stringify(changed), x)).toThrow();
});

it('the key id of the example is the hash of its key', async () => {
  const bytes = new Uint8Array(Buffer.from(JSON.parse(payload).x, 'base64url'));
  const hash = await platform.cryptography.sha256(bytes);
  expect(Buffer.from(toHex(hash), 'hex').toString('base64url')).toBe(stated.device);
});
