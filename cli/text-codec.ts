// Node's text encodings as the port that readers and bundles need.

import type { TextCodec } from '../shared/ports';

const encoder = new TextEncoder();

export const textCodec: TextCodec = {
  encode: (text) => encoder.encode(text),
  decodeUtf8: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
  decode: (bytes, encoding) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
};
