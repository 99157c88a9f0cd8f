// Whose keys a keys folder holds: the conference's id and its name, from its roots.

import type { BundleFailure } from '../shared/bundle/bundle-failure';
import { checkWords, conferenceWordCount } from '../shared/bundle/check-words';
import { conferenceIdOf } from '../shared/bundle/conference-id';
import { payloadTypes, readEnvelope } from '../shared/bundle/envelope';
import { rootLimit } from '../shared/bundle/limits';
import { readRoot } from '../shared/bundle/root';
import { keyIdOf } from '../shared/bundle/verify-roots';
import type { ConferenceId } from '../shared/ids';
import { succeed, type Result } from '../shared/result';
import { bundlePlatform } from './bundle-platform';

export type NamedConference = {
  readonly id: ConferenceId;
  /** The six words that stand for the id. */
  readonly words: string;
  readonly title: string;
  readonly organisation?: string;
};

/** The conference of `roots` (at least one): its id from the first, its name from the newest. */
export async function conferenceOfRoots(roots: readonly Uint8Array[]): Promise<Result<NamedConference, BundleFailure>> {
  const { text, cryptography } = bundlePlatform;
  const first = payloadOfRoot(roots[0] ?? new Uint8Array(), 1);
  if (!first.ok) return first;
  const newest = payloadOfRoot(roots.at(-1) ?? new Uint8Array(), roots.length);
  if (!newest.ok) return newest;
  const part = { kind: 'root', version: roots.length } as const;
  const root = await readRoot(newest.value, part, {
    text,
    keyIdOf: async (publicKey) => keyIdOf(publicKey, cryptography),
  });
  if (!root.ok) return root;
  const { title, organisation } = root.value;
  const hash = await cryptography.sha256(first.value);
  const words = checkWords(hash, conferenceWordCount);
  return succeed({ id: conferenceIdOf(hash), words, title, ...(organisation === '' ? {} : { organisation }) });
}

function payloadOfRoot(bytes: Uint8Array, version: number): Result<Uint8Array, BundleFailure> {
  const part = { kind: 'root', version } as const;
  const envelope = readEnvelope({ bytes, part, payloadType: payloadTypes.root, limit: rootLimit }, bundlePlatform.text);
  return envelope.ok ? succeed(envelope.value.payload) : envelope;
}
