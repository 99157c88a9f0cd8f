// The next root of a conference: new keys, signed by the old ones and by themselves.

import * as v from 'valibot';
import { toBase64Url } from '../base64';
import { payloadTypes, sealEnvelope } from './envelope';
import { momentOf } from './moment';
import type { RootPayload } from './root';
import type { ConferenceKey } from './seal-root';
import type { Platform } from './verification';

export type Rotation = {
  readonly conference: string;
  /** The newest root's payload, as it was signed. */
  readonly payload: Uint8Array;
  /** Keys of its root role, as many as its threshold asks for. */
  readonly signers: readonly ConferenceKey[];
  /** The new keys that may publish; the old ones are withdrawn. */
  readonly publisherKeys: readonly ConferenceKey[];
  /** The new keys that may change keys, `threshold` of them together; absent: the old ones stay. */
  readonly rootKeys?: { readonly keys: readonly ConferenceKey[]; readonly threshold: number };
  readonly reason: string;
  /** A held head above this version is forgotten: against heads that a stolen key has signed. */
  readonly resetAbove?: number;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** A payload that was verified before: only what is changed here is looked at. */
const payloadSchema = v.custom<RootPayload>((json) => v.is(v.looseObject({ v: v.literal(1) }), json));

/** The envelope of the next root. Fields that this version does not know stay as they are. */
export async function rotateRoot(
  rotation: Rotation,
  platform: Pick<Platform, 'cryptography' | 'text'>,
): Promise<Uint8Array> {
  const { payload, publisherKeys, rootKeys, now, reason } = rotation;
  const before = v.parse(v.pipe(v.string(), v.parseJson(), payloadSchema), platform.text.decodeUtf8(payload));
  const { keyids: publishersBefore } = before.roles.publisher;
  const rootRole =
    rootKeys === undefined
      ? before.roles.root
      : { keyids: rootKeys.keys.map(({ keyid }) => keyid), threshold: rootKeys.threshold };
  const withdrawn = [...publishersBefore, ...before.roles.root.keyids].filter(
    (keyid) => !rootRole.keyids.includes(keyid) && !publisherKeys.some((key) => key.keyid === keyid),
  );
  const staying = Object.entries(before.keys).filter(([keyid]) => rootRole.keyids.includes(keyid));
  const added = [...(rootKeys?.keys ?? []), ...publisherKeys].map((key) => [key.keyid, publicPartOf(key)] as const);
  const next: RootPayload = {
    ...before,
    conf: rotation.conference,
    version: before.version + 1,
    issuedAt: momentOf(now),
    keys: Object.fromEntries([...staying, ...added]),
    roles: {
      ...before.roles,
      root: rootRole,
      publisher: { keyids: publisherKeys.map(({ keyid }) => keyid), threshold: 1 },
    },
    resetAbove: rotation.resetAbove ?? null,
    revoked: [...(before.revoked ?? []), ...withdrawn.map((keyid) => ({ keyid, at: momentOf(now), reason }))],
  };
  const signers = [...rotation.signers, ...(rootKeys?.keys ?? [])];
  return sealEnvelope(platform.text.encode(JSON.stringify(next)), payloadTypes.root, signers, platform);
}

function publicPartOf({ publicKey, label }: ConferenceKey): RootPayload['keys'][string] {
  return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey), label };
}
