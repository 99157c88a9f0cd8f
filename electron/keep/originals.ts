// Papers as the delegate brought them in, under the SHA-256 of their bytes, with the name they came by.

import { join } from 'node:path';
import type { KeepFailure, OpenedFile } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { makeFolder, readWhole, writeWhole } from './files';
import { parseJson } from './parse-json';
import { sha256Of } from './sha256';

/** A paper above this is refused: house limit for one file. */
export const originalLimit = 32 * 1024 * 1024;

/** Keeps `bytes` as `<sha256>` with `<sha256>.json` beside it. The same bytes again keep their first name. */
export async function keepOriginal(
  storeFolder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly sha256: string }, KeepFailure>> {
  if (bytes.length > originalLimit) return fail({ kind: 'too-large', limit: originalLimit });
  const folder = join(storeFolder, 'originals');
  const sha256 = sha256Of(bytes);
  const known = await readOriginal(storeFolder, sha256);
  if (known.ok) return succeed({ sha256 });
  const made = await makeFolder(folder);
  if (!made.ok) return made;
  const written = await writeWhole(join(folder, sha256), bytes);
  if (!written.ok) return written;
  const named = await writeWhole(join(folder, `${sha256}.json`), Buffer.from(`${JSON.stringify({ v: 1, name })}\n`));
  return named.ok ? succeed({ sha256 }) : named;
}

/** The paper kept under `sha256`; `not-kept` when there is none, or when its bytes are not what they were. */
export async function readOriginal(storeFolder: string, sha256: string): Promise<Result<OpenedFile, KeepFailure>> {
  const bytes = await readWhole(join(storeFolder, 'originals', sha256));
  if (!bytes.ok || sha256Of(bytes.value) !== sha256) return fail({ kind: 'not-kept' });
  const note = await readWhole(join(storeFolder, 'originals', `${sha256}.json`));
  const parsed = note.ok ? parseJson(note.value.toString('utf8')) : undefined;
  const hasName = typeof parsed === 'object' && parsed !== null && 'name' in parsed;
  const name = hasName && typeof parsed.name === 'string' ? parsed.name : sha256;
  return succeed({ name, bytes: new Uint8Array(bytes.value) });
}
