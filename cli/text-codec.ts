// The port `TextCodec` on Node: its own TextEncoder and TextDecoder.

import { TextDecoder, TextEncoder } from 'node:util';
import type { TextCodec } from '../shared/ports';

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
  decode: (bytes, encoding) => {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replaceAll(/[\u0080-\u009F]/g, windowsCharacter) : text;
  },
};

/** The characters of Windows-1252 from 0x80 to 0x9F, a space where it has none. */
const windowsCharacters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some releases of Node 20 decode Windows-1252 as ISO 8859-1, which has control characters there. */
function windowsCharacter(control: string): string {
  const character = windowsCharacters.charAt(control.charCodeAt(0) - 0x80);
  return character === ' ' ? control : character;
}
