// The one contract between the renderer and the doorkeeper. Electron serves it over IPC, `rostrum open` over loopback
// HTTP; both check arguments against these schemas before anything else looks at them. The doorkeeper knows frames,
// files and bytes, and no conference rules.

import * as v from 'valibot';
import { isPlainJson, type JsonValue } from './json';
import { officeRequests, type OfficeAnswers } from './office-contract';
import { ownDeviceRequests, type OwnDeviceAnswers } from './desktop-contract-devices';
import { fail, succeed, type Result } from './result';

/** The delegate's own papers, or the sample conference: two folders that never share a file. */
const store = v.picklist(['own', 'sample']);
export type StoreName = v.InferOutput<typeof store>;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const conference = v.pipe(v.string(), v.regex(/^c[a-z2-7]{26}$/));
const address = v.pipe(v.string(), v.maxLength(2048));
const bytes: v.GenericSchema<Uint8Array> = v.instance(Uint8Array);
const fileName = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const json = v.custom<JsonValue>(isPlainJson);

/** A deed as the renderer hands it over; the journal adds device, sequence, Lamport time and clock. */
const deed = v.strictObject({
  /** `self`: private, own devices only. `team`: the delegation. `office`: the conference office. `local`: this computer. */
  stream: v.picklist(['self', 'team', 'office', 'local']),
  /** What was done (`note.set`), and to which record. */
  t: v.pipe(v.string(), v.regex(/^[a-z-]{1,32}\.[a-z-]{1,32}$/)),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  f: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  val: v.exactOptional(json),
  /** The text being reacted to, so that a later version can show that it changed. */
  base: v.exactOptional(
    v.strictObject({
      motionId: v.pipe(v.string(), v.maxLength(200)),
      textVersion: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
    }),
  ),
});
export type JournalDeed = v.InferOutput<typeof deed>;
export type JournalStream = JournalDeed['stream'];

/** An entry of the journal: the operation of a device's log (FORMAT.md, "op"), with its device and stream written out. */
export type JournalEntry = JournalDeed & {
  readonly v: 1;
  readonly device: string;
  /** 1, 2, 3… per device and stream, without gaps. */
  readonly seq: number;
  /** Lamport time: one more than the highest this device had seen. */
  readonly lam: number;
  /** Epoch milliseconds by this computer's clock: for display, never for order. */
  readonly ts: number;
  /** Device → highest sequence in this stream that the author had seen from it, itself left out. */
  readonly ctx: Readonly<Record<string, number>>;
};

const entry = v.strictObject({
  ...deed.entries,
  v: v.literal(1),
  device: v.pipe(v.string(), v.minLength(1)),
  seq: v.pipe(count, v.minValue(1)),
  lam: count,
  ts: v.number(),
  ctx: v.record(v.string(), count),
});

/** The entry that `stored` is, as the journal wrote it; undefined when it is none. */
export function readJournalEntry(stored: unknown): JournalEntry | undefined {
  const checked = v.safeParse(entry, stored, { abortEarly: true });
  return checked.success ? checked.output : undefined;
}

const folderId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));
const folderKind = v.picklist(['webdav', 's3']);
/** Parts of letters, digits, `-` and `_`, the last with `.json` or not: nothing that leads out of the folder. */
const folderPath = v.pipe(v.string(), v.maxLength(400), v.regex(/^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*(?:\.json)?$/));
const secret = v.pipe(v.string(), v.maxLength(1024));
const credentials = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('password'), user: secret, password: secret }),
  v.strictObject({ kind: v.literal('s3'), accessKeyId: secret, secretAccessKey: secret, region: secret }),
]);
/** No file in a folder is larger: an object as stored. */
const mostRead = 1024 * 1024;

