// The contract's requests that write to the world: folders, the device's key, and what both lie under.

import { randomUUID } from 'node:crypto';
import { idleMilliseconds } from '../../shared/bundle/limits';
import type { DesktopAnswer, DesktopApi, FolderFailure, KeepFailure, StoreName } from '../../shared/desktop-contract';
import type { DescribedSecrets } from '../../shared/desktop-contract-devices';
import { fail, succeed, type Result } from '../../shared/result';
import type { Network } from './fetch-capped';
import {
  connectFolder,
  describeFolders,
  forgetFolder,
  keepAbilities,
  keepLocalFolder,
  openKeptFolder,
  sealedCredentials,
  type FoldersOptions,
  type OpenedFolder,
} from './kept-folders';
import { ownDeviceRequests, type OwnDeviceRequests } from './own-device-requests';
import { sealedOwnKeys } from './own-keys';
import { probeFolder } from './probe-folder';
import { pushFiles } from './push-files';
import { patientPlace } from './push-retry';
import { passphraseSecrets, type Secrets } from './secrets';
import { deviceKey, sealedDeviceKey, signDeviceHead, type KeyGuards } from './signing-key';
import type { Store } from './store';

export type FolderRequests = OwnDeviceRequests &
  Pick<
    DesktopApi,
    | 'connectFolder'
    | 'chooseFolder'
    | 'forgetFolder'
    | 'describeFolders'
    | 'probeFolder'
    | 'readFromFolder'
    | 'listFolder'
    | 'writeToFolder'
    | 'describeDevice'
    | 'signDeviceHead'
    | 'renewDevice'
    | 'unlockSecrets'
    | 'describeSecrets'
  >;

/** Asks for a folder of this computer, for publishing in or with an office's keys: its absolute path. */
export type ChooseFolder = (
  purpose: 'publish' | 'office',
) => Promise<Result<string, { readonly kind: 'cancelled' } | { readonly kind: 'no-dialog' }>>;

export type FolderRequestsOptions = {
  readonly stores: { readonly [Name in StoreName]: Store };
  readonly fetch: Network['fetch'];
  readonly now: () => number;
  /** The system's keyring; absent where there is none, and a passphrase stands in for it. */
  readonly keyring?: Secrets;
  /** Asks for a folder of this computer. */
  readonly chooseFolder: ChooseFolder;
  /** Asked before each write to the data folder. */
  readonly ensureWritable: () => Promise<Result<undefined, KeepFailure>>;
};

const tenMinutes = 10 * 60 * 1000;

/** A passing trouble is waited out once or twice; a longer one is for the next time the app sends. */
const attempts = 2;
const sleep = async (wait: number): Promise<void> => new Promise((go) => setTimeout(go, wait));

/** The requests. Arguments arrive checked against the contract. */
export function folderRequests(options: FolderRequestsOptions): FolderRequests {
  let passphrase: string | undefined;
  const guards = guardsWith(options.keyring, () => passphrase);
  const network = { fetch: options.fetch, idleMilliseconds, totalMilliseconds: tenMinutes };
  const optionsOf = (store: StoreName): FoldersOptions => ({
    storeFolder: options.stores[store].folder,
    guards,
    network,
    now: options.now,
  });
  const writing = async <T>(work: () => Promise<Result<T, FolderFailure>>): Promise<Result<T, FolderFailure>> => {
    const writable = await options.ensureWritable();
    return writable.ok ? work() : fail(asFolderFailure(writable.error));
  };
  return {
    connectFolder: async ({ store, ...connection }) => writing(async () => connectFolder(connection, optionsOf(store))),
    chooseFolder: async ({ store, folder }): Promise<DesktopAnswer<'chooseFolder'>> => {
      const chosen = await options.chooseFolder('publish');
      if (!chosen.ok) return chosen;
      return writing(async () => keepLocalFolder(optionsOf(store).storeFolder, folder, chosen.value));
    },
    forgetFolder: async ({ store, folder }) => writing(async () => forgetFolder(optionsOf(store).storeFolder, folder)),
    describeFolders: async ({ store }) => succeed(await describeFolders(optionsOf(store).storeFolder)),
    probeFolder: async ({ store, folder }) =>
      writing(async () => {
        const opened = await open(folder, optionsOf(store));
        if (!opened.ok) return opened;
        const abilities = await probeFolder(opened.value.place, randomUUID(), sleep);
        if (!abilities.ok) return abilities;
        const kept = await keepAbilities(optionsOf(store).storeFolder, folder, abilities.value);
        return kept.ok ? abilities : kept;
      }),
    readFromFolder: async ({ store, folder, path, limit }) => {
      const opened = await open(folder, optionsOf(store));
      const found = opened.ok ? await opened.value.place.read(path, limit) : opened;
      return found.ok ? succeed(found.value?.bytes ?? null) : found;
    },
    listFolder: async ({ store, folder, path }) => {
      const opened = await open(folder, optionsOf(store));
      return opened.ok ? opened.value.place.list(path) : opened;
    },
    writeToFolder: async ({ store, folder, immutable, head }) => {
      const opened = await open(folder, optionsOf(store));
      if (!opened.ok) return opened;
      const { place, abilities } = opened.value;
      const files = { immutable, ...(head === undefined ? {} : { head }) };
      const pushed = await pushFiles(place, files, { honoursIfMatch: abilities?.honoursIfMatch ?? false });
      return pushed.ok ? succeed({ written: immutable.length + (head === undefined ? 0 : 1) }) : pushed;
    },
    ...deviceRequests(options, guards, writing),
    ...ownDeviceRequests({ folderOf: (store) => options.stores[store].folder, guards, writing }),
    unlockSecrets: async (given) => {
      // A slip must not put the next secret under another passphrase than the first.
      const sealed = await findSealed(options.stores);
      const opened = sealed === undefined ? undefined : await passphraseSecrets(() => given.passphrase).open(sealed);
      if (opened?.ok === false) return opened;
      passphrase = given.passphrase;
      return succeed({ unlocked: true });
    },
    describeSecrets: async () => succeed(await describeSecrets(options, passphrase !== undefined)),
  };
}

