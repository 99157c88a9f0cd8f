// Pushing to real servers, which differ in whatever they can differ in: what is called written can be read back.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { probeFolder } from '../../electron/keep/probe-folder';
import { pushFiles, type FilesToPush } from '../../electron/keep/push-files';
import type { PushPlace } from '../../electron/keep/push-place';
import { sha256Of } from '../../electron/keep/sha256';
import { webdavPlace } from '../../electron/keep/webdav';
import { password, serverKinds, startServer, user, type DavServer } from './dav-servers';

const network = { fetch: globalThis.fetch, idleMilliseconds: 3000, totalMilliseconds: 20_000 };
const sleep = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function placeAt(address: string, given: { readonly password?: string } = {}): PushPlace {
  const place = webdavPlace({ address, user, password, network, now: Date.now, ...given });
  if (!place.ok) throw new Error(place.error.kind);
  return place.value;
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const done = { ok: true, value: undefined };
const options = { honoursIfMatch: false };

type Version = FilesToPush & { readonly head: { readonly path: string; readonly bytes: Uint8Array } };

function version(number: number): Version {
  const objects = Array.from({ length: 9 }, (_, at) => bytesOf(`object ${at} of ${number} ${'x'.repeat(at * 3000)}`));
  return {
    immutable: objects.map((bytes) => ({ path: `papers/o/${sha256Of(bytes)}`, bytes })),
    head: { path: 'papers/head.json', bytes: bytesOf(`{"version":${number}}`) },
  };
}

describe.each(serverKinds)('$name', (kind) => {
  let server: DavServer;
  let place: PushPlace;
  let count = 0;
  let corner = '';
  beforeAll(async () => {
    server = await startServer(kind);
  });
  afterAll(async () => server?.stop());
  beforeEach(() => {
    count += 1;
    corner = join(server.folder, `deep/er/${count}`);
    place = placeAt(`${server.address}/deep/er/${count}`);
  });

  const standing = (path: string): string => readFileSync(join(corner, path), 'utf8');

  it('takes everything into folders that were not there, and gives it back', async () => {
    const { immutable, head } = version(1);
    expect(await pushFiles(place, { immutable, head }, options)).toEqual(done);
    for (const { path, bytes } of [...immutable, head]) expect(standing(path)).toBe(Buffer.from(bytes).toString());
    const listed = await place.list('papers');
    expect(listed.ok && [...listed.value].sort()).toEqual(['head.json', 'o']);
    const objects = await place.list('papers/o');
    expect(objects.ok && [...objects.value].sort()).toEqual(readdirSync(join(corner, 'papers/o')).sort());
    expect(await place.list('nothing')).toEqual({ ok: true, value: [] });
    expect(await place.read('papers/none', 10)).toEqual(done);
  });

  it('a second version replaces the head, and the same one again changes nothing', async () => {
    const [first, second] = [version(1), version(2)];
    await pushFiles(place, first, options);
    const replaces = sha256Of(first.head.bytes);
    expect(await pushFiles(place, { ...second, head: { ...second.head, replaces } }, options)).toEqual(done);
    expect(await pushFiles(place, { ...second, head: { ...second.head, replaces } }, options)).toEqual(done);
    expect(standing('papers/head.json')).toBe('{"version":2}');
    expect(readdirSync(join(corner, 'papers/o'))).toHaveLength(18);
  });

  it('half of an object that somebody left there is written over', async () => {
    const { immutable, head } = version(3);
    const torso = immutable[8];
    if (torso === undefined) throw new Error('nine objects');
    const path = join(corner, torso.path);
    mkdirSync(dirname(path), { recursive: true, mode: 0o777 });
    writeFileSync(path, torso.bytes.subarray(0, 500), { mode: 0o666 });
    for (const folder of ['', 'papers', 'papers/o']) mode777(join(corner, folder));
    mode777(join(server.folder, 'deep'));
    mode777(join(server.folder, 'deep/er'));
    expect(await pushFiles(place, { immutable, head }, options)).toEqual(done);
    expect(standing(torso.path)).toBe(Buffer.from(torso.bytes).toString());
  });

  it('a head that is not the one to be replaced stays, with If-Match and without', async () => {
    const [first, second] = [version(1), version(2)];
    await pushFiles(place, first, options);
    for (const honoursIfMatch of [true, false]) {
      const head = { ...second.head, replaces: sha256Of(bytesOf('another')) };
      expect(await pushFiles(place, { ...second, head }, { honoursIfMatch })).toMatchObject({
        error: { kind: 'other-writer' },
      });
    }
    expect(standing('papers/head.json')).toBe('{"version":1}');
  });

  it('If-Match right after a write, as a server that was found to honour it gets it, does not lock us out', async () => {
    for (let number = 1; number < 6; number += 1) {
      const { immutable, head } = version(number);
      expect(await pushFiles(place, { immutable: immutable.slice(0, 1), head }, { honoursIfMatch: true })).toEqual(
        done,
      );
    }
    expect(standing('papers/head.json')).toBe('{"version":5}');
  });

  it('another who writes at the same moment is seen when the head is read once more', async () => {
    const first = version(1);
    const settle = async (): Promise<void> => {
      await placeAt(`${server.address}/deep/er/${count}`).write('papers/head.json', bytesOf('{"other":1}'), {
        kind: 'always',
      });
    };
    expect(await pushFiles(place, first, { honoursIfMatch: false, settle })).toMatchObject({
      error: { kind: 'other-writer' },
    });
  });

  it('a wrong password is not asked about twice, and nothing is written', async () => {
    const wrong = placeAt(`${server.address}/deep/er/${count}`, { password: 'dark' });
    expect(await pushFiles(wrong, version(1), options)).toEqual({
      ok: false,
      error: { kind: 'not-allowed', status: 401 },
    });
    expect(existsSync(corner)).toBe(false);
  });

  it('says what it can do, and is left clean', async () => {
    const abilities = await probeFolder(place, 'abc', sleep);
    expect(abilities).toMatchObject({ ok: true, value: expectedAbilities[kind.name] });
    expect(readdirSync(corner)).toEqual([]);
  });
});

/** As bundles of other programs found them too: nginx and rclone take preconditions for decoration. */
const expectedAbilities: Readonly<Record<string, object>> = {
  lighttpd: { lists: true, honoursIfNoneMatch: true, honoursIfMatch: true },
  'Apache with mod_deflate': { lists: true, honoursIfNoneMatch: true, honoursIfMatch: true },
  'nginx with dav-ext': { lists: true, honoursIfNoneMatch: false, honoursIfMatch: false },
  'rclone serve webdav': { lists: true, honoursIfNoneMatch: false, honoursIfMatch: false },
};

function mode777(path: string): void {
  chmodSync(path, 0o777);
}
