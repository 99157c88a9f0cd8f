// A store as the app opens it, on the real doorkeeper in a folder of its own; only IndexedDB is Node's stand-in.
// Import this before anything that imports Dexie, which takes `indexedDB` as it finds it.

import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compression, cryptography } from '../../cli/cryptography';
import { textCodec } from '../../cli/text-codec';
import { openDesktopHost } from '../../electron/keep/desktop-host';
import type { DesktopHost } from '../../electron/keep/desktop-host';
import { openStore } from '../../renderer/storage/store';
import type { OpenedStore, StoreOptions } from '../../renderer/storage/store';
import type { DesktopApi, StoreName } from '../../shared/desktop-contract';
import { fail } from '../../shared/result';

/** Numbers that rise for ever, so that no two ids in a test run are the same. */
export function countingIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `id-${String(last)}`;
  };
}

export type KeptFolder = {
  readonly path: string;
  /** Starts the doorkeeper on this folder; the one before is closed first. */
  readonly start: () => Promise<DesktopHost>;
  readonly remove: () => Promise<void>;
};

/** A new data folder that is removed with the test. */
export async function keptFolder(): Promise<KeptFolder> {
  const path = await mkdtemp(join(tmpdir(), 'rostrum-store-'));
  const newId = countingIds();
  let host: DesktopHost | undefined;
  return {
    path,
    start: async () => {
      await host?.close();
      const opened = await openDesktopHost({
        folder: path,
        appVersion: '0.0.0',
        now: () => 1_800_000_000_000,
        newId: () => `${path.slice(-6)}-${newId()}`,
        fetch: async () => Promise.reject(new TypeError('there is no network in this test')),
        shell: {
          shell: 'browser',
          lacks: [],
          saveFile: async () => fail({ kind: 'cancelled' }),
          printPdf: async () => fail({ kind: 'no-printer' }),
          takeOpenedFiles: async () => [],
          openExternal: async () => fail({ kind: 'cancelled' }),
        },
      });
      if (!opened.ok) throw new Error(`The doorkeeper did not start: ${opened.error.kind}`);
      host = opened.value;
      return host;
    },
    remove: async () => {
      await host?.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** A doorkeeper that is running. */
export type RunningHost = { readonly api: DesktopApi; readonly folderId: string };

/** Options for opening a store on `host`, its clock standing still. */
export function storeOptions(host: RunningHost, name: StoreName = 'own'): StoreOptions {
  const newId = countingIds();
  return {
    name,
    desktop: host.api,
    shell: { folderId: host.folderId },
    now: () => 1_800_000_000_000,
    newId,
    platform: { cryptography, compression, text: textCodec },
  };
}

/** The store on `host`; a test that needs it open cannot go on without it. */
export async function openKept(host: RunningHost, name: StoreName = 'own'): Promise<OpenedStore> {
  const opened = await openStore(storeOptions(host, name));
  if (!opened.ok) throw new Error(`The store did not open: ${opened.error.kind}`);
  return opened.value;
}

/** All rows that follow from the journal, by table and key, in key order: two copies are equal when these are. */
export async function allRows({ store }: OpenedStore): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of store.database.dexie.tables) {
    rows[table.name] = await table.toArray();
  }
  return rows;
}
