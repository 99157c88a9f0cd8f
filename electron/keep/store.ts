// One of the two stores of a data folder, the delegate's own or the sample: opened when it is first asked for.

import { join } from 'node:path';
import type { KeepFailure, StoreName } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';
import type { DataFolder } from './folder';
import { openJournal, type Journal } from './journal';
import { restoreLostJournal, takeSnapshot } from './snapshots';

export type Store = {
  /** `<data folder>/own` or `<data folder>/sample`. */
  readonly folder: string;
  readonly journal: () => Promise<Result<Journal, KeepFailure>>;
  readonly close: () => Promise<void>;
};

export type StoreClock = { readonly now: () => number; readonly newId: () => string };

/** The store `name`. Its journal is opened once; should that fail, the next who asks tries again. */
export function store(dataFolder: DataFolder, name: StoreName, { now, newId }: StoreClock): Store {
  const folder = join(dataFolder.path, name);
  let opening: Promise<Result<Journal, KeepFailure>> | undefined;

  const open = async (): Promise<Result<Journal, KeepFailure>> => {
    const writable = await dataFolder.ensureWritable();
    if (writable.ok) {
      await restoreLostJournal(folder);
      // A copy that fails (the disk is full) must not keep the delegate from the papers; tomorrow's may succeed.
      await takeSnapshot(folder, now());
    }
    const opened = await openJournal({ storeFolder: folder, now, newId });
    if (!opened.ok) opening = undefined;
    return opened;
  };

  return {
    folder,
    journal: async () => (opening ??= open()),
    close: async () => {
      const opened = await opening;
      if (opened?.ok === true) await opened.value.close();
    },
  };
}
