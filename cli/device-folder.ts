// A device's folder in an inbox, at whatever place the inbox is.

import * as v from 'valibot';
import type { LogFolder, PushMemory } from '../shared/bundle/push-device-log';
import type { FolderFailure } from '../shared/desktop-contract';
import { succeed, type Result } from '../shared/result';
import { pushFiles } from '../electron/keep/push-files';
import type { PushPlace } from '../electron/keep/push-place';
import { readIfThere } from './keys-folder';

/** The folder at `path`, such as `inbox/<conference>/<device>`. */
export function deviceFolder(place: PushPlace, path: string): LogFolder<FolderFailure> {
  const readAt = async (name: string, limit: number): Promise<Result<Uint8Array | undefined, FolderFailure>> => {
    const found = await place.read(`${path}/${name}`, limit);
    return found.ok ? succeed(found.value?.bytes) : found;
  };
  return {
    head: async (limit) => readAt('head.json', limit),
    object: async (sha256, size) => readAt(`o/${sha256}`, size),
    write: async ({ objects, head }) =>
      pushFiles(
        place,
        {
          immutable: objects.map(({ sha256, bytes }) => ({ path: `${path}/o/${sha256}`, bytes })),
          head: { path: `${path}/head.json`, bytes: head },
        },
        { honoursIfMatch: false },
      ),
  };
}

const memorySchema = v.object({ seq: v.number(), objects: v.array(v.string()), device: v.string() });

/** What is known to be in a folder, as it was kept; undefined when that is lost, and everything is checked again. */
export async function readPushMemory(path: string): Promise<(PushMemory & { readonly device: string }) | undefined> {
  const bytes = await readIfThere(path);
  const text = Buffer.from(bytes ?? []).toString('utf8');
  const shape = v.safeParse(v.pipe(v.string(), v.parseJson(), memorySchema), text);
  return shape.success ? shape.output : undefined;
}
