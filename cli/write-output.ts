// Writes a finished file where the command line was told to, whole or not at all.

import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { fail, succeed } from '../shared/result';
import type { Result } from '../shared/result';

export type OutputFailure = { readonly kind: 'not-written'; readonly why: string };

/** Writes `bytes` beside `path` and puts them in its place, so that a full disk leaves what was there. */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<Result<undefined, OutputFailure>> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
    return succeed(undefined);
  } catch (error) {
    await rm(part, { force: true });
    return fail({ kind: 'not-written', why: whyNot(error) });
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'its folder is not there';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'this folder may not be written to';
    case 'EISDIR':
      return 'there is a folder of that name';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      throw error;
  }
}
