// The folder of one device's log, as the doorkeeper reaches it.

import type { LogFolder } from '../../shared/bundle/push-device-log';
import type { FolderFailure } from '../../shared/desktop-contract';
import { succeed, type Result } from '../../shared/result';
import type { SendingPlace } from './sending-orders';

/** Where a log stands: the name of the connected folder, and the path in it. */
export type LogAddress = { readonly folder: string; readonly path: string };

/** What is at `path`, to be read and written. */
export function logFolder(
  { desktop, name: store }: Pick<SendingPlace, 'desktop' | 'name'>,
  { folder, path }: LogAddress,
): LogFolder<FolderFailure> {
  const read = async (file: string, limit: number): Promise<Result<Uint8Array | undefined, FolderFailure>> => {
    const found = await desktop.readFromFolder({ store, folder, path: `${path}/${file}`, limit });
    return found.ok ? succeed(found.value ?? undefined) : found;
  };
  return {
    head: async (limit) => read('head.json', limit),
    object: async (sha256, size) => read(`o/${sha256}`, size),
    write: async ({ objects, head }) =>
      desktop.writeToFolder({
        store,
        folder,
        immutable: objects.map(({ sha256, bytes }) => ({ path: `${path}/o/${sha256}`, bytes })),
        head: { path: `${path}/head.json`, bytes: head },
      }),
  };
}
