// The page's WebCrypto and gzip as the ports that bundles need.

import { present } from '../../shared/assert';
import { pump, webCompression } from '../../shared/bundle/web-compression';
import { webCryptography } from '../../shared/bundle/web-cryptography';

export const cryptography = webCryptography(globalThis.crypto.subtle);

export const compression = webCompression(
  () => new DecompressionStream('gzip'),
  async (bytes) =>
    present(await pump(new CompressionStream('gzip'), bytes, Number.POSITIVE_INFINITY), 'anything can be deflated'),
);
