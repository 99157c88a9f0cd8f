// From what the operating system says about a failed file operation to the failure the contract names.

import type { KeepFailure } from '../../shared/desktop-contract';

/** What a write, or the preparation of one, can fail with. */
export type WriteFailure = Extract<KeepFailure, { kind: 'disk-full' | 'not-writable' | 'folder-in-use' }>;

// EFBIG is the limit of a process or file system, EDQUOT that of an account: to the delegate both are a full disk.
const fullDiskCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The failure that an exception of `node:fs` stands for; anything that is no such exception is a bug and thrown on. */
export function writeFailureOf(error: unknown): WriteFailure {
  const code = systemCodeOf(error);
  if (code === undefined) throw error;
  return fullDiskCodes.has(code) ? { kind: 'disk-full' } : { kind: 'not-writable' };
}

/** Whether `error` says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  const code = systemCodeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** `ENOENT` and the like; undefined for errors that are not the operating system's. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
