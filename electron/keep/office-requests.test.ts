// An office's folder through the contract: made, opened where the command line made it, locked, signed with.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeysFolder, readPublishingKeys } from '../../cli/keys-folder';
import { cryptography } from '../../cli/cryptography';
import { textCodec } from '../../cli/text-codec';
import { newKey } from '../../cli/keys-rotate';
import { preAuthenticationEncoding, payloadTypes } from '../../shared/bundle/envelope';
import { fail, succeed } from '../../shared/result';
import { openDesktopHost, type DesktopHost } from './desktop-host';

let folder = '';
let host: DesktopHost;
let chosen: string | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-office-'));
  chosen = undefined;
  host = await openHost();
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openHost(): Promise<DesktopHost> {
  const opened = await openDesktopHost({
    folder: join(folder, 'data'),
    appVersion: '1',
    now: Date.now,
    newId: randomUUID,
    fetch: globalThis.fetch,
    shell: {
      shell: 'browser',
      lacks: [],
      saveFile: async () => fail({ kind: 'use-download' }),
      printPdf: async () => fail({ kind: 'no-printer' }),
      takeOpenedFiles: async () => [],
      chooseFolder: async () => (chosen === undefined ? fail({ kind: 'no-dialog' }) : succeed(chosen)),
      openExternal: async () => fail({ kind: 'cancelled' }),
    },
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

const passphrase = 'seven lamps on the quay';
const make = async () => {
  const made = await host.api.makeOffice({ officers: ['General secretary'], publisher: 'Office', passphrase });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
};
const payload = new TextEncoder().encode('{"v":1}');

it('an office made here has one key for each officer and one to publish with, all under the passphrase', async () => {
  const { path, keys } = await make();
  expect(keys.map(({ officer, label, isLocked }) => ({ officer, label, isLocked }))).toEqual([
    { officer: undefined, label: 'Office', isLocked: false },
    { officer: 1, label: 'General secretary', isLocked: false },
  ]);
  expect(readdirSync(path).sort()).toEqual(['publisher-key.json', 'root', 'root-key-1.json']);
  const text = readFileSync(join(path, 'publisher-key.json'), 'utf8');
  expect(text).toContain('BEGIN AGE ENCRYPTED FILE');
  expect(text).not.toContain('privateKey');
  if (process.platform !== 'win32') expect(statSync(join(path, 'publisher-key.json')).mode & 0o077).toBe(0);
}, 120_000);

it('what is signed for the office verifies under the key that it shows', async () => {
  const { office, keys } = await make();
  for (const what of ['head', 'root'] as const) {
    const signed = await host.api.signForOffice({ office, what, payload });
    if (!signed.ok) throw new Error(signed.error.kind);
    const message = preAuthenticationEncoding(payloadTypes[what], payload, textCodec);
    expect(signed.value).toHaveLength(1);
    for (const { keyid, signature } of signed.value) {
      const key = keys.find((each) => each.keyid === keyid);
      expect(await cryptography.verifyEd25519(key?.publicKey ?? new Uint8Array(), signature, message)).toBe(true);
    }
  }
}, 120_000);

it('after a restart the keys are locked until the passphrase is given, and another does not open them', async () => {
  const { office } = await make();
  await host.close();
  host = await openHost();
  expect(await host.api.signForOffice({ office, what: 'head', payload })).toEqual(fail({ kind: 'key-locked' }));
  expect(await host.api.unlockOffice({ office, passphrase: 'another' })).toEqual(fail({ kind: 'wrong-passphrase' }));
  expect(await host.api.unlockOffice({ office, passphrase })).toMatchObject({ ok: true });
  expect(await host.api.signForOffice({ office, what: 'head', payload })).toMatchObject({ ok: true });
}, 120_000);

it('the command line publishes with the keys of an office that the app made', async () => {
  const { office, path } = await make();
  await host.api.keepOfficeFile({ office, file: 'root/1.json', bytes: payload });
  const keys = await readPublishingKeys(path, passphrase);
  expect(keys).toMatchObject({ ok: true, value: { publisher: { label: 'Office' } } });
}, 120_000);

it('an office that the command line made is opened where it stands', async () => {
  chosen = join(folder, 'office-keys');
  const [officer, publisher] = [await newKey('Officer 1'), await newKey('Conference office')];
  await createKeysFolder(chosen, { rootKeys: [officer], publisher, root: payload });
  const opened = await host.api.openOffice({});
  expect(opened).toMatchObject({
    ok: true,
    value: { path: chosen, keys: [{ keyid: publisher.keyid }, { officer: 1 }] },
  });
  const office = opened.ok ? opened.value.office : '';
  expect(await host.api.readOfficeFile({ office, file: 'root/1.json' })).toEqual(succeed(payload));
  expect(await host.api.readOfficerKey({ office, officer: 1 })).toEqual(fail({ kind: 'refused' }));
});

it.each(['publisher-key.json', 'root-key-1.json', '../own/journal.json', 'root/../publisher-key.json', 'root/0.json'])(
  'the page cannot read %s',
  async (file) => {
    expect(await host.api.readOfficeFile({ office: 'any', file })).toEqual(fail({ kind: 'refused' }));
  },
);

it('a root that is there already is never written over', async () => {
  const { office } = await make();
  expect(await host.api.keepOfficeFile({ office, file: 'root/1.json', bytes: payload })).toMatchObject({ ok: true });
  const again = await host.api.keepOfficeFile({ office, file: 'root/1.json', bytes: new Uint8Array(3) });
  expect(again).toEqual(fail({ kind: 'refused' }));
}, 120_000);

it('an officer’s key is carried away and then taken out of the folder', async () => {
  const { office, path } = await make();
  const carried = await host.api.readOfficerKey({ office, officer: 1 });
  expect(carried.ok && Buffer.from(carried.value).toString()).toContain('BEGIN AGE');
  await host.api.removeOfficerKey({ office, officer: 1 });
  expect(readdirSync(path)).not.toContain('root-key-1.json');
}, 120_000);

it('an office that is forgotten is no longer listed, and its folder stays', async () => {
  const { office, path } = await make();
  const keys = readdirSync(path);
  expect(await host.api.forgetOffice({ office })).toEqual(succeed({ forgotten: true }));
  expect(await host.api.describeOffices({})).toEqual(succeed([]));
  expect(await host.api.forgetOffice({ office })).toEqual(fail({ kind: 'no-such-office' }));
  expect(readdirSync(path)).toEqual(keys);
  chosen = path;
  expect(await host.api.openOffice({})).toMatchObject({ ok: true, value: { path } });
}, 120_000);

it('without a dialog no folder is chosen, and with one it is written to like any other', async () => {
  const place = { store: 'own', folder: 'publish' };
  expect(await host.api.chooseFolder(place)).toEqual(fail({ kind: 'no-dialog' }));
  chosen = join(folder, 'public');
  expect(await host.api.chooseFolder(place)).toMatchObject({ ok: true, value: { kind: 'local', address: chosen } });
  const head = { path: 'c/head.json', bytes: payload, replaces: null };
  expect(await host.api.writeToFolder({ ...place, immutable: [], head })).toEqual(succeed({ written: 1 }));
  expect(readFileSync(join(chosen, 'c/head.json'))).toEqual(Buffer.from(payload));
  const other = { ...head, bytes: new Uint8Array([1]) };
  expect(await host.api.writeToFolder({ ...place, immutable: [], head: other })).toEqual(
    fail({ kind: 'other-writer' }),
  );
});
