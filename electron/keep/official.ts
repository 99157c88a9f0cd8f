// What the conference office sent, as received, in the layout it has on a host (FORMAT.md):
// `official/<conference>/{root/N.json, head.json, o/<sha256>}`, and the two heads before the last, whose texts can still
// be compared with.

import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopArguments, KeepFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { isMissing, writeFailureOf } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';
import { sha256Of } from './sha256';

type Received = Omit<DesktopArguments<'keepOfficial'>, 'store'>;
type Wanted = Omit<DesktopArguments<'readOfficial'>, 'store'>;

/**
 * Keeps roots and objects first and the head last, so that a head on disk always has what it names. Objects whose
 * bytes are not their SHA-256 are `refused`, before anything is written. `kept` counts the files that are new.
 */
export async function keepOfficial(
  storeFolder: string,
  received: Received,
): Promise<Result<{ readonly kept: number }, KeepFailure>> {
  if (received.objects.some(({ sha256, bytes }) => sha256Of(bytes) !== sha256)) return fail({ kind: 'refused' });
  const folder = join(storeFolder, 'official', received.conference);
  const files = [
    ...received.roots.map(({ version, bytes }) => ({ path: rootPath(folder, version), bytes })),
    ...received.objects.map(({ sha256, bytes }) => ({ path: objectPath(folder, sha256), bytes })),
    ...(received.head === undefined ? [] : [{ path: headPath(folder), bytes: received.head }]),
  ];
  for (const inside of ['root', 'o']) {
    const made = await makeFolder(join(folder, inside));
    if (!made.ok) return made;
  }
  const set = received.head === undefined ? succeed(undefined) : await setHeadAside(folder, received.head);
  if (!set.ok) return set;
  let kept = 0;
  for (const { path, bytes } of files) {
    if (await isSame(path, bytes)) continue;
    const written = await writeWhole(path, bytes);
    if (!written.ok) return written;
    kept += 1;
  }
  return succeed({ kept });
}

/** Before another head takes its place, the one that is kept becomes the one before, and that one the one before it. */
async function setHeadAside(folder: string, next: Uint8Array): Promise<Result<undefined, KeepFailure>> {
  const present = await readWhole(headPath(folder));
  if (!present.ok || present.value.equals(next)) return succeed(undefined);
  const before = await readWhole(earlierHeadPath(folder, 1));
  // After a crash in between, what is kept is aside already.
  if (before.ok && before.value.equals(present.value)) return succeed(undefined);
  try {
    if (before.ok) await rename(earlierHeadPath(folder, 1), earlierHeadPath(folder, 2));
  } catch (error) {
    return fail(writeFailureOf(error));
  }
  return writeWhole(earlierHeadPath(folder, 1), present.value);
}

/** A file as it was received; `not-kept` when it is not there, or an object whose bytes are not what they were. */
export async function readOfficial(storeFolder: string, wanted: Wanted): Promise<Result<Uint8Array, KeepFailure>> {
  const { what } = wanted;
  const bytes = await readWhole(pathOf(join(storeFolder, 'official', wanted.conference), what));
  if (!bytes.ok) return fail({ kind: 'not-kept' });
  if (what.kind === 'object' && sha256Of(bytes.value) !== what.sha256) return fail({ kind: 'not-kept' });
  return succeed(new Uint8Array(bytes.value));
}

function pathOf(folder: string, what: Wanted['what']): string {
  switch (what.kind) {
    case 'root':
      return rootPath(folder, what.version);
    case 'head':
      return headPath(folder);
    case 'earlier-head':
      return earlierHeadPath(folder, what.back);
    case 'object':
      return objectPath(folder, what.sha256);
  }
}

const rootPath = (folder: string, version: number): string => join(folder, 'root', `${version}.json`);
const headPath = (folder: string): string => join(folder, 'head.json');
const earlierHeadPath = (folder: string, back: 1 | 2): string => join(folder, `head-before-${back}.json`);
const objectPath = (folder: string, sha256: string): string => join(folder, 'o', sha256);

async function isSame(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    if ((await stat(path)).size !== bytes.length) return false;
  } catch (error) {
    if (!isMissing(error)) writeFailureOf(error);
    return false;
  }
  const known = await readWhole(path);
  return known.ok && known.value.equals(bytes);
}
