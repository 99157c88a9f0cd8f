// `rostrum keys rotate DIR`: a new publisher key, and new root keys if asked, by the signatures of the old ones.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { payloadTypes, readEnvelope } from '../shared/bundle/envelope';
import { rootLimit, signaturesLimit } from '../shared/bundle/limits';
import { readRoot, type Root } from '../shared/bundle/root';
import { rotateRoot } from '../shared/bundle/rotate-root';
import type { ConferenceKey } from '../shared/bundle/seal-root';
import { keyIdOf } from '../shared/bundle/verify-roots';
import { fail, succeed, type Result } from '../shared/result';
import { bundlePlatform } from './bundle-platform';
import { bundleSentence } from './bundle-sentence';
import type { CommandIo } from './command';
import { conferenceOfRoots } from './conference-keys';
import { keysSentence, readKey, readRoots, writeRotation } from './keys-folder';
import { refuse } from './refuse';

export type RotateRequest = {
  readonly folder: string;
  readonly rootKeyFiles: readonly string[];
  readonly newRootKeys?: { readonly count: number; readonly threshold: number };
  readonly reason: string;
  readonly resetAbove?: number;
  readonly passphrase?: string;
  readonly json: boolean;
};

/** Makes the next root. The next publication carries it. */
export async function rotateKeys(request: RotateRequest, io: CommandIo): Promise<number> {
  const { folder, newRootKeys, passphrase, json } = request;
  const roots = await readRoots(folder);
  if (!roots.ok) return refuse(io, { kind: roots.error.kind, message: keysSentence(roots.error) }, json);
  const conference = await conferenceOfRoots(roots.value);
  if (!conference.ok) {
    return refuse(io, { kind: conference.error.code, message: bundleSentence(conference.error) }, json);
  }
  const newest = await readNewest(roots.value);
  if (!newest.ok) return refuse(io, newest.error, json);
  const signers = await readSigners(request, newest.value.root);
  if (!signers.ok) return refuse(io, signers.error, json);
  const made = await Promise.all(
    Array.from({ length: newRootKeys?.count ?? 0 }, async (_, at) => newKey(`Officer ${at + 1}`)),
  );
  if (signers.value.length + made.length > signaturesLimit) {
    const message = `Old and new root keys make more than the ${signaturesLimit} signatures that a root may have.`;
    return refuse(io, { kind: 'too-many-signatures', message }, json);
  }
  const publisher = await newKey('Conference office');
  const version = roots.value.length + 1;
  const root = await rotateRoot(
    {
      conference: conference.value.id,
      payload: newest.value.payload,
      signers: signers.value,
      publisherKeys: [publisher],
      ...(newRootKeys === undefined ? {} : { rootKeys: { keys: made, threshold: newRootKeys.threshold } }),
      reason: request.reason,
      ...(request.resetAbove === undefined ? {} : { resetAbove: request.resetAbove }),
      now: Date.now(),
    },
    bundlePlatform,
  );
  const secret = passphrase === undefined ? {} : { passphrase };
  await writeRotation(folder, { version, root, publisher, rootKeys: made, ...secret });
  if (json) io.out(`${JSON.stringify({ conference: conference.value.id, root: version }, null, 2)}\n`);
  else io.out(`Root ${version} of ${conference.value.title}: the publisher’s key is new. Publish to make it known.\n`);
  return 0;
}

type RotateRefusal = { readonly kind: 'not-rotated' | 'too-few-keys' | 'locked'; readonly message: string };

async function readNewest(
  roots: readonly Uint8Array[],
): Promise<Result<{ readonly root: Root; readonly payload: Uint8Array }, RotateRefusal>> {
  const { text, cryptography } = bundlePlatform;
  const part = { kind: 'root', version: roots.length } as const;
  const bytes = roots.at(-1) ?? new Uint8Array();
  const envelope = readEnvelope({ bytes, part, payloadType: payloadTypes.root, limit: rootLimit }, text);
  if (!envelope.ok) return fail({ kind: 'not-rotated', message: bundleSentence(envelope.error) });
  const { payload } = envelope.value;
  const root = await readRoot(payload, part, { text, keyIdOf: async (key) => keyIdOf(key, cryptography) });
  return root.ok
    ? succeed({ root: root.value, payload })
    : fail({ kind: 'not-rotated', message: bundleSentence(root.error) });
}

/** As many keys of the root role as its threshold asks for. */
async function readSigners(
  { folder, rootKeyFiles, passphrase }: RotateRequest,
  { roles }: Root,
): Promise<Result<readonly ConferenceKey[], RotateRefusal>> {
  const found = (await readdir(folder)).filter((name) => /^root-key-.*\.json$/.test(name));
  const paths = rootKeyFiles.length > 0 ? rootKeyFiles : found.map((name) => join(folder, name));
  const keys = new Map<string, ConferenceKey>();
  for (const path of paths) {
    const key = await readKey(path, passphrase);
    if (!key.ok) return fail({ kind: 'locked', message: keysSentence(key.error) });
    if (roles.root.keys.some(({ keyid }) => keyid === key.value.keyid)) keys.set(key.value.keyid, key.value);
  }
  const { threshold } = roles.root;
  if (keys.size >= threshold) return succeed([...keys.values()].slice(0, threshold));
  const message = `${threshold} root keys have to sign, and ${keys.size} are here. Name their files with --root-key FILE.`;
  return fail({ kind: 'too-few-keys', message });
}

/** A new key pair under a label. */
export async function newKey(label: string): Promise<ConferenceKey> {
  const { cryptography } = bundlePlatform;
  const pair = await cryptography.generateEd25519();
  return { ...pair, label, keyid: await keyIdOf(pair.publicKey, cryptography) };
}
