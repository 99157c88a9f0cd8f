// The folder in which a conference office keeps its keys: one file a key, for the owner's eyes only, and the roots.

import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { passphraseSecrets } from '../electron/keep/secrets';
import { assert } from '../shared/assert';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../shared/base64';
import { readLastSignedFile, writeLastSignedFile, type LastSigned } from '../shared/bundle/office-files';
import type { ConferenceKey } from '../shared/bundle/seal-root';
import { fail, succeed, type Result } from '../shared/result';
import { fileTrouble } from './file-trouble';
import { textCodec } from './text-codec';

export type KeysFailure =
  | { readonly kind: 'no-keys'; readonly path: string }
  | { readonly kind: 'damaged-key'; readonly path: string }
  | { readonly kind: 'keys-exist'; readonly path: string }
  | { readonly kind: 'key-locked'; readonly path: string }
  | { readonly kind: 'wrong-passphrase'; readonly path: string };

/** What publishing needs: roots 1, 2, … as signed, and the publisher's key. */
export type PublishingKeys = { readonly roots: readonly Uint8Array[]; readonly publisher: ConferenceKey };

const publisherFile = 'publisher-key.json';

/** One sentence for a person. */
export function keysSentence(failure: KeysFailure): string {
  switch (failure.kind) {
    case 'no-keys':
      return `There are no keys here: ${failure.path} is missing. “rostrum keys create DIR” makes them.`;
    case 'damaged-key':
      return `${failure.path} is not a key that rostrum made.`;
    case 'key-locked':
      return `${failure.path} lies under a passphrase: give it with --passphrase-file FILE.`;
    case 'wrong-passphrase':
      return `That is not the passphrase of ${failure.path}.`;
    case 'keys-exist':
      return `There are keys in ${failure.path} already. They were left as they are; choose another folder.`;
  }
}

const publicFields = { v: v.literal(1), keyid: v.string(), label: v.string(), publicKey: v.string() };

/** The private half is base64 of PKCS #8, or of that an age file under a passphrase. */
const keySchema = v.union([
  v.object({ ...publicFields, privateKey: v.string() }),
  v.object({ ...publicFields, age: v.string() }),
]);

/** Writes the keys of a new conference and its first root. `keys-exist` when the folder has a root or a key. */
export async function createKeysFolder(
  folder: string,
  keys: {
    readonly rootKeys: readonly ConferenceKey[];
    readonly publisher: ConferenceKey;
    readonly root: Uint8Array;
    readonly passphrase?: string;
  },
): Promise<Result<undefined, KeysFailure>> {
  await mkdir(join(folder, 'root'), { recursive: true, mode: 0o700 });
  const present = await readdir(folder, { recursive: true });
  if (present.some((name) => name.endsWith('.json'))) return fail({ kind: 'keys-exist', path: folder });
  for (const [at, key] of keys.rootKeys.entries()) {
    await writeKey(join(folder, `root-key-${at + 1}.json`), key, keys.passphrase);
  }
  await writeKey(join(folder, publisherFile), keys.publisher, keys.passphrase);
  await writeFile(join(folder, 'root', '1.json'), keys.root, { flag: 'wx' });
  return succeed(undefined);
}

/** Reads what publishing needs. */
export async function readPublishingKeys(
  folder: string,
  passphrase: string | undefined,
): Promise<Result<PublishingKeys, KeysFailure>> {
  const publisher = await readKey(join(folder, publisherFile), passphrase);
  if (!publisher.ok) return publisher;
  const roots = await readRoots(folder);
  return roots.ok ? succeed({ roots: roots.value, publisher: publisher.value }) : roots;
}

/** Roots 1, 2, … as signed; at least one. */
export async function readRoots(folder: string): Promise<Result<readonly Uint8Array[], KeysFailure>> {
  const roots: Uint8Array[] = [];
  for (;;) {
    const bytes = await readIfThere(rootPath(folder, roots.length + 1));
    if (bytes === undefined) break;
    roots.push(bytes);
  }
  return roots.length === 0 ? fail({ kind: 'no-keys', path: rootPath(folder, 1) }) : succeed(roots);
}

const rootPath = (folder: string, version: number): string => join(folder, 'root', `${version}.json`);

