// The text in a picture of a QR square (ISO/IEC 18004), such as an invitation on a credential card.

import { decodeQR } from 'qr/decode.js';

/** Pixels row by row, four bytes each: red, green, blue, opacity. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** A photograph may be askew or dim: the decoder may try for so long, in milliseconds. */
const patience = 1000;

/** The text of the square in `picture`; undefined when none can be read in it. */
export function readQr({ width, height, data }: Picture): string | undefined {
  try {
    return decodeQR({ width, height, data }, { timeLimit: patience });
  } catch (error) {
    // The decoder has no other way to say that it found nothing; what it throws has no shape to go by.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
