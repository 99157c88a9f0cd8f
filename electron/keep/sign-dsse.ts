// Signatures of DSSE envelopes (v1.0.2) with Ed25519 keys that never leave the doorkeeper.

import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

/** The types that are signed here (FORMAT.md): nothing else can be made to pass for one of them. */
export type SignedType = 'application/vnd.rostrum.device-head+json;v=1' | 'application/vnd.rostrum.enrol+json;v=1';

/** The signature (64 bytes) of DSSE's encoding of `payload` under `type`. `secret`: PKCS #8. */
export function signDsse(secret: Uint8Array, type: SignedType, payload: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const front = `DSSEv1 ${type.length} ${type} ${payload.length} `;
  return new Uint8Array(sign(null, Buffer.concat([Buffer.from(front), payload]), key));
}

/** The public half of a PKCS #8 key: 32 bytes as base64url. Throws for what is no Ed25519 key. */
export function publicHalf(secret: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'jwk' }).x ?? '';
}
