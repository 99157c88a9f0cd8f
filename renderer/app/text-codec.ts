// The port `TextCodec` in the renderer: the browser's TextEncoder and TextDecoder.

import type { TextCodec } from '../../shared/ports';

export const textCodec: TextCodec = {
  encode: (text) => new TextEncoder().encode(text),
  decodeUtf8: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  },
  decode: (bytes, encoding) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
};
