// Laptops of one delegate, each with the real doorkeeper on a data folder of its own, the real orders, and one WebDAV
// folder between them; only IndexedDB is Node's stand-in.
// Import this before anything that imports Dexie, which takes `indexedDB` as it finds it.

import 'fake-indexeddb/auto';
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { bundlePlatform as platform } from '../../cli/bundle-platform';
import { openDesktopHost, type DesktopHost } from '../../electron/keep/desktop-host';
import { fileRights } from '../../electron/keep/secrets';
import { carryOut } from '../../renderer/devices/carry-out-order';
import type {
  DeviceAnswer,
  DeviceFailure,
  DeviceOrder,
  MemberOverview,
  Round,
} from '../../renderer/devices/device-orders';
import { catchUp } from '../../renderer/storage/catch-up';
import { openStore, type OpenedStore, type Store } from '../../renderer/storage/store';
import { folderName } from '../../shared/bundle/folder-names';
import { fail, type Result } from '../../shared/result';
import { password, user, type DavServer } from './dav-servers';

export type Laptop = {
  readonly path: string;
  readonly store: () => Store;
  readonly order: (order: DeviceOrder) => Promise<Result<DeviceAnswer, DeviceFailure>>;
  /** Closes it, does something to its data folder, and starts it again. */
  readonly restart: (meanwhile?: () => void | Promise<void>) => Promise<OpenedStore>;
  /** Another laptop with a copy of everything on this one, taken while it is closed. */
  readonly copy: () => Promise<Laptop>;
  readonly remove: () => Promise<void>;
};

/** A laptop with an empty data folder, or with what is in `from`, connected to the folder on `server`. */
export async function laptop(server: DavServer, from?: string): Promise<Laptop> {
  const path = mkdtempSync(join(tmpdir(), 'rostrum-laptop-'));
  if (from !== undefined) cpSync(from, path, { recursive: true });
  let host = await startHost(path);
  let opened: OpenedStore;
  // A copied folder has the id of the one it was copied from; on its own computer it has rows of its own all the same.
  const computer = randomUUID();

  const open = async (): Promise<OpenedStore> => {
    const shell = { folderId: computer };
    const store = await openStore({
      name: 'own',
      desktop: host.api,
      shell,
      now: Date.now,
      newId: randomUUID,
      platform,
    });
    if (!store.ok) throw new Error(store.error.kind);
    opened = store.value;
    return opened;
  };
  const start = async (): Promise<OpenedStore> => {
    host = await startHost(path);
    return open();
  };
  const stop = async (): Promise<void> => {
    opened.close();
    await host.close();
  };
  await open();
  await host.api.connectFolder({
    store: 'own',
    folder: folderName({ kind: 'self' }),
    kind: 'webdav',
    address: server.address,
    credentials: { kind: 'password', user, password },
  });
  return {
    path,
    store: () => opened.store,
    order: async (order) =>
      carryOut(order, {
        desk: host.api,
        store: 'own',
        platform,
        now: Date.now(),
        randomBytes: (length) => new Uint8Array(randomBytes(length)),
        catchUp: async () => catchUp(opened.store),
      }),
    restart: async (meanwhile) => {
      await stop();
      await meanwhile?.();
      return start();
    },
    copy: async () => {
      await stop();
      const other = await laptop(server, path);
      await start();
      return other;
    },
    remove: async () => {
      await stop();
      await Dexie.delete(opened.store.database.dexie.name);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

async function startHost(folder: string): Promise<DesktopHost> {
  const host = await openDesktopHost({
    folder,
    appVersion: '0',
    now: Date.now,
    newId: randomUUID,
    fetch: globalThis.fetch,
    keyring: { ...fileRights, kind: 'keyring' },
    shell: {
      shell: 'browser',
      lacks: [],
      saveFile: async () => fail({ kind: 'cancelled' }),
      printPdf: async () => fail({ kind: 'no-printer' }),
      takeOpenedFiles: async () => [],
      openExternal: async () => fail({ kind: 'cancelled' }),
    },
  });
  if (!host.ok) throw new Error(host.error.kind);
  return host.value;
}

/** What an order came to; throws when it was refused. */
export async function done(answer: Promise<Result<DeviceAnswer, DeviceFailure>>): Promise<DeviceAnswer> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The member that an order leaves, and its round. */
export async function member(
  answer: Promise<Result<DeviceAnswer, DeviceFailure>>,
): Promise<{ readonly overview: MemberOverview; readonly round?: Round }> {
  const value = await done(answer);
  if (value.kind !== 'overview' || value.overview.kind !== 'member') throw new Error(`no member: ${value.kind}`);
  return { overview: value.overview, ...(value.round === undefined ? {} : { round: value.round }) };
}

/** Makes `first` the first of its delegate's laptops. */
export async function found(first: Laptop): Promise<{ readonly kit: string; readonly words: string }> {
  const kit = await done(first.order({ kind: 'make-kit' }));
  if (kit.kind !== 'kit') throw new Error(kit.kind);
  await member(first.order({ ...kit, kind: 'found', label: 'Desk' }));
  return { kit: kit.kit, words: kit.words };
}

/** Puts `other` beside `first`, as two people before the two screens would. */
export async function enrol(first: Laptop, other: Laptop, label: string): Promise<void> {
  const asked = await done(other.order({ kind: 'ask', label }));
  if (asked.kind !== 'overview' || asked.overview.kind !== 'asking') throw new Error('does not ask');
  const read = await done(first.order({ kind: 'read-request', text: asked.overview.text }));
  if (read.kind !== 'request' || read.words !== asked.overview.words) throw new Error('other words');
  const added = await member(first.order({ kind: 'add', request: read.request }));
  const looked = await done(other.order({ kind: 'look' }));
  if (looked.kind !== 'invitations') throw new Error(looked.kind);
  const [invitation] = looked.found;
  if (invitation?.words !== added.overview.words) throw new Error('another identity');
  await member(other.order({ kind: 'join', identity: invitation.identity }));
}
