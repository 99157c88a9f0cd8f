// X25519 as age reaches it: the platform's WebCrypto.

import { toHex } from '../../shared/bundle/hex';

type Case = {
  readonly tcId: number;
  readonly public: string;
  readonly private: string;
  readonly shared: string;
  readonly result: 'valid' | 'acceptable' | 'invalid';
};

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));

/**
 * The cases that come out otherwise than Wycheproof says. What it calls acceptable may be computed, as it says, or
 * refused; a shared secret of zeros, which every point of low order makes, has to be refused.
 */
export async function platformX25519(
  groups: readonly { readonly tests: readonly Case[] }[],
): Promise<{ readonly wrong: readonly number[]; readonly count: number }> {
  const wrong: number[] = [];
  let count = 0;
  for (const one of groups.flatMap(({ tests }) => tests)) {
    count += 1;
    const secret = await sharedSecret(one);
    const isZero = /^0*$/.test(one.shared);
    const mayRefuse = one.result !== 'valid' && secret === undefined;
    if (!mayRefuse && (secret !== one.shared || isZero)) wrong.push(one.tcId);
  }
  return { wrong, count };
}

/** Hex; undefined when the platform refuses. */
async function sharedSecret(one: Case): Promise<string | undefined> {
  const { subtle } = globalThis.crypto;
  // PKCS #8 of RFC 8410: a fixed beginning, then the 32 bytes of the scalar.
  const pkcs8 = bytesOf(`302e020100300506032b656e04220420${one.private}`);
  const key = await subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  try {
    const peer = await subtle.importKey('raw', bytesOf(one.public), 'X25519', false, []);
    return toHex(new Uint8Array(await subtle.deriveBits({ name: 'X25519', public: peer }, key, 256)));
  } catch {
    return undefined;
  }
}
