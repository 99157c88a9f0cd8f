// The log of this device as its journal has it: the journal's lines are the operations, so there is nothing to keep twice.

import type { LogStream } from './device-head';
import { logLine, type LogLine, type LogOperation } from './segment';
import type { Platform } from './verification';
import type { JsonValue } from '../json';

/** As much of an entry of the journal as a log takes over. */
export type EntryOfLog = {
  readonly device: string;
  readonly stream: string;
  readonly seq: number;
  readonly lam: number;
  readonly ts: number;
  readonly ctx: Readonly<Record<string, number>>;
  readonly t: string;
  readonly id: string;
  readonly f?: string;
  readonly val?: JsonValue;
  readonly base?: { readonly motionId: string; readonly textVersion?: string };
};

/** Whose log is wanted: the journal's name for the device, the stream, and the conference that it is for. */
export type WantedLog = { readonly device: string; readonly stream: LogStream; readonly conference: string };

/**
 * The operations of a log, in order, each with its hash. They are numbered for themselves, because a journal may speak
 * to several conferences and none is to know of another; a journal only grows, so each number stays. An entry is for
 * the conference whose official motion it is about (`base`). What its author had seen of others (`ctx`) names devices
 * as the journal does, which says nothing elsewhere, and stays here.
 */
export async function ownLog(
  entries: readonly EntryOfLog[],
  wanted: WantedLog,
  platform: Pick<Platform, 'cryptography' | 'text'>,
): Promise<readonly LogLine[]> {
  const own = entries.filter((entry) => entry.device === wanted.device && isFor(entry, wanted));
  return Promise.all(own.map(async (entry, at) => logLine(operationOf(entry, at + 1), platform)));
}

/**
 * The hashes of all operations that this journal's logs on a stream hold for a conference, under every name that it went
 * by: what a receipt is for (`op`).
 */
export async function ownOperationHashes(
  entries: readonly EntryOfLog[],
  log: Omit<WantedLog, 'device'>,
  platform: Pick<Platform, 'cryptography' | 'text'>,
): Promise<ReadonlySet<string>> {
  const names = new Set(entries.map(({ device }) => device));
  const logs = await Promise.all([...names].map(async (device) => ownLog(entries, { ...log, device }, platform)));
  return new Set(logs.flat().map(({ sha256 }) => sha256));
}

/** Whether an entry of any device goes into a log on this stream for this conference. */
export function isFor(entry: EntryOfLog, { stream, conference }: Omit<WantedLog, 'device'>): boolean {
  return entry.stream === stream && entry.base?.motionId.startsWith(`${conference}.`) === true;
}

function operationOf({ lam, ts, t, id, f, val, base }: EntryOfLog, seq: number): LogOperation {
  return {
    seq,
    lam,
    ts: Math.trunc(ts),
    ctx: {},
    t,
    id,
    ...(f === undefined ? {} : { f }),
    ...(val === undefined ? {} : { val }),
    ...(base === undefined ? {} : { base }),
  };
}
