// Whose keys an office has: the conference's id and its name, from its roots.

import type { ConferenceId } from '../ids';
import { succeed, type Result } from '../result';
import type { BundleFailure } from './bundle-failure';
import { checkWords, conferenceWordCount } from './check-words';
import { conferenceIdOf } from './conference-id';
import { payloadTypes, readEnvelope } from './envelope';
import { rootLimit } from './limits';
import { readRoot } from './root';
import type { Platform } from './verification';
import { keyIdOf } from './verify-roots';

export type NamedConference = {
  readonly id: ConferenceId;
  /** The six words that stand for the id. */
  readonly words: string;
  readonly title: string;
  readonly organisation?: string;
};

type Ports = Pick<Platform, 'cryptography' | 'text'>;

/** The conference of `roots` (at least one): its id from the first, its name from the newest. */
export async function conferenceOfRoots(
  roots: readonly Uint8Array[],
  { cryptography, text }: Ports,
): Promise<Result<NamedConference, BundleFailure>> {
  const first = payloadOfRoot(roots[0] ?? new Uint8Array(), 1, text);
  if (!first.ok) return first;
  const newest = payloadOfRoot(roots.at(-1) ?? new Uint8Array(), roots.length, text);
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

function payloadOfRoot(bytes: Uint8Array, version: number, text: Ports['text']): Result<Uint8Array, BundleFailure> {
  const part = { kind: 'root', version } as const;
  const envelope = readEnvelope({ bytes, part, payloadType: payloadTypes.root, limit: rootLimit }, text);
  return envelope.ok ? succeed(envelope.value.payload) : envelope;
}
