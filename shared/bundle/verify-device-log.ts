// Whether the log of a device is what that device signed, whole, and a continuation of what was read of it before.

import * as v from 'valibot';
import { fail, succeed, type Result } from '../result';
import { readDeviceHead, type LogPlace, type SegmentEntry, type SignedDeviceHead } from './device-head';
import { sha256Pattern, toHex } from './hex';
import { deviceHeadLimit, lamportLeapLimit } from './limits';
import type { LogFailure } from './log-failure';
import { readSegment, type LogLine } from './segment';
import type { Platform } from './verification';

/** Where a log's parts come from; undefined when there is nothing at that name. Nothing it answers is believed. */
export type LogSource<E extends { readonly kind: string }> = {
  readonly head: (limit: number) => Promise<Result<Uint8Array | undefined, E>>;
  /** The stored bytes of a segment; `size` is their number, and the most that may be read. */
  readonly object: (sha256: string, size: number) => Promise<Result<Uint8Array | undefined, E>>;
};

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const knownLogSchema = v.object({
  seq: wholeNumber,
  /** The hash of operation `seq`; null at 0. */
  lastOp: v.nullable(v.pipe(v.string(), v.regex(sha256Pattern))),
  lamport: wholeNumber,
  /** SHA-256 of the payload of the head that was read. */
  head: v.nullable(v.pipe(v.string(), v.regex(sha256Pattern))),
});

/** How far a log was read: plain JSON, to be kept and handed in the next time. */
export type KnownLog = Readonly<v.InferOutput<typeof knownLogSchema>>;

export const nothingKnown: KnownLog = { seq: 0, lastOp: null, lamport: 0, head: null };

/** A log whose every byte its device signed for. Only `verifyDeviceLog` makes one. */
export type VerifiedLog = {
  readonly signed: SignedDeviceHead;
  /** The operations that were not known before, in order. */
  readonly lines: readonly LogLine[];
  readonly known: KnownLog;
  /** The number of the operation before which reading stopped, because its Lamport time leaps too far. */
  readonly quarantinedFrom?: number;
};

/**
 * Reads what is new in the log at `source`. Undefined when there is no log (yet). A log that has become shorter (S22)
 * or another (S21) is refused: what was read before stays as it is.
 */
export async function verifyDeviceLog<E extends { readonly kind: string }>(
  source: LogSource<E>,
  known: KnownLog,
  place: LogPlace,
  platform: Platform,
): Promise<Result<VerifiedLog | undefined, LogFailure<E>>> {
  const offered = await source.head(deviceHeadLimit);
  if (!offered.ok) return fail({ kind: 'not-reached', code: 'S24', why: offered.error });
  if (offered.value === undefined) return succeed(undefined);
  const signed = await readDeviceHead(offered.value, place, platform);
  if (!signed.ok) return signed;
  const { head, sha256 } = signed.value;
  if (head.seq < known.seq) return fail({ kind: 'shorter', code: 'S22', offered: head.seq, held: known.seq });
  if (head.seq === known.seq && head.lastOp !== known.lastOp)
    return fail({ kind: 'forked', code: 'S21', seq: head.seq });
  let held: KnownLog = known;
  const lines: LogLine[] = [];
  for (const entry of head.segments) {
    if (entry.to <= known.seq) continue;
    const segment = await fetchSegment(source, entry, place, platform);
    if (!segment.ok) return segment;
    const continued = continueLog(held, segment.value.prevOpHash, segment.value.lines);
    if (!continued.ok) return continued;
    const fresh = segment.value.lines.filter(({ operation }) => operation.seq > held.seq);
    const leap = findLeap(held.lamport, fresh);
    if (leap !== undefined) return succeed({ signed: signed.value, lines, known: held, quarantinedFrom: entry.from });
    const last = fresh.at(-1);
    if (last === undefined) continue;
    lines.push(...fresh);
    held = { seq: last.operation.seq, lastOp: last.sha256, lamport: last.operation.lam, head: known.head };
  }
  if (held.lastOp !== head.lastOp) return fail({ kind: 'unreadable', code: 'S15', where: 'lastOp' });
  return succeed({ signed: signed.value, lines, known: { ...held, head: sha256 } });
}

async function fetchSegment<E extends { readonly kind: string }>(
  source: LogSource<E>,
  { from, to, h, size, raw, enc }: SegmentEntry,
  { device, stream }: LogPlace,
  platform: Platform,
): Promise<Result<{ readonly prevOpHash: string | null; readonly lines: readonly LogLine[] }, LogFailure<E>>> {
  if (enc !== 'none') return fail({ kind: 'unreadable', code: 'S15', where: 'enc' });
  const offered = await source.object(h, size);
  if (!offered.ok) return fail({ kind: 'not-reached', code: 'S24', why: offered.error });
  const bytes = offered.value;
  if (bytes === undefined || bytes.length < size) return fail({ kind: 'cut-short', code: 'S11', from });
  if (bytes.length > size || toHex(await platform.cryptography.sha256(bytes)) !== h) {
    return fail({ kind: 'wrong-hash', code: 'S12', from });
  }
  const inflated = await platform.compression.gunzip(bytes, raw);
  if (inflated?.length !== raw) return fail({ kind: 'unsafe', code: 'S13', from });
  return readSegment(inflated, { device, stream, from, to }, platform);
}

/** The operations up to `held` are those that were read before: by the hash of the last of them. */
export function continueLog(
  held: KnownLog,
  prevOpHash: string | null,
  lines: readonly LogLine[],
): Result<undefined, LogFailure> {
  const first = lines[0]?.operation.seq ?? 1;
  const atHeld = first === held.seq + 1 ? prevOpHash : lines[held.seq - first]?.sha256;
  return atHeld === held.lastOp ? succeed(undefined) : fail({ kind: 'forked', code: 'S21', seq: held.seq });
}

/** The operation whose Lamport time does not rise, or leaps so far that later ones would run out of numbers. */
export function findLeap(before: number, lines: readonly LogLine[]): number | undefined {
  let lamport = before;
  for (const { operation } of lines) {
    if (operation.lam <= lamport || operation.lam - lamport > lamportLeapLimit) return operation.seq;
    lamport = operation.lam;
  }
  return undefined;
}
