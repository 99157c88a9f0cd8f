// Bytes of a text file to text: finds the encoding, and refuses what is no text at all.

import type { TextCodec } from '../ports';
import type { Result } from '../result';
import { fail, succeed } from '../result';
import type { PaperFailure } from './paper';

/**
 * The text of `bytes`: by byte-order mark, else UTF-16 when every other byte is mostly zero, else UTF-8 when valid,
 * else Windows-1252. A byte-order mark is not part of the text. Control characters that no text holds: `binary`.
 */
export function decodeText(bytes: Uint8Array, codec: TextCodec): Result<string, PaperFailure> {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return textOrBinary(codec.decode(bytes, wide));
  if (bytes.includes(0)) return fail({ kind: 'binary' });
  return textOrBinary(codec.decodeUtf8(bytes) ?? codec.decode(bytes, 'windows-1252'));
}

function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 8 || bytes.length % 2 === 1) return undefined;
  const sample = bytes.subarray(0, 4096);
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) zerosAtEven += 1;
    else zerosAtOdd += 1;
  }
  const half = sample.length / 2;
  if (zerosAtOdd > half * 0.7 && zerosAtEven < half * 0.02) return 'utf-16le';
  if (zerosAtEven > half * 0.7 && zerosAtOdd < half * 0.02) return 'utf-16be';
  return undefined;
}

/** Text may hold a stray control character; more than one in a hundred, or any NUL, is a program's or picture's bytes. */
function textOrBinary(decoded: string): Result<string, PaperFailure> {
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0) return fail({ kind: 'binary' });
    if ((unit < 32 && (unit < 9 || unit > 13)) || (unit >= 127 && unit < 160)) controls += 1;
  }
  return controls * 100 > text.length ? fail({ kind: 'binary' }) : succeed(text);
}
