// Where files are written for others to read: a WebDAV folder, an S3 store, a folder of this computer. Each path has one
// writer, and what stands under a hash never changes, so correctness rests on no server's preconditions.

import type { FolderFailure } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';

/** A file as it stands there, with the server's name for this state of it, if it gives one. */
export type FoundFile = { readonly bytes: Uint8Array; readonly etag?: string };

/** `if-new`: only where nothing stands. `if-match`: only over what was read. Servers may ignore both. */
export type WriteCondition =
  | { readonly kind: 'always' }
  | { readonly kind: 'if-new' }
  | { readonly kind: 'if-match'; readonly etag: string };

/** Paths are relative, with `/` between their parts, and never begin with one. */
export type PushPlace = {
  /** At most `limit` bytes; undefined when nothing stands there. */
  readonly read: (path: string, limit: number) => Promise<Result<FoundFile | undefined, FolderFailure>>;
  /** `unmet` when the server says that the condition does not hold. Makes the folders that are missing. */
  readonly write: (
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
  ) => Promise<Result<'written' | 'unmet', FolderFailure>>;
  /** Names right below `path`, of files and folders; none when it is not there. */
  readonly list: (path: string) => Promise<Result<readonly string[], FolderFailure>>;
  /** Takes a file away, or an empty folder, whose path ends in `/`; that it is not there is no failure. */
  readonly remove: (path: string) => Promise<Result<undefined, FolderFailure>>;
};
