// Files that are whole or not there: written beside their place, synced, and moved in. Only the owner may read them.

import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, succeed, type Result } from '../../shared/result';
import { isMissing, systemCodeOf, writeFailureOf, type WriteFailure } from './failures';

/** Rights of everything kept: the owner reads and writes, nobody else (POSIX; Windows goes by the user's folder). */
export const fileMode = 0o600;
export const folderMode = 0o700;

/** Makes `folder` and the folders above it that are missing, with the rights `mode`: the owner's alone unless told. */
export async function makeFolder(folder: string, mode = folderMode): Promise<Result<undefined, WriteFailure>> {
  try {
    await mkdir(folder, { recursive: true, mode });
    return succeed(undefined);
  } catch (error) {
    return fail(writeFailureOf(error));
  }
}

export type ReadFailure = { readonly kind: 'missing' } | { readonly kind: 'unreadable' };

/** The whole file. A file that is there but cannot be read is not missing: nobody may put another in its place. */
export async function readWhole(path: string): Promise<Result<Buffer, ReadFailure>> {
  try {
    return succeed(await readFile(path));
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
    return fail({ kind: isMissing(error) ? 'missing' : 'unreadable' });
  }
}

/**
 * Puts `bytes` at `path`, whole and on disk, or leaves what was there: temporary file, fsync, rename, fsync of the
 * folder. The folder must exist. The rights are `mode`: the owner's alone unless told.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  mode = fileMode,
): Promise<Result<undefined, WriteFailure>> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(temporary, path);
    await syncFolder(dirname(path));
    return succeed(undefined);
  } catch (error) {
    await rm(temporary, { force: true }).catch(writeFailureOf);
    return fail(writeFailureOf(error));
  }
}

/** Makes the names in `folder` as durable as the files: POSIX keeps them apart. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// A virus scanner on Windows may hold a file that was just written; it lets go within moments.
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = systemCodeOf(error);
      const mayPass = process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY' || code === 'EACCES');
      if (!mayPass || attempt === 6) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 50));
    }
  }
}
