// A file that only grows, by pieces that are wholly there or not at all: one file of the journal.

import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, succeed, type Result } from '../../shared/result';
import { writeFailureOf, type WriteFailure } from './failures';
import { fileMode, syncFolder } from './files';

export type AppendFile = {
  /** Where the next piece will begin. */
  readonly size: () => number;
  /**
   * Writes and fsyncs `bytes` behind what is there. After a failure the file is as before, so that the next append may
   * succeed. `folder-in-use` when somebody else has written to the file. Calls must not overlap.
   */
  readonly append: (bytes: Uint8Array) => Promise<Result<undefined, WriteFailure>>;
  /** Cuts off what lies behind the size, as the first append would. */
  readonly cut: () => Promise<Result<undefined, WriteFailure>>;
  readonly close: () => Promise<void>;
};

/**
 * The file at `path`, which has `found` bytes (0 when it is not there) of which the first `wholeUntil` are to stay. The
 * first append makes it when it is not there.
 */
export function openAppendFile(path: string, found: number, wholeUntil: number): AppendFile {
  let handle: FileHandle | undefined;
  let size = wholeUntil;
  // What the file's length must be, if nobody else writes; not known after an append that failed.
  let expected: number | undefined = found;

  const prepare = async (): Promise<Result<FileHandle, WriteFailure>> => {
    if (handle === undefined) {
      handle = await open(path, 'a+', fileMode);
      await syncFolder(dirname(path));
    }
    const now = await handle.stat();
    // Without a name nothing that is written through this handle would be found again.
    if (now.nlink === 0) return fail({ kind: 'not-writable' });
    if (expected !== undefined && now.size !== expected) return fail({ kind: 'folder-in-use' });
    if (now.size !== size) {
      await handle.truncate(size);
      await handle.sync();
    }
    expected = size;
    return succeed(handle);
  };

  const append = async (bytes: Uint8Array): Promise<Result<undefined, WriteFailure>> => {
    const file = await prepare();
    if (!file.ok) return file;
    expected = undefined;
    await file.value.appendFile(bytes);
    await file.value.sync();
    size += bytes.length;
    expected = size;
    return succeed(undefined);
  };

  const cut = async (): Promise<Result<undefined, WriteFailure>> => {
    const file = await prepare();
    return file.ok ? succeed(undefined) : file;
  };

  return {
    size: () => size,
    append: async (bytes) => {
      const written = await orFailure(async () => append(bytes));
      // Gives the space back at once; should that fail too, the next append begins with it.
      if (!written.ok) await orFailure(cut);
      return written;
    },
    cut: async () => orFailure(cut),
    close: async () => {
      await handle?.close();
      handle = undefined;
    },
  };
}

async function orFailure(
  work: () => Promise<Result<undefined, WriteFailure>>,
): Promise<Result<undefined, WriteFailure>> {
  try {
    return await work();
  } catch (error) {
    return fail(writeFailureOf(error));
  }
}
