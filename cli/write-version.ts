// A version brought to where it is published, so that a delegate who reads at any moment finds either the version before
// or the new one whole.

import { readConferenceList, writeConferenceList, type ListedConference } from '../shared/bundle/conference-list';
import { rootLimit } from '../shared/bundle/limits';
import { listPath, versionFiles, type VersionToWrite as VersionFiles } from '../shared/bundle/version-files';
import type { FolderFailure } from '../shared/desktop-contract';
import { succeed, type Result } from '../shared/result';
import { pushFiles } from '../electron/keep/push-files';
import { sha256Of } from '../electron/keep/sha256';
import type { Place } from './place-at';
import { textCodec } from './text-codec';

export type VersionToWrite = Omit<VersionFiles, 'conference'> & {
  readonly conference: ListedConference;
  /** The envelope of the head that this version follows; absent when it is the first. */
  readonly previousHead?: Uint8Array;
};

const settlingTime = 2000;

const settle = async (): Promise<void> => new Promise((go) => setTimeout(go, settlingTime));

/**
 * Writes a version: roots and objects, each read back; then the head, if the one before is still there; then the list of
 * conferences. Over a network the head is read once more after two seconds: of two stations that publish at the same
 * moment at least one sees the other.
 */
export async function writeVersion(
  { place, isRemote }: Pick<Place, 'place' | 'isRemote'>,
  version: VersionToWrite,
): Promise<Result<undefined, FolderFailure>> {
  const { immutable, head } = versionFiles({ ...version, conference: version.conference.id });
  const replaces = version.previousHead === undefined ? null : sha256Of(version.previousHead);
  const written = await pushFiles(
    place,
    { immutable, head: { ...head, replaces } },
    { honoursIfMatch: false, ...(isRemote ? { settle } : {}) },
  );
  return written.ok ? writeList(place, version.conference) : written;
}

async function writeList(
  place: Place['place'],
  conference: ListedConference,
): Promise<Result<undefined, FolderFailure>> {
  const found = await place.read(listPath, rootLimit);
  if (!found.ok) return found;
  const before = found.value === undefined ? undefined : readConferenceList(found.value.bytes, textCodec);
  const bytes = writeConferenceList(before?.ok === true ? before.value : [], conference, textCodec);
  if (found.value !== undefined && Buffer.from(found.value.bytes).equals(bytes)) return succeed(undefined);
  return pushFiles(place, { immutable: [], head: { path: listPath, bytes } }, { honoursIfMatch: false });
}
