// Reads what is new in the private log of another own device, or of this one when its folder says something unexpected.

import { fail, succeed, type Result } from '../result';
import { readDeviceHead, type LogPlace, type SegmentEntry, type SignedDeviceHead } from './device-head';
import { toHex } from './hex';
import { deviceHeadLimit } from './limits';
import type { LogFailure } from './log-failure';
import type { LogLine } from './segment';
import type { SelfCipher } from './self-age';
import { lastOpOf } from './self-seal';
import { decryptSegment, type SegmentOfLog } from './self-segment';
import type { Platform } from './verification';
import { continueLog, findLeap, type KnownLog, type LogSource } from './verify-device-log';

/** A segment that none of the keys opens: kept as it is, for the day when there is another key (S23). */
export type LockedSegment = {
  readonly from: number;
  readonly to: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

export type SelfLog = {
  readonly signed: SignedDeviceHead;
  /** The operations that were not known before, in order, up to the first that cannot be read. */
  readonly lines: readonly LogLine[];
  readonly known: KnownLog;
  /** Reading stops at the first of these: what follows was written by somebody who had seen it. */
  readonly locked: readonly LockedSegment[];
  /** The number of the operation before which reading stopped, because its Lamport time leaps too far. */
  readonly quarantinedFrom?: number;
};

/**
 * Reads what is new in the log at `source`; undefined when there is no log (yet). A log that has become shorter (S22) or
 * another (S21) is refused, and so is one with anything in it that is not encrypted; what was read before stays.
 */
export async function readSelfLog<E extends { readonly kind: string }>(
  source: LogSource<E>,
  known: KnownLog,
  { place, cipher }: { readonly place: LogPlace; readonly cipher: Pick<SelfCipher, 'decrypt'> },
  platform: Platform,
): Promise<Result<SelfLog | undefined, LogFailure<E>>> {
  const offered = await source.head(deviceHeadLimit);
  if (!offered.ok) return fail({ kind: 'not-reached', code: 'S24', why: offered.error });
  if (offered.value === undefined) return succeed(undefined);
  const signed = await readDeviceHead(offered.value, place, platform);
  if (!signed.ok) return signed;
  const { head, sha256 } = signed.value;
  const start: SelfLog = { signed: signed.value, lines: [], locked: [], known };
  if (sha256 === known.head) return succeed(start);
  if (head.seq < known.seq) return fail({ kind: 'shorter', code: 'S22', offered: head.seq, held: known.seq });
  if (head.lastOp !== lastOpOf(head.segments)) return fail({ kind: 'unreadable', code: 'S15', where: 'lastOp' });
  // At least the last segment is read: a head of the same length may stand for another log.
  const entries = head.segments.filter(({ to }) => to > known.seq || to === head.seq);
  return readSegments(start, entries, { source, place, cipher, platform });
}

type Reading<E extends { readonly kind: string }> = {
  readonly source: LogSource<E>;
  readonly place: LogPlace;
  readonly cipher: Pick<SelfCipher, 'decrypt'>;
  readonly platform: Platform;
};

async function readSegments<E extends { readonly kind: string }>(
  start: SelfLog,
  entries: readonly SegmentEntry[],
  reading: Reading<E>,
): Promise<Result<SelfLog, LogFailure<E>>> {
  const { place, cipher, platform } = reading;
  const lines: LogLine[] = [];
  const locked: LockedSegment[] = [];
  let { known } = start;
  for (const entry of entries) {
    const bytes = await fetchStored(entry, reading);
    if (!bytes.ok) return bytes;
    const segment = await decryptSegment(bytes.value, entry, place, cipher, platform);
    if (!segment.ok) {
      if (segment.error.kind !== 'locked') return fail(segment.error);
      locked.push({ from: entry.from, to: entry.to, sha256: entry.h, bytes: bytes.value });
    } else if (locked.length === 0) {
      const continued = continueLog(known, segment.value.prevOpHash, segment.value.lines);
      if (!continued.ok) return continued;
      const fresh = freshLines(known, segment.value);
      if (fresh === undefined) return succeed({ ...start, lines, known, locked, quarantinedFrom: entry.from });
      lines.push(...fresh);
      known = knownAfter(known, fresh);
    }
  }
  return succeed({
    ...start,
    lines,
    locked,
    known: locked.length > 0 ? known : { ...known, head: start.signed.sha256 },
  });
}

/** The lines that were not known before; undefined when their Lamport time leaps. */
function freshLines(known: KnownLog, { lines }: SegmentOfLog): readonly LogLine[] | undefined {
  const fresh = lines.filter(({ operation }) => operation.seq > known.seq);
  return findLeap(known.lamport, fresh) === undefined ? fresh : undefined;
}

function knownAfter(known: KnownLog, lines: readonly LogLine[]): KnownLog {
  const last = lines.at(-1);
  if (last === undefined) return known;
  return { ...known, seq: last.operation.seq, lastOp: last.sha256, lamport: last.operation.lam };
}

async function fetchStored<E extends { readonly kind: string }>(
  { from, h, size }: SegmentEntry,
  { source, platform }: Reading<E>,
): Promise<Result<Uint8Array, LogFailure<E>>> {
  const offered = await source.object(h, size);
  if (!offered.ok) return fail({ kind: 'not-reached', code: 'S24', why: offered.error });
  const bytes = offered.value;
  if (bytes === undefined || bytes.length < size) return fail({ kind: 'cut-short', code: 'S11', from });
  if (bytes.length > size || toHex(await platform.cryptography.sha256(bytes)) !== h) {
    return fail({ kind: 'wrong-hash', code: 'S12', from });
  }
  return succeed(bytes);
}
