// Public keys that are refused when a root is read: WebCrypto verifies forged signatures under some of them.

import { toHex } from './hex';

/**
 * The y coordinates, as 32 little-endian bytes in hex without the sign bit, of the points whose order divides 8 on
 * edwards25519 (RFC 8032 section 5.1), and the two that only a non-canonical encoding reaches. Each with either sign
 * makes the 14 encodings.
 */
const lowOrderYs = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** Whether `publicKey` is 32 bytes, of large order and encoded as RFC 8032 section 5.1.2 has it (y below the prime). */
export function isUsablePublicKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  const y = Uint8Array.from(publicKey);
  y[31] = (y[31] ?? 0) & 0x7f;
  return !lowOrderYs.has(toHex(y)) && isBelowPrime(y);
}

// The prime is 2^255 - 19: only ed ff … ff 7f to ff ff … ff 7f are not below it.
function isBelowPrime(y: Uint8Array): boolean {
  if (y[31] !== 0x7f || (y[0] ?? 0) < 0xed) return true;
  return y.subarray(1, 31).some((byte) => byte !== 0xff);
}
