// The contract, served: what the doorkeeper does for Electron and for `rostrum open` alike. Every argument is checked
// before anything else looks at it; what only a shell can do comes in as functions.

import {
  checkDesktopArguments,
  type DesktopAnswer,
  type DesktopArguments,
  type DesktopRequestName,
  type KeepFailure,
  type OpenFailure,
  type OpenedFile,
  type PrintFailure,
  type SaveFailure,
  type ShellDescription,
  type StoreName,
} from '../../shared/desktop-contract';
import { fail, type Failure, type Result } from '../../shared/result';
import { externalAddress } from './external-address';
import type { WriteFailure } from './failures';
import { openFolder, type DataFolder } from './folder';
import { folderRequests, type ChooseFolder, type FolderRequests } from './folder-requests';
import { officeRequestsOn, type OfficeRequests } from './office-requests';
import { keepOfficial, readOfficial } from './official';
import { keepRefused } from './refused';
import { keepOriginal, readOriginal } from './originals';
import type { Secrets } from './secrets';
import { store, type Store } from './store';
import { syncHttp, type KeptObjects } from './sync-http';

/** What only a shell can do. Arguments arrive checked. */
export type Shell = Pick<ShellDescription, 'shell' | 'lacks'> & {
  readonly saveFile: (args: DesktopArguments<'saveFile'>) => Promise<Result<{ readonly name: string }, SaveFailure>>;
  readonly printPdf: (args: DesktopArguments<'printPdf'>) => Promise<Result<Uint8Array, PrintFailure>>;
  readonly takeOpenedFiles: () => Promise<readonly OpenedFile[]>;
  /** Absent in a shell that cannot ask. */
  readonly chooseFolder?: ChooseFolder;
  /** Asks the delegate, showing `shown`, and opens `href`, which is `https:` or `mailto:`. */
  readonly openExternal: (address: {
    readonly href: string;
    readonly shown: string;
  }) => Promise<Result<{ readonly opened: true }, OpenFailure>>;
};

export type DesktopHostOptions = {
  /** The data folder: an absolute path; made when it is not there. */
  readonly folder: string;
  readonly appVersion: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** `fetch` of the platform: the only way out to the network. */
  readonly fetch: typeof globalThis.fetch;
  readonly shell: Shell;
  /** The system's keyring; absent where there is none, and a passphrase stands in for it. */
  readonly keyring?: Secrets;
};

/** The contract as it is served: to be called with whatever came in. Assignable to `DesktopApi`. */
export type ServedApi = {
  readonly [Name in DesktopRequestName]: (given: unknown) => Promise<DesktopAnswer<Name>>;
};

