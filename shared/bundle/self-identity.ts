// Whose devices are whose: a list of one delegate's own devices, signed by the delegate's identity key. It says which
// logs are read and merged, and to which keys private notes are encrypted.

import * as v from 'valibot';
import { fromBase64Url } from '../base64';
import type { Cryptography, TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import { deviceKeyPattern } from './device-id';
import { payloadTypes, readEnvelope, writeEnvelope } from './envelope';
import { toHex } from './hex';
import { rootLimit } from './limits';
import { isUsablePublicKey } from './low-order-keys';
import { moment, momentOf } from './moment';
import { parseJsonSafely } from './parse-json-safely';
import { placeOf } from './root';
import { ageRecipientPattern } from './self-age';
import { keyIdOf } from './verify-roots';
import { verifySignatures } from './verify-signatures';

/** More are no longer one person's. */
export const ownDevicesLimit = 5;

const key = v.pipe(v.string(), v.regex(deviceKeyPattern));
const recipient = v.pipe(v.string(), v.regex(ageRecipientPattern));

/** What a device makes known of itself. */
export const deviceFields = {
  /** Its public key for signing: 32 bytes as base64url. */
  x: key,
  /** What is encrypted to it. */
  age: recipient,
  /** What the delegate calls it. */
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
};

const documentSchema = v.object({
  v: v.literal(1),
  /** The id of the identity key, and the key. */
  identity: key,
  x: key,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  devices: v.pipe(v.array(v.object({ device: key, ...deviceFields, addedAt: moment })), v.maxLength(ownDevicesLimit)),
  /** Devices that were lost: for display. What they wrote until then stays. */
  removed: v.pipe(v.array(v.object({ device: key, label: v.string(), at: moment })), v.maxLength(64)),
  /** What is encrypted to the recovery kit. */
  recovery: recipient,
  issuedAt: moment,
});

/** The list, field by field as FORMAT.md has it. */
export type OwnDevices = v.InferOutput<typeof documentSchema>;
export type OwnDevice = OwnDevices['devices'][number];

/** A list that its identity key has signed. Only `readOwnDevices` makes one. */
export type VerifiedDevices = {
  readonly list: OwnDevices;
  /** SHA-256 of the payload, hex. */ readonly sha256: string;
};

export type OwnDevicesFailure =
  | { readonly kind: 'not-a-list'; readonly code: 'S01' }
  | { readonly kind: 'wrong-signature'; readonly code: 'S02' }
  | { readonly kind: 'older-list'; readonly code: 'S06'; readonly offered: number; readonly held: number }
  /** Two lists of one number: the identity key is used in two places. */
  | { readonly kind: 'two-lists'; readonly code: 'S08'; readonly version: number }
  | { readonly kind: 'unreadable'; readonly code: 'S15'; readonly where: string }
  | { readonly kind: 'another-identity'; readonly code: 'S16' }
  | { readonly kind: 'newer-format'; readonly code: 'S17'; readonly major: number };

type HashAndText = { readonly cryptography: Cryptography; readonly text: TextCodec };

/** What is known before: whose list it has to be, and the one that was read last. */
export type ListExpected = { readonly identity: string; readonly held?: VerifiedDevices };

/** Reads and verifies a list. It never goes back to an older one, which would bring a lost device in again. */
export async function readOwnDevices(
  bytes: Uint8Array,
  { identity, held }: ListExpected,
  platform: HashAndText,
): Promise<Result<VerifiedDevices, OwnDevicesFailure>> {
  const part = { kind: 'head' } as const;
  const read = readEnvelope({ bytes, part, payloadType: payloadTypes.enrol, limit: rootLimit }, platform.text);
  if (!read.ok) return fail({ kind: 'not-a-list', code: 'S01' });
  const { payload } = read.value;
  const list = readPayload(payload, platform.text);
  if (!list.ok) return list;
  const publicKey = await usableKey(list.value.identity, list.value.x, platform);
  if (publicKey === undefined) return unreadable('x');
  if (list.value.identity !== identity) return fail({ kind: 'another-identity', code: 'S16' });
  const role = { keys: [{ keyid: identity, bytes: publicKey, label: '' }], threshold: 1 };
  const signed = await verifySignatures(read.value, role, { part, withdrawn: [] }, platform);
  if (!signed.ok) return fail({ kind: 'wrong-signature', code: 'S02' });
  for (const { device, x } of list.value.devices) {
    if ((await usableKey(device, x, platform)) === undefined) return unreadable(device);
  }
  const verified = { list: list.value, sha256: toHex(await platform.cryptography.sha256(payload)) };
  return findStep(held, verified) ?? succeed(verified);
}

/** The key whose id is `keyid`; undefined when it is another's, or one that must not be used. */
async function usableKey(keyid: string, x: string, { cryptography }: HashAndText): Promise<Uint8Array | undefined> {
  const bytes = fromBase64Url(x);
  if (bytes === undefined || !isUsablePublicKey(bytes)) return undefined;
  return (await keyIdOf(bytes, cryptography)) === keyid ? bytes : undefined;
}

function readPayload(payload: Uint8Array, text: TextCodec): Result<OwnDevices, OwnDevicesFailure> {
  const json = parseJsonSafely(payload, text);
  if (!json.ok) return unreadable(json.error.kind);
  const major = v.safeParse(v.object({ v: v.number() }), json.value);
  if (major.success && major.output.v > 1) return fail({ kind: 'newer-format', code: 'S17', major: major.output.v });
  const shape = v.safeParse(documentSchema, json.value);
  if (!shape.success) return unreadable(placeOf(shape.issues));
  const names = shape.output.devices.flatMap(({ device, age }) => [device, age]);
  return new Set(names).size === names.length ? succeed(shape.output) : unreadable('devices');
}

function findStep(
  held: VerifiedDevices | undefined,
  offered: VerifiedDevices,
): Result<never, OwnDevicesFailure> | undefined {
  if (held === undefined) return undefined;
  const versions = { offered: offered.list.version, held: held.list.version };
  if (versions.offered < versions.held) return fail({ kind: 'older-list', code: 'S06', ...versions });
  const isFork = versions.offered === versions.held && offered.sha256 !== held.sha256;
  return isFork ? fail({ kind: 'two-lists', code: 'S08', version: versions.held }) : undefined;
}

function unreadable(where: string): Result<never, OwnDevicesFailure> {
  return fail({ kind: 'unreadable', code: 'S15', where });
}

/** Signs with the identity key; answers the signature (64 bytes) of DSSE's encoding of the payload. */
export type IdentitySigner<E extends { readonly kind: string }> = {
  readonly sign: (payload: Uint8Array) => Promise<Result<Uint8Array, E>>;
};

/** The envelope of a list. */
export async function sealOwnDevices<E extends { readonly kind: string }>(
  list: OwnDevices,
  { sign }: IdentitySigner<E>,
  text: TextCodec,
): Promise<Result<Uint8Array, E>> {
  const payload = text.encode(JSON.stringify(list));
  const signature = await sign(payload);
  if (!signature.ok) return signature;
  const signatures = [{ keyid: list.identity, sig: signature.value }];
  return succeed(writeEnvelope({ payloadType: payloadTypes.enrol, payload, signatures }, text));
}

/** A first list, of the one device that founds it. `recovery` is the public half of the recovery kit's key. */
export async function foundOwnDevices(
  first: { readonly identityKey: string; readonly device: Omit<OwnDevice, 'addedAt'>; readonly recovery: string },
  now: number,
  cryptography: Cryptography,
): Promise<OwnDevices> {
  const { identityKey, device, recovery } = first;
  const at = momentOf(now);
  const identity = await keyIdOf(fromBase64Url(identityKey) ?? new Uint8Array(), cryptography);
  return {
    v: 1,
    identity,
    x: identityKey,
    version: 1,
    devices: [{ ...device, addedAt: at }],
    removed: [],
    recovery,
    issuedAt: at,
  };
}

/** Everybody who is to read private notes: each own device, and the recovery kit. Sorted, so that lists compare. */
export function recipientsOf({ devices, recovery }: OwnDevices): readonly string[] {
  return [...devices.map(({ age }) => age), recovery].sort();
}
