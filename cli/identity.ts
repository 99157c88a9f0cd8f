// A delegate's identity for the command line: a data folder as the app has it, opened for sending. Its journal holds what
// is to be sent, its device key signs it.

import { randomUUID } from 'node:crypto';
import { openFolder } from '../electron/keep/folder';
import type { Journal } from '../electron/keep/journal';
import { fileRights, passphraseSecrets } from '../electron/keep/secrets';
import { deviceKey, signDeviceHead, type KeyGuards } from '../electron/keep/signing-key';
import { store } from '../electron/keep/store';
import type { DeviceSigner } from '../shared/bundle/seal-device-log';
import type { DescribedDevice, FolderFailure, JournalEntry, KeepFailure } from '../shared/desktop-contract';
import { fail, succeed, type Result } from '../shared/result';

export type Identity = {
  readonly storeFolder: string;
  readonly journal: Journal;
  readonly entries: () => Promise<Result<readonly JournalEntry[], KeepFailure>>;
  /** The key for the name that the journal goes by now. */
  readonly signer: () => Promise<Result<DeviceSigner<FolderFailure>, FolderFailure>>;
  readonly close: () => Promise<void>;
};

/** Opens the identity in `folder`, or makes one. A new key lies under `passphrase`, when there is one. */
export async function openIdentity(
  path: string,
  passphrase: string | undefined,
): Promise<Result<Identity, FolderFailure>> {
  const folder = await openFolder(path, randomUUID);
  if (!folder.ok) return folder;
  const opened = store(folder.value, 'own', { now: Date.now, newId: randomUUID });
  const close = async (): Promise<void> => {
    await opened.close();
    await folder.value.close();
  };
  const journal = await opened.journal();
  if (!journal.ok) {
    await close();
    return fail({ kind: journal.error.kind === 'disk-full' ? 'disk-full' : 'not-writable' });
  }
  const guards = guardsFor(passphrase);
  return succeed({
    storeFolder: opened.folder,
    journal: journal.value,
    entries: async () => readAll(journal.value),
    signer: async () => {
      const device = await deviceKey(opened.folder, journal.value.device(), guards);
      return device.ok ? succeed(signerOf(device.value, opened.folder, guards)) : device;
    },
    close,
  });
}

function guardsFor(passphrase: string | undefined): KeyGuards {
  const underPassphrase = passphraseSecrets(() => passphrase);
  return {
    making: passphrase === undefined ? fileRights : underPassphrase,
    opening: (kind) => (kind === 'file-rights' ? fileRights : kind === 'passphrase' ? underPassphrase : undefined),
  };
}

function signerOf(
  { device, publicKey, epoch }: DescribedDevice,
  storeFolder: string,
  guards: KeyGuards,
): DeviceSigner<FolderFailure> {
  return { device, publicKey, epoch, sign: async (payload) => signDeviceHead(storeFolder, payload, guards) };
}

async function readAll(journal: Journal): Promise<Result<readonly JournalEntry[], KeepFailure>> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const page = await journal.read(entries.length, 5000);
    if (!page.ok) return page;
    entries.push(...page.value.entries);
    if (page.value.entries.length === 0 || entries.length >= page.value.total) return succeed(entries);
  }
}
