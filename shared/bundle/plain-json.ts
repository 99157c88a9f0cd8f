// A quick proof that a JSON text has none of the flaws that `parse-json-safely.ts` refuses. Most texts have none and are
// proven; for any other, the careful scan there finds out whether there is a flaw, and which.

import type { JsonLimits } from './limits';

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** So many digits are always a safe integer. */
const safeDigits = 15;
/** An object with more keys is left to the careful scan: here each new key is compared with all before it. */
const mostKeys = 64;

const hashesOfForbidden = new Set(['__proto__', 'constructor', 'prototype'].map(hashOf));

/**
 * Whether `source`, if it is JSON at all, keeps to `limits` and has no repeated or forbidden key, no lone surrogate and
 * no number but safe integers in digits. False means: not proven.
 */
// One pass. Keys are compared by hash, over all objects that are open: `keys` holds the hashes of their keys, and
// `firstKey[depth]` says where those of the innermost begin (-1 for an array). Equal keys without escapes have equal
// hashes; different keys with equal hashes are only not proven.
export function isPlainJson(source: string, limits: JsonLimits): boolean {
  if (source.includes('\\u')) return false;
  const firstKey = new Int32Array(limits.depth + 1).fill(-1);
  const members = new Int32Array(limits.depth + 1);
  const keys = new Int32Array(mostKeys * (limits.depth + 1));
  let keyCount = 0;
  let depth = 0;
  let isKeyNext = false;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === quote) {
      const start = at + 1;
      if (isKeyNext) {
        let hash = 0;
        for (at = start; source.charCodeAt(at) !== quote; at += 1) {
          const character = source.charCodeAt(at);
          if (character === backslash || at >= source.length) return false;
          hash = (Math.imul(hash, 31) + character) | 0;
        }
        const first = firstKey[depth] ?? 0;
        if (keyCount - first >= limits.keys || !isNewKey(hash, keys, first, keyCount)) return false;
        keys[keyCount] = hash;
        keyCount += 1;
        isKeyNext = false;
      } else {
        at = endOfText(source, start);
        if (at === -1) return false;
      }
      if (at - start > limits.stringLength) return false;
    } else if (code === comma) {
      isKeyNext = (firstKey[depth] ?? 0) >= 0;
      const count = (members[depth] ?? 0) + 1;
      members[depth] = count;
      if (count > limits.arrayLength) return false;
    } else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > limits.depth) return false;
      isKeyNext = code === openBrace;
      firstKey[depth] = isKeyNext ? keyCount : -1;
      members[depth] = 1;
    } else if (code === closeBrace || code === closeBracket) {
      if (depth === 0) return false;
      if (code === closeBrace) keyCount = firstKey[depth] ?? 0;
      depth -= 1;
      isKeyNext = false;
    } else if (code === minus || (code >= zero && code <= nine)) {
      const end = endOfDigits(source, at + 1);
      if (end === -1) return false;
      at = end - 1;
    }
  }
  return true;
}

/** The place of the quotation mark that ends the string which begins at `start`; -1 when none does. */
function endOfText(source: string, start: number): number {
  let end = source.indexOf('"', start);
  while (end !== -1 && source.charCodeAt(end - 1) === backslash) {
    let backslashes = 1;
    while (source.charCodeAt(end - 1 - backslashes) === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return end;
    end = source.indexOf('"', end + 1);
  }
  return end;
}

/** The place after the digits that go on at `start`; -1 when they are many, or something else belongs to the number. */
function endOfDigits(source: string, start: number): number {
  let end = start;
  let code = source.charCodeAt(end);
  while (code >= zero && code <= nine) {
    end += 1;
    code = source.charCodeAt(end);
  }
  const isFollowed = code === 0x2e || code === 0x65 || code === 0x45;
  return isFollowed || end - start >= safeDigits ? -1 : end;
}

function isNewKey(hash: number, keys: Int32Array, from: number, to: number): boolean {
  if (to - from >= mostKeys || hashesOfForbidden.has(hash)) return false;
  for (let at = from; at < to; at += 1) if (keys[at] === hash) return false;
  return true;
}

/** A 32-bit hash of a key's characters (the polynomial of 31). */
function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return hash;
}