/** The arguments of every request, by name. The list is exhaustive: a name that is not here does not exist. */
export const desktopRequests = {
  describeShell: v.strictObject({}),

  /** Entries from position `from` (0-based, inclusive) on, at most `limit`. */
  readJournal: v.strictObject({ store, from: count, limit: v.pipe(count, v.maxValue(5000)) }),
  /** Writes and fsyncs all deeds, or none, before it answers. */
  appendToJournal: v.strictObject({
    store,
    deeds: v.pipe(v.array(deed), v.minLength(1), v.maxLength(2000)),
    /** The highest Lamport time seen in logs of others: these deeds, and all later ones, come after it. */
    seen: v.exactOptional(count),
  }),
  /** Lands what other own devices wrote on `self`, all or none; what is there already changes nothing. */
  receiveEntries: v.strictObject({ store, entries: v.pipe(v.array(entry), v.minLength(1), v.maxLength(2000)) }),

  /** Keeps a paper as received, under its SHA-256. Keeping the same bytes twice is one file. */
  keepOriginal: v.strictObject({ store, name: fileName, bytes }),
  readOriginal: v.strictObject({ store, sha256 }),

  /** Files of the conference office by HTTPS (or loopback HTTP): fetched with caps, nothing parsed. */
  fetchConferences: v.strictObject({ address }),
  fetchRoot: v.strictObject({ address, conference, version: v.pipe(count, v.minValue(1), v.maxValue(100_000)) }),
  fetchHead: v.strictObject({ address, conference }),
  /** From what is kept when it is there, else from the network; length and SHA-256 checked, then kept. */
  fetchObject: v.strictObject({ store, address, conference, sha256, size: count }),
  /** Keeps what was verified, as received: roots and objects first, the head last. */
  keepOfficial: v.strictObject({
    store,
    conference,
    roots: v.pipe(v.array(v.strictObject({ version: count, bytes })), v.maxLength(64)),
    objects: v.pipe(v.array(v.strictObject({ sha256, bytes })), v.maxLength(4096)),
    head: v.exactOptional(bytes),
  }),
  readOfficial: v.strictObject({
    store,
    conference,
    what: v.variant('kind', [
      v.strictObject({ kind: v.literal('root'), version: count }),
      v.strictObject({ kind: v.literal('head') }),
      /** The head before the last that was kept, or the one before that. */
      v.strictObject({ kind: v.literal('earlier-head'), back: v.picklist([1, 2]) }),
      v.strictObject({ kind: v.literal('object'), sha256 }),
    ]),
  }),
  /** Keeps a report of what was refused, apart from everything that is used. */
  keepRefused: v.strictObject({ store, code: v.pipe(v.string(), v.regex(/^S\d\d$/)), report: bytes }),

  /**
   * A folder that is written to: a WebDAV address or an S3 store, and what opens it. The credentials are kept by the
   * doorkeeper and never come back. Connecting again under the same `id` replaces it.
   */
  connectFolder: v.strictObject({ store, folder: folderId, kind: folderKind, address, credentials }),
  /** The same with a folder of this computer, which the delegate is asked for: the page names none. */
  chooseFolder: v.strictObject({ store, folder: folderId }),
  forgetFolder: v.strictObject({ store, folder: folderId }),
  describeFolders: v.strictObject({ store }),
  /** Tries out what the folder can do, and keeps the answer. */
  probeFolder: v.strictObject({ store, folder: folderId }),
  /** At most `limit` bytes of a file; null when there is none. */
  readFromFolder: v.strictObject({
    store,
    folder: folderId,
    path: folderPath,
    limit: v.pipe(count, v.maxValue(mostRead)),
  }),
  /** Names right below a path. */
  listFolder: v.strictObject({ store, folder: folderId, path: folderPath }),
  /** Objects first and the head last, each read back; succeeds only when all of it stands there. */
  writeToFolder: v.strictObject({
    store,
    folder: folderId,
    immutable: v.pipe(v.array(v.strictObject({ path: folderPath, bytes })), v.maxLength(5000)),
    head: v.exactOptional(
      v.strictObject({
        path: folderPath,
        bytes,
        /** The SHA-256 of the file that it replaces, null for none: another there is `other-writer`. */
        replaces: v.exactOptional(v.nullable(sha256)),
      }),
    ),
  }),

  /** The key that this device signs its logs with; made when it is first asked for. */
  describeDevice: v.strictObject({ store }),
  /** The signature of a device head's payload. */
  signDeviceHead: v.strictObject({ store, payload: bytes }),
  /**
   * Goes on under another name and key, because somebody else uses this one's. `forkedFrom`: from this number on, what
   * stands here on `self` under the old name never reached anybody and gives way to what the other wrote under it; it is
   * said again under the new name, and the journal gets another id.
   * `isLost`: because what opens the key is lost for good. Everything sealed that does not open now, in every store, is
   * given up with it and kept aside, and `forkedFrom` is where what was not sent begins; what opens stays as it is.
   */
  renewDevice: v.strictObject({
    store,
    forkedFrom: v.exactOptional(v.pipe(count, v.minValue(1))),
    isLost: v.exactOptional(v.literal(true)),
  }),
  /** The passphrase that keys and credentials lie under, where the shell has no keyring. Kept in memory alone. */
  unlockSecrets: v.strictObject({ passphrase: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)) }),
  ...ownDeviceRequests,

  ...officeRequests,

  /** Asks where to save (Electron), or says that the page itself has to offer the download (`rostrum open`). */
  saveFile: v.strictObject({ suggestedName: fileName, bytes }),
  /** Prints a whole HTML document, which may not run scripts or load anything, as tagged PDF. */
  printPdf: v.strictObject({ html: v.pipe(v.string(), v.maxLength(32 * 1024 * 1024)) }),
  /** Files the delegate opened from outside (double click, command line) since the last call. */
  takeOpenedFiles: v.strictObject({}),
  /** Opens an `https:` or `mailto:` address outside the app after the delegate confirmed it. */
  openExternal: v.strictObject({ url: v.pipe(v.string(), v.maxLength(2048)) }),
} as const;