/**
 * Writes the keys of root `version` and then the root itself, which makes them the conference's. The publisher's key
 * that they replace stays beside them under the number of its last root.
 */
export async function writeRotation(
  folder: string,
  rotation: {
    readonly version: number;
    readonly root: Uint8Array;
    readonly publisher: ConferenceKey;
    readonly rootKeys: readonly ConferenceKey[];
    readonly passphrase?: string;
  },
): Promise<void> {
  const { version, root, publisher, rootKeys, passphrase } = rotation;
  for (const [at, key] of rootKeys.entries()) {
    await writeKey(join(folder, `root-key-${at + 1}-of-root-${version}.json`), key, passphrase);
  }
  const next = join(folder, `publisher-key-of-root-${version}.json`);
  await writeKey(next, publisher, passphrase);
  await writeFile(rootPath(folder, version), root, { flag: 'wx' });
  await rename(join(folder, publisherFile), join(folder, `publisher-key-until-root-${version}.json`));
  await rename(next, join(folder, publisherFile));
}

/** The first line of a file with a passphrase; undefined when no file is named. */
export async function readPassphrase(
  path: string | undefined,
): Promise<Result<string | undefined, { readonly kind: 'no-passphrase'; readonly message: string }>> {
  if (path === undefined) return succeed(undefined);
  const bytes = await readIfThere(path);
  const [line = ''] = Buffer.from(bytes ?? [])
    .toString('utf8')
    .split(/\r?\n/);
  return line === '' ? fail({ kind: 'no-passphrase', message: `${path} holds no passphrase.` }) : succeed(line);
}

const lastFile = 'last-signed.json';

/** What was noted at the last publication; undefined when nothing was. */
export async function readLastSigned(folder: string): Promise<LastSigned | undefined> {
  const bytes = await readIfThere(join(folder, lastFile));
  return readLastSignedFile(bytes ?? new Uint8Array(), textCodec);
}

/** Notes it in the folder; the sentence why not, when the keys are on a stick that cannot be written. */
export async function writeLastSigned(folder: string, last: LastSigned): Promise<string | undefined> {
  try {
    await writeFile(join(folder, lastFile), writeLastSignedFile(last, textCodec));
    return undefined;
  } catch (error) {
    const trouble = fileTrouble(error);
    if (trouble === undefined) throw error;
    return trouble;
  }
}

async function writeKey(path: string, key: ConferenceKey, passphrase: string | undefined): Promise<void> {
  const sealed =
    passphrase === undefined ? { privateKey: toBase64(key.privateKey) } : { age: await ageFileOf(key, passphrase) };
  const fields: v.InferOutput<typeof keySchema> = {
    v: 1,
    keyid: key.keyid,
    label: key.label,
    publicKey: toBase64Url(key.publicKey),
    ...sealed,
  };
  await writeFile(path, `${JSON.stringify(fields, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

async function ageFileOf({ privateKey }: ConferenceKey, passphrase: string): Promise<string> {
  const sealed = await passphraseSecrets(() => passphrase).seal(privateKey);
  assert(sealed.ok, 'there is a passphrase');
  return sealed.value;
}

/** Reads a key's file, with the passphrase if it lies under one. */
export async function readKey(
  path: string,
  passphrase: string | undefined,
): Promise<Result<ConferenceKey, KeysFailure>> {
  const bytes = await readIfThere(path);
  if (bytes === undefined) return fail({ kind: 'no-keys', path });
  const shape = v.safeParse(v.pipe(v.string(), v.parseJson(), keySchema), Buffer.from(bytes).toString('utf8'));
  const publicKey = shape.success ? fromBase64Url(shape.output.publicKey) : undefined;
  if (!shape.success || publicKey === undefined) return fail({ kind: 'damaged-key', path });
  const { keyid, label } = shape.output;
  if ('age' in shape.output) {
    const opened = await passphraseSecrets(() => passphrase).open(shape.output.age);
    return opened.ok
      ? succeed({ keyid, label, publicKey, privateKey: opened.value })
      : fail({ kind: opened.error.kind, path });
  }
  const privateKey = fromBase64(shape.output.privateKey);
  return privateKey === undefined
    ? fail({ kind: 'damaged-key', path })
    : succeed({ keyid, label, publicKey, privateKey });
}

/** The file's bytes, or undefined when there is none. */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}
