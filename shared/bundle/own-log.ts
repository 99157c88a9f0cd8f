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

/** The operations that `device` (the journal's name for it) has done on `stream`, in order, each with its hash. */
export async function ownLog(
  entries: readonly EntryOfLog[],
  device: string,
  stream: LogStream,
  platform: Pick<Platform, 'cryptography' | 'text'>,
): Promise<readonly LogLine[]> {
  const own = entries.filter((entry) => entry.device === device && entry.stream === stream);
  return Promise.all(own.map(async (entry) => logLine(operationOf(entry), platform)));
}

function operationOf({ seq, lam, ts, ctx, t, id, f, val, base }: EntryOfLog): LogOperation {
  return {
    seq,
    lam,
    ts: Math.trunc(ts),
    ctx,
    t,
    id,
    ...(f === undefined ? {} : { f }),
    ...(val === undefined ? {} : { val }),
    ...(base === undefined ? {} : { base }),
  };
}
