// What a deed or a recovery works on: one store's working copy, and the doorkeeper that keeps the journal behind it.

import type { DesktopApi, StoreName } from '../../shared/desktop-contract';
import type { Database } from './database';

export type Memory = {
  readonly name: StoreName;
  readonly database: Database;
  readonly desktop: DesktopApi;
};

/** As much of it as replaying the journal needs: also where only a part of the doorkeeper can be reached. */
export type JournalMemory = Omit<Memory, 'desktop'> & {
  readonly desktop: Pick<DesktopApi, 'readJournal' | 'appendToJournal'>;
};