/** A folder whose requests are made again when trouble passes. */
async function open(folder: string, options: FoldersOptions): Promise<Result<OpenedFolder, FolderFailure>> {
  const opened = await openKeptFolder(folder, options);
  if (!opened.ok) return opened;
  const place = patientPlace(opened.value.place, { attempts, sleep, random: Math.random });
  return succeed({ ...opened.value, place });
}

type Writing = <T>(work: () => Promise<Result<T, FolderFailure>>) => Promise<Result<T, FolderFailure>>;

function deviceRequests(
  { stores }: FolderRequestsOptions,
  guards: KeyGuards,
  writing: Writing,
): Pick<FolderRequests, 'describeDevice' | 'signDeviceHead' | 'renewDevice'> {
  return {
    describeDevice: async ({ store }) =>
      writing(async () => {
        const journal = await stores[store].journal();
        if (!journal.ok) return fail(asFolderFailure(journal.error));
        const journalDevice = journal.value.device();
        const device = await deviceKey(stores[store].folder, journalDevice, guards);
        return device.ok ? succeed({ ...device.value, journalDevice }) : device;
      }),
    signDeviceHead: async ({ store, payload }) => signDeviceHead(stores[store].folder, payload, guards),
    renewDevice: async ({ store, forkedFrom }) =>
      writing(async () => {
        const journal = await stores[store].journal();
        if (!journal.ok) return fail(asFolderFailure(journal.error));
        const renewed = await journal.value.renewDevice(forkedFrom);
        return renewed.ok ? succeed({ journalDevice: journal.value.device() }) : fail(asFolderFailure(renewed.error));
      }),
  };
}

/** Something that lies under the passphrase, as it is on the disk; undefined where nothing does yet. */
async function findSealed(stores: FolderRequestsOptions['stores']): Promise<string | undefined> {
  for (const { folder } of [stores.own, stores.sample]) {
    for (const find of [sealedOwnKeys, sealedDeviceKey, sealedCredentials]) {
      const sealed = await find(folder, 'passphrase');
      if (sealed !== undefined) return sealed;
    }
  }
  return undefined;
}

async function describeSecrets(
  { keyring, stores }: FolderRequestsOptions,
  isUnlocked: boolean,
): Promise<DescribedSecrets> {
  if (keyring !== undefined) return { guard: 'keyring', lock: 'open' };
  if (isUnlocked) return { guard: 'passphrase', lock: 'open' };
  return { guard: 'passphrase', lock: (await findSealed(stores)) === undefined ? 'unset' : 'locked' };
}

/** New secrets go to the keyring where there is one; what lies under a passphrase stays there. */
function guardsWith(keyring: Secrets | undefined, passphrase: () => string | undefined): KeyGuards {
  const underPassphrase = passphraseSecrets(passphrase);
  return {
    making: keyring ?? underPassphrase,
    opening: (kind) => (kind === 'keyring' ? keyring : kind === 'passphrase' ? underPassphrase : undefined),
  };
}

function asFolderFailure({ kind }: KeepFailure): FolderFailure {
  return { kind: kind === 'disk-full' || kind === 'folder-in-use' || kind === 'host-gone' ? kind : 'not-writable' };
}
