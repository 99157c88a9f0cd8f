// Bringing a device's log to a folder: what is there first, then only what is missing, and nothing is called sent before
// the folder has given it back. Works on ports, so that the app and the command line push alike.

import { fail, succeed, type Result } from '../result';
import { readDeviceHead, type DeviceHead, type LogPlace, type SignedDeviceHead } from './device-head';
import { deviceHeadLimit } from './limits';
import type { LogFailure } from './log-failure';
import { sealDeviceLog, type DeviceSigner, type LogTooLarge, type SealedLog } from './seal-device-log';
import type { LogLine, LogOperation } from './segment';
import { nothingKnown, verifyDeviceLog, type LogSource } from './verify-device-log';
import type { Platform } from './verification';
import type { StoredObject } from './verify-objects';

/** A device's own folder: nobody else writes in it. */
export type LogFolder<E extends { readonly kind: string }> = LogSource<E> & {
  /** Writes objects first and the head last, and succeeds only when all of it was read back as it was written. */
  readonly write: (files: {
    readonly objects: readonly StoredObject[];
    readonly head: Uint8Array;
  }) => Promise<Result<unknown, E>>;
};

/** What is known to be in the folder: plain JSON, to be kept. Without it everything is checked again, and that is all. */
export type PushMemory = {
  /** How many operations were read back. */
  readonly seq: number;
  /** Hashes of the segments that were read back. */
  readonly objects: readonly string[];
};

export const nothingPushed: PushMemory = { seq: 0, objects: [] };

export type LogToPush<E extends { readonly kind: string }> = {
  readonly place: LogPlace;
  readonly signer: DeviceSigner<E>;
  readonly name?: string;
  /** All operations of the device on this stream, from 1 on. */
  readonly lines: readonly LogLine[];
  readonly seen: DeviceHead['seen'];
  readonly memory: PushMemory;
  /** Epoch milliseconds. */
  readonly now: number;
};

export type PushOutcome =
  | { readonly kind: 'up-to-date'; readonly memory: PushMemory }
  /** `sent` operations are new there; `lost` had been there before and were gone (S22). */
  | { readonly kind: 'pushed'; readonly sent: number; readonly lost: number; readonly memory: PushMemory }
  /**
   * Somebody else signs with this device's key: a restored copy, or its twin (S21). Nothing was written. The device
   * has to take another key, and to repeat what it said under it. `theirs`: what it has not said itself.
   */
  | { readonly kind: 'another-self'; readonly theirs: readonly LogOperation[] };

export type PushFailure<E extends { readonly kind: string }> = E | LogFailure<E> | LogTooLarge;

/** Brings the log up to date. On failure nothing is lost, and pushing again does what is left. */
export async function pushDeviceLog<E extends { readonly kind: string }>(
  log: LogToPush<E>,
  folder: LogFolder<E>,
  platform: Platform,
): Promise<Result<PushOutcome, PushFailure<E>>> {
  const remote = await readOwnHead(log, folder, platform);
  if (!remote.ok) return remote;
  const there = remote.value?.head;
  if (there !== undefined && log.lines[there.seq - 1]?.sha256 !== there.lastOp) {
    return divide(log, folder, platform);
  }
  const { memory, lines } = log;
  const isComplete = there?.seq === lines.length || lines.length === 0;
  const lost = Math.max(0, memory.seq - (there?.seq ?? 0));
  if (isComplete && (there?.segments ?? []).every(({ h }) => memory.objects.includes(h))) {
    return succeed({ kind: 'up-to-date', memory: { ...memory, seq: lines.length } });
  }
  const sealed = await sealDeviceLog({ ...log, previous: remote.value?.sha256 ?? null }, platform);
  if (!sealed.ok) return sealed;
  const written = await folder.write({
    objects: objectsToWrite(sealed.value, memory, lost),
    head: sealed.value.head,
  });
  if (!written.ok) return written;
  return succeed({
    kind: 'pushed',
    sent: lines.length - (there?.seq ?? 0) - lost,
    lost,
    memory: { seq: lines.length, objects: sealed.value.segments.map(({ h }) => h) },
  });
}

/** The folder's head; undefined when there is none, or only what an upload that was cut off has left of it. */
async function readOwnHead<E extends { readonly kind: string }>(
  { place }: LogToPush<E>,
  folder: LogFolder<E>,
  platform: Platform,
): Promise<Result<SignedDeviceHead | undefined, PushFailure<E>>> {
  const offered = await folder.head(deviceHeadLimit);
  if (!offered.ok || offered.value === undefined) return offered.ok ? succeed(undefined) : offered;
  const signed = await readDeviceHead(offered.value, place, platform);
  if (signed.ok) return signed;
  // What is newer than this program, or belongs to somebody else, is not to be written over.
  return signed.error.kind === 'newer-format' || signed.error.kind === 'misplaced' ? signed : succeed(undefined);
}

/** When the folder has lost something, nothing is known of it any more. */
function objectsToWrite({ objects }: SealedLog, memory: PushMemory, lost: number): readonly StoredObject[] {
  return lost > 0 ? objects : objects.filter(({ sha256 }) => !memory.objects.includes(sha256));
}

/** What only the folder has. */
async function divide<E extends { readonly kind: string }>(
  { place, lines }: LogToPush<E>,
  folder: LogFolder<E>,
  platform: Platform,
): Promise<Result<PushOutcome, PushFailure<E>>> {
  const remote = await verifyDeviceLog(folder, nothingKnown, place, platform);
  if (!remote.ok && remote.error.kind === 'not-reached') return fail(remote.error.why);
  // A log that is damaged as well has nothing to take over; its author still has it.
  const theirs = remote.ok ? (remote.value?.lines ?? []) : [];
  const here = new Set(lines.map(({ sha256 }) => sha256));
  return succeed({
    kind: 'another-self',
    theirs: theirs.filter(({ sha256 }) => !here.has(sha256)).map(({ operation }) => operation),
  });
}
