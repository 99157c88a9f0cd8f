// Signed bytes: DSSE v1.0.2 envelopes with Ed25519. The payload is signed as the bytes it is, with its type, so nothing
// needs a canonical form and no signed thing can pass for one of another type.

import * as v from 'valibot';
import { fromBase64, toBase64 } from '../base64';
import type { Cryptography, TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure, BundlePart } from './bundle-failure';
import { signaturesLimit } from './limits';
import { parseJsonSafely } from './parse-json-safely';

export const payloadTypes = {
  root: 'application/vnd.rostrum.root+json;v=1',
  head: 'application/vnd.rostrum.head+json;v=1',
  deviceHead: 'application/vnd.rostrum.device-head+json;v=1',
  enrol: 'application/vnd.rostrum.enrol+json;v=1',
} as const;

export type PayloadType = (typeof payloadTypes)[keyof typeof payloadTypes];

const envelopeSchema = v.object({
  payloadType: v.string(),
  payload: v.string(),
  signatures: v.pipe(v.array(v.object({ keyid: v.optional(v.string(), ''), sig: v.string() })), v.minLength(1)),
});

export type Signature = { readonly keyid: string; readonly sig: Uint8Array };

/** An envelope that was taken apart; nothing about it is verified yet. */
export type Envelope = {
  readonly payloadType: PayloadType;
  /** The exact bytes that were signed. */
  readonly payload: Uint8Array;
  readonly signatures: readonly Signature[];
};

/** What to read: the bytes, which part of a bundle they are, the one type it may have, and the largest it may be. */
export type EnvelopeReading = {
  readonly bytes: Uint8Array;
  readonly part: BundlePart;
  readonly payloadType: PayloadType;
  readonly limit: number;
};

/** Takes an envelope apart. S01 when it is none, is larger than `limit`, or holds another type of payload. */
export function readEnvelope(
  { bytes, part, payloadType, limit }: EnvelopeReading,
  text: TextCodec,
): Result<Envelope, BundleFailure> {
  const refusal = fail<BundleFailure>({ kind: 'not-a-bundle', code: 'S01', part });
  if (bytes.length > limit) return refusal;
  const json = parseJsonSafely(bytes, text);
  if (!json.ok) return refusal;
  const shape = v.safeParse(envelopeSchema, json.value);
  if (!shape.success || shape.output.payloadType !== payloadType) return refusal;
  if (shape.output.signatures.length > signaturesLimit) return refusal;
  const payload = fromBase64(shape.output.payload);
  if (payload === undefined) return refusal;
  const signatures: Signature[] = [];
  for (const { keyid, sig } of shape.output.signatures) {
    const signature = fromBase64(sig);
    if (signature?.length !== 64) return refusal;
    signatures.push({ keyid, sig: signature });
  }
  return succeed({ payloadType, payload, signatures });
}

/** A key that may sign: its private half (PKCS #8) and the id it is looked up by. */
export type SigningKey = { readonly keyid: string; readonly privateKey: Uint8Array };

/** The bytes of an envelope around `payload`, signed with each of `keys` in turn. */
export async function sealEnvelope(
  payload: Uint8Array,
  payloadType: PayloadType,
  keys: readonly SigningKey[],
  { cryptography, text }: { readonly cryptography: Cryptography; readonly text: TextCodec },
): Promise<Uint8Array> {
  const message = preAuthenticationEncoding(payloadType, payload, text);
  const signatures = await Promise.all(
    keys.map(async ({ keyid, privateKey }) => ({
      keyid,
      sig: await cryptography.signEd25519(privateKey, message),
    })),
  );
  return writeEnvelope({ payloadType, payload, signatures }, text);
}

/** The bytes of an envelope whose signatures were made elsewhere. */
export function writeEnvelope({ payloadType, payload, signatures }: Envelope, text: TextCodec): Uint8Array {
  const written = signatures.map(({ keyid, sig }) => ({ keyid, sig: toBase64(sig) }));
  return text.encode(JSON.stringify({ payloadType, payload: toBase64(payload), signatures: written }));
}

/** DSSE's PAE(type, body): `DSSEv1 LEN(type) type LEN(body) body`, lengths in bytes as ASCII decimals. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array, text: TextCodec): Uint8Array {
  const type = text.encode(payloadType);
  const front = text.encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const message = new Uint8Array(front.length + payload.length);
  message.set(front);
  message.set(payload, front.length);
  return message;
}
