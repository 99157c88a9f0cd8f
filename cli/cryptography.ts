// Node's WebCrypto and gzip as the ports that bundles need.

import { gzipSync } from 'node:zlib';
import { webCompression } from '../shared/bundle/web-compression';
import { webCryptography } from '../shared/bundle/web-cryptography';

export const cryptography = webCryptography(globalThis.crypto.subtle);

/** Gzip at level 9: what an office stores once, delegates fetch a thousand times. */
export const compression = webCompression(
  () => new DecompressionStream('gzip'),
  async (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
);
