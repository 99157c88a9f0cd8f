// The delegate's memory as the rest of the renderer holds it, and how it is opened and made whole.

import { Dexie } from 'dexie';
import type { Platform } from '../../shared/bundle/verification';
import type { DesktopApi, KeepFailure, ShellDescription, StoreName } from '../../shared/desktop-contract';
import type { NewId } from '../../shared/ids';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { catchUp } from './catch-up';
import type { CaughtUp, RebuildReason, ReplayProgress } from './catch-up';
import { databaseName, declareDatabase } from './database';
import type { Database } from './database';
import { lookForLoss } from './look-for-loss';
import type { Memory } from './memory';
import { newestVersion } from './migrations';
import { keptReaderHere, restoreOfficial } from './restore-official';
import type { KeptReader } from './restore-official';

/** What questions and deeds take as their first argument. */
export type Store = Memory & {
  /** Epoch milliseconds: for display only, never for order. */
  readonly now: () => number;
  readonly newId: NewId;
  /** What hashes are made with. */
  readonly platform: Pick<Platform, 'cryptography' | 'text'>;
};

/** What had to be done to the working copy before it could be used. */
export type Recovered =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'caught-up'; readonly entries: number }
  | {
      readonly kind: 'rebuilt';
      readonly because: 'damaged' | RebuildReason;
      readonly entries: number;
      /** Records that the journal had lost and the working copy still knew. */
      readonly rescued: number;
      /** Places of the journal that cannot be read, or are missing from it; absent when there are none. */
      readonly damaged?: number;
    };

export type OpenedStore = {
  readonly store: Store;
  readonly recovered: Recovered;
  /** Entries of the journal that need a newer version of Rostrum. */
  readonly unread: number;
  /** Conferences whose official papers are lost here, kept files and all, and have to be fetched again. */
  readonly lostOfficial: readonly string[];
  readonly close: () => void;
};

export type StoreFailure =
  /** The journal cannot be read. */
  | KeepFailure
  /** A newer version of Rostrum wrote the working copy; it is left as it is. */
  | { readonly kind: 'written-by-newer-version' }
  /** Another window with an older version holds it open. */
  | { readonly kind: 'held-by-other-window' }
  /** The browser cannot open or write it, nor a new one in its place. `name`: the browser's name for the error. */
  | { readonly kind: 'working-copy-failed'; readonly name: string };

export type OpeningStep =
  | { readonly kind: 'waiting-for-other-window' }
  | { readonly kind: 'replaying'; readonly replayed: number; readonly total: number };

export type StoreOptions = {
  readonly name: StoreName;
  readonly desktop: DesktopApi;
  readonly shell: Pick<ShellDescription, 'folderId'>;
  readonly now: () => number;
  readonly newId: NewId;
  /** For verifying the office's papers again when their rows have to be made anew. */
  readonly platform: Platform;
  /** Where that is done; in this thread when it is not said. */
  readonly readKept?: KeptReader;
  readonly onProgress?: (step: OpeningStep) => void;
  /** Another window brought a newer version: this store is closed for good, and the page has to be loaded again. */
  readonly onReplaced?: () => void;
};

/** Opens the working copy and brings it to where the journal is. An empty one stays empty: nothing is ever seeded. */
export async function openStore(options: StoreOptions): Promise<Result<OpenedStore, StoreFailure>> {
  const name = databaseName(options.shell.folderId, options.name);
  const isDamaged = await lookForLoss(`${name}-canary`);
  if (await isNewer(name)) return fail({ kind: 'written-by-newer-version' });
  const opened = await openDatabase(name, options);
  if (!opened.ok) return opened;
  const { database, isReplaced } = opened.value;
  const store: Store = {
    name: options.name,
    database,
    desktop: options.desktop,
    now: options.now,
    newId: options.newId,
    platform: options.platform,
  };
  const onReplay: ReplayProgress = (replayed, total) => options.onProgress?.({ kind: 'replaying', replayed, total });
  const close = (): void => database.dexie.close();
  const result = await refusing(async () => {
    const caughtUp = await catchUp(store, onReplay);
    if (!caughtUp.ok) return caughtUp;
    const lostOfficial = await restoreOfficial(store, options.readKept ?? keptReaderHere(options.platform));
    const unread = await database.unread.count();
    const recovered = recoveredFrom(caughtUp.value, isDamaged || isReplaced);
    return succeed({ store, recovered, unread, lostOfficial, close });
  });
  if (!result.ok) close();
  return result;
}

function recoveredFrom({ replayed, rebuilt }: CaughtUp, isDamaged: boolean): Recovered {
  if (rebuilt !== undefined && (replayed > 0 || rebuilt.because !== 'empty')) {
    const because = isDamaged ? 'damaged' : rebuilt.because;
    const { because: _reason, ...rest } = rebuilt;
    return { kind: 'rebuilt', because, entries: replayed, ...rest };
  }
  return replayed > 0 ? { kind: 'caught-up', entries: replayed } : { kind: 'untouched' };
}

/** Whether a newer Rostrum wrote the database. Dexie would open it all the same, and could change it to fit. */
async function isNewer(name: string): Promise<boolean> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  // IndexedDB's version is ten times Dexie's, and a unit more for each repair of indexes that Dexie made.
  return Math.floor((found?.version ?? 0) / 10) > newestVersion;
}

type Opened = { readonly database: Database; readonly isReplaced: boolean };

/** Opens the database; one that the browser can no longer read is deleted and made anew, once: it is only a copy. */
async function openDatabase(name: string, options: StoreOptions): Promise<Result<Opened, StoreFailure>> {
  const first = await tryOpening(name, options);
  if (first.ok) return succeed({ database: first.value, isReplaced: false });
  if (first.error.kind !== 'working-copy-failed') return first;
  const deleted = await refusing(async () => succeed(await Dexie.delete(name)));
  if (!deleted.ok) return deleted;
  const second = await tryOpening(name, options);
  return second.ok ? succeed({ database: second.value, isReplaced: true }) : second;
}

/** Milliseconds that an upgrade waits for other windows to close their connections. */
const patience = 5000;

async function tryOpening(name: string, options: StoreOptions): Promise<Result<Database, StoreFailure>> {
  const database = declareDatabase(name, () => options.onReplaced?.());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<Result<Database, StoreFailure>>((resolve) => {
    database.dexie.on('blocked', () => {
      options.onProgress?.({ kind: 'waiting-for-other-window' });
      timer ??= setTimeout(() => resolve(fail({ kind: 'held-by-other-window' })), patience);
    });
  });
  const opening = refusing(async () => {
    await database.dexie.open();
    return succeed(database);
  });
  const result = await Promise.race([opening, blocked]);
  clearTimeout(timer);
  if (!result.ok) database.dexie.close();
  return result;
}

/** Turns Dexie's errors into failures by their names; anything else is a bug and is thrown on. */
async function refusing<T>(work: () => Promise<Result<T, StoreFailure>>): Promise<Result<T, StoreFailure>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Dexie.DexieError)) throw error;
    const inner: unknown = error.inner;
    return fail({ kind: 'working-copy-failed', name: inner instanceof Error ? inner.name : error.name });
  }
}
