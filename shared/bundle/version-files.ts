// Which files a version is, and where they stand (FORMAT.md, "Layout").

import type { ConferenceId } from '../ids';
import type { StoredObject } from './verify-objects';

export type VersionToWrite = {
  readonly conference: ConferenceId;
  readonly version: number;
  readonly headHash: string;
  /** 1, 2, 3… */
  readonly roots: readonly Uint8Array[];
  readonly head: Uint8Array;
  /** Those that are not known to stand there. */
  readonly objects: readonly StoredObject[];
};

export type VersionFile = { readonly path: string; readonly bytes: Uint8Array };

/** The files of a version: `immutable` before `head`, which makes it the newest. */
export function versionFiles({ conference, version, headHash, roots, head, objects }: VersionToWrite): {
  readonly immutable: readonly VersionFile[];
  readonly head: VersionFile;
} {
  const archived = `${version}-${headHash.slice(0, 8)}.json`;
  return {
    immutable: [
      ...roots.map((bytes, at) => ({ path: `${conference}/root/${at + 1}.json`, bytes })),
      ...objects.map(({ sha256, bytes }) => ({ path: `${conference}/o/${sha256}`, bytes })),
      { path: `${conference}/heads/${archived}`, bytes: head },
    ],
    head: { path: headPath(conference), bytes: head },
  };
}

/** Where the newest head stands. */
export function headPath(conference: string): string {
  return `${conference}/head.json`;
}

/** The list of conferences at an address. */
export const listPath = 'conferences.json';
