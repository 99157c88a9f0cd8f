// The key files of a conference office, in the format that `rostrum keys` writes: made, read and used here, so that no
// private key ever reaches the page. What is signed is not looked at, only what kind of thing it says it is.

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficeFailure, OfficeKey, OfficeSignature } from '../../shared/office-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { isMissing, systemCodeOf } from './failures';
import { readWhole, writeWhole } from './files';
import { parseJson } from './parse-json';
import { fileRights, type Secrets } from './secrets';

type KeyFile = {
  readonly v: 1;
  readonly keyid: string;
  readonly label: string;
  /** base64url of 32 bytes. */
  readonly publicKey: string;
} & ({ readonly privateKey: string } | { readonly age: string });

const publisherFile = 'publisher-key.json';

/** The types of what an office signs (FORMAT.md, "Envelope"). */
const payloadTypes = {
  root: 'application/vnd.rostrum.root+json;v=1',
  head: 'application/vnd.rostrum.head+json;v=1',
} as const;

/** Where an officer's key is: 1, 2, 3… */
export function officerKeyPath(folder: string, officer: number): string {
  return join(folder, `root-key-${officer}.json`);
}

/** Writes a new key under a passphrase; one that is there already is never written over. */
export async function makeKey(
  folder: string,
  { officer, label }: { readonly officer?: number; readonly label: string },
  guard: Secrets,
): Promise<Result<undefined, OfficeFailure>> {
  const path = officer === undefined ? join(folder, publisherFile) : officerKeyPath(folder, officer);
  const pair = generateKeyPairSync('ed25519');
  const sealed = await guard.seal(new Uint8Array(pair.privateKey.export({ format: 'der', type: 'pkcs8' })));
  if (!sealed.ok) return sealed;
  const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';
  const keyid = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url');
  const file: KeyFile = { v: 1, keyid, label, publicKey, age: sealed.value };
  return writeWhole(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
}

/** The keys in a folder, the publisher's first. `no-office-there` without one, or when one cannot be read. */
export async function listKeys(folder: string, isOpen: boolean): Promise<Result<readonly OfficeKey[], OfficeFailure>> {
  const publisher = await readKey(join(folder, publisherFile));
  if (!publisher.ok) return publisher;
  const keys: OfficeKey[] = [describe(publisher.value, isOpen)];
  for (const officer of await officersIn(folder)) {
    const key = await readKey(officerKeyPath(folder, officer));
    if (!key.ok) return key;
    keys.push({ officer, ...describe(key.value, isOpen) });
  }
  return succeed(keys);
}

/** Signs as `what`: a root with every officer's key there is, a head with the publisher's. */
export async function signWithKeys(
  folder: string,
  { what, payload }: { readonly what: 'root' | 'head'; readonly payload: Uint8Array },
  guard: Secrets,
): Promise<Result<readonly OfficeSignature[], OfficeFailure>> {
  const paths =
    what === 'head'
      ? [join(folder, publisherFile)]
      : (await officersIn(folder)).map((officer) => officerKeyPath(folder, officer));
  const type = payloadTypes[what];
  const message = Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]);
  const signatures: OfficeSignature[] = [];
  for (const path of paths) {
    const key = await readKey(path);
    if (!key.ok) return key;
    const opened = await openKey(key.value, guard);
    if (!opened.ok) return opened;
    const privateKey = createPrivateKey({ key: Buffer.from(opened.value), format: 'der', type: 'pkcs8' });
    if (createPublicKey(privateKey).export({ format: 'jwk' }).x !== key.value.publicKey) {
      return fail({ kind: 'no-office-there' });
    }
    signatures.push({ keyid: key.value.keyid, signature: new Uint8Array(sign(null, message, privateKey)) });
  }
  return succeed(signatures);
}

/** Whether the publisher's key opens: `key-locked` or `wrong-passphrase` when it does not. */
export async function tryKey(folder: string, guard: Secrets): Promise<Result<undefined, OfficeFailure>> {
  const key = await readKey(join(folder, publisherFile));
  if (!key.ok) return key;
  const opened = await openKey(key.value, guard);
  return opened.ok ? succeed(undefined) : opened;
}

/** Whether a key's file may be carried through the page: its private half lies under a passphrase. */
export async function isUnderPassphrase(path: string): Promise<boolean> {
  const key = await readKey(path);
  return key.ok && 'age' in key.value;
}

async function openKey(key: KeyFile, guard: Secrets): Promise<Result<Uint8Array, OfficeFailure>> {
  return 'age' in key ? guard.open(key.age) : fileRights.open(key.privateKey);
}

function describe(key: KeyFile, isOpen: boolean): OfficeKey {
  const { keyid, label, publicKey } = key;
  const isLocked = 'age' in key && !isOpen;
  return { keyid, label, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), isLocked };
}

async function officersIn(folder: string): Promise<readonly number[]> {
  try {
    const names = await readdir(folder);
    return names
      .flatMap((name) => /^root-key-([1-8])\.json$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((before, after) => before - after);
  } catch (error) {
    if (isMissing(error) || systemCodeOf(error) !== undefined) return [];
    throw error;
  }
}

async function readKey(path: string): Promise<Result<KeyFile, OfficeFailure>> {
  const bytes = await readWhole(path);
  const file = bytes.ok ? parseJson(bytes.value.toString('utf8')) : undefined;
  return isKeyFile(file) ? succeed(file) : fail({ kind: 'no-office-there' });
}

function isKeyFile(json: unknown): json is KeyFile {
  if (typeof json !== 'object' || json === null) return false;
  const has = (name: string): boolean => typeof Reflect.get(json, name) === 'string';
  return has('keyid') && has('label') && has('publicKey') && (has('privateKey') || has('age'));
}