export type DesktopHost = {
  readonly api: ServedApi;
  readonly folderId: string;
  /** Closes files and gives the folder back. Requests under way end first. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the data folder and serves the contract on it. `folder-in-use` when another process has it open. A folder that
 * cannot be written opens all the same: then what is kept can be read, and each write answers why it cannot be done.
 */
export async function openDesktopHost(options: DesktopHostOptions): Promise<Result<DesktopHost, WriteFailure>> {
  const folder = await openFolder(options.folder, options.newId);
  if (!folder.ok) return folder;
  const stores = {
    own: store(folder.value, 'own', options),
    sample: store(folder.value, 'sample', options),
  };
  return {
    ok: true,
    value: {
      api: apiOf(options, folder.value, stores),
      folderId: folder.value.folderId,
      close: async () => {
        await stores.own.close();
        await stores.sample.close();
        await folder.value.close();
      },
    },
  };
}

type Stores = { readonly [Name in StoreName]: Store };

function apiOf(options: DesktopHostOptions, folder: DataFolder, stores: Stores): ServedApi {
  const { shell } = options;
  return {
    describeShell: async () => ({
      shell: shell.shell,
      appVersion: options.appVersion,
      folderId: folder.folderId,
      lacks: shell.lacks,
    }),
    ...journalApi(folder, stores),
    ...keepApi(folder, stores),
    ...networkApi(options, folder, stores),
    ...folderApi(options, folder, stores),
    ...officeApi(options, folder, stores),
    saveFile: checked('saveFile', shell.saveFile),
    printPdf: checked('printPdf', shell.printPdf),
    takeOpenedFiles: shell.takeOpenedFiles,
    openExternal: checked('openExternal', async ({ url }): Promise<DesktopAnswer<'openExternal'>> => {
      const address = externalAddress(url);
      return address === undefined ? fail({ kind: 'address-refused' }) : shell.openExternal(address);
    }),
  };
}

function journalApi(
  folder: DataFolder,
  stores: Stores,
): Pick<ServedApi, 'readJournal' | 'appendToJournal' | 'receiveEntries'> {
  return {
    readJournal: checked('readJournal', async (args) => {
      const journal = await stores[args.store].journal();
      return journal.ok ? journal.value.read(args.from, args.limit) : journal;
    }),
    appendToJournal: checked('appendToJournal', async (args) => {
      const journal = await stores[args.store].journal();
      return journal.ok ? writing(folder, async () => journal.value.append(args.deeds, args.seen)) : journal;
    }),
    receiveEntries: checked('receiveEntries', async (args) => {
      const journal = await stores[args.store].journal();
      return journal.ok ? writing(folder, async () => journal.value.receive(args.entries)) : journal;
    }),
  };
}

function keepApi(
  folder: DataFolder,
  stores: Stores,
): Pick<ServedApi, 'keepOriginal' | 'readOriginal' | 'keepOfficial' | 'readOfficial' | 'keepRefused'> {
  const folderOf = (name: StoreName): string => stores[name].folder;
  return {
    keepOriginal: checked('keepOriginal', async (args) =>
      writing(folder, async () => keepOriginal(folderOf(args.store), args.name, args.bytes)),
    ),
    readOriginal: checked('readOriginal', async (args) => readOriginal(folderOf(args.store), args.sha256)),
    keepOfficial: checked('keepOfficial', async (args) =>
      writing(folder, async () => keepOfficial(folderOf(args.store), args)),
    ),
    readOfficial: checked('readOfficial', async (args) => readOfficial(folderOf(args.store), args)),
    keepRefused: checked('keepRefused', async (args) =>
      writing(folder, async () => keepRefused(folderOf(args.store), args)),
    ),
  };
}

function networkApi(
  options: DesktopHostOptions,
  folder: DataFolder,
  stores: Stores,
): Pick<ServedApi, 'fetchConferences' | 'fetchRoot' | 'fetchHead' | 'fetchObject'> {
  const http = syncHttp({ fetch: options.fetch, kept: keptObjects(folder, stores) });
  return {
    fetchConferences: checked('fetchConferences', http.fetchConferences),
    fetchRoot: checked('fetchRoot', http.fetchRoot),
    fetchHead: checked('fetchHead', http.fetchHead),
    fetchObject: checked('fetchObject', http.fetchObject),
  };
}

function folderApi(
  { fetch, now, keyring, shell }: DesktopHostOptions,
  { ensureWritable }: DataFolder,
  stores: Stores,
): Pick<ServedApi, keyof FolderRequests> {
  const requests = folderRequests({
    stores,
    fetch,
    now,
    ensureWritable,
    chooseFolder: shell.chooseFolder ?? noDialog,
    ...(keyring === undefined ? {} : { keyring }),
  });
  return {
    connectFolder: checked('connectFolder', requests.connectFolder),
    chooseFolder: checked('chooseFolder', requests.chooseFolder),
    forgetFolder: checked('forgetFolder', requests.forgetFolder),
    describeFolders: checked('describeFolders', requests.describeFolders),
    probeFolder: checked('probeFolder', requests.probeFolder),
    readFromFolder: checked('readFromFolder', requests.readFromFolder),
    listFolder: checked('listFolder', requests.listFolder),
    writeToFolder: checked('writeToFolder', requests.writeToFolder),
    describeDevice: checked('describeDevice', requests.describeDevice),
    signDeviceHead: checked('signDeviceHead', requests.signDeviceHead),
    renewDevice: checked('renewDevice', requests.renewDevice),
    unlockSecrets: checked('unlockSecrets', requests.unlockSecrets),
    describeSecrets: async () => requests.describeSecrets({}),
    describeOwnKeys: checked('describeOwnKeys', requests.describeOwnKeys),
    makeOwnKeys: checked('makeOwnKeys', requests.makeOwnKeys),
    forgetOwnKeys: checked('forgetOwnKeys', requests.forgetOwnKeys),
    unwrapFileKey: checked('unwrapFileKey', requests.unwrapFileKey),
    signOwnDevices: checked('signOwnDevices', requests.signOwnDevices),
    readOwnDevices: checked('readOwnDevices', requests.readOwnDevices),
    keepOwnDevices: checked('keepOwnDevices', requests.keepOwnDevices),
  };
}

const noDialog: ChooseFolder = async () => fail({ kind: 'no-dialog' });

function officeApi(
  { newId, shell }: DesktopHostOptions,
  { ensureWritable }: DataFolder,
  stores: Stores,
): Pick<ServedApi, keyof OfficeRequests> {
  const requests = officeRequestsOn({
    folder: stores.own.folder,
    newId,
    ensureWritable,
    chooseFolder: shell.chooseFolder ?? noDialog,
  });
  return {
    describeOffices: checked('describeOffices', requests.describeOffices),
    makeOffice: checked('makeOffice', requests.makeOffice),
    openOffice: checked('openOffice', requests.openOffice),
    unlockOffice: checked('unlockOffice', requests.unlockOffice),
    signForOffice: checked('signForOffice', requests.signForOffice),
    readOfficeFile: checked('readOfficeFile', requests.readOfficeFile),
    keepOfficeFile: checked('keepOfficeFile', requests.keepOfficeFile),
    readOfficerKey: checked('readOfficerKey', requests.readOfficerKey),
    forgetOffice: checked('forgetOffice', requests.forgetOffice),
    removeOfficerKey: checked('removeOfficerKey', requests.removeOfficerKey),
  };
}

function keptObjects(folder: DataFolder, stores: Stores): KeptObjects {
  return {
    read: async ({ store: name, conference, sha256 }) => {
      const what = { kind: 'object', sha256 } as const;
      const kept = await readOfficial(stores[name].folder, { conference, what });
      return kept.ok ? kept.value : undefined;
    },
    keep: async ({ store: name, conference, sha256 }, bytes) => {
      const received = { conference, roots: [], objects: [{ sha256, bytes }] };
      return writing(folder, async () => keepOfficial(stores[name].folder, received));
    },
  };
}

async function writing<T>(
  folder: DataFolder,
  write: () => Promise<Result<T, KeepFailure>>,
): Promise<Result<T, KeepFailure>> {
  const writable = await folder.ensureWritable();
  return writable.ok ? write() : writable;
}

/** `work`, with arguments that fit the contract; `refused` for all others. */
function checked<Name extends DesktopRequestName>(
  name: Name,
  work: (args: DesktopArguments<Name>) => Promise<DesktopAnswer<Name>>,
): (given: unknown) => Promise<DesktopAnswer<Name> | Failure<{ readonly kind: 'refused' }>> {
  return async (given) => {
    const args = checkDesktopArguments(name, given);
    return args.ok ? work(args.value) : args;
  };
}
