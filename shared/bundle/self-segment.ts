// A segment of a private log: its text, deflated, padded so that its length tells little, and encrypted.

import { fail, succeed, type Result } from '../result';
import type { LogPlace, SegmentEntry } from './device-head';
import { inflateRatioLimit, rawObjectLimit } from './limits';
import type { LogFailure } from './log-failure';
import { readSegment, type LogLine } from './segment';
import type { EncryptFailure, SelfCipher } from './self-age';
import type { Platform } from './verification';

/** Lengths are told apart in steps of this many bytes, and no finer. */
const step = 4096;
/** Two lengths of 32 bits, most significant byte first: of the segment's text, and of its gzip. */
const lengths = 8;

/** Encrypts a segment's text. `raw` is the length of what is encrypted: a multiple of 4 KiB. */
export async function encryptSegment(
  text: Uint8Array,
  cipher: Pick<SelfCipher, 'encrypt'>,
  { compression }: Pick<Platform, 'compression'>,
): Promise<Result<{ readonly bytes: Uint8Array; readonly raw: number }, EncryptFailure>> {
  const gzip = await compression.gzip(text);
  const padded = new Uint8Array(Math.ceil((lengths + gzip.length) / step) * step);
  writeLength(padded, 0, text.length);
  writeLength(padded, 4, gzip.length);
  padded.set(gzip, lengths);
  const encrypted = await cipher.encrypt(padded);
  return encrypted.ok ? succeed({ bytes: encrypted.value, raw: padded.length }) : encrypted;
}

export type SegmentOfLog = { readonly prevOpHash: string | null; readonly lines: readonly LogLine[] };

/** The segment is encrypted to other keys than these: it may be read when there is another key (S23). */
export type Locked = { readonly kind: 'locked' };

/** Decrypts the stored bytes of the segment that a head names, and reads it. */
export async function decryptSegment(
  bytes: Uint8Array,
  { from, to, raw }: Pick<SegmentEntry, 'from' | 'to' | 'raw'>,
  { device, stream }: LogPlace,
  cipher: Pick<SelfCipher, 'decrypt'>,
  platform: Platform,
): Promise<Result<SegmentOfLog, LogFailure | Locked>> {
  const padded = await cipher.decrypt(bytes);
  if (!padded.ok) return padded.error.kind === 'no-key' ? fail({ kind: 'locked' }) : unreadable(from);
  const textLength = readLength(padded.value, 0);
  const gzipLength = readLength(padded.value, 4);
  const isWhole = padded.value.length === raw && lengths + gzipLength <= raw;
  if (!isWhole) return unreadable(from);
  if (textLength > rawObjectLimit || textLength > gzipLength * inflateRatioLimit) {
    return fail({ kind: 'unsafe', code: 'S13', from });
  }
  const text = await platform.compression.gunzip(padded.value.subarray(lengths, lengths + gzipLength), textLength);
  if (text?.length !== textLength) return fail({ kind: 'unsafe', code: 'S13', from });
  return readSegment(text, { device, stream, from, to }, platform);
}

function unreadable(from: number): Result<never, LogFailure> {
  return fail({ kind: 'unreadable', code: 'S15', where: `segment ${from}` });
}

function writeLength(bytes: Uint8Array, at: number, length: number): void {
  for (const index of [0, 1, 2, 3]) bytes[at + index] = (length >>> (24 - 8 * index)) & 0xff;
}

function readLength(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((length, index) => length * 256 + (bytes[at + index] ?? 0), 0);
}
