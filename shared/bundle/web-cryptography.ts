// SHA-256 and Ed25519 through WebCrypto, which Chromium, Electron and Node 20 have alike and agree on bit by bit. It is
// passed in, so this stays pure code, and every process runs the same.

import { assert } from '../assert';
import type { Cryptography } from '../ports';

type Bytes = Uint8Array<ArrayBuffer>;
type Usages = ('sign' | 'verify')[];

type KeyPair<Key> = { readonly publicKey: Key; readonly privateKey: Key };

/** As much of `crypto.subtle` as is needed; `Key` is the platform's type for keys. */
export type WebCrypto<Key extends object> = {
  digest(algorithm: 'SHA-256', bytes: Bytes): Promise<ArrayBuffer>;
  importKey(
    format: 'raw' | 'pkcs8',
    bytes: Bytes,
    algorithm: 'Ed25519',
    mayLeave: boolean,
    usages: Usages,
  ): Promise<Key>;
  exportKey(format: 'raw' | 'pkcs8', key: Key): Promise<ArrayBuffer>;
  generateKey(algorithm: 'Ed25519', mayLeave: boolean, usages: Usages): Promise<KeyPair<Key> | Key>;
  sign(algorithm: 'Ed25519', key: Key, message: Bytes): Promise<ArrayBuffer>;
  verify(algorithm: 'Ed25519', key: Key, signature: Bytes, message: Bytes): Promise<boolean>;
};

/** The port over a platform's `crypto.subtle`. A public key that the platform refuses verifies nothing. */
export function webCryptography<Key extends object>(subtle: WebCrypto<Key>): Cryptography {
  return {
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', owned(bytes))),
    verifyEd25519: async (publicKey, signature, message) => {
      const key = await importPublicKey(subtle, publicKey);
      return key !== undefined && subtle.verify('Ed25519', key, owned(signature), owned(message));
    },
    signEd25519: async (privateKey, message) => {
      const key = await subtle.importKey('pkcs8', owned(privateKey), 'Ed25519', false, ['sign']);
      return new Uint8Array(await subtle.sign('Ed25519', key, owned(message)));
    },
    generateEd25519: async () => {
      const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
      assert('privateKey' in pair, 'Ed25519 keys come in pairs');
      return {
        publicKey: new Uint8Array(await subtle.exportKey('raw', pair.publicKey)),
        privateKey: new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey)),
      };
    },
  };
}

async function importPublicKey<Key extends object>(
  subtle: WebCrypto<Key>,
  publicKey: Uint8Array,
): Promise<Key | undefined> {
  try {
    return await subtle.importKey('raw', owned(publicKey), 'Ed25519', false, ['verify']);
  } catch {
    // What is refused here is the key itself: not 32 bytes, or no point of the curve.
    return undefined;
  }
}

/** WebCrypto takes no shared memory; bytes that are not shared pass as they are. */
function owned(bytes: Uint8Array): Bytes {
  return isOwned(bytes) ? bytes : Uint8Array.from(bytes);
}

function isOwned(bytes: Uint8Array): bytes is Bytes {
  return bytes.buffer instanceof ArrayBuffer;
}
