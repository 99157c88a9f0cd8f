// A folder in the layout that conferences are published in (FORMAT.md, "Layout"): read as a source, and written so that
// a delegate who reads at any moment finds either the version before or the new one whole.

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BundleSource, SourceFailure } from '../shared/bundle/bundle-source';
import { conferenceIdPattern } from '../shared/bundle/conference-id';
import { readConferenceList, writeConferenceList, type ListedConference } from '../shared/bundle/conference-list';
import { headLimit, rootLimit } from '../shared/bundle/limits';
import type { StoredObject } from '../shared/bundle/verify-objects';
import { conferenceId, type ConferenceId } from '../shared/ids';
import { fail, succeed, type Result } from '../shared/result';
import { sha256Of } from '../electron/keep/sha256';
import { readIfThere } from './keys-folder';
import { textCodec } from './text-codec';

const listFile = 'conferences.json';

/** What `conference` has published in `folder`. Files larger than they may be are not read. */
export function folderSource(folder: string, conference: ConferenceId): BundleSource {
  const place = join(folder, conference);
  return {
    kind: 'file',
    root: async (version) => readCapped(join(place, 'root', `${version}.json`), rootLimit),
    head: async () => readCapped(join(place, 'head.json'), headLimit),
    object: async (sha256, size) => readCapped(join(place, 'o', sha256), size),
  };
}

/** The conferences that have a folder in `folder`. */
export async function conferencesIn(folder: string): Promise<readonly ConferenceId[]> {
  const names = await readdir(folder);
  return names.filter((name) => conferenceIdPattern.test(name)).map((name) => conferenceId(name));
}

async function readCapped(path: string, limit: number): Promise<Result<Uint8Array, SourceFailure>> {
  try {
    if ((await stat(path)).size > limit) return fail({ kind: 'too-large', limit });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fail({ kind: 'not-found' });
    throw error;
  }
  return succeed(new Uint8Array(await readFile(path)));
}

export type VersionToWrite = {
  readonly conference: ListedConference;
  readonly version: number;
  readonly headHash: string;
  readonly roots: readonly Uint8Array[];
  readonly head: Uint8Array;
  readonly objects: readonly StoredObject[];
  /** The envelope of the head that this version follows; absent when it is the first. */
  readonly previousHead?: Uint8Array;
};

export type WriteFailure =
  /** Another station has published since this version was begun. */
  { readonly kind: 'other-station' } | { readonly kind: 'not-as-written'; readonly path: string };

/**
 * Writes a version: roots and objects, each read back; then the head, if the one before is still there; then the list of
 * conferences. Until the head is in place, everything that was published before stands.
 */
export async function writeVersion(folder: string, version: VersionToWrite): Promise<Result<undefined, WriteFailure>> {
  const place = join(folder, version.conference.id);
  const archived = `${version.version}-${version.headHash.slice(0, 8)}.json`;
  const files = [
    ...version.roots.map((bytes, at) => ({ path: join(place, 'root', `${at + 1}.json`), bytes })),
    ...version.objects.map(({ sha256, bytes }) => ({ path: join(place, 'o', sha256), bytes })),
    { path: join(place, 'heads', archived), bytes: version.head },
  ];
  for (const { path, bytes } of files) {
    const written = await writeAndReadBack(path, bytes);
    if (!written.ok) return written;
  }
  const headPath = join(place, 'head.json');
  const current = await readIfThere(headPath);
  if (!isSame(current, version.previousHead)) return fail({ kind: 'other-station' });
  const written = await writeAndReadBack(headPath, version.head);
  return written.ok ? writeList(folder, version.conference) : written;
}

async function writeList(folder: string, conference: ListedConference): Promise<Result<undefined, WriteFailure>> {
  const path = join(folder, listFile);
  const bytes = await readIfThere(path);
  const before = bytes === undefined ? undefined : readConferenceList(bytes, textCodec);
  return writeAndReadBack(path, writeConferenceList(before?.ok === true ? before.value : [], conference, textCodec));
}

/** Puts `bytes` in place whole, unless they are there, and makes sure that they can be read as they were written. */
async function writeAndReadBack(path: string, bytes: Uint8Array): Promise<Result<undefined, WriteFailure>> {
  if (isSame(await readIfThere(path), bytes)) return succeed(undefined);
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(part, bytes, { mode: 0o644, flush: true });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return isSame(await readIfThere(path), bytes) ? succeed(undefined) : fail({ kind: 'not-as-written', path });
}

function isSame(before: Uint8Array | undefined, after: Uint8Array | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before.length === after.length && sha256Of(before) === sha256Of(after);
}
