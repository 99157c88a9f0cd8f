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
  giveUpCredentials,
  keepAbilities,
  keepLocalFolder,
  openKeptFolder,
  sealedCredentials,
  type FoldersOptions,
  type OpenedFolder,
} from './kept-folders';
import { ownDeviceRequests, type OwnDeviceRequests } from './own-device-requests';
import { giveUpOwnKeys, sealedOwnKeys } from './own-keys';
import { probeFolder } from './probe-folder';
import { pushFiles } from './push-files';
import { patientPlace } from './push-retry';
import { passphraseSecrets, type Secrets } from './secrets';
import {
  deviceKey,
  giveUpDeviceKey,
  isDeviceKeyClosed,
  sealedDeviceKey,
  signDeviceHead,
  type KeyGuards,
} from './signing-key';
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
      const [sealed] = await listSealed(options.stores, 'passphrase');
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
    renewDevice: async ({ store, forkedFrom, isLost }) =>
      writing(async () => {
        const renewed =
          isLost === true
            ? await giveUpLost(stores, guards, { store, forkedFrom })
            : await renew(stores[store], forkedFrom);
        if (!renewed.ok) return renewed;
        const journal = await stores[store].journal();
        return journal.ok ? succeed({ journalDevice: journal.value.device() }) : fail(asFolderFailure(journal.error));
      }),
  };
}

async function renew(store: Store, forkedFrom: number | undefined): Promise<Result<undefined, FolderFailure>> {
  const journal = await store.journal();
  const renewed = journal.ok ? await journal.value.renewDevice(forkedFrom) : journal;
  return renewed.ok ? renewed : fail(asFolderFailure(renewed.error));
}

type Asked = { readonly store: StoreName; readonly forkedFrom: number | undefined };

/**
 * Gives up everything that does not open now. The journal takes its other name first: a key that was given up must
 * never be the key of the name that is in use.
 */
async function giveUpLost(
  stores: FolderRequestsOptions['stores'],
  guards: KeyGuards,
  asked: Asked,
): Promise<Result<undefined, FolderFailure>> {
  for (const name of storeNames) {
    const { folder } = stores[name];
    const forkedFrom = name === asked.store ? asked.forkedFrom : undefined;
    const isClosed = await isDeviceKeyClosed(folder, guards);
    const renewed = isClosed ? await renew(stores[name], forkedFrom) : succeed(undefined);
    if (!renewed.ok) return renewed;
    for (const giveUp of [giveUpDeviceKey, giveUpOwnKeys, giveUpCredentials]) {
      const done = await giveUp(folder, guards);
      if (!done.ok) return done;
    }
  }
  return succeed(undefined);
}

const storeNames: readonly StoreName[] = ['own', 'sample'];

/** What lies under `guard`, as it is on the disk. */
async function listSealed(stores: FolderRequestsOptions['stores'], guard: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (const name of storeNames) {
    for (const find of [sealedOwnKeys, sealedDeviceKey, sealedCredentials]) {
      const sealed = await find(stores[name].folder, guard);
      if (sealed !== undefined) all.push(sealed);
    }
  }
  return all;
}

async function describeSecrets(
  { keyring, stores }: FolderRequestsOptions,
  isUnlocked: boolean,
): Promise<DescribedSecrets> {
  if (!isUnlocked && (await listSealed(stores, 'passphrase')).length > 0) {
    return { guard: 'passphrase', lock: 'locked' };
  }
  if (!isUnlocked && keyring === undefined) return { guard: 'passphrase', lock: 'unset' };
  // What lies under a passphrase that was given was tried when it was given.
  const inKeyring = await listSealed(stores, 'keyring');
  const opened = await Promise.all(inKeyring.map(async (sealed) => keyring?.open(sealed)));
  const lock = opened.every((one) => one?.ok === true) ? 'open' : 'lost';
  return { guard: keyring === undefined ? 'passphrase' : 'keyring', lock };
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
