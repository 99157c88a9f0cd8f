import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cryptography } from '../../cli/cryptography';
import { textCodec as text } from '../../cli/text-codec';
import { payloadTypes, preAuthenticationEncoding } from '../../shared/bundle/envelope';
import { decryptByHeader, newAgeKey } from '../../shared/bundle/self-age';
import { describeOwnKeys, forgetOwnKeys, makeOwnKeys, signOwnDevices, unwrapFileKey } from './own-keys';
import { passphraseSecrets } from './secrets';
import type { KeyGuards } from './signing-key';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-own-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const under = (passphrase: string | undefined): KeyGuards => {
  const secrets = passphraseSecrets(() => passphrase, 8);
  return { making: secrets, opening: (kind) => (kind === 'passphrase' ? secrets : undefined) };
};
const guards = under('seven green lamps');

async function encryptedTo(recipient: string, plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

it('opens what is encrypted to it by the header alone, and nothing else', async () => {
  const made = await makeOwnKeys(folder, {}, guards);
  if (!made.ok) throw new Error(made.error.kind);
  const unwrap = async (header: Uint8Array): Promise<Uint8Array | null> => {
    const key = await unwrapFileKey(folder, header, guards);
    return key.ok ? key.value : null;
  };
  const plain = new Uint8Array(randomBytes(70_000));
  const file = await encryptedTo(made.value.recipient, plain);
  expect(await decryptByHeader(unwrap, file)).toEqual({ ok: true, value: plain });
  file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
  expect(await decryptByHeader(unwrap, file)).toEqual({ ok: false, error: { kind: 'damaged' } });
  const others = await encryptedTo((await newAgeKey()).recipient, plain);
  expect(await decryptByHeader(unwrap, others)).toEqual({ ok: false, error: { kind: 'no-key' } });
  expect(await decryptByHeader(unwrap, plain)).toEqual({ ok: false, error: { kind: 'damaged' } });
});

it('lies under the passphrase, in a file of the owner’s alone', async () => {
  const made = await makeOwnKeys(folder, {}, guards);
  const path = join(folder, 'own-keys.json');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).not.toContain('AGE-SECRET');
  expect(await describeOwnKeys(folder, under(undefined))).toEqual({
    ok: true,
    value: { ...(made.ok ? made.value : {}), isOpen: false },
  });
  expect(await unwrapFileKey(folder, new Uint8Array(), under('another'))).toMatchObject({
    error: { kind: 'wrong-passphrase' },
  });
});

it('a new key still opens what was encrypted to the one before', async () => {
  const first = await makeOwnKeys(folder, {}, guards);
  const second = await makeOwnKeys(folder, {}, guards);
  if (!first.ok || !second.ok) throw new Error('no keys');
  expect(second.value.recipient).not.toBe(first.value.recipient);
  const file = await encryptedTo(first.value.recipient, new Uint8Array([1]));
  const header = file.subarray(0, Buffer.from(file).indexOf('\n', Buffer.from(file).indexOf('\n---') + 1) + 1);
  expect(await unwrapFileKey(folder, header, guards)).toMatchObject({ ok: true, value: expect.any(Uint8Array) });
});

it('signs lists with the identity key of the kit, and only lists; without that key it signs nothing', async () => {
  await makeOwnKeys(folder, {}, guards);
  const payload = text.encode('{"v":1}');
  expect(await signOwnDevices(folder, payload, guards)).toMatchObject({ error: { kind: 'key-locked' } });
  const pair = await cryptography.generateEd25519();
  const identityKey = Buffer.from(pair.privateKey).toString('base64url');
  const recoveryKey = (await newAgeKey()).identity;
  const made = await makeOwnKeys(folder, { identityKey, recoveryKey }, guards);
  expect(made.ok && made.value.identity).toEqual(pair.publicKey);
  const signature = await signOwnDevices(folder, payload, guards);
  if (!signature.ok) throw new Error(signature.error.kind);
  const verified = async (type: string): Promise<boolean> =>
    cryptography.verifyEd25519(pair.publicKey, signature.value, preAuthenticationEncoding(type, payload, text));
  expect([await verified(payloadTypes.enrol), await verified(payloadTypes.deviceHead)]).toEqual([true, false]);
});

it('keys that nothing opens any more give way to a recovery kit alone, and are kept beside', async () => {
  await makeOwnKeys(folder, {}, under('forgotten'));
  expect(await makeOwnKeys(folder, {}, guards)).toMatchObject({ error: { kind: 'wrong-passphrase' } });
  const recoveryKey = (await newAgeKey()).identity;
  expect(await makeOwnKeys(folder, { recoveryKey }, guards)).toMatchObject({ ok: true, value: { isOpen: true } });
  expect(readdirSync(folder).sort()).toEqual(['own-keys-before.json', 'own-keys.json']);
  // What is forgotten stays nowhere, should the old passphrase come back to whoever has this computer then.
  await forgetOwnKeys(folder);
  expect(readdirSync(folder)).toEqual(['own-keys.json']);
});

it('forgets', async () => {
  await makeOwnKeys(folder, {}, guards);
  await forgetOwnKeys(folder);
  expect(await describeOwnKeys(folder, guards)).toEqual({ ok: true, value: null });
  expect(readFileSync(join(folder, 'own-keys.json'), 'utf8')).toBe('{}\n');
});
