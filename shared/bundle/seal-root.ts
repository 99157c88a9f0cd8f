// Founding a conference: its first root, whose hash becomes the conference's id.

import { toBase64Url } from '../base64';
import type { ConferenceId } from '../ids';
import { checkWords, conferenceWordCount } from './check-words';
import { conferenceIdOf } from './conference-id';
import { payloadTypes, sealEnvelope, type SigningKey } from './envelope';
import { momentOf } from './moment';
import type { InboxAddress } from './inbox-addresses';
import type { RootPayload } from './root';
import type { Platform } from './verification';

/** A key of the conference as a root names it. */
export type NamedKey = { readonly keyid: string; readonly publicKey: Uint8Array; readonly label: string };

/** A key pair of the conference, by the id of its public half and the label that people know it by. */
export type ConferenceKey = SigningKey & NamedKey;

export type Founding<Key extends NamedKey = ConferenceKey> = {
  readonly title: string;
  readonly organisation: string;
  /** Keys that may change the keys: `threshold` of them together. */
  readonly rootKeys: readonly Key[];
  readonly threshold: number;
  /** Keys that may publish: any one of them. */
  readonly publisherKeys: readonly NamedKey[];
  /** Folders that delegates send to. */
  readonly inbox?: readonly InboxAddress[];
  /** Other addresses at which the same papers are. */
  readonly mirrors?: readonly string[];
  /** Epoch milliseconds: when it is issued, and until when new papers may be signed under it. */
  readonly issuedAt: number;
  readonly expires: number;
};

export type FoundedConference = {
  readonly conference: ConferenceId;
  /** The six words to compare before the id is trusted. */
  readonly words: string;
  /** The envelope of root 1, signed by every root key. */
  readonly root: Uint8Array;
};

type Ports = Pick<Platform, 'cryptography' | 'text'>;

/** Signs root 1. */
export async function foundConference(founding: Founding, platform: Ports): Promise<FoundedConference> {
  const payload = foundingPayload(founding, platform.text);
  const root = await sealEnvelope(payload, payloadTypes.root, founding.rootKeys, platform);
  return { ...(await foundedBy(payload, platform)), root };
}

/** The conference that a payload of root 1 makes. */
export async function foundedBy(
  payload: Uint8Array,
  { cryptography }: Pick<Ports, 'cryptography'>,
): Promise<Omit<FoundedConference, 'root'>> {
  const hash = await cryptography.sha256(payload);
  return { conference: conferenceIdOf(hash), words: checkWords(hash, conferenceWordCount) };
}

/** The payload of root 1, to be signed by every root key. */
export function foundingPayload(founding: Founding<NamedKey>, text: Ports['text']): Uint8Array {
  const { rootKeys, publisherKeys } = founding;
  const payload: RootPayload = {
    v: 1,
    version: 1,
    title: founding.title,
    org: founding.organisation,
    issuedAt: momentOf(founding.issuedAt),
    expires: momentOf(founding.expires),
    keys: Object.fromEntries([...rootKeys, ...publisherKeys].map((key) => [key.keyid, publicPartOf(key)])),
    roles: {
      root: { keyids: rootKeys.map((key) => key.keyid), threshold: founding.threshold },
      publisher: { keyids: publisherKeys.map((key) => key.keyid), threshold: 1 },
    },
    headFloor: 1,
    resetAbove: null,
    revoked: [],
    ...(founding.mirrors === undefined ? {} : { mirrors: founding.mirrors.map((url) => ({ kind: 'https', url })) }),
    ...(founding.inbox === undefined ? {} : { inbox: [...founding.inbox] }),
  };
  return text.encode(JSON.stringify(payload));
}

function publicPartOf({ publicKey, label }: NamedKey): RootPayload['keys'][string] {
  return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey), label };
}
