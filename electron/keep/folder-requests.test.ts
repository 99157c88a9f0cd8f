// What the renderer may ask of folders and the device's key, through the contract, on a folder and a real server.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { password, serverKinds, startServer, user, type DavServer } from '../../tests/adversary/dav-servers';
import { fail } from '../../shared/result';
import { openDesktopHost, type DesktopHost } from './desktop-host';
import { passphraseSecrets, type Secrets } from './secrets';
import { sha256Of } from './sha256';

let server: DavServer;
let folder = '';
let host: DesktopHost;

beforeAll(async () => {
  const [lighttpd] = serverKinds;
  if (lighttpd === undefined) throw new Error('no server');
  server = await startServer(lighttpd);
});
afterAll(async () => server?.stop());

async function openHost(keyring?: Secrets): Promise<DesktopHost> {
  const opened = await openDesktopHost({
    folder,
    appVersion: '1',
    now: Date.now,
    newId: randomUUID,
    fetch: globalThis.fetch,
    ...(keyring === undefined ? {} : { keyring }),
    shell: {
      shell: 'browser',
      lacks: ['system-keyring'],
      saveFile: async () => fail({ kind: 'use-download' }),
      printPdf: async () => fail({ kind: 'no-printer' }),
      takeOpenedFiles: async () => [],
      openExternal: async () => fail({ kind: 'cancelled' }),
    },
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-requests-'));
  host = await openHost();
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const own = { store: 'own' } as const;
const inbox = { ...own, folder: 'inbox' };
const connection = (): object => ({
  ...inbox,
  kind: 'webdav',
  address: `${server.address}/${sha256Of(Buffer.from(folder)).slice(0, 8)}`,
  credentials: { kind: 'password', user, password },
});

it('credentials go in and never come out, and lie encrypted on the disk', async () => {
  expect(await host.api.connectFolder(connection())).toMatchObject({ error: { kind: 'key-locked' } });
  await host.api.unlockSecrets({ passphrase: 'seven green lamps' });
  expect(await host.api.connectFolder(connection())).toMatchObject({ ok: true, value: { hasCredentials: true } });
  const described = await host.api.describeFolders(own);
  expect(JSON.stringify(described)).not.toContain('quay');
  expect(readFileSync(join(folder, 'own', 'folders.json'), 'utf8')).not.toContain('quay');
  await host.close();
  host = await openHost();
  const request = { ...inbox, path: 'head.json', limit: 100 };
  expect(await host.api.readFromFolder(request)).toMatchObject({ error: { kind: 'key-locked' } });
  expect(await host.api.describeSecrets({})).toEqual({ ok: true, value: { guard: 'passphrase', lock: 'locked' } });
  const wrong = await host.api.unlockSecrets({ passphrase: 'six green lamps' });
  expect(wrong).toMatchObject({ error: { kind: 'wrong-passphrase' } });
  expect(await host.api.readFromFolder(request)).toMatchObject({ error: { kind: 'key-locked' } });
  await host.api.unlockSecrets({ passphrase: 'seven green lamps' });
  expect(await host.api.readFromFolder(request)).toEqual({ ok: true, value: null });
});

it('writes, reads back, lists, finds another writer, and forgets', async () => {
  await host.api.unlockSecrets({ passphrase: 'seven green lamps' });
  await host.api.connectFolder(connection());
  const bytes = new Uint8Array(Buffer.from('{"version":1}'));
  const head = { path: 'inbox/c1/head.json', bytes, replaces: null };
  const object = { path: `inbox/c1/o/${sha256Of(bytes)}`, bytes };
  expect(await host.api.writeToFolder({ ...inbox, immutable: [object], head })).toEqual({
    ok: true,
    value: { written: 2 },
  });
  expect(await host.api.readFromFolder({ ...inbox, path: 'inbox/c1/head.json', limit: 100 })).toEqual({
    ok: true,
    value: bytes,
  });
  const listed = await host.api.listFolder({ ...inbox, path: 'inbox/c1' });
  expect(listed.ok && [...listed.value].sort()).toEqual(['head.json', 'o']);
  const next = { ...head, bytes: new Uint8Array(Buffer.from('{"version":2}')) };
  expect(await host.api.writeToFolder({ ...inbox, immutable: [], head: next })).toMatchObject({
    error: { kind: 'other-writer' },
  });
  expect(await host.api.forgetFolder(inbox)).toEqual({ ok: true, value: { forgotten: true } });
  expect(await host.api.listFolder({ ...inbox, path: 'inbox' })).toMatchObject({ error: { kind: 'no-such-folder' } });
});

it.each(['../x.json', 'a/../b', '/etc/passwd', 'a//b', 'a\\b', 'a.html', '.hidden', 'a/%2e%2e/b', 'a?b', ''])(
  'the path %j is refused',
  async (path) => {
    expect(await host.api.readFromFolder({ ...inbox, path, limit: 10 })).toEqual({
      ok: false,
      error: { kind: 'refused' },
    });
  },
);

it('the device’s key signs device heads, and is replaced with the journal’s name', async () => {
  await host.api.unlockSecrets({ passphrase: 'seven green lamps' });
  const first = await host.api.describeDevice(own);
  expect(await host.api.describeDevice(own)).toEqual(first);
  const signed = await host.api.signDeviceHead({ ...own, payload: new Uint8Array([1]) });
  expect(signed.ok && signed.value.length).toBe(64);
  await host.api.renewDevice(own);
  const second = await host.api.describeDevice(own);
  expect(first.ok && second.ok && [first.value.epoch, second.value.epoch]).toEqual([1, 2]);
  expect(first.ok && second.ok && first.value.journalDevice !== second.value.journalDevice).toBe(true);
});

/** A system's keyring that keeps things under `secret`: another secret opens nothing of it. */
function keyringOf(secret: string): Secrets {
  const secrets = passphraseSecrets(() => secret, 8);
  const open: Secrets['open'] = async (sealed) => {
    const opened = await secrets.open(sealed);
    return opened.ok ? opened : fail({ kind: 'key-locked' });
  };
  return { kind: 'keyring', seal: secrets.seal, open };
}

const note = (id: string) => ({ stream: 'self' as const, t: 'note.set', id, val: id });
const payload = new Uint8Array([1]);
const kept = (name: string): string => readFileSync(join(folder, 'own', name), 'utf8');

async function idsWritten(): Promise<readonly string[]> {
  const page = await host.api.readJournal({ ...own, from: 0, limit: 100 });
  return page.ok
    ? page.value.entries.map(({ device, id }) => `${device === page.value.entries.at(-1)?.device} ${id}`)
    : [];
}

async function restartWith(keyring?: Secrets): Promise<void> {
  await host.close();
  host = await openHost(keyring);
}

it('after the keyring was reset it signs with a new key, and nothing that was written or sealed is lost', async () => {
  await restartWith(keyringOf('before'));
  await host.api.connectFolder(connection());
  await host.api.makeOwnKeys(own);
  const first = await host.api.describeDevice(own);
  await host.api.appendToJournal({ ...own, deeds: ['n1', 'n2', 'n3'].map(note) });
  const sealed = ['device-key.json', 'own-keys.json', 'folders.json'].map(kept).map(sealedIn);
  await restartWith(keyringOf('after'));
  expect(await host.api.describeSecrets({})).toEqual({ ok: true, value: { guard: 'keyring', lock: 'lost' } });
  expect(await host.api.signDeviceHead({ ...own, payload })).toMatchObject({ error: { kind: 'key-locked' } });
  // Own devices were sent the first of the three.
  expect(await host.api.renewDevice({ ...own, isLost: true, forkedFrom: 2 })).toMatchObject({ ok: true });
  expect(await host.api.describeSecrets({})).toEqual({ ok: true, value: { guard: 'keyring', lock: 'open' } });
  const second = await host.api.describeDevice(own);
  expect(first.ok && second.ok && [first.value.epoch, second.value.epoch]).toEqual([1, 2]);
  expect(await host.api.signDeviceHead({ ...own, payload })).toMatchObject({ ok: true });
  expect(await idsWritten()).toEqual(['false n1', 'true n2', 'true n3']);
  expect(['device-key-1.json', 'own-keys.json', 'folders.json'].map(kept).map(sealedIn)).toEqual(sealed);
  expect(await host.api.describeOwnKeys(own)).toMatchObject({ ok: true, value: { isOpen: false } });
  const request = { ...inbox, path: 'head.json', limit: 100 };
  expect(await host.api.readFromFolder(request)).toMatchObject({ error: { kind: 'credentials-lost' } });
  await host.api.connectFolder(connection());
  expect(await host.api.readFromFolder(request)).toEqual({ ok: true, value: null });
});

it('after the passphrase was forgotten another one is chosen, and signs with a new key', async () => {
  await host.api.unlockSecrets({ passphrase: 'seven green lamps' });
  await host.api.describeDevice(own);
  await host.api.connectFolder(connection());
  await host.api.appendToJournal({ ...own, deeds: [note('n1')] });
  await restartWith();
  await host.api.renewDevice({ ...own, isLost: true });
  expect(await host.api.describeSecrets({})).toEqual({ ok: true, value: { guard: 'passphrase', lock: 'unset' } });
  expect(await host.api.unlockSecrets({ passphrase: 'eight blue doors' })).toMatchObject({ ok: true });
  expect(await host.api.describeDevice(own)).toMatchObject({ ok: true, value: { epoch: 2 } });
  expect(await host.api.signDeviceHead({ ...own, payload })).toMatchObject({ ok: true });
  expect(await idsWritten()).toEqual(['true n1']);
});

it('what opens is not given up', async () => {
  await restartWith(keyringOf('before'));
  const first = await host.api.describeDevice(own);
  await host.api.connectFolder(connection());
  const before = kept('folders.json');
  expect(await host.api.renewDevice({ ...own, isLost: true })).toMatchObject({ ok: true });
  expect(await host.api.describeDevice(own)).toEqual(first);
  expect(kept('folders.json')).toBe(before);
});

/** The armored files in what is kept. */
function sealedIn(text: string): string {
  return /-----BEGIN AGE ENCRYPTED FILE-----.*?-----END AGE ENCRYPTED FILE-----/s.exec(text)?.[0] ?? '';
}
