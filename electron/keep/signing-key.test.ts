import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileRights, passphraseSecrets } from './secrets';
import { deviceKey, signDeviceHead, type KeyGuards } from './signing-key';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open: KeyGuards = { making: fileRights, opening: () => fileRights };
const payload = new Uint8Array(Buffer.from('{"v":1}'));

function guardedBy(passphrase: () => string | undefined): KeyGuards {
  const secrets = passphraseSecrets(passphrase, 10);
  return { making: secrets, opening: (kind) => (kind === 'passphrase' ? secrets : undefined) };
}

it('a device has one key, which signs what it says it is and nothing else', async () => {
  const first = await deviceKey(folder, 'one', open);
  expect(await deviceKey(folder, 'one', open)).toEqual(first);
  expect(statSync(join(folder, 'device-key.json')).mode & 0o777).toBe(0o600);
  const signature = await signDeviceHead(folder, payload, open);
  if (!first.ok || !signature.ok) throw new Error('no key');
  const x = Buffer.from(first.value.publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const type = 'application/vnd.rostrum.device-head+json;v=1';
  const message = Buffer.from(`DSSEv1 ${type.length} ${type} 7 {"v":1}`);
  expect(verify(null, message, key, signature.value)).toBe(true);
});

it('a journal that goes on under another name gets another key, of the next epoch; the one before is kept', async () => {
  const first = await deviceKey(folder, 'one', open);
  const second = await deviceKey(folder, 'two', open);
  expect(first.ok && second.ok && [first.value.epoch, second.value.epoch]).toEqual([1, 2]);
  expect(first.ok && second.ok && first.value.device !== second.value.device).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['device-key-1.json', 'device-key.json']);
});

it('under a passphrase it is described without it, and signs only with it', async () => {
  const made = await deviceKey(
    folder,
    'one',
    guardedBy(() => 'seven green lamps'),
  );
  const locked = guardedBy(() => undefined);
  expect(await deviceKey(folder, 'one', locked)).toEqual(made);
  expect(await signDeviceHead(folder, payload, locked)).toEqual({ ok: false, error: { kind: 'key-locked' } });
  expect(
    await signDeviceHead(
      folder,
      payload,
      guardedBy(() => 'six green lamps'),
    ),
  ).toEqual({
    ok: false,
    error: { kind: 'wrong-passphrase' },
  });
  expect(
    await signDeviceHead(
      folder,
      payload,
      guardedBy(() => 'seven green lamps'),
    ),
  ).toMatchObject({ ok: true });
  expect(readFileSync(join(folder, 'device-key.json'), 'utf8')).toContain('BEGIN AGE ENCRYPTED FILE');
});

it('no key is made when it could not be guarded, and a damaged one is not replaced', async () => {
  expect(
    await deviceKey(
      folder,
      'one',
      guardedBy(() => undefined),
    ),
  ).toEqual({ ok: false, error: { kind: 'key-locked' } });
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'device-key.json'), '{"v":1');
  expect(await deviceKey(folder, 'one', open)).toEqual({ ok: false, error: { kind: 'key-locked' } });
  expect(readFileSync(join(folder, 'device-key.json'), 'utf8')).toBe('{"v":1');
});
