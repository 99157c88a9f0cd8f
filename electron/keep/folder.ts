// The data folder: its id, made once, and the right to write in it, held by one process at a time.

import { join } from 'node:path';
import { fail, succeed, type Result } from '../../shared/result';
import type { WriteFailure } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';
import { lockFolder, type FolderLock } from './folder-lock';
import { parseJson } from './parse-json';

export type DataFolder = {
  readonly path: string;
  /** Kept in the folder; only in memory as long as the folder cannot be written. */
  readonly folderId: string;
  /** To be asked before each write: holds the lock, or tries again to get it. */
  readonly ensureWritable: () => Promise<Result<undefined, WriteFailure>>;
  readonly close: () => Promise<void>;
};

/**
 * Opens the data folder, making it when it is not there. `folder-in-use` when another process holds it. A folder that
 * cannot be written (disk full, read-only) still opens, because what is in it can be read.
 */
export async function openFolder(path: string, newId: () => string): Promise<Result<DataFolder, WriteFailure>> {
  const known = await readFolderId(path);
  const folderId = known ?? newId();
  let lock: FolderLock | undefined;
  let isIdKept = known !== undefined;

  const ensureWritable = async (): Promise<Result<undefined, WriteFailure>> => {
    if (lock === undefined) {
      const locked = await lockFolder(path);
      if (!locked.ok) return locked;
      lock = locked.value;
    }
    if (isIdKept) return succeed(undefined);
    const written = await writeFolderId(path, folderId);
    isIdKept = written.ok;
    return written;
  };

  const opened = await ensureWritable();
  if (!opened.ok && opened.error.kind === 'folder-in-use') return opened;
  return succeed({
    path,
    folderId,
    ensureWritable: oneAtATime(ensureWritable),
    close: async () => lock?.release(),
  });
}

/** Calls that come while one is under way get its answer: two must not ask for the same lock. */
function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return async () => {
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

const fileName = 'folder.json';

async function readFolderId(path: string): Promise<string | undefined> {
  const file = await readWhole(join(path, fileName));
  if (!file.ok) return undefined;
  // When the file is damaged, a new id only makes the working copy be built again from the journal.
  const parsed = parseJson(file.value.toString('utf8'));
  if (typeof parsed !== 'object' || parsed === null || !('folderId' in parsed)) return undefined;
  return typeof parsed.folderId === 'string' && parsed.folderId !== '' ? parsed.folderId : undefined;
}

async function writeFolderId(path: string, folderId: string): Promise<Result<undefined, WriteFailure>> {
  const made = await makeFolder(path);
  return made.ok
    ? writeWhole(join(path, fileName), Buffer.from(`${JSON.stringify({ v: 1, folderId })}\n`))
    : fail(made.error);
}
