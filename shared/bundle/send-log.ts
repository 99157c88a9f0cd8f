// Sending what the journal holds for others, whatever has become of this device in the meantime: when somebody else
// signs with its key, it takes another, repeats under it what was said before, and goes on. What is said twice counts once.

import type { JsonObject } from '../json';
import { fail, succeed, type Result } from '../result';
import { isFor, ownLog, type EntryOfLog } from './own-log';
import { pushDeviceLog, type LogFolder, type PushFailure, type PushMemory } from './push-device-log';
import type { DeviceHead, LogStream } from './device-head';
import type { DeviceSigner } from './seal-device-log';
import type { LogLine, LogOperation } from './segment';
import type { Platform } from './verification';

/** What is said again under a new key: an operation without what the journal gives it. */
export type RepeatedDeed = Pick<LogOperation, 't' | 'id'> & JsonObject;

/** The journal and the key, as the doorkeeper keeps them. */
export type LogKeeper<E extends { readonly kind: string }> = {
  readonly entries: () => Promise<Result<readonly EntryOfLog[], E>>;
  /** The journal's own name for this device, under which new entries are written. */
  readonly journalDevice: () => Promise<Result<string, E>>;
  /** The key that goes with that name. */
  readonly signer: () => Promise<Result<DeviceSigner<E>, E>>;
  readonly append: (stream: LogStream, deeds: readonly RepeatedDeed[]) => Promise<Result<unknown, E>>;
  /** Goes on under another name, and so with another key. */
  readonly renew: () => Promise<Result<unknown, E>>;
  /** The folder of the device with this id. */
  readonly folder: (device: string) => LogFolder<E>;
};

export type LogToSend = {
  readonly conference: string;
  readonly stream: LogStream;
  readonly name?: string;
  readonly seen: DeviceHead['seen'];
  /** What is known to be in the folder, of the device that it is of. */
  readonly memory: PushMemory & { readonly device?: string };
  /** Epoch milliseconds. */
  readonly now: number;
};

export type SentLog = {
  readonly device: string;
  /** Operations that are new there, that had been there and were gone (S22), and in the log altogether. */
  readonly sent: number;
  readonly lost: number;
  readonly total: number;
  /** Whether this device had to take another key (S21). */
  readonly isRenewed: boolean;
  /** To be kept, and handed in the next time. */
  readonly memory: PushMemory & { readonly device: string };
};

/** Sends. On failure nothing is lost; calling again does what is left, and nothing twice. */
export async function sendLog<E extends { readonly kind: string }>(
  log: LogToSend,
  keeper: LogKeeper<E>,
  platform: Platform,
): Promise<Result<SentLog, PushFailure<E> | { readonly kind: 'renewed-in-vain' }>> {
  for (const isRenewed of [false, true]) {
    const pushed = await pushOnce(log, keeper, platform);
    if (!pushed.ok) return pushed;
    const { device, total, outcome } = pushed.value;
    if (outcome.kind !== 'another-self') {
      const { sent, lost } = outcome.kind === 'pushed' ? outcome : { sent: 0, lost: 0 };
      return succeed({ device, sent, lost, total, isRenewed, memory: { ...outcome.memory, device } });
    }
    const renewed = await keeper.renew();
    if (!renewed.ok) return renewed;
    const taken = await appendSome(log.stream, outcome.theirs.map(deedOf), keeper);
    if (!taken.ok) return taken;
  }
  // A key that was made a moment ago cannot have been used by anybody else.
  return fail({ kind: 'renewed-in-vain' });
}

async function pushOnce<E extends { readonly kind: string }>(
  log: LogToSend,
  keeper: LogKeeper<E>,
  platform: Platform,
): Promise<Result<PushedOnce, PushFailure<E>>> {
  const spoken = await linesToSend(log, keeper, platform);
  if (!spoken.ok) return spoken;
  const { signer, lines } = spoken.value;
  const { device } = signer;
  const memory = log.memory.device === device ? log.memory : { seq: 0, objects: [] };
  const place = { conference: log.conference, stream: log.stream, device };
  const pushed = await pushDeviceLog({ ...log, place, signer, lines, memory }, keeper.folder(device), platform);
  return pushed.ok ? succeed({ device, total: lines.length, outcome: pushed.value }) : pushed;
}

/** A log as it is now: its lines, and the key that signs them. What was said under another key is said again first. */
export async function linesToSend<E extends { readonly kind: string }>(
  log: Pick<LogToSend, 'conference' | 'stream'>,
  keeper: LogKeeper<E>,
  platform: Platform,
): Promise<Result<{ readonly signer: DeviceSigner<E>; readonly lines: readonly LogLine[] }, E>> {
  const signer = await keeper.signer();
  if (!signer.ok) return signer;
  const name = await keeper.journalDevice();
  if (!name.ok) return name;
  const entries = await entriesUnder(name.value, log, keeper);
  if (!entries.ok) return entries;
  const lines = await ownLog(entries.value, { ...log, device: name.value }, platform);
  return succeed({ signer: signer.value, lines });
}

/**
 * The journal's entries, after what was said for this log under names that it went by before, and not under this one,
 * has been said again: those names' keys may be gone, and with them what they had not sent yet.
 */
async function entriesUnder<E extends { readonly kind: string }>(
  name: string,
  log: Pick<LogToSend, 'conference' | 'stream'>,
  keeper: LogKeeper<E>,
): Promise<Result<readonly EntryOfLog[], E>> {
  const entries = await keeper.entries();
  if (!entries.ok) return entries;
  const all = entries.value.filter((entry) => isFor(entry, log));
  const said = new Set(all.filter(({ device }) => device === name).map(wordsOf));
  const former = all.filter((entry) => entry.device !== name && !said.has(wordsOf(entry)));
  if (former.length === 0) return entries;
  const deeds = former.map(repeated);
  const appended = await appendSome(log.stream, deeds, keeper);
  return appended.ok ? keeper.entries() : appended;
}

/** What an entry says, whoever says it and when. */
function wordsOf(entry: EntryOfLog): string {
  return JSON.stringify(repeated(entry));
}

function repeated({ t, id, f, val, base }: EntryOfLog): RepeatedDeed {
  return {
    t,
    id,
    ...(f === undefined ? {} : { f }),
    ...(val === undefined ? {} : { val }),
    ...(base === undefined ? {} : { base }),
  };
}

async function appendSome<E extends { readonly kind: string }>(
  stream: LogStream,
  deeds: readonly RepeatedDeed[],
  keeper: LogKeeper<E>,
): Promise<Result<unknown, E>> {
  return deeds.length === 0 ? succeed(undefined) : keeper.append(stream, deeds);
}

type PushedOnce = {
  readonly device: string;
  readonly total: number;
  readonly outcome: Extract<Awaited<ReturnType<typeof pushDeviceLog>>, { ok: true }>['value'];
};

function deedOf({ seq: _seq, lam: _lam, ts: _ts, ctx: _ctx, ...deed }: LogOperation): RepeatedDeed {
  return deed;
}

/** Whether anything in the journal is for this conference on this stream at all. */
export function hasAnythingFor(entries: readonly EntryOfLog[], log: Pick<LogToSend, 'conference' | 'stream'>): boolean {
  return entries.some((entry) => isFor(entry, log));
}
