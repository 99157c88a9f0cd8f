// A folder in the layout that conferences are published in (FORMAT.md, "Layout"), read as a source.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleSource, SourceFailure } from '../shared/bundle/bundle-source';
import { conferenceIdPattern } from '../shared/bundle/conference-id';
import { headLimit, rootLimit } from '../shared/bundle/limits';
import { conferenceId, type ConferenceId } from '../shared/ids';
import { fail, succeed, type Result } from '../shared/result';

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
