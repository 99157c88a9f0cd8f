// The key this device signs its logs with: made once, kept beside the journal it speaks for, replaced when the journal
// goes on under another name. Reading and writing papers never needs it.

import { createHash, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import type { DescribedDevice, FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { makeFolder, readWhole, writeWhole } from './files';
import { parseJson } from './parse-json';
import { givenUp, isClosed, type Secrets } from './secrets';
import { publicHalf, signDsse } from './sign-dsse';

/** What opens and closes the key; chosen when the key is made, and written with it. */
export type KeyGuards = { readonly making: Secrets; readonly opening: (kind: string) => Secrets | undefined };

type KeyFile = {
  readonly v: 1;
  /** The journal's name for this device: a key speaks for one journal under one name. */
  readonly journalDevice: string;
  readonly epoch: number;
  /** The public key, base64url. */
  readonly x: string;
  readonly guard: string;
  readonly sealed: string;
};

const fileName = 'device-key.json';

/** The device's key as others know it; a new one, with the next epoch, when there is none for `journalDevice`. */
export async function deviceKey(
  storeFolder: string,
  journalDevice: string,
  guards: KeyGuards,
): Promise<Result<DescribedDevice, FolderFailure>> {
  const known = await readKeyFile(storeFolder);
  if (!known.ok) return known;
  if (known.value?.journalDevice === journalDevice) return succeed(describe(known.value));
  const pair = generateKeyPairSync('ed25519');
  const secret = new Uint8Array(pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
  const sealed = await guards.making.seal(secret);
  if (!sealed.ok) return sealed;
  const file: KeyFile = {
    v: 1,
    journalDevice,
    epoch: (known.value?.epoch ?? 0) + 1,
    x: pair.publicKey.export({ format: 'jwk' }).x ?? '',
    guard: guards.making.kind,
    sealed: sealed.value,
  };
  const written = await writeKeyFile(storeFolder, file, known.value);
  return written.ok ? succeed(describe(file)) : written;
}

/** Signs a device head's payload. `key-locked` when what opens the key is not to be had. */
export async function signDeviceHead(
  storeFolder: string,
  payload: Uint8Array,
  guards: KeyGuards,
): Promise<Result<Uint8Array, FolderFailure>> {
  const file = await readKeyFile(storeFolder);
  if (!file.ok) return file;
  const guard = file.value === undefined ? undefined : guards.opening(file.value.guard);
  if (file.value === undefined || guard === undefined) return fail({ kind: 'key-locked' });
  const secret = await guard.open(file.value.sealed);
  if (!secret.ok) return secret;
  if (publicHalf(secret.value) !== file.value.x) return fail({ kind: 'key-locked' });
  return succeed(signDsse(secret.value, 'application/vnd.rostrum.device-head+json;v=1', payload));
}

/** What of the key lies under `guard`, as it is on the disk; undefined where nothing does. */
export async function sealedDeviceKey(storeFolder: string, guard: string): Promise<string | undefined> {
  const file = await readKeyFile(storeFolder);
  return file.ok && file.value?.guard === guard ? file.value.sealed : undefined;
}

/** Whether there is a key that nothing opens now. */
export async function isDeviceKeyClosed(storeFolder: string, guards: KeyGuards): Promise<boolean> {
  const file = await readKeyFile(storeFolder);
  return file.ok && file.value !== undefined && isClosed(file.value, guards.opening);
}

/** Gives up a key that nothing opens now; once the journal has another name, it is kept beside the next one. */
export async function giveUpDeviceKey(
  storeFolder: string,
  guards: KeyGuards,
): Promise<Result<undefined, FolderFailure>> {
  const file = await readKeyFile(storeFolder);
  if (!file.ok) return file;
  if (file.value === undefined || !(await isClosed(file.value, guards.opening))) return succeed(undefined);
  return writeWhole(join(storeFolder, fileName), asBytes(givenUp(file.value)));
}

function describe({ x, epoch, guard }: KeyFile): DescribedDevice {
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
  return { device: createHash('sha256').update(publicKey).digest('base64url'), publicKey, epoch, guard };
}

/** Undefined when there is none. One that cannot be read is not replaced: its key may still be wanted. */
async function readKeyFile(storeFolder: string): Promise<Result<KeyFile | undefined, FolderFailure>> {
  const bytes = await readWhole(join(storeFolder, fileName));
  if (!bytes.ok) return bytes.error.kind === 'missing' ? succeed(undefined) : fail({ kind: 'key-locked' });
  const file = parseJson(bytes.value.toString('utf8'));
  return isKeyFile(file) ? succeed(file) : fail({ kind: 'key-locked' });
}

/** The key before is kept under its epoch: it may still have to say what became of its log. */
async function writeKeyFile(
  storeFolder: string,
  file: KeyFile,
  before: KeyFile | undefined,
): Promise<Result<undefined, FolderFailure>> {
  const made = await makeFolder(storeFolder);
  if (!made.ok) return made;
  const kept =
    before === undefined
      ? succeed(undefined)
      : await writeWhole(join(storeFolder, `device-key-${before.epoch}.json`), asBytes(before));
  return kept.ok ? writeWhole(join(storeFolder, fileName), asBytes(file)) : kept;
}

function asBytes(key: KeyFile): Buffer {
  return Buffer.from(`${JSON.stringify(key, null, 2)}\n`);
}

function isKeyFile(json: unknown): json is KeyFile {
  if (typeof json !== 'object' || json === null) return false;
  const has = (name: string, type: string): boolean => typeof Reflect.get(json, name) === type;
  return (
    has('journalDevice', 'string') &&
    has('epoch', 'number') &&
    has('x', 'string') &&
    has('guard', 'string') &&
    has('sealed', 'string')
  );
}
