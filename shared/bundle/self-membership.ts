// Who is on the list of own devices: founding it, putting a device on it, taking one off, coming back with a recovery
// kit, and finding out on whose list this device was put. Whoever holds the identity key writes the list.

import { fromBase64Url, toBase64Url } from '../base64';
import { fail, succeed, type Result } from '../result';
import { checkWords, conferenceWordCount } from './check-words';
import { toHex } from './hex';
import type { DeviceRequest } from './self-enrol';
import {
  foundOwnDevices,
  readOwnDevices,
  sealOwnDevices,
  type IdentitySigner,
  type OwnDevices,
  type OwnDevicesFailure,
} from './self-identity';
import { newMember, withList, type SelfMember } from './self-state';
import { findList, type SelfSyncFailure } from './self-sync';
import type { Platform } from './verification';

/** What the list needs of this computer and of the folder. */
export type ListPorts<E extends { readonly kind: string }> = IdentitySigner<E> & {
  readonly platform: Platform;
  readonly readList: () => Promise<Result<Uint8Array | undefined, E>>;
  /** `replaces`: SHA-256 of the file that was read, null for none. Fails when another stands there by now. */
  readonly writeList: (bytes: Uint8Array, replaces: string | null) => Promise<Result<unknown, E>>;
  readonly now: number;
};

export type ListFailure<E extends { readonly kind: string }> =
  | SelfSyncFailure<E>
  | { readonly kind: 'too-many-devices'; readonly limit: number };

/** A first list with this device alone. `identityKey`: 32 bytes; `recovery`: what is encrypted to the kit. */
export async function foundList<E extends { readonly kind: string }>(
  first: { readonly identityKey: Uint8Array; readonly device: DeviceRequest; readonly recovery: string },
  ports: ListPorts<E>,
): Promise<Result<SelfMember, E>> {
  const { identityKey, device, recovery } = first;
  const founding = { identityKey: toBase64Url(identityKey), device, recovery };
  const list = await foundOwnDevices(founding, ports.now, ports.platform.cryptography);
  return writeList(newMember(list.identity, device.label), list, null, ports);
}

/** The memory with the next list, as `change` makes it of the newest. The same list is not written again. */
export async function changeList<E extends { readonly kind: string }>(
  state: SelfMember,
  change: (list: OwnDevices) => Result<OwnDevices, { readonly kind: 'too-many-devices'; readonly limit: number }>,
  ports: ListPorts<E>,
): Promise<Result<SelfMember, ListFailure<E>>> {
  const there = await ports.readList();
  if (!there.ok) return there;
  const found = await findList<E>(state, { platform: ports.platform, readList: async () => there });
  if (!found.ok) return found;
  const { list } = found.value.verified;
  const changed = change(list);
  if (!changed.ok) return changed;
  if (changed.value === list) return succeed(found.value.state);
  const bytes = there.value;
  const replaces = bytes === undefined ? null : toHex(await ports.platform.cryptography.sha256(bytes));
  return writeList(found.value.state, changed.value, replaces, ports);
}

/** A list on which this device was put. */
export type FoundIdentity = {
  readonly identity: string;
  /** Six words of the identity key's id: the other computer shows the same, or it is somebody else's list. */
  readonly words: string;
  /** What the computers on it are called. */
  readonly labels: readonly string[];
};

/** The list in `bytes` as one that this device was put on; undefined when it was not. */
export async function readInvitation(
  bytes: Uint8Array,
  identity: string,
  device: string,
  platform: Platform,
): Promise<Result<FoundIdentity | undefined, OwnDevicesFailure>> {
  const read = await readOwnDevices(bytes, { identity }, platform);
  if (!read.ok) return read;
  const { devices } = read.value.list;
  if (!devices.some((one) => one.device === device)) return succeed(undefined);
  const labels = devices.filter((one) => one.device !== device).map(({ label }) => label);
  return succeed({ identity, words: identityWords(identity), labels });
}

/** Six words for the id of an identity key. */
export function identityWords(identity: string): string {
  return checkWords(fromBase64Url(identity) ?? new Uint8Array(32), conferenceWordCount);
}

async function writeList<E extends { readonly kind: string }>(
  state: SelfMember,
  list: OwnDevices,
  replaces: string | null,
  ports: ListPorts<E>,
): Promise<Result<SelfMember, E>> {
  const sealed = await sealOwnDevices(list, ports, ports.platform.text);
  if (!sealed.ok) return fail(sealed.error);
  const written = await ports.writeList(sealed.value, replaces);
  return written.ok ? succeed(withList(state, sealed.value)) : written;
}
