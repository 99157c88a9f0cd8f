// A folder of this computer as a place to write to: a web server's own folder, a synchronised folder, a stick.

import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, succeed } from '../../shared/result';
import { isMissing, writeFailureOf } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';
import type { PushPlace } from './push-place';

/** The folder at `folder`, an absolute path. What is written may be read by everybody: it is there to be served. */
export function localPlace(folder: string): PushPlace {
  const at = (path: string): string => join(folder, ...path.split('/'));
  return {
    read: async (path, limit) => {
      try {
        if ((await stat(at(path))).size > limit) return fail({ kind: 'too-large', limit });
      } catch (error) {
        return isMissing(error) ? succeed(undefined) : fail(writeFailureOf(error));
      }
      const bytes = await readWhole(at(path));
      if (bytes.ok) return succeed({ bytes: new Uint8Array(bytes.value) });
      return bytes.error.kind === 'missing' ? succeed(undefined) : fail({ kind: 'not-writable' });
    },
    write: async (path, bytes, condition) => {
      if (condition.kind === 'if-new' && (await isThere(at(path)))) return succeed('unmet');
      const made = await makeFolder(dirname(at(path)), publicFolderMode);
      if (!made.ok) return made;
      const written = await writeWhole(at(path), bytes, publicFileMode);
      return written.ok ? succeed('written') : written;
    },
    list: async (path) => {
      try {
        return succeed(await readdir(at(path)));
      } catch (error) {
        return isMissing(error) ? succeed([]) : fail(writeFailureOf(error));
      }
    },
    remove: async (path) => {
      try {
        await rm(at(path), { recursive: true, force: true });
        return succeed(undefined);
      } catch (error) {
        return fail(writeFailureOf(error));
      }
    },
  };
}

const publicFileMode = 0o644;
const publicFolderMode = 0o755;

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
