// Brings the private log of this device to its folder. As with other logs: what is there first, then only what is
// missing, and nothing is called sent before the folder has given it back.

import { fail, succeed, type Result } from '../result';
import { readDeviceHead } from './device-head';
import { deviceHeadLimit } from './limits';
import type { LogToPush, LogFolder } from './push-device-log';
import type { LogFailure } from './log-failure';
import type { LogTooLarge } from './seal-device-log';
import type { LogLine, LogOperation } from './segment';
import type { EncryptFailure, SelfCipher } from './self-age';
import { readSelfLog } from './self-read';
import { isToReaders, nothingSealed, sealSelfLog, type SealedBefore } from './self-seal';
import { nothingKnown } from './verify-device-log';
import type { Platform } from './verification';

/** What is known to be in the folder: plain JSON, to be kept. Without it everything is read and encrypted again. */
export type SelfPushMemory = {
  /** SHA-256 of the payload of the head that was read back last; null before. */
  readonly head: string | null;
  readonly seq: number;
  readonly sealed: SealedBefore;
};

export const nothingPushedOfSelf: SelfPushMemory = { head: null, seq: 0, sealed: nothingSealed };

/** `lines` are all of the log, or as many of its last as tell what is new: from the last segment on, or none. */
export type SelfLogToPush<E extends { readonly kind: string }> = Omit<LogToPush<E>, 'memory'> & {
  readonly memory: SelfPushMemory;
  readonly cipher: SelfCipher;
};

export type SelfPushOutcome =
  | { readonly kind: 'up-to-date'; readonly memory: SelfPushMemory }
  /** The folder is not as it was left, or the readers are others: all of the log is needed. Nothing was written. */
  | { readonly kind: 'needs-all' }
  /** `sent` operations are new there; `lost` had been there before and were gone (S22). */
  | { readonly kind: 'pushed'; readonly sent: number; readonly lost: number; readonly memory: SelfPushMemory }
  /**
   * Somebody else signs with this device's key: a restored copy, or its twin (S21). Nothing was written. The device has
   * to take other keys and another name, be put on the list again, and land `theirs` like those of any own device.
   */
  | { readonly kind: 'another-self'; readonly theirs: readonly LogOperation[] };

export type SelfPushFailure<E extends { readonly kind: string }> = E | LogFailure<E> | LogTooLarge | EncryptFailure;

/** Brings the log up to date. On failure nothing is lost, and pushing again does what is left. */
export async function pushSelfLog<E extends { readonly kind: string }>(
  log: SelfLogToPush<E>,
  folder: LogFolder<E>,
  platform: Platform,
): Promise<Result<SelfPushOutcome, SelfPushFailure<E>>> {
  const { memory, lines, cipher } = log;
  const offered = await folder.head(deviceHeadLimit);
  if (!offered.ok) return offered;
  const count = lines.at(-1)?.operation.seq ?? memory.seq;
  if (count > lines.length && !(await isLeftFor(log, offered.value, platform))) return succeed({ kind: 'needs-all' });
  const found = await lookIntoFolder(log, { ...folder, head: async () => offered }, platform);
  if (!found.ok) return found;
  const { seq, head, theirs } = found.value;
  // No number that was ever given away is given to another operation.
  const isAnother = seq > count || memory.seq > count || theirs.length > 0;
  if (isAnother) return succeed({ kind: 'another-self', theirs });
  const isAsLeft = head !== null && head === memory.head;
  if (count === 0 || (isAsLeft && isToReaders(memory.sealed, cipher) && memory.seq === count)) {
    return succeed({ kind: 'up-to-date', memory });
  }
  // In a folder that is not as it was left, no object is known to be there: all of it is made and written again.
  const before = isAsLeft ? memory.sealed : nothingSealed;
  const sealed = await sealSelfLog({ ...log, before, previous: head }, platform);
  if (!sealed.ok) return sealed;
  const written = await folder.write({ objects: sealed.value.objects, head: sealed.value.head });
  if (!written.ok) return written;
  const lost = Math.max(0, memory.seq - seq);
  return succeed({
    kind: 'pushed',
    sent: count - seq - lost,
    lost,
    memory: { head: sealed.value.headHash, seq: count, sealed: sealed.value.sealed },
  });
}

/** Whether a head that the folder has is the one that was left there, for the same readers as now. */
async function isLeftFor<E extends { readonly kind: string }>(
  { memory, place, cipher }: SelfLogToPush<E>,
  offered: Uint8Array | undefined,
  platform: Platform,
): Promise<boolean> {
  if (offered === undefined || !isToReaders(memory.sealed, cipher)) return false;
  const signed = await readDeviceHead(offered, place, platform);
  return signed.ok && signed.value.sha256 === memory.head;
}

/**
 * Reads back all that the folder has of this log. What was memory of it stays when that is whole; when something is
 * gone or damaged, the memory that comes back makes the next push write everything again.
 */
export async function confirmSelfLog<E extends { readonly kind: string }>(
  log: SelfLogToPush<E>,
  folder: LogFolder<E>,
  platform: Platform,
): Promise<Result<SelfPushMemory, E>> {
  const { memory } = log;
  const read = await readSelfLog(folder, nothingKnown, log, platform);
  if (!read.ok && read.error.kind === 'not-reached') return fail(read.error.why);
  const isWhole = read.ok && read.value?.signed.sha256 === memory.head && read.value.known.seq === memory.seq;
  return succeed(isWhole ? memory : { ...nothingPushedOfSelf, seq: memory.seq });
}

type Found = {
  /** How many operations the folder's head speaks of, and the hash of its payload. */
  readonly seq: number;
  readonly head: string | null;
  /** Operations that this log does not have. */
  readonly theirs: readonly LogOperation[];
};

const nothingFound: Found = { seq: 0, head: null, theirs: [] };

async function lookIntoFolder<E extends { readonly kind: string }>(
  log: SelfLogToPush<E>,
  folder: LogFolder<E>,
  platform: Platform,
): Promise<Result<Found, SelfPushFailure<E>>> {
  const offered = await folder.head(deviceHeadLimit);
  if (!offered.ok || offered.value === undefined) return offered.ok ? succeed(nothingFound) : offered;
  const signed = await readDeviceHead(offered.value, log.place, platform);
  // What is newer than this program, or belongs to somebody else, is not to be written over; what an upload that was
  // cut off has left may be.
  if (!signed.ok) {
    return signed.error.kind === 'newer-format' || signed.error.kind === 'misplaced' ? signed : succeed(nothingFound);
  }
  const { head, sha256 } = signed.value;
  const found = { seq: head.seq, head: sha256, theirs: [] };
  if (sha256 === log.memory.head) return succeed(found);
  const there = await readSelfLog(folder, nothingKnown, log, platform);
  if (!there.ok && there.error.kind === 'not-reached') return fail(there.error.why);
  // Segments that are damaged or gone tell nothing; their author still has them.
  const lines = there.ok ? (there.value?.lines ?? []) : [];
  const isHere = ({ operation, sha256: hash }: LogLine): boolean => log.lines[operation.seq - 1]?.sha256 === hash;
  return succeed({ ...found, theirs: lines.filter((line) => !isHere(line)).map(({ operation }) => operation) });
}