export type DesktopRequestName = keyof typeof desktopRequests;
export type DesktopArguments<Name extends DesktopRequestName> = v.InferOutput<(typeof desktopRequests)[Name]>;

/** The arguments of the request `name`, or `refused` when `given` does not fit its schema. Never throws. */
export function checkDesktopArguments<Name extends DesktopRequestName>(
  name: Name,
  given: unknown,
): Result<DesktopArguments<Name>, { readonly kind: 'refused' }> {
  const checked = v.safeParse(desktopRequests[name], given, { abortEarly: true });
  return checked.success ? succeed(checked.output) : fail({ kind: 'refused' });
}

export type ShellDescription = {
  readonly shell: 'electron' | 'browser';
  readonly appVersion: string;
  /** Names the data folder, and with it the IndexedDB: made once, kept in the folder. */
  readonly folderId: string;
  /** What this shell cannot offer. */
  readonly lacks: readonly ('menu-bar' | 'system-keyring' | 'save-dialog' | 'pdf')[];
};

export type JournalPage = {
  /** Changes only when the journal was replaced by another; then everything built from it is built again. */
  readonly journalId: string;
  readonly entries: readonly JournalEntry[];
  /** Entries in the journal now, and so the position after its last. */
  readonly total: number;
  /** Lines that failed their checksum; they are set aside in the folder, never deleted. */
  readonly damaged: number;
};

/** The program behind the page was ended while the page stayed open: only in `rostrum open`. */
export type HostGone = { readonly kind: 'host-gone' };

export type KeepFailure =
  | HostGone
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'not-writable' }
  | { readonly kind: 'folder-in-use' }
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'too-large'; readonly limit: number }
  /** The arguments do not fit the contract. */
  | { readonly kind: 'refused' };

