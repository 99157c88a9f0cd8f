import { describe, expect, it } from 'vitest';
import { textCodec } from '../../cli/text-codec';
import { decodeText } from './decode-text';

const words = 'Conference’s café – “notes”';
const utf8 = new TextEncoder().encode(words);

function utf16(text: string, isLittleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (character) => character.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => (isLittleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe('the text of a file', () => {
  const readable: readonly (readonly [string, Uint8Array, string])[] = [
    ['UTF-8 is read', utf8, words],
    ['a byte-order mark is no part of the text', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), words],
    ['UTF-16 LE with its mark is read', utf16(words, true, true), words],
    ['UTF-16 BE with its mark is read', utf16(words, false, true), words],
    [
      'UTF-16 LE without a mark is known by its zeros',
      utf16('Conference notes that pay is low', true, false),
      'Conference notes that pay is low',
    ],
    [
      'UTF-16 BE without a mark is known by its zeros',
      utf16('Conference notes that pay is low', false, false),
      'Conference notes that pay is low',
    ],
    [
      'what is not UTF-8 is Windows-1252',
      Uint8Array.from([0x93, 0x6e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0xe9]),
      '“no” – é',
    ],
    ['a damaged character is kept', new TextEncoder().encode('women\uFFFDs'), 'women\uFFFDs'],
    [
      'a form feed and a stray control character are text still',
      new TextEncoder().encode(`\f${'word '.repeat(40)}\u0007`),
      `\f${'word '.repeat(40)}\u0007`,
    ],
  ];
  it.each(readable)('%s', (_, bytes, expected) => {
    expect(decodeText(bytes, textCodec)).toEqual({ ok: true, value: expected });
  });

  const refused: readonly (readonly [string, readonly number[]])[] = [
    ['a picture renamed .txt is binary', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48]],
    ['bytes with NULs are binary', [0x43, 0x6f, 0x6e, 0x66, 0, 0x65, 0x72]],
    ['control characters in number are binary', Array.from({ length: 64 }, (_, index) => (index % 8 === 0 ? 1 : 65))],
  ];
  it.each(refused)('%s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes), textCodec)).toEqual({ ok: false, error: { kind: 'binary' } });
  });
});
