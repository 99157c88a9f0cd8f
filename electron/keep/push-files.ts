// Files brought to a place so that whoever reads it at any moment finds the state before or the new one whole: what is
// named by its hash first, each read back; the head last, read back too. Nothing counts as written before that.

import type { FolderFailure } from '../../shared/desktop-contract';
import { parallelRequests } from '../../shared/bundle/limits';
import { fail, succeed, type Result } from '../../shared/result';
import type { PushPlace, WriteCondition } from './push-place';
import { sha256Of } from './sha256';

export type FileToPush = { readonly path: string; readonly bytes: Uint8Array };

export type HeadToPush = FileToPush & {
  /** The SHA-256 of the file that it replaces, null for none: anything else there is `other-writer`. */
  readonly replaces?: string | null;
};

export type FilesToPush = {
  /** Never changed once they stand: they are what their name says. */
  readonly immutable: readonly FileToPush[];
  readonly head?: HeadToPush;
};

export type PushOptions = {
  /** Whether the place was found to honour `If-Match` (probe-folder.ts). Only then it is sent. */
  readonly honoursIfMatch: boolean;
  /** Waited for before the head is read back once more: somebody else may have written at the same moment. */
  readonly settle?: () => Promise<void>;
};

/** What another writer's file may weigh, to be told from ours. */
const anyHead = 1024 * 1024;

/** Writes all of `files`; when it fails, the head is as it was, or as it was to be. */
export async function pushFiles(
  place: PushPlace,
  { immutable, head }: FilesToPush,
  options: PushOptions,
): Promise<Result<undefined, FolderFailure>> {
  const queue = immutable.values();
  let failure: Result<never, FolderFailure> | undefined;
  const worker = async (): Promise<void> => {
    for (const file of queue) {
      if (failure !== undefined) return;
      const written = await pushImmutable(place, file);
      if (!written.ok) failure ??= written;
    }
  };
  await Promise.all(Array.from({ length: parallelRequests }, worker));
  if (failure !== undefined) return failure;
  return head === undefined ? succeed(undefined) : pushHead(place, head, options);
}

/** A server may say that it is there already, and have half of it: so it is read, and written over where it is wrong. */
async function pushImmutable(place: PushPlace, file: FileToPush): Promise<Result<undefined, FolderFailure>> {
  const first = await place.write(file.path, file.bytes, { kind: 'if-new' });
  if (!first.ok) return first;
  const found = await isThere(place, file);
  if (!found.ok || found.value) return found.ok ? succeed(undefined) : found;
  return writeAndReadBack(place, file, { kind: 'always' });
}

async function writeAndReadBack(
  place: PushPlace,
  file: FileToPush,
  condition: WriteCondition,
): Promise<Result<undefined, FolderFailure>> {
  const written = await place.write(file.path, file.bytes, condition);
  if (!written.ok) return written;
  const found = await isThere(place, file);
  if (!found.ok) return found;
  return found.value ? succeed(undefined) : fail({ kind: 'not-as-written', path: file.path });
}

/** Whether exactly these bytes stand there. */
async function isThere(place: PushPlace, { path, bytes }: FileToPush): Promise<Result<boolean, FolderFailure>> {
  const found = await place.read(path, bytes.length);
  if (!found.ok) return found.error.kind === 'too-large' || found.error.kind === 'cut-short' ? succeed(false) : found;
  return succeed(found.value !== undefined && isSame(found.value.bytes, bytes));
}

function isSame(before: Uint8Array, after: Uint8Array): boolean {
  return before.length === after.length && sha256Of(before) === sha256Of(after);
}

async function pushHead(
  place: PushPlace,
  head: HeadToPush,
  { honoursIfMatch, settle }: PushOptions,
): Promise<Result<undefined, FolderFailure>> {
  const current = await place.read(head.path, anyHead);
  if (!current.ok) return current;
  const found = current.value;
  if (found !== undefined && isSame(found.bytes, head.bytes)) return succeed(undefined);
  const hash = found === undefined ? null : sha256Of(found.bytes);
  if (head.replaces !== undefined && head.replaces !== hash) return fail({ kind: 'other-writer' });
  const condition: WriteCondition =
    honoursIfMatch && found?.etag !== undefined ? { kind: 'if-match', etag: found.etag } : { kind: 'always' };
  const written = await place.write(head.path, head.bytes, condition);
  if (!written.ok) return written;
  if (written.value === 'unmet') {
    // Apache refuses the right ETag within the second it was made in: only what stands there decides.
    const now = await place.read(head.path, anyHead);
    if (!now.ok) return now;
    if (now.value === undefined || found === undefined || !isSame(now.value.bytes, found.bytes)) {
      return fail({ kind: 'other-writer' });
    }
    const again = await place.write(head.path, head.bytes, { kind: 'always' });
    if (!again.ok) return again;
  }
  return readHeadBack(place, head, settle);
}

async function readHeadBack(
  place: PushPlace,
  head: HeadToPush,
  settle: PushOptions['settle'],
): Promise<Result<undefined, FolderFailure>> {
  const found = await isThere(place, head);
  if (!found.ok) return found;
  if (!found.value) return fail({ kind: 'not-as-written', path: head.path });
  if (settle === undefined) return succeed(undefined);
  await settle();
  const still = await isThere(place, head);
  if (!still.ok) return still;
  return still.value ? succeed(undefined) : fail({ kind: 'other-writer' });
}
