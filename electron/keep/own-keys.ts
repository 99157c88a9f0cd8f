// The keys of the delegate's own devices: what private notes are encrypted to on this one, and, on the device that made
// the recovery kit or was restored from it, the identity key. They lie under the same guard as the signing key, and
// leave only as what they sign or open.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { DesktopArguments, FolderFailure } from '../../shared/desktop-contract';
import type { DescribedOwnKeys } from '../../shared/desktop-contract-devices';
import { fail, succeed, type Result } from '../../shared/result';
import { writeFailureOf } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';
import { parseJson } from './parse-json';
import { publicHalf, signDsse } from './sign-dsse';
import { givenUp, isClosed } from './secrets';
import type { KeyGuards } from './signing-key';

type OwnKeys = {
  /** `AGE-SECRET-KEY-1…`: this device's first, then others that still read. */
  readonly age: readonly string[];
  /** PKCS #8, base64url. */
  readonly identityKey?: string;
};

type KeysFile = {
  readonly v: 1;
  readonly recipient: string;
  /** The public half of the identity key, base64url. */
  readonly identity?: string;
  readonly guard: string;
  readonly sealed: string;
};

const fileName = 'own-keys.json';
const lostName = 'own-keys-before.json';

/** What others may know of the keys; null where none were made. */
export async function describeOwnKeys(
  storeFolder: string,
  guards: KeyGuards,
): Promise<Result<DescribedOwnKeys | null, FolderFailure>> {
  const file = await readKeysFile(storeFolder);
  if (!file.ok) return file;
  if (file.value === undefined) return succeed(null);
  return succeed(describe(file.value, (await openKeys(file.value, guards)).ok));
}

/** Makes this device another key to read with, beside those it has; `given` comes from a recovery kit. */
export async function makeOwnKeys(
  storeFolder: string,
  given: Omit<DesktopArguments<'makeOwnKeys'>, 'store'>,
  guards: KeyGuards,
): Promise<Result<DescribedOwnKeys, FolderFailure>> {
  const file = await readKeysFile(storeFolder);
  if (!file.ok) return file;
  const known = file.value === undefined ? succeed<OwnKeys>({ age: [] }) : await openKeys(file.value, guards);
  // Keys that cannot be opened any more give way to those of a recovery kit, and to nothing else.
  if (!known.ok && given.recoveryKey === undefined) return known;
  const before: OwnKeys = known.ok ? known.value : { age: [] };
  const age = [
    await generateX25519Identity(),
    ...before.age,
    ...(given.recoveryKey === undefined ? [] : [given.recoveryKey]),
  ];
  const identityKey = given.identityKey ?? before.identityKey;
  const keys: OwnKeys = { age, ...(identityKey === undefined ? {} : { identityKey }) };
  const sealed = await guards.making.seal(Buffer.from(JSON.stringify(keys)));
  if (!sealed.ok) return sealed;
  const next: KeysFile = {
    v: 1,
    recipient: await identityToRecipient(age[0] ?? ''),
    ...(identityKey === undefined ? {} : { identity: publicHalf(Buffer.from(identityKey, 'base64url')) }),
    guard: guards.making.kind,
    sealed: sealed.value,
  };
  const written = await writeKeysFile(storeFolder, next, known.ok ? undefined : file.value);
  return written.ok ? succeed(describe(next, true)) : written;
}

/** Takes the keys away, those that nothing opened any more among them; they stay nowhere on this computer. */
export async function forgetOwnKeys(storeFolder: string): Promise<Result<{ readonly forgotten: true }, FolderFailure>> {
  const made = await makeFolder(storeFolder);
  const written = made.ok ? await writeWhole(join(storeFolder, fileName), Buffer.from('{}\n')) : made;
  if (!written.ok) return written;
  try {
    await rm(join(storeFolder, lostName), { force: true });
    return succeed({ forgotten: true });
  } catch (error) {
    return fail(writeFailureOf(error));
  }
}

/** The file key that `header` holds for one of the keys; null when it is for others, or no header. */
export async function unwrapFileKey(
  storeFolder: string,
  header: Uint8Array,
  guards: KeyGuards,
): Promise<Result<Uint8Array | null, FolderFailure>> {
  const keys = await readOwnKeys(storeFolder, guards);
  if (!keys.ok) return keys;
  const decrypter = new Decrypter();
  for (const identity of keys.value.age) decrypter.addIdentity(identity);
  try {
    return succeed(await decrypter.decryptHeader(header));
  } catch (error) {
    // The library says so in words alone.
    if (!(error instanceof Error)) throw error;
    return succeed(null);
  }
}

