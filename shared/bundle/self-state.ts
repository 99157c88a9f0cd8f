// What a device remembers of the delegate's own devices: plain JSON, no secrets. All of it can be found out again from
// the keys and the folder, so memory of another shape is no memory.

import * as v from 'valibot';
import { fromBase64, toBase64 } from '../base64';
import { deviceKeyPattern } from './device-id';
import { sha256Pattern } from './hex';
import { moment } from './moment';
import { readOwnDevices, type VerifiedDevices } from './self-identity';
import { nothingPushedOfSelf } from './self-push';
import { knownLogSchema } from './verify-device-log';
import type { Platform } from './verification';

const key = v.pipe(v.string(), v.regex(deviceKeyPattern));
const sha256 = v.pipe(v.string(), v.regex(sha256Pattern));
const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const label = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

const segment = v.strictObject({
  from: wholeNumber,
  to: wholeNumber,
  h: sha256,
  size: wholeNumber,
  raw: wholeNumber,
  enc: v.picklist(['none', 'age']),
  lastLine: sha256,
});

const peer = v.strictObject({
  known: knownLogSchema,
  /** The journal's name for who writes this log. */
  author: v.exactOptional(v.string()),
  /** When its head was made, by its own clock. */
  lastSeen: v.exactOptional(moment),
  /** Segments that no key here opens (S23). Their bytes are kept as received, under their hash. */
  locked: v.array(v.strictObject({ from: wholeNumber, to: wholeNumber, sha256 })),
});

const memberSchema = v.strictObject({
  v: v.literal(1),
  kind: v.literal('member'),
  /** The id of the delegate's identity key. */
  identity: key,
  /** What the delegate calls this computer. */
  label,
  isPaused: v.boolean(),
  /** The envelope of the newest list that was verified, base64; null before the first. */
  list: v.nullable(v.string()),
  /** The journal that `peers` and `pushed` tell of; null before the first. */
  journalId: v.nullable(v.string()),
  /** Positions in that journal: where the last segment that was sent begins, and up to where it was read for sending. */
  sentUpTo: v.exactOptional(v.strictObject({ segment: wholeNumber, end: wholeNumber })),
  /** The device that `pushed` tells of; null before the first. */
  device: v.nullable(key),
  pushed: v.strictObject({
    head: v.nullable(sha256),
    seq: wholeNumber,
    sealed: v.strictObject({ readers: v.array(v.string()), segments: v.array(segment) }),
  }),
  peers: v.record(key, peer),
  /** The journal of which every paper that was brought in earlier was said on `self`; absent before. */
  papersSaid: v.exactOptional(v.string()),
  /** Epoch milliseconds of the last time that all went well; null before the first. */
  syncedAt: v.nullable(v.number()),
});

const stateSchema = v.variant('kind', [
  memberSchema,
  /** This computer asks to be put on the list, and does not know yet whose list. */
  v.strictObject({ v: v.literal(1), kind: v.literal('asking'), label }),
]);

export type SelfState = Readonly<v.InferOutput<typeof stateSchema>>;
/** The memory of a device that knows whose it is. */
export type SelfMember = Readonly<v.InferOutput<typeof memberSchema>>;
export type KnownPeer = Readonly<v.InferOutput<typeof peer>>;

/** The memory that `stored` is; undefined when it is none. */
export function readSelfState(stored: unknown): SelfState | undefined {
  const shape = v.safeParse(stateSchema, stored);
  return shape.success ? shape.output : undefined;
}

/** What is known of a log of which nothing was sent yet. */
export const nothingPushed: SelfMember['pushed'] = {
  ...nothingPushedOfSelf,
  sealed: { readers: [], segments: [] },
};

/** What a device that has just become one of `identity`'s remembers. */
export function newMember(identity: string, name: string): SelfMember {
  return {
    v: 1,
    kind: 'member',
    identity,
    label: name,
    isPaused: false,
    list: null,
    journalId: null,
    device: null,
    pushed: nothingPushed,
    peers: {},
    syncedAt: null,
  };
}

/** `state` with a list that was verified, given as its envelope. */
export function withList(state: SelfMember, envelope: Uint8Array): SelfMember {
  return { ...state, list: toBase64(envelope) };
}

/** The list that is remembered; undefined when there is none. */
export async function heldList(
  { list, identity }: Pick<SelfMember, 'list' | 'identity'>,
  platform: Platform,
): Promise<VerifiedDevices | undefined> {
  const bytes = list === null ? undefined : fromBase64(list);
  const read = bytes === undefined ? undefined : await readOwnDevices(bytes, { identity }, platform);
  return read?.ok === true ? read.value : undefined;
}
