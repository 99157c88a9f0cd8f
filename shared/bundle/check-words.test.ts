import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { conferenceId } from '../ids';
import { checkWords } from './check-words';
import { conferenceIdOf, conferenceIdPattern, parseConferenceId } from './conference-id';

const counting = Uint8Array.from({ length: 32 }, (_, at) => at);

describe('check words', () => {
  it('come from a list of 2,048 words that differ in their first four letters', () => {
    expect(wordlist).toHaveLength(2048);
    expect(new Set(wordlist.map((word) => word.slice(0, 4))).size).toBe(2048);
  });

  it('are 11 bits each, most significant first', () => {
    expect(checkWords(new Uint8Array(32), 4)).toBe('abandon abandon abandon abandon');
    expect(checkWords(new Uint8Array(32).fill(255), 6)).toBe('zoo zoo zoo zoo zoo zoo');
    const bits = [...counting].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const expected = [0, 1, 2, 3].map((at) => wordlist[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)]);
    expect(checkWords(counting, 4)).toBe(expected.join(' '));
  });

  it('change with any of the first 44 bits', () => {
    const words = new Set([checkWords(counting, 4)]);
    for (let bit = 0; bit < 44; bit += 1) {
      const other = counting.with(bit >> 3, (counting[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7)));
      words.add(checkWords(other, 4));
    }
    expect(words.size).toBe(45);
  });
});

describe('a conference id', () => {
  it('is c and the base32 of the first 130 bits', () => {
    // The beginning of RFC 4648's base32 of the bytes 0, 1, 2 …, in lower case.
    expect(conferenceIdOf(counting)).toBe(`caaaqeayeaudaocajbifqydiob4`);
    expect(conferenceIdOf(counting)).toMatch(conferenceIdPattern);
  });

  it('is recognised however it is typed', () => {
    const id = conferenceId('caaaqeayeaudaocajbifqydiob4');
    expect(parseConferenceId(' CAAAQ EAYEA-UDAOC AJBIF-QYDIOB4 ')).toBe(id);
    expect(parseConferenceId('caaaqeayeaudaocajbifqydiob')).toBeUndefined();
    expect(parseConferenceId('caaaqeayeaudaocajbifqydiob1')).toBeUndefined();
  });
});
