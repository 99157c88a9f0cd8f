// The port `TextCodec` in the renderer: the browser's TextEncoder and TextDecoder.

import type { TextCodec } from '../../shared/ports';

/** Made once: making one costs more than reading a page with it. Decoding whole texts leaves nothing behind in it. */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const textCodec: TextCodec = {
  encode: (text) => new TextEncoder().encode(text),
  decodeUtf8: (bytes) => {
    try {
      return strictUtf8.decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  },
  decode: (bytes, encoding) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
};
