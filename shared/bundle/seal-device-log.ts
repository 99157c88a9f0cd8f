// A device's log, made ready to be written: its operations cut into segments, and a head for them to be signed. Pure:
// what is written where, and in which order, is for `push-device-log.ts` and the doorkeeper.

import { assert } from '../assert';
import { toBase64Url } from '../base64';
import { fail, succeed, type Result } from '../result';
import { hasRightEncryption, type DeviceHead, type LogPlace, type SegmentEntry } from './device-head';
import { payloadTypes, writeEnvelope } from './envelope';
import { toHex } from './hex';
import {
  deviceHeadLimit,
  logOperationsLimit,
  rawLogLimit,
  rawObjectLimit,
  rawSegmentLimit,
  segmentOperationsLimit,
  storedObjectLimit,
} from './limits';
import { momentOf } from './moment';
import { writeSegment, type LogLine } from './segment';
import type { Platform } from './verification';
import type { StoredObject } from './verify-objects';

/** The key a device signs with. The private half stays with the doorkeeper; `sign` answers the signature (64 bytes). */
export type DeviceSigner<E extends { readonly kind: string }> = {
  readonly device: string;
  readonly publicKey: Uint8Array;
  /** 1 for a device's first key, one more with every key that replaced it. */
  readonly epoch: number;
  readonly sign: (payload: Uint8Array) => Promise<Result<Uint8Array, E>>;
};

export type LogToSeal<E extends { readonly kind: string }> = {
  readonly place: LogPlace;
  readonly signer: DeviceSigner<E>;
  /** What the delegate calls themselves. */
  readonly name?: string;
  /** All operations from 1 on, at least one. */
  readonly lines: readonly LogLine[];
  /** SHA-256 of the payload of the head that this one replaces. */
  readonly previous: string | null;
  readonly seen: DeviceHead['seen'];
  /** Epoch milliseconds. */
  readonly now: number;
};

export type SealedLog = {
  /** The head's envelope, and the SHA-256 of its payload. */
  readonly head: Uint8Array;
  readonly headHash: string;
  readonly segments: readonly SegmentEntry[];
  readonly objects: readonly StoredObject[];
};

/** The log is larger than any reader accepts: the oldest of what is left unsent has to wait for another device. */
export type LogTooLarge = { readonly kind: 'log-too-large'; readonly limit: number };

/** Cuts and signs. The same operations make the same segments whenever they are cut. */
export async function sealDeviceLog<E extends { readonly kind: string }>(
  log: LogToSeal<E>,
  platform: Platform,
): Promise<Result<SealedLog, E | LogTooLarge>> {
  const { place, lines } = log;
  const last = lines.at(-1);
  if (last === undefined || lines.length > logOperationsLimit) {
    return fail({ kind: 'log-too-large', limit: logOperationsLimit });
  }
  const segments: SegmentEntry[] = [];
  const objects: StoredObject[] = [];
  for (const some of cutIntoSegments(lines, platform)) {
    const stored = await storeSegment(some, lines, place, platform);
    segments.push(stored.entry);
    objects.push(stored.object);
  }
  const head = await sealDeviceHead(log, { segments, lastOp: last.sha256 }, platform);
  return head.ok ? succeed({ ...head.value, segments, objects }) : head;
}

/** The signed head of a log whose segments are made. Private logs are encrypted and no other is: a bug else. */
export async function sealDeviceHead<E extends { readonly kind: string }>(
  log: LogToSeal<E>,
  { segments, lastOp }: Pick<DeviceHead, 'segments' | 'lastOp'>,
  platform: Pick<Platform, 'cryptography' | 'text'>,
): Promise<Result<Pick<SealedLog, 'head' | 'headHash'>, E | LogTooLarge>> {
  const { place, signer, lines } = log;
  assert(hasRightEncryption({ stream: place.stream, segments }), 'what is private is encrypted, and nothing else is');
  const rawTotal = segments.reduce((sum, { raw }) => sum + raw, 0);
  const isOverLimit =
    rawTotal > rawLogLimit || segments.some(({ size, raw }) => size > storedObjectLimit || raw > rawObjectLimit);
  if (isOverLimit) return fail({ kind: 'log-too-large', limit: rawLogLimit });
  const head: DeviceHead = {
    v: 1,
    conf: place.conference,
    stream: place.stream,
    device: signer.device,
    x: toBase64Url(signer.publicKey),
    ...(log.name === undefined ? {} : { name: log.name }),
    epoch: signer.epoch,
    seq: lines.at(-1)?.operation.seq ?? 0,
    lamport: lines.at(-1)?.operation.lam ?? 0,
    lastOp,
    segments,
    prev: log.previous,
    seen: log.seen,
    issuedAt: momentOf(log.now),
  };
  const payload = platform.text.encode(JSON.stringify(head));
  const signature = await signer.sign(payload);
  if (!signature.ok) return signature;
  const envelope = writeEnvelope(
    {
      payloadType: payloadTypes.deviceHead,
      payload,
      signatures: [{ keyid: signer.device, sig: signature.value }],
    },
    platform.text,
  );
  if (envelope.length > deviceHeadLimit) return fail({ kind: 'log-too-large', limit: deviceHeadLimit });
  return succeed({ head: envelope, headHash: toHex(await platform.cryptography.sha256(payload)) });
}

/** A segment closes before the operation that would make it too long; a single long operation is one by itself. */
export function cutIntoSegments(
  lines: readonly LogLine[],
  { text }: Pick<Platform, 'text'>,
): readonly (readonly LogLine[])[] {
  const segments: LogLine[][] = [];
  let size = 0;
  for (const line of lines) {
    const bytes = text.encode(line.line).length + 1;
    const open = segments.at(-1);
    if (open === undefined || open.length === segmentOperationsLimit || size + bytes > rawSegmentLimit) {
      segments.push([line]);
      size = bytes;
    } else {
      open.push(line);
      size += bytes;
    }
  }
  return segments;
}

async function storeSegment(
  some: readonly LogLine[],
  all: readonly LogLine[],
  { device, stream }: LogPlace,
  { compression, cryptography, text }: Platform,
): Promise<{ readonly entry: SegmentEntry; readonly object: StoredObject }> {
  const from = some[0]?.operation.seq ?? 1;
  const to = from + some.length - 1;
  const prevOpHash = all[from - 2]?.sha256 ?? null;
  const raw = text.encode(writeSegment({ device, stream, from, to, prevOpHash }, some));
  const bytes = await compression.gzip(raw);
  const sha256 = toHex(await cryptography.sha256(bytes));
  return {
    entry: { from, to, h: sha256, size: bytes.length, raw: raw.length, enc: 'none' },
    object: { sha256, bytes },
  };
}
