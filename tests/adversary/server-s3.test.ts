// Pushing to an S3 server, which does not check signatures: those are held against Amazon's own example.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { probeFolder } from '../../electron/keep/probe-folder';
import { pushFiles } from '../../electron/keep/push-files';
import type { PushPlace } from '../../electron/keep/push-place';
import { s3Place, signS3 } from '../../electron/keep/s3';
import { sha256Of } from '../../electron/keep/sha256';
import { s3Key, startS3Server, type S3Server } from './s3-server';

const network = { fetch: globalThis.fetch, idleMilliseconds: 5000, totalMilliseconds: 20_000 };
let server: S3Server;

function placeAt(path: string): PushPlace {
  const address = `http://127.0.0.1:${server.port}/${path}`;
  const place = s3Place({
    address,
    accessKeyId: s3Key,
    secretAccessKey: s3Key,
    region: 'us-east-1',
    network,
    now: Date.now,
  });
  if (!place.ok) throw new Error(place.error.kind);
  return place.value;
}

beforeAll(async () => {
  server = await startS3Server('papers');
});

afterAll(async () => {
  await server?.stop();
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

it('says of a bucket that is not there that there is nothing at the address', async () => {
  const abilities = await probeFolder(placeAt('nowhere'), 'abc', async () => undefined);
  expect(abilities).toEqual({ ok: false, error: { kind: 'not-found' } });
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
  expect(s3Place({ ...options, address: `http://127.0.0.1:${server.port}/` })).toEqual({
    ok: false,
    error: { kind: 'address-refused' },
  });
});
