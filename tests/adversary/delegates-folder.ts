// A folder in memory that delegates send to, and delegates whose stores are real and whose network is that folder: it
// breaks off when told to, before or after it did what was asked.

import { createHash } from 'node:crypto';
import type { DesktopApi, FolderFailure } from '../../shared/desktop-contract';
import type { OpenedStore } from '../../renderer/storage/store';
import { fail, succeed, type Failure } from '../../shared/result';
import { payloadTypes, preAuthenticationEncoding } from '../../shared/bundle/envelope';
import { platform } from './conference-office';
import { keptFolder, openKept, type KeptFolder } from './kept-store';

export type FolderInMemory = {
  readonly files: Map<string, Uint8Array>;
  /** After so many requests the line breaks; `isDone`: what was asked for is done all the same. */
  readonly breakAfter: (requests: number, isDone: boolean) => void;
  readonly mend: () => void;
  readonly api: Pick<DesktopApi, 'readFromFolder' | 'writeToFolder' | 'listFolder'>;
};

export function folderInMemory(): FolderInMemory {
  const files = new Map<string, Uint8Array>();
  let left = Number.POSITIVE_INFINITY;
  let isDone = false;
  const offline: Failure<FolderFailure> = fail({ kind: 'offline' });
  const isBroken = (): boolean => {
    left -= 1;
    return left < 0;
  };
  return {
    files,
    breakAfter: (requests, done) => {
      left = requests;
      isDone = done;
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY;
    },
    api: {
      readFromFolder: async ({ path }) => (isBroken() ? offline : succeed(files.get(path) ?? null)),
      listFolder: async ({ path }) => {
        const names = [...files.keys()].filter((name) => name.startsWith(`${path}/`));
        const below = names.map((name) => name.slice(path.length + 1).split('/')[0] ?? '');
        return isBroken() ? offline : succeed([...new Set(below)]);
      },
      writeToFolder: async ({ immutable, head }) => {
        const written = [...immutable, ...(head === undefined ? [] : [head])];
        for (const { path, bytes } of written) {
          const broken = isBroken();
          if (!broken || isDone) files.set(path, bytes);
          if (broken) return offline;
        }
        return succeed({ written: written.length });
      },
    },
  };
}

export type Delegate = {
  readonly opened: OpenedStore;
  readonly close: () => Promise<void>;
};

export type DelegateOptions = {
  readonly folder: FolderInMemory;
  /** Stands before the doorkeeper: what it answers instead, if anything. */
  readonly appendInstead?: (kinds: readonly string[]) => Failure<{ readonly kind: 'disk-full' }> | undefined;
};

/** A delegate on a data folder of their own. Keys are made from the journal's names, so that no passphrase is asked for. */
export async function delegate({ folder, appendInstead }: DelegateOptions): Promise<Delegate> {
  const kept: KeptFolder = await keptFolder();
  const { api, folderId } = await kept.start();
  // A journal has its name from its first entry on.
  const first = await api.appendToJournal({ store: 'own', deeds: [{ stream: 'local', t: 'note.begun', id: 'begin' }] });
  if (!first.ok) throw new Error(first.error.kind);
  let journalDevice = first.value.entries[0]?.device ?? '';
  const pairs = new Map<string, Awaited<ReturnType<typeof platform.cryptography.generateEd25519>>>();
  const pairOf = async () => {
    const pair = pairs.get(journalDevice) ?? (await platform.cryptography.generateEd25519());
    pairs.set(journalDevice, pair);
    return pair;
  };
  const desktop: DesktopApi = {
    ...api,
    ...folder.api,
    appendToJournal: async (args) => appendInstead?.(args.deeds.map(({ t }) => t)) ?? api.appendToJournal(args),
    describeDevice: async () => {
      const { publicKey } = await pairOf();
      const device = createHash('sha256').update(publicKey).digest('base64url');
      return succeed({ device, publicKey, epoch: pairs.size, guard: 'file-rights', journalDevice });
    },
    signDeviceHead: async ({ payload }) => {
      const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, platform.text);
      return succeed(await platform.cryptography.signEd25519((await pairOf()).privateKey, message));
    },
    renewDevice: async (args) => {
      const renewed = await api.renewDevice(args);
      if (renewed.ok) ({ journalDevice } = renewed.value);
      return renewed;
    },
  };
  const opened = await openKept({ api: desktop, folderId });
  return {
    opened,
    close: async () => {
      opened.close();
      await kept.remove();
    },
  };
}
