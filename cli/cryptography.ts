// Node's cryptography and gzip as the ports that bundles need.

import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Compression, Cryptography } from '../shared/ports';
import { webCryptography } from '../shared/bundle/web-cryptography';

export const cryptography: Cryptography = {
  ...webCryptography(globalThis.crypto.subtle),
  // At once: WebCrypto copies the bytes and waits for another thread, which for a chunk costs more than the hash.
  sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
};

export const compression: Compression = {
  gunzip: async (bytes, limit) => inflate(bytes, limit),
  /** At level 9: what an office stores once, delegates fetch a thousand times. */
  gzip: async (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
};

/** The least that zlib takes for a piece of its output; a byte to spare, lest it takes a second piece to see the end. */
const leastPiece = 64;
const toSpare = 1;

/** In one piece: zlib stops at `limit` by itself, at a quarter of what the same work costs through a stream. */
function inflate(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  const room = Math.max(limit, 1);
  let inflated: Uint8Array;
  try {
    inflated = gunzipSync(bytes, { maxOutputLength: room, chunkSize: Math.max(room + toSpare, leastPiece) });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
  return inflated.length <= limit && inflated.length === statedLength(bytes) ? inflated : undefined;
}

/**
 * The inflated length that the end of a gzip member states (RFC 1952, ISIZE). When it is another, more than one member
 * was inflated, or something follows it: Chromium refuses those, so they are refused here.
 */
function statedLength(bytes: Uint8Array): number | undefined {
  if (bytes.length < 4) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 4, true);
}
