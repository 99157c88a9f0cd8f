// A device head: how far the log of one device on one stream goes, as hashes of its segments. Signed by the device's own
// key, which it carries: that says the log is one device's, and not yet whose.

import * as v from 'valibot';
import { fromBase64Url } from '../base64';
import { fail, succeed, type Result } from '../result';
import { conferenceIdPattern } from './conference-id';
import { deviceKeyPattern } from './device-id';
import { payloadTypes, readEnvelope } from './envelope';
import { sha256Pattern, toHex } from './hex';
import {
  deviceHeadLimit,
  inflateRatioLimit,
  logOperationsLimit,
  rawLogLimit,
  rawObjectLimit,
  storedObjectLimit,
} from './limits';
import type { LogFailure } from './log-failure';
import { isUsablePublicKey } from './low-order-keys';
import { moment } from './moment';
import { parseJsonSafely } from './parse-json-safely';
import { placeOf } from './root';
import type { Platform } from './verification';
import { keyIdOf } from './verify-roots';
import { verifySignatures } from './verify-signatures';

/** Who a log is for: the conference office, the delegation, the delegate's own devices. */
export type LogStream = 'office' | 'team' | 'self';

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const sha256 = v.pipe(v.string(), v.regex(sha256Pattern));

const segmentSchema = v.object({
  from: positive,
  to: positive,
  h: sha256,
  size: wholeNumber,
  raw: wholeNumber,
  enc: v.picklist(['none', 'age']),
});

const headSchema = v.object({
  v: v.literal(1),
  conf: v.pipe(v.string(), v.regex(conferenceIdPattern)),
  stream: v.picklist(['office', 'team', 'self']),
  device: v.pipe(v.string(), v.regex(deviceKeyPattern)),
  /** The device's public key: 32 bytes as base64url. */
  x: v.pipe(v.string(), v.regex(deviceKeyPattern)),
  /** What the delegate calls themselves. Nobody vouches for it. */
  name: v.exactOptional(v.pipe(v.string(), v.maxLength(1024))),
  epoch: positive,
  seq: positive,
  lamport: wholeNumber,
  /** The hash of operation `seq`. */
  lastOp: sha256,
  segments: v.pipe(v.array(segmentSchema), v.minLength(1), v.maxLength(4096)),
  prev: v.nullable(sha256),
  /** The official head that this device holds: evidence, should an office show different ones to different people. */
  seen: v.nullable(v.object({ version: positive, head: sha256 })),
  issuedAt: moment,
});

/** A device head's payload, field by field as FORMAT.md has it. */
export type DeviceHead = v.InferOutput<typeof headSchema>;
export type SegmentEntry = DeviceHead['segments'][number];

/** A device head that its own key has signed. Only `readDeviceHead` makes one. */
export type SignedDeviceHead = {
  readonly head: DeviceHead;
  /** SHA-256 of the payload, hex. */
  readonly sha256: string;
  readonly publicKey: Uint8Array;
};

/** Where a log stands, and so whose it has to be. */
export type LogPlace = { readonly conference: string; readonly stream: LogStream; readonly device: string };

/** Reads a device head's envelope and verifies it against the key it carries and the place it was found in. */
export async function readDeviceHead(
  bytes: Uint8Array,
  place: LogPlace,
  platform: Pick<Platform, 'cryptography' | 'text'>,
): Promise<Result<SignedDeviceHead, LogFailure>> {
  const part = { kind: 'head' } as const;
  const envelope = readEnvelope(
    { bytes, part, payloadType: payloadTypes.deviceHead, limit: deviceHeadLimit },
    platform.text,
  );
  if (!envelope.ok) return fail({ kind: 'not-a-log', code: 'S01' });
  const { payload } = envelope.value;
  const head = readPayload(payload, platform);
  if (!head.ok) return head;
  const publicKey = fromBase64Url(head.value.x);
  if (publicKey === undefined || !isUsablePublicKey(publicKey)) return unreadable('x');
  const keyid = await keyIdOf(publicKey, platform.cryptography);
  if (keyid !== head.value.device) return unreadable('device');
  const role = { keys: [{ keyid, bytes: publicKey, label: '' }], threshold: 1 };
  const signed = await verifySignatures(envelope.value, role, { part, withdrawn: [] }, platform);
  if (!signed.ok) return fail({ kind: 'wrong-signature', code: 'S02' });
  const misplaced = findMisplaced(head.value, place);
  if (misplaced !== undefined) return fail({ kind: 'misplaced', code: 'S16', where: misplaced });
  return succeed({ head: head.value, sha256: toHex(await platform.cryptography.sha256(payload)), publicKey });
}

function readPayload(payload: Uint8Array, { text }: Pick<Platform, 'text'>): Result<DeviceHead, LogFailure> {
  const json = parseJsonSafely(payload, text);
  if (!json.ok) return unreadable(json.error.kind);
  const major = v.safeParse(v.object({ v: v.number() }), json.value);
  if (major.success && major.output.v > 1) return fail({ kind: 'newer-format', code: 'S17', major: major.output.v });
  const shape = v.safeParse(headSchema, json.value);
  if (!shape.success) return unreadable(placeOf(shape.issues));
  if (!hasRightEncryption(shape.output)) return unreadable('enc');
  const refusal = findExcess(shape.output) ?? findGap(shape.output);
  return refusal === undefined ? succeed(shape.output) : fail(refusal);
}

/** What is private is encrypted, always; the stream says so, and not whether there was a key. Nothing else is. */
export function hasRightEncryption({ stream, segments }: Pick<DeviceHead, 'stream' | 'segments'>): boolean {
  return segments.every(({ enc }) => (enc === 'age') === (stream === 'self'));
}

function unreadable(where: string): Result<never, LogFailure> {
  return fail({ kind: 'unreadable', code: 'S15', where });
}

function findExcess({ seq, segments }: DeviceHead): LogFailure | undefined {
  if (seq > logOperationsLimit) return { kind: 'too-large', code: 'S14', limit: logOperationsLimit };
  const total = segments.reduce((sum, { raw }) => sum + raw, 0);
  if (total > rawLogLimit) return { kind: 'too-large', code: 'S14', limit: rawLogLimit };
  for (const { from, size, raw } of segments) {
    if (size > storedObjectLimit) return { kind: 'too-large', code: 'S14', limit: storedObjectLimit };
    if (raw > rawObjectLimit) return { kind: 'too-large', code: 'S14', limit: rawObjectLimit };
    if (raw > size * inflateRatioLimit) return { kind: 'unsafe', code: 'S13', from };
  }
  return undefined;
}

/** Segments follow each other from 1 to `seq`, none empty. */
function findGap({ seq, segments }: DeviceHead): LogFailure | undefined {
  let next = 1;
  for (const { from, to } of segments) {
    if (from !== next || to < from) return { kind: 'unreadable', code: 'S15', where: `segment ${from}` };
    next = to + 1;
  }
  return next === seq + 1 ? undefined : { kind: 'unreadable', code: 'S15', where: 'seq' };
}

function findMisplaced(head: DeviceHead, { conference, stream, device }: LogPlace): string | undefined {
  if (head.conf !== conference) return 'conf';
  if (head.stream !== stream) return 'stream';
  return head.device === device ? undefined : 'device';
}
