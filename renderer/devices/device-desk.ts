// As much of the doorkeeper as own devices need, and what the shared rounds need made of it.

import type { ListPorts } from '../../shared/bundle/self-membership';
import type { DeviceSigner } from '../../shared/bundle/seal-device-log';
import { decryptByHeader, encryptTo, type SelfCipher } from '../../shared/bundle/self-age';
import type { DeviceRequest } from '../../shared/bundle/self-enrol';
import type { SelfMember } from '../../shared/bundle/self-state';
import type { SelfPorts } from '../../shared/bundle/self-sync';
import type { Platform } from '../../shared/bundle/verification';
import { folderName } from '../../shared/bundle/folder-names';
import { rootLimit } from '../../shared/bundle/limits';
import type { LogFolder } from '../../shared/bundle/push-device-log';
import { toBase64Url } from '../../shared/base64';
import type { DesktopApi, JournalEntry, StoreName } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import type { DeskFailure } from './device-orders';
import { inRuns } from './runs';

/** The requests that the worker may make; the page passes on no others. */
export const deskRequests = [
  'readJournal',
  'appendToJournal',
  'receiveEntries',
  'keepOriginal',
  'readOriginal',
  'readFromFolder',
  'listFolder',
  'writeToFolder',
  'describeDevice',
  'signDeviceHead',
  'renewDevice',
  'describeOwnKeys',
  'makeOwnKeys',
  'forgetOwnKeys',
  'unwrapFileKey',
  'signOwnDevices',
  'readOwnDevices',
  'keepOwnDevices',
] as const;
export type DeskRequest = (typeof deskRequests)[number];
export type Desk = Pick<DesktopApi, DeskRequest>;

/** What orders are carried out with. */
export type DeviceContext = {
  readonly desk: Desk;
  readonly store: StoreName;
  readonly platform: Platform;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `length` random bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Brings the rows to where the journal is. */
  readonly catchUp: () => Promise<Result<unknown, DeskFailure>>;
};

/** Journal entries are asked for in runs that the page passes on between two frames. */
const entriesPerRun = 200;

const folder = folderName({ kind: 'self' });

/** This device, with the keys it has now; `key-locked` where they cannot be used. */
export async function thisDevice({ desk, store }: DeviceContext): Promise<
  Result<
    {
      readonly signer: DeviceSigner<DeskFailure>;
      readonly author: string;
      readonly recipient: string;
      readonly holdsList: boolean;
    },
    DeskFailure
  >
> {
  const keys = await desk.describeOwnKeys({ store });
  if (!keys.ok) return keys;
  if (keys.value?.isOpen !== true) return fail({ kind: 'key-locked' });
  const described = await desk.describeDevice({ store });
  if (!described.ok) return described;
  const { device, publicKey, epoch, journalDevice } = described.value;
  const sign = async (payload: Uint8Array): Promise<Result<Uint8Array, DeskFailure>> =>
    desk.signDeviceHead({ store, payload });
  const holdsList = keys.value.identity !== undefined;
  return succeed({
    signer: { device, publicKey, epoch, sign },
    author: journalDevice,
    recipient: keys.value.recipient,
    holdsList,
  });
}

export type ThisDevice = Extract<Awaited<ReturnType<typeof thisDevice>>, { readonly ok: true }>['value'];

/** What this device makes known of itself. */
export function requestOf({ signer, recipient }: ThisDevice, label: string): DeviceRequest {
  return { device: signer.device, x: toBase64Url(signer.publicKey), age: recipient, label };
}

/** What changing the list of `identity` needs. */
export function listPorts(identity: string, { desk, store, platform, now }: DeviceContext): ListPorts<DeskFailure> {
  const path = `self/${identity}/devices.json`;
  return {
    platform,
    now,
    sign: async (payload) => desk.signOwnDevices({ store, payload }),
    readList: async () => readIfThere(await desk.readFromFolder({ store, folder, path, limit: rootLimit })),
    writeList: async (bytes, replaces) =>
      desk.writeToFolder({ store, folder, immutable: [], head: { path, bytes, replaces } }),
  };
}

/** What a round needs. */
export function selfPorts(
  identity: string,
  { signer, author, recipient }: ThisDevice,
  journalId: string,
  context: DeviceContext,
): SelfPorts<DeskFailure> {
  const { desk, store, platform, now } = context;
  return {
    platform,
    now,
    readList: listPorts(identity, context).readList,
    logOf: (device) => logFolder(`self/${identity}/${device}`, context),
    signer,
    author,
    recipient,
    cipherFor: (readers) => cipherFor(readers, context),
    journalId,
    readEntries: async (from) => readEntries(context, from),
    receive: async (entries) => {
      for (const run of inRuns(entries)) {
        const landed = await desk.receiveEntries({ store, entries: [...run] });
        if (!landed.ok) return landed;
      }
      return succeed(undefined);
    },
    keepLocked: async ({ sha256, bytes }) => desk.keepOriginal({ store, name: `${sha256}.age`, bytes }),
    readLocked: async (sha256) => {
      const kept = await desk.readOriginal({ store, sha256 });
      return kept.ok ? kept.value.bytes : undefined;
    },
    remember: async (state) => remember(state, context),
  };
}

/** Keeps the memory; null forgets it. */
export async function remember(
  state: SelfMember | { readonly v: 1; readonly kind: 'asking'; readonly label: string } | null,
  { desk, store }: DeviceContext,
): Promise<Result<unknown, DeskFailure>> {
  // As JSON has it: members that are undefined are not there.
  return desk.keepOwnDevices({ store, state: JSON.parse(JSON.stringify(state)) });
}

/** Encrypting needs only what is public; what opens a file stays with the doorkeeper, who sees no more than headers. */
function cipherFor(readers: readonly string[], { desk, store }: DeviceContext): SelfCipher {
  const unwrap = async (header: Uint8Array): Promise<Uint8Array | null> => {
    const key = await desk.unwrapFileKey({ store, header });
    return key.ok ? key.value : null;
  };
  return {
    readers,
    encrypt: async (plain) => encryptTo(readers, plain),
    decrypt: async (file) => decryptByHeader(unwrap, file),
  };
}

function logFolder(path: string, { desk, store }: DeviceContext): LogFolder<DeskFailure> {
  const read = async (name: string, limit: number): Promise<Result<Uint8Array | undefined, DeskFailure>> =>
    readIfThere(await desk.readFromFolder({ store, folder, path: `${path}/${name}`, limit }));
  return {
    head: async (limit) => read('head.json', limit),
    object: async (sha256, size) => read(`o/${sha256}`, size),
    write: async ({ objects, head }) =>
      desk.writeToFolder({
        store,
        folder,
        immutable: objects.map(({ sha256, bytes }) => ({ path: `${path}/o/${sha256}`, bytes })),
        head: { path: `${path}/head.json`, bytes: head },
      }),
  };
}

function readIfThere(read: Result<Uint8Array | null, DeskFailure>): Result<Uint8Array | undefined, DeskFailure> {
  return read.ok ? succeed(read.value ?? undefined) : read;
}

/** Every entry of the journal from a position on, in its order. */
export async function readEntries(
  { desk, store }: Pick<DeviceContext, 'desk' | 'store'>,
  first = 0,
): Promise<Result<readonly JournalEntry[], DeskFailure>> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const from = first + entries.length;
    const page = await desk.readJournal({ store, from, limit: entriesPerRun });
    if (!page.ok) return page;
    entries.push(...page.value.entries);
    if (page.value.entries.length === 0 || from + page.value.entries.length >= page.value.total) {
      return succeed(entries);
    }
  }
}
