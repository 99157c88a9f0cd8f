// How the contract travels as text between `rostrum open` and its page: JSON, with bytes as `{"$bytes": "<base64>"}`.
// Electron needs none of this: its IPC clones bytes as they are.

import { fromBase64, toBase64 } from './base64';
import { fail, succeed, type Result } from './result';

/**
 * `value` as JSON text. Holds what JSON holds, and `Uint8Array`s. Keys that begin with `$` travel with one `$` more, so
 * that no text of a delegate can pass for bytes. Members that are undefined are left out.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(pack(value));
}

/**
 * What `toWire` was given. The reader checks it against the contract: like everything that JSON.parse answers, it is
 * `any`. Refused: text that is not JSON, and bytes that are not base64.
 */
export function fromWire(text: string): Result<ReturnType<typeof JSON.parse>, { readonly kind: 'not-wire' }> {
  try {
    return succeed(JSON.parse(text, unpack));
  } catch {
    return fail({ kind: 'not-wire' });
  }
}

const bytesKey = '$bytes';

function pack(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [bytesKey]: toBase64(value) };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.startsWith('$') ? `$${key}` : key, pack(member)]),
  );
}

/** A reviver for JSON.parse: called from the innermost value outwards. */
function unpack(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (!entries.some(([key]) => key.startsWith('$'))) return value;
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === bytesKey) return bytesOf(only[1]);
  return Object.fromEntries(entries.map(([key, member]) => [key.startsWith('$$') ? key.slice(1) : key, member]));
}

function bytesOf(base64: unknown): Uint8Array {
  const bytes = typeof base64 === 'string' ? fromBase64(base64) : undefined;
  if (bytes === undefined) throw new SyntaxError('bytes that are not base64');
  return bytes;
}
