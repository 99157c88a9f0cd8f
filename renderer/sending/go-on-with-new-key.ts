// Going on after the key that signs here was lost: the old one is given up, another name and key take its place.

import { readSelfState } from '../../shared/bundle/self-state';
import type { FolderFailure } from '../../shared/desktop-contract';
import { fail, type Result } from '../../shared/result';
import { catchUp } from '../storage/catch-up';
import type { Store } from '../storage/store';

type Place = Pick<Store, 'desktop' | 'name' | 'database'>;

/**
 * Gives up what nothing opens any more. What own devices have not been sent yet is said again under the new name; what
 * was said for an office or a delegation is, when it is next sent.
 */
export async function goOnWithNewKey(place: Place): Promise<Result<unknown, FolderFailure>> {
  const { desktop, name: store } = place;
  const forkedFrom = await firstUnsent(place);
  const renewed = await desktop.renewDevice({
    store,
    isLost: true,
    ...(forkedFrom === undefined ? {} : { forkedFrom }),
  });
  if (!renewed.ok) return renewed;
  const shown = await catchUp(place);
  return shown.ok ? shown : fail({ kind: 'not-writable' });
}

/** The number of the first entry that own devices have not been sent; undefined where there are none to send to. */
async function firstUnsent({ desktop, name: store }: Place): Promise<number | undefined> {
  const stored = await desktop.readOwnDevices({ store });
  const memory = stored.ok ? readSelfState(stored.value) : undefined;
  const device = await desktop.describeDevice({ store });
  const isTheirs = memory?.kind === 'member' && device.ok && memory.device === device.value.device;
  return isTheirs ? memory.pushed.seq + 1 : undefined;
}
