// The real algorithms (SHA-256, Ed25519, gzip) by Node's synchronous functions: nothing is ever under way between two
// turns of the event loop, so that a scheduler decides alone what happens next.

import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { textCodec as text } from '../../cli/text-codec';
import type { Platform } from '../../shared/bundle/verification';

export function syncPlatform(): Platform {
  const keys = new Map<string, KeyObject>();
  const cached = (name: string, make: () => KeyObject): KeyObject => {
    const known = keys.get(name) ?? make();
    keys.set(name, known);
    return known;
  };
  // The same head is read many times in one history; what it is worth does not change.
  const verdicts = new Map<string, boolean>();
  return {
    text,
    cryptography: {
      sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
      verifyEd25519: async (publicKey, signature, message) => {
        const x = Buffer.from(publicKey).toString('base64url');
        const key = cached(x, () => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
        const question = Buffer.concat([publicKey, signature, message]).toString('latin1');
        const verdict = verdicts.get(question) ?? verify(null, message, key, signature);
        if (verdicts.size > 500) verdicts.clear();
        verdicts.set(question, verdict);
        return verdict;
      },
      signEd25519: async (privateKey, message) => {
        const der = Buffer.from(privateKey);
        const key = cached(der.toString('hex'), () => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
        return new Uint8Array(sign(null, message, key));
      },
      generateEd25519: async () => {
        throw new Error('Keys of these tests are made before they begin');
      },
    },
    compression: {
      gzip: async (bytes) => new Uint8Array(gzipSync(bytes, { level: 1 })),
      gunzip: async (bytes, limit) => {
        try {
          return new Uint8Array(gunzipSync(bytes, { maxOutputLength: limit }));
        } catch {
          return undefined;
        }
      },
    },
  };
}
