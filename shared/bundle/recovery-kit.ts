// The recovery kit: what a delegate who has lost every device needs to read their private notes again, as one age file
// under six words. The words are made, never chosen: 66 bits that nobody can guess from knowing the person.

import { wordlist } from '@scure/bip39/wordlists/english.js';
import * as v from 'valibot';
import { assert } from '../assert';
import type { TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import { checkWords } from './check-words';
import { parseJsonSafely } from './parse-json-safely';
import { ageIdentityPattern, decryptUnder, encryptUnder, fromArmor, toArmor } from './self-age';

export const recoveryWordCount = 6;

const kitSchema = v.object({
  v: v.literal(1),
  /** The identity key that signs the list of own devices: PKCS #8 as base64url. */
  identityKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{64}$/)),
  /** What reads everything that was encrypted to the kit. */
  recoveryKey: v.pipe(v.string(), v.regex(ageIdentityPattern)),
});

export type RecoveryKeys = Readonly<Omit<v.InferOutput<typeof kitSchema>, 'v'>>;

/** Six words from 9 random bytes, of which the first 66 bits count. */
export function recoveryWords(randomBytes: Uint8Array): string {
  assert(randomBytes.length === 9, 'six words take nine bytes');
  return checkWords(randomBytes, recoveryWordCount);
}

/** The kit's file as text. Takes a second or two of full work: to be called in a worker. */
export async function sealRecoveryKit(keys: RecoveryKeys, words: string, text: TextCodec): Promise<string> {
  const { identityKey, recoveryKey } = keys;
  const plain = text.encode(JSON.stringify({ v: 1, identityKey, recoveryKey }));
  return toArmor(await encryptUnder(words, plain));
}

export type RecoveryFailure =
  | { readonly kind: 'not-a-kit' }
  /** Fewer or more than six words. */
  | { readonly kind: 'not-six-words'; readonly found: number }
  /** Not a word of the list: misspelt, or misread. */
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'wrong-words' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer-format'; readonly major: number };

/**
 * Opens a kit with the words as somebody typed them: in any case, with any space between, or only the first four
 * letters of each, which tell all words of the list apart. Takes seconds when the words are possible ones: for a worker.
 */
export async function openRecoveryKit(
  written: string,
  typed: string,
  text: TextCodec,
): Promise<Result<RecoveryKeys, RecoveryFailure>> {
  const words = readWords(typed);
  if (!words.ok) return words;
  const file = fromArmor(written.trim());
  if (file === undefined) return fail({ kind: 'not-a-kit' });
  const plain = await decryptUnder(words.value, file);
  if (!plain.ok) return fail({ kind: plain.error.kind === 'no-key' ? 'wrong-words' : 'damaged' });
  const json = parseJsonSafely(plain.value, text);
  if (!json.ok) return fail({ kind: 'not-a-kit' });
  const major = v.safeParse(v.object({ v: v.number() }), json.value);
  if (major.success && major.output.v > 1) return fail({ kind: 'newer-format', major: major.output.v });
  const shape = v.safeParse(kitSchema, json.value);
  if (!shape.success) return fail({ kind: 'not-a-kit' });
  const { identityKey, recoveryKey } = shape.output;
  return succeed({ identityKey, recoveryKey });
}

function readWords(typed: string): Result<string, RecoveryFailure> {
  const given = typed.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (given.length !== recoveryWordCount) return fail({ kind: 'not-six-words', found: given.length });
  const words: string[] = [];
  for (const word of given) {
    const full = wordlist.find((one) => one === word || (word.length === 4 && one.startsWith(word)));
    if (full === undefined) return fail({ kind: 'unknown-word', word });
    words.push(full);
  }
  return succeed(words.join(' '));
}
