// What a folder can do, found out by doing it in a corner of its own. The app works with a folder that can do none of
// it; a folder that honours preconditions closes the last gap between reading a head and writing it.

import type { FolderAbilities, FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import type { PushPlace } from './push-place';

const first = new TextEncoder().encode(`{"probe":"${'first '.repeat(200)}"}`);
const second = new TextEncoder().encode(`{"probe":"${'other '.repeat(200)}"}`);

/**
 * Tries `place` under `.probe-<name>/` and cleans up. Fails as its first write does: then nothing can be sent there.
 * `sleep` waits the time in which servers give a file that was just written only a weak ETag.
 */
export async function probeFolder(
  place: PushPlace,
  name: string,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Result<FolderAbilities, FolderFailure>> {
  const folder = `.probe-${name}`;
  const path = `${folder}/probe.json`;
  const written = await place.write(path, first, { kind: 'always' });
  if (!written.ok) return written;
  const abilities = await tryOut(place, folder, path, sleep);
  // That the corner cannot be swept is a pity and no failure: nothing reads it.
  await place.remove(path);
  await place.remove(`${folder}/`);
  return abilities;
}

async function tryOut(
  place: PushPlace,
  folder: string,
  path: string,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Result<FolderAbilities, FolderFailure>> {
  const found = await place.read(path, 64 * 1024);
  if (!found.ok) return found;
  if (found.value === undefined || !Buffer.from(found.value.bytes).equals(first)) {
    return fail({ kind: 'not-as-written', path });
  }
  const listed = await place.list(folder);
  const overNew = await place.write(path, second, { kind: 'if-new' });
  const afterNew = await place.read(path, 64 * 1024);
  const keepsWhatIsThere = overNew.ok && overNew.value === 'unmet' && afterNew.ok && isFirst(afterNew.value?.bytes);
  await place.write(path, first, { kind: 'always' });
  await sleep(1500);
  return succeed({
    lists: listed.ok && listed.value.includes('probe.json'),
    honoursIfNoneMatch: keepsWhatIsThere,
    honoursIfMatch: await honoursIfMatch(place, path),
  });
}

/** The right ETag is let through, and a wrong one is not. */
async function honoursIfMatch(place: PushPlace, path: string): Promise<boolean> {
  const current = await place.read(path, 64 * 1024);
  const etag = current.ok ? current.value?.etag : undefined;
  if (etag === undefined) return false;
  const stale = await place.write(path, second, { kind: 'if-match', etag: '"no-such-state"' });
  const kept = await place.read(path, 64 * 1024);
  if (!stale.ok || stale.value !== 'unmet' || !kept.ok || !isFirst(kept.value?.bytes)) return false;
  const right = await place.write(path, second, { kind: 'if-match', etag });
  return right.ok && right.value === 'written';
}

function isFirst(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && Buffer.from(bytes).equals(first);
}
