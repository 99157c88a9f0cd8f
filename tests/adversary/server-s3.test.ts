// Pushing to an S3 server: s3rver, started as a program of its own on loopback. It knows no conditional PUT, on which
// nothing relies, and does not check signatures of version 4: those are held against Amazon's own example.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { probeFolder } from '../../electron/keep/probe-folder';
import { pushFiles } from '../../electron/keep/push-files';
import type { PushPlace } from '../../electron/keep/push-place';
import { s3Place, signS3 } from '../../electron/keep/s3';
import { sha256Of } from '../../electron/keep/sha256';
import { freePort } from './dav-servers';

const network = { fetch: globalThis.fetch, idleMilliseconds: 5000, totalMilliseconds: 20_000 };
const folder = mkdtempSync(join(tmpdir(), 'rostrum-s3-'));
let server: ChildProcess;
let port = 0;

function placeAt(path: string): PushPlace {
  const address = `http://127.0.0.1:${port}/${path}`;
  const place = s3Place({
    address,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    region: 'us-east-1',
    network,
    now: Date.now,
  });
  if (!place.ok) throw new Error(place.error.kind);
  return place.value;
}

beforeAll(async () => {
  port = await freePort();
  const program = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin/s3rver.js');
  const options = ['-a', '127.0.0.1', '-p', String(port), '--no-vhost-buckets', '-s', '--configure-bucket', 'papers'];
  const args = [program, '-d', folder, ...options];
  server = spawn(process.execPath, args, { stdio: 'ignore' });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('s3rver did not start');
});

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const done = { ok: true, value: undefined };

it('takes files, lists them, and gives them back', async () => {
  const place = placeAt('papers/one conference/');
  const objects = Array.from({ length: 20 }, (_, at) => bytesOf(`object ${at}`));
  const immutable = objects.map((bytes) => ({ path: `inbox/o/${sha256Of(bytes)}`, bytes }));
  const head = { path: 'inbox/head.json', bytes: bytesOf('{"version":1}'), replaces: null };
  expect(await pushFiles(place, { immutable, head }, { honoursIfMatch: false })).toEqual(done);
  expect(await place.list('inbox')).toMatchObject({ ok: true, value: expect.arrayContaining(['head.json', 'o']) });
  const listed = await place.list('inbox/o');
  expect(listed.ok && [...listed.value].sort()).toEqual(objects.map(sha256Of).sort());
  expect(await place.list('outbox')).toEqual({ ok: true, value: [] });
  expect(await place.read('inbox/none.json', 100)).toEqual(done);
  const next = { path: 'inbox/head.json', bytes: bytesOf('{"version":2}') };
  const other = { ...next, replaces: sha256Of(bytesOf('another')) };
  expect(await pushFiles(place, { immutable: [], head: other }, { honoursIfMatch: false })).toMatchObject({
    error: { kind: 'other-writer' },
  });
  expect(await pushFiles(place, { immutable: [], head: next }, { honoursIfMatch: false })).toEqual(done);
});

it('says what it can do', async () => {
  const abilities = await probeFolder(placeAt('papers'), 'abc', async () => undefined);
  expect(abilities).toEqual({
    ok: true,
    value: { lists: true, honoursIfNoneMatch: false, honoursIfMatch: false },
  });
});

it.each([
  ['?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  ['?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
])('GET %s is signed as in the examples of Amazon’s documentation', async (query, signature) => {
  // “Authenticating Requests: Using the Authorization Header”, examples GET Bucket Lifecycle and Get Bucket.
  const headers = await signS3(
    {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      region: 'us-east-1',
      now: () => Date.parse('2013-05-24T00:00:00Z'),
    },
    { method: 'GET', url: new URL(`https://examplebucket.s3.amazonaws.com/${query}`), headers: {} },
  );
  expect(headers['authorization']).toContain(`Signature=${signature}`);
});

it('an address without a bucket is refused', () => {
  const options = { accessKeyId: 'a', secretAccessKey: 'b', region: 'c', network, now: Date.now };
  expect(s3Place({ ...options, address: `http://127.0.0.1:${port}/` })).toEqual({
    ok: false,
    error: { kind: 'address-refused' },
  });
});