export type FetchFailure =
  | HostGone
  | { readonly kind: 'offline' }
  | { readonly kind: 'address-refused' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-allowed'; readonly status: number }
  | { readonly kind: 'server-trouble'; readonly status: number }
  | { readonly kind: 'timed-out' }
  /** A page came back instead of a file: a Wi-Fi sign-in page, most likely. */
  | { readonly kind: 'sign-in-page' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'cut-short' }
  | { readonly kind: 'hash-mismatch' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'not-writable' }
  | { readonly kind: 'refused' };

/** The key that this device signs with, as others know it. */
export type DescribedDevice = {
  /** Its id: base64url of the SHA-256 of the public key. */
  readonly device: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 1 for the first key, one more for each that replaced one. */
  readonly epoch: number;
  /** What guards the private half: `keyring`, `passphrase` or `file-rights`. */
  readonly guard: string;
};

/** A folder that is written to, as the renderer may know it. */
export type DescribedFolder = {
  readonly folder: string;
  readonly kind: 'webdav' | 's3' | 'local';
  /** Of a folder of this computer, its path. */
  readonly address: string;
  readonly hasCredentials: boolean;
  /** Absent until it was tried out. */
  readonly abilities?: FolderAbilities;
};

/** What a folder was found to do. The app needs none of it. */
export type FolderAbilities = {
  /** Tells what is in it, so that the office finds logs of devices it does not know yet. */
  readonly lists: boolean;
  readonly honoursIfNoneMatch: boolean;
  readonly honoursIfMatch: boolean;
};

/** Why a folder that is written to did not do what it was asked. What was to be sent stays here, and goes another time. */
export type FolderFailure =
  | FetchFailure
  | { readonly kind: 'folder-in-use' }
  /** The server has no room (507), or takes no file of this size (413). */
  | { readonly kind: 'folder-full'; readonly status: number }
  | { readonly kind: 'locked' }
  /** The server asks to be left alone for a while (429, 503): `retryAfter` milliseconds, when it says how long. */
  | { readonly kind: 'busy'; readonly retryAfter?: number }
  /** What was read back is not what was written. */
  | { readonly kind: 'not-as-written'; readonly path: string }
  /** Somebody else has written since it was read: another station of the office has published. */
  | { readonly kind: 'other-writer' }
  | { readonly kind: 'no-such-folder' }
  /** What opens the stored credentials or the key is not to be had: the keyring, or a passphrase that was not given. */
  | { readonly kind: 'key-locked' }
  /** What opened the stored credentials was lost, and they were given up: they have to be given again. */
  | { readonly kind: 'credentials-lost' }
  | { readonly kind: 'wrong-passphrase' };

/** Why no folder of this computer was chosen. `no-dialog`: this shell asks for none, and was started without naming one. */
export type ChooseFailure = FolderFailure | { readonly kind: 'cancelled' } | { readonly kind: 'no-dialog' };

export type SaveFailure = KeepFailure | { readonly kind: 'cancelled' } | { readonly kind: 'use-download' };
export type PrintFailure =
  | HostGone
  | { readonly kind: 'no-printer' }
  | { readonly kind: 'print-failed' }
  | { readonly kind: 'refused' };
export type OpenFailure =
  | HostGone
  | { readonly kind: 'address-refused' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused' };

export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array };

type Answers = OwnDeviceAnswers<FolderFailure> &
  OfficeAnswers & {
    describeShell: ShellDescription;
    readJournal: Result<JournalPage, KeepFailure>;
    appendToJournal: Result<
      { readonly journalId: string; readonly from: number; readonly entries: readonly JournalEntry[] },
      KeepFailure
    >;
    receiveEntries: Result<
      { readonly journalId: string; readonly from: number; readonly entries: readonly JournalEntry[] },
      KeepFailure
    >;
    keepOriginal: Result<{ readonly sha256: string }, KeepFailure>;
    readOriginal: Result<OpenedFile, KeepFailure>;
    fetchConferences: Result<Uint8Array, FetchFailure>;
    fetchRoot: Result<Uint8Array, FetchFailure>;
    fetchHead: Result<Uint8Array, FetchFailure>;
    fetchObject: Result<Uint8Array, FetchFailure>;
    keepOfficial: Result<{ readonly kept: number }, KeepFailure>;
    readOfficial: Result<Uint8Array, KeepFailure>;
    keepRefused: Result<{ readonly kept: true }, KeepFailure>;
    connectFolder: Result<DescribedFolder, FolderFailure>;
    chooseFolder: Result<DescribedFolder, ChooseFailure>;
    forgetFolder: Result<{ readonly forgotten: boolean }, FolderFailure>;
    describeFolders: Result<readonly DescribedFolder[], FolderFailure>;
    probeFolder: Result<FolderAbilities, FolderFailure>;
    readFromFolder: Result<Uint8Array | null, FolderFailure>;
    listFolder: Result<readonly string[], FolderFailure>;
    writeToFolder: Result<{ readonly written: number }, FolderFailure>;
    /** `journalDevice`: the name under which the journal's entries of this key stand. */
    describeDevice: Result<DescribedDevice & { readonly journalDevice: string }, FolderFailure>;
    signDeviceHead: Result<Uint8Array, FolderFailure>;
    renewDevice: Result<{ readonly journalDevice: string }, FolderFailure>;
    unlockSecrets: Result<{ readonly unlocked: true }, FolderFailure>;
    saveFile: Result<{ readonly name: string }, SaveFailure>;
    printPdf: Result<Uint8Array, PrintFailure>;
    takeOpenedFiles: readonly OpenedFile[];
    openExternal: Result<{ readonly opened: true }, OpenFailure>;
  };

export type DesktopAnswer<Name extends DesktopRequestName> = Answers[Name];

/** What the renderer calls: one function a request. */
export type DesktopApi = {
  readonly [Name in DesktopRequestName]: (args: DesktopArguments<Name>) => Promise<DesktopAnswer<Name>>;
};

/** Commands of the menu bar and news from outside; the renderer listens, and never answers. */
export type DesktopEvent = { readonly kind: 'menu'; readonly command: MenuCommand } | { readonly kind: 'files-opened' };

export const menuCommands = [
  'import-papers',
  'new-note',
  'draft-amendment',
  'export-report',
  'look-for-news',
  'show-shortcuts',
  'find',
  'go-to',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the preload puts on `window.rostrum`: the requests, and one way to listen that returns its own undoing. */
export type DesktopBridge = DesktopApi & { readonly listen: (listener: (event: DesktopEvent) => void) => () => void };
