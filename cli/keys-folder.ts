// The folder in which a conference office keeps its keys: one file a key, for the owner's eyes only, and the roots.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../shared/base64';
import type { ConferenceKey } from '../shared/bundle/seal-root';
import { fail, succeed, type Result } from '../shared/result';
import { fileTrouble } from './file-trouble';

export type KeysFailure =
  | { readonly kind: 'no-keys'; readonly path: string }
  | { readonly kind: 'damaged-key'; readonly path: string }
  | { readonly kind: 'keys-exist'; readonly path: string };

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
    case 'keys-exist':
      return `There are keys in ${failure.path} already. They were left as they are; choose another folder.`;
  }
}

const keySchema = v.object({
  v: v.literal(1),
  keyid: v.string(),
  label: v.string(),
  publicKey: v.string(),
  privateKey: v.string(),
});

/** Writes the keys of a new conference and its first root. `keys-exist` when the folder has a root or a key. */
export async function createKeysFolder(
  folder: string,
  keys: { readonly rootKeys: readonly ConferenceKey[]; readonly publisher: ConferenceKey; readonly root: Uint8Array },
): Promise<Result<undefined, KeysFailure>> {
  await mkdir(join(folder, 'root'), { recursive: true, mode: 0o700 });
  const present = await readdir(folder, { recursive: true });
  if (present.some((name) => name.endsWith('.json'))) return fail({ kind: 'keys-exist', path: folder });
  for (const [at, key] of keys.rootKeys.entries()) await writeKey(join(folder, `root-key-${at + 1}.json`), key);
  await writeKey(join(folder, publisherFile), keys.publisher);
  await writeFile(join(folder, 'root', '1.json'), keys.root, { flag: 'wx' });
  return succeed(undefined);
}

/** Reads what publishing needs. */
export async function readPublishingKeys(folder: string): Promise<Result<PublishingKeys, KeysFailure>> {
  const publisher = await readKey(join(folder, publisherFile));
  if (!publisher.ok) return publisher;
  const roots: Uint8Array[] = [];
  for (;;) {
    const bytes = await readIfThere(join(folder, 'root', `${roots.length + 1}.json`));
    if (bytes === undefined) break;
    roots.push(bytes);
  }
  if (roots.length === 0) return fail({ kind: 'no-keys', path: join(folder, 'root', '1.json') });
  return succeed({ roots, publisher: publisher.value });
}

const lastSchema = v.object({ version: v.number(), headHash: v.string() });

/** The newest version that was signed with the keys of a folder, as far as the folder knows. */
export type LastSigned = Readonly<v.InferOutput<typeof lastSchema>>;

const lastFile = 'last-signed.json';

/** What was noted at the last publication; undefined when nothing was. */
export async function readLastSigned(folder: string): Promise<LastSigned | undefined> {
  const bytes = await readIfThere(join(folder, lastFile));
  const text = Buffer.from(bytes ?? []).toString('utf8');
  const shape = v.safeParse(v.pipe(v.string(), v.parseJson(), lastSchema), text);
  return shape.success ? shape.output : undefined;
}

/** Notes it in the folder; the sentence why not, when the keys are on a stick that cannot be written. */
export async function writeLastSigned(folder: string, { version, headHash }: LastSigned): Promise<string | undefined> {
  try {
    await writeFile(join(folder, lastFile), `${JSON.stringify({ version, headHash })}\n`);
    return undefined;
  } catch (error) {
    const trouble = fileTrouble(error);
    if (trouble === undefined) throw error;
    return trouble;
  }
}

async function writeKey(path: string, key: ConferenceKey): Promise<void> {
  const fields: v.InferOutput<typeof keySchema> = {
    v: 1,
    keyid: key.keyid,
    label: key.label,
    publicKey: toBase64Url(key.publicKey),
    privateKey: toBase64(key.privateKey),
  };
  await writeFile(path, `${JSON.stringify(fields, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

async function readKey(path: string): Promise<Result<ConferenceKey, KeysFailure>> {
  const bytes = await readIfThere(path);
  if (bytes === undefined) return fail({ kind: 'no-keys', path });
  const shape = v.safeParse(v.pipe(v.string(), v.parseJson(), keySchema), Buffer.from(bytes).toString('utf8'));
  const publicKey = shape.success ? fromBase64Url(shape.output.publicKey) : undefined;
  const privateKey = shape.success ? fromBase64(shape.output.privateKey) : undefined;
  if (!shape.success || publicKey === undefined || privateKey === undefined) return fail({ kind: 'damaged-key', path });
  const { keyid, label } = shape.output;
  return succeed({ keyid, label, publicKey, privateKey });
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
