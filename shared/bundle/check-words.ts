// A hash as a few plain words that people compare by eye: on the hall's screen, in the app's footer, on a card.

import { wordlist } from '@scure/bip39/wordlists/english.js';
import { assert, present } from '../assert';

/** Words that stand for a head (44 bits) and for a conference's first root (66 bits). */
export const headWordCount = 4;
export const conferenceWordCount = 6;

/**
 * The first `count` groups of 11 bits of `hash`, most significant first, each as a word of the BIP-39 English list
 * (2,048 words, no two alike in their first four letters), joined by single spaces.
 */
export function checkWords(hash: Uint8Array, count: number): string {
  assert(count * 11 <= hash.length * 8, 'a hash is longer than its words');
  const words: string[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of hash) {
    held = ((held << 8) | byte) & 0x7ffff;
    bits += 8;
    if (bits >= 11 && words.length < count) {
      bits -= 11;
      words.push(present(wordlist[(held >> bits) & 0x7ff], 'the list has 2,048 words'));
    }
  }
  return words.join(' ');
}