/** The identity key's signature of a list of own devices; `key-locked` where this device does not hold that key. */
export async function signOwnDevices(
  storeFolder: string,
  payload: Uint8Array,
  guards: KeyGuards,
): Promise<Result<Uint8Array, FolderFailure>> {
  const keys = await readOwnKeys(storeFolder, guards);
  if (!keys.ok) return keys;
  const { identityKey } = keys.value;
  if (identityKey === undefined) return fail({ kind: 'key-locked' });
  const secret = Buffer.from(identityKey, 'base64url');
  return succeed(signDsse(secret, 'application/vnd.rostrum.enrol+json;v=1', payload));
}

/** What of the keys lies under `guard`, as it is on the disk; undefined where nothing does. */
export async function sealedOwnKeys(storeFolder: string, guard: string): Promise<string | undefined> {
  const file = await readKeysFile(storeFolder);
  return file.ok && file.value?.guard === guard ? file.value.sealed : undefined;
}

/** Gives up keys that nothing opens now. They stay where they are until those of a recovery kit take their place. */
export async function giveUpOwnKeys(storeFolder: string, guards: KeyGuards): Promise<Result<undefined, FolderFailure>> {
  const file = await readKeysFile(storeFolder);
  if (!file.ok) return file;
  if (file.value === undefined || !(await isClosed(file.value, guards.opening))) return succeed(undefined);
  return writeKeysFile(storeFolder, givenUp(file.value), undefined);
}

function describe({ recipient, identity, guard }: KeysFile, isOpen: boolean): DescribedOwnKeys {
  const held = identity === undefined ? {} : { identity: new Uint8Array(Buffer.from(identity, 'base64url')) };
  return { recipient, ...held, guard, isOpen };
}

async function readOwnKeys(storeFolder: string, guards: KeyGuards): Promise<Result<OwnKeys, FolderFailure>> {
  const file = await readKeysFile(storeFolder);
  if (!file.ok) return file;
  return file.value === undefined ? fail({ kind: 'key-locked' }) : openKeys(file.value, guards);
}

async function openKeys({ guard, sealed }: KeysFile, guards: KeyGuards): Promise<Result<OwnKeys, FolderFailure>> {
  const opened = await guards.opening(guard)?.open(sealed);
  if (opened === undefined) return fail({ kind: 'key-locked' });
  if (!opened.ok) return opened;
  const keys = parseJson(Buffer.from(opened.value).toString('utf8'));
  return isOwnKeys(keys) ? succeed(keys) : fail({ kind: 'key-locked' });
}

/** Undefined when there are none. A file that cannot be read is not replaced: its keys may still be wanted. */
async function readKeysFile(storeFolder: string): Promise<Result<KeysFile | undefined, FolderFailure>> {
  const bytes = await readWhole(join(storeFolder, fileName));
  if (!bytes.ok) return bytes.error.kind === 'missing' ? succeed(undefined) : fail({ kind: 'key-locked' });
  const file = parseJson(bytes.value.toString('utf8'));
  if (isKeysFile(file)) return succeed(file);
  const isForgotten = typeof file === 'object' && file !== null && Object.keys(file).length === 0;
  return isForgotten ? succeed(undefined) : fail({ kind: 'key-locked' });
}

/** `lost`: keys that nothing opens any more. They are kept beside, should their passphrase come back. */
async function writeKeysFile(
  storeFolder: string,
  next: KeysFile,
  lost: KeysFile | undefined,
): Promise<Result<undefined, FolderFailure>> {
  const made = await makeFolder(storeFolder);
  if (!made.ok) return made;
  const bytes = (file: KeysFile): Buffer => Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
  const kept = lost === undefined ? made : await writeWhole(join(storeFolder, lostName), bytes(lost));
  return kept.ok ? writeWhole(join(storeFolder, fileName), bytes(next)) : kept;
}

function isKeysFile(json: unknown): json is KeysFile {
  return hasText(json, 'recipient') && hasText(json, 'guard') && hasText(json, 'sealed');
}

function isOwnKeys(json: unknown): json is OwnKeys {
  if (typeof json !== 'object' || json === null || !('age' in json)) return false;
  return Array.isArray(json.age) && json.age.every((key) => typeof key === 'string');
}

function hasText(json: unknown, name: string): boolean {
  return typeof json === 'object' && json !== null && typeof Reflect.get(json, name) === 'string';
}
