// Bytes that failed their checksum, set aside: nothing of the delegate's is ever thrown away.

import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { succeed, type Result } from '../../shared/result';
import type { WriteFailure } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';

/** Keeps `bytes` in `folder` under a name made from `from` and their checksum; the same bytes twice are one file. */
export async function setAside(
  folder: string,
  from: string,
  bytes: Uint8Array,
): Promise<Result<undefined, WriteFailure>> {
  const made = await makeFolder(folder);
  if (!made.ok) return made;
  const path = join(folder, `${from}-${crc32(bytes).toString(16).padStart(8, '0')}.bytes`);
  const known = await readWhole(path);
  return known.ok ? succeed(undefined) : writeWhole(path, bytes);
}
