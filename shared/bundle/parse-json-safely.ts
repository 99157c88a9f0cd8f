// JSON from outside: a text that is too deep, repeats a key, or says something two programs could read differently is
// refused whole. `JSON.parse` does the grammar; what it would silently accept or choke on is found before: a quick proof
// that there is nothing of the kind, and where it does not succeed, a careful scan.

import { assert } from '../assert';
import type { JsonValue } from '../json';
import type { TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import { jsonLimits, type JsonLimits } from './limits';
import { isPlainJson } from './plain-json';

export type JsonFailure =
  | { readonly kind: 'too-many-bytes'; readonly limit: number }
  | { readonly kind: 'not-utf-8' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'forbidden-key'; readonly key: string }
  | { readonly kind: 'repeated-key'; readonly key: string }
  | { readonly kind: 'broken-character' }
  | { readonly kind: 'unsafe-number' };

/** Keys that reach an object's prototype in careless code. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

type Codec = Pick<TextCodec, 'decodeUtf8'>;

/**
 * The value of a JSON text (RFC 8259) in strict UTF-8 without a byte-order mark. Refused besides what is not JSON:
 * nesting, strings, arrays or objects beyond `limits`, repeated or forbidden keys, lone surrogates, and numbers that
 * are not safe integers written in digits alone.
 */
export function parseJsonSafely(
  bytes: Uint8Array,
  text: Codec,
  limits: JsonLimits = jsonLimits,
): Result<JsonValue, JsonFailure> {
  if (bytes.length > limits.bytes) return fail({ kind: 'too-many-bytes', limit: limits.bytes });
  const source = text.decodeUtf8(bytes);
  if (source === undefined) return fail({ kind: 'not-utf-8' });
  const flaw = isPlainJson(source, limits) ? undefined : findFlaw(source, limits);
  if (flaw !== undefined) return fail(flaw);
  try {
    return succeed(JSON.parse(source));
  } catch (error) {
    assert(error instanceof SyntaxError, 'a text within the limits either parses or is not JSON');
    return fail({ kind: 'not-json' });
  }
}

/** An array or object that is open at the scanner's place; `keys` only in an object. */
type Frame = { readonly keys: Set<string> | undefined; members: number };

/** The first flaw of a text; undefined when it has none, or is no JSON in a way that `JSON.parse` notices. */
// The scan knows only as much grammar as it needs: strings, brackets, numbers, and that the string before a colon is a
// key. On a text that is no JSON it may notice nothing; JSON.parse will.
export function findFlaw(source: string, limits: JsonLimits): JsonFailure | undefined {
  const open: Frame[] = [];
  let lastString = '';
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    const frame = open.at(-1);
    if (character === '"') {
      const end = endOfString(source, at);
      if (end === undefined) return { kind: 'not-json' };
      lastString = source.slice(at, end);
      const flaw = findStringFlaw(lastString, limits);
      if (flaw !== undefined) return flaw;
      at = end - 1;
    } else if (character === ':') {
      const flaw = takeKey(frame, lastString, limits);
      if (flaw !== undefined) return flaw;
    } else if (character === '{' || character === '[') {
      open.push({ keys: character === '{' ? new Set() : undefined, members: 1 });
      if (open.length > limits.depth) return { kind: 'too-deep' };
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === ',' && frame !== undefined) {
      frame.members += 1;
      if (frame.members > limits.arrayLength && frame.keys === undefined) return { kind: 'too-long' };
    } else if (character === '-' || isDigit(character)) {
      const end = endOfNumber(source, at);
      if (!isSafeIntegerText(source.slice(at, end))) return { kind: 'unsafe-number' };
      at = end - 1;
    }
  }
  return undefined;
}

function takeKey(frame: Frame | undefined, quoted: string, limits: JsonLimits): JsonFailure | undefined {
  if (frame?.keys === undefined) return { kind: 'not-json' };
  const key = unquote(quoted);
  if (key === undefined) return { kind: 'not-json' };
  if (forbiddenKeys.has(key)) return { kind: 'forbidden-key', key };
  if (frame.keys.has(key)) return { kind: 'repeated-key', key };
  frame.keys.add(key);
  return frame.keys.size > limits.keys ? { kind: 'too-long' } : undefined;
}

function findStringFlaw(quoted: string, limits: JsonLimits): JsonFailure | undefined {
  if (quoted.length - 2 > limits.stringLength) return { kind: 'too-long' };
  // Strict UTF-8 holds no lone surrogate, so only an escape can write one.
  if (!quoted.includes('\\u')) return undefined;
  const value = unquote(quoted);
  if (value === undefined) return { kind: 'not-json' };
  return value.isWellFormed() ? undefined : { kind: 'broken-character' };
}

/** The place after the closing quotation mark of the string that opens at `start`. */
function endOfString(source: string, start: number): number | undefined {
  let close = source.indexOf('"', start + 1);
  while (close !== -1) {
    let backslashes = 0;
    while (source[close - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return close + 1;
    close = source.indexOf('"', close + 1);
  }
  return undefined;
}

function endOfNumber(source: string, start: number): number {
  let end = start + 1;
  while (isNumberPart(source[end])) end += 1;
  return end;
}

/** Digits alone: what needs a point or an exponent is read differently by different programs. */
function isSafeIntegerText(number: string): boolean {
  return /^-?\d+$/.test(number) && Number.isSafeInteger(Number(number));
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function isNumberPart(character: string | undefined): boolean {
  return isDigit(character) || (character !== undefined && '+-.eE'.includes(character));
}

function unquote(quoted: string): string | undefined {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
