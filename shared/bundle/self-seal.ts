// A private log, made ready to be written. There is no way through here that leaves anything unencrypted: without
// somebody to encrypt to there is a failure, and a head of this stream cannot name a plain segment.

import { fail, succeed, type Result } from '../result';
import type { DeviceHead, SegmentEntry } from './device-head';
import { toHex } from './hex';
import { cutIntoSegments, sealDeviceHead, type LogToSeal, type LogTooLarge, type SealedLog } from './seal-device-log';
import { writeSegment, type LogLine } from './segment';
import type { AgeRecipient, EncryptFailure, SelfCipher } from './self-age';
import { encryptSegment } from './self-segment';
import type { Platform } from './verification';
import type { StoredObject } from './verify-objects';

/**
 * A segment that was encrypted before. Encrypting twice never gives the same bytes, so what is closed and goes to the
 * same readers is not encrypted, nor sent, again.
 */
export type SealedSegment = SegmentEntry & {
  /** SHA-256 of the last line of the segment, hex. */
  readonly lastLine: string;
};

/** What was encrypted so far, and to whom: plain JSON, to be kept. Without it everything is encrypted again. */
export type SealedBefore = {
  readonly readers: readonly AgeRecipient[];
  readonly segments: readonly SealedSegment[];
};

export const nothingSealed: SealedBefore = { readers: [], segments: [] };

/** `lines` may leave out what `before` holds: then they begin with its last segment, or after it. */
export type SelfLogToSeal<E extends { readonly kind: string }> = LogToSeal<E> & {
  readonly cipher: SelfCipher;
  readonly before: SealedBefore;
};

export type SealedSelfLog = SealedLog & { readonly sealed: SealedBefore };

/** Encrypts what is new, and signs. When the readers are others than before, all of it is encrypted anew, to them. */
export async function sealSelfLog<E extends { readonly kind: string }>(
  log: SelfLogToSeal<E>,
  platform: Platform,
): Promise<Result<SealedSelfLog, E | LogTooLarge | EncryptFailure>> {
  const { cipher, before } = log;
  const isSameReaders = isToReaders(before, cipher);
  const first = log.lines[0]?.operation.seq ?? 1;
  const segments: SealedSegment[] = before.segments.filter(({ to }) => to < first);
  const objects: StoredObject[] = [];
  for (const some of cutIntoSegments(log.lines, platform)) {
    const known = isSameReaders ? before.segments.find((one) => isOf(one, some)) : undefined;
    const sealed = known === undefined ? await sealSegment(some, log, platform) : succeed({ segment: known });
    if (!sealed.ok) return sealed;
    segments.push(sealed.value.segment);
    if ('object' in sealed.value) objects.push(sealed.value.object);
  }
  const last = segments.at(-1);
  if (last === undefined) return fail({ kind: 'log-too-large', limit: 0 });
  const entries = segments.map(({ lastLine: _lastLine, ...entry }) => entry);
  const head = await sealDeviceHead(log, { segments: entries, lastOp: lastOpOf(entries) }, platform);
  if (!head.ok) return head;
  return succeed({ ...head.value, segments: entries, objects, sealed: { readers: cipher.readers, segments } });
}

/**
 * What a private log says of its last operation: the hash of the ciphertext it is in. The hash of the operation itself
 * would let whoever has the folder try out what it may say: a mandate has only six positions.
 */
export function lastOpOf(segments: DeviceHead['segments']): string {
  return segments.at(-1)?.h ?? '';
}

/** Whether what was encrypted before goes to the very readers that `cipher` encrypts to. */
export function isToReaders(before: SealedBefore, { readers }: SelfCipher): boolean {
  return readers.join(' ') === before.readers.join(' ');
}

function isOf({ from, to, lastLine }: SealedSegment, lines: readonly LogLine[]): boolean {
  const isSameRange = lines[0]?.operation.seq === from && lines.at(-1)?.operation.seq === to;
  return isSameRange && lines.at(-1)?.sha256 === lastLine;
}

async function sealSegment<E extends { readonly kind: string }>(
  some: readonly LogLine[],
  { place: { device, stream }, lines, cipher, before }: SelfLogToSeal<E>,
  platform: Platform,
): Promise<Result<{ readonly segment: SealedSegment; readonly object: StoredObject }, EncryptFailure>> {
  const from = some[0]?.operation.seq ?? 1;
  const to = from + some.length - 1;
  const first = lines[0]?.operation.seq ?? 1;
  const sealed = before.segments.find((segment) => segment.to === from - 1);
  const prevOpHash = (from === first ? sealed?.lastLine : lines[from - first - 1]?.sha256) ?? null;
  const text = platform.text.encode(writeSegment({ device, stream, from, to, prevOpHash }, some));
  const encrypted = await encryptSegment(text, cipher, platform);
  if (!encrypted.ok) return encrypted;
  const { bytes, raw } = encrypted.value;
  const sha256 = toHex(await platform.cryptography.sha256(bytes));
  const lastLine = some.at(-1)?.sha256 ?? '';
  return succeed({
    segment: { from, to, h: sha256, size: bytes.length, raw, enc: 'age', lastLine },
    object: { sha256, bytes },
  });
}
