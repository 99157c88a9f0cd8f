// Entries of the journal as operations of a private log, and back. Unlike in other logs, each operation names its author
// as the journal does: the merge tells devices apart by that name, and it has to be the same on all of them.

import * as v from 'valibot';
import type { JsonValue } from '../json';
import { fail, succeed, type Result } from '../result';
import type { LogPlace } from './device-head';
import type { LogFailure } from './log-failure';
import { conferenceIdOf } from './conference-id';
import { logLine, type LogLine, type LogOperation } from './segment';
import type { Platform } from './verification';

type HashAndText = Pick<Platform, 'cryptography' | 'text'>;

/**
 * Where a device of `identity` keeps its private log: `self/<identity>/<device>/`. It belongs to no conference; `conf`
 * is made from the identity's id as a conference's id is from its root.
 */
export async function selfPlace(
  identity: string,
  device: string,
  { cryptography, text }: HashAndText,
): Promise<LogPlace> {
  return { conference: conferenceIdOf(await cryptography.sha256(text.encode(identity))), stream: 'self', device };
}

/** An entry of the journal, as much of it as a private log takes over: all of it. */
export type EntryOfSelf = {
  readonly stream: string;
  readonly device: string;
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

/** What `device` (the journal's name for it) wrote on `self`, in order, as lines of its log. */
export async function selfLines(
  entries: readonly EntryOfSelf[],
  device: string,
  platform: HashAndText,
): Promise<readonly LogLine[]> {
  const own = entries.filter((entry) => entry.stream === 'self' && entry.device === device);
  return Promise.all(own.map(async (entry) => logLine(operationOf(entry), platform)));
}

function operationOf({ device, seq, lam, ts, ctx, t, id, f, val, base }: EntryOfSelf): LogOperation {
  return {
    device,
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

const text = v.string();
const operationSchema = v.object({
  device: v.pipe(text, v.minLength(1), v.maxLength(100)),
  seq: v.number(),
  lam: v.number(),
  ts: v.number(),
  ctx: v.record(text, v.number()),
  t: text,
  id: text,
  f: v.exactOptional(v.pipe(text, v.maxLength(64))),
  val: v.exactOptional(v.custom<JsonValue>((value) => value !== undefined)),
  base: v.exactOptional(
    v.strictObject({
      motionId: v.pipe(text, v.maxLength(200)),
      textVersion: v.exactOptional(v.pipe(text, v.maxLength(64))),
    }),
  ),
});

/** An entry as the journal keeps it, whoever wrote it. */
export type ReceivedEntry = Readonly<v.InferOutput<typeof operationSchema>> & {
  readonly v: 1;
  readonly stream: 'self';
};

/**
 * The entries that lines of one private log are. All of them name one author: `author` where it is known from before.
 * Kinds that this version does not know are entries like all others; the journal keeps them for one that does.
 */
export function entriesOfLog(
  lines: readonly LogLine[],
  author: string | undefined,
): Result<readonly ReceivedEntry[], LogFailure> {
  const entries: ReceivedEntry[] = [];
  for (const { operation } of lines) {
    const shape = v.safeParse(operationSchema, operation);
    const expected = author ?? entries[0]?.device ?? operation['device'];
    if (!shape.success || shape.output.device !== expected) {
      return fail({ kind: 'unreadable', code: 'S15', where: String(operation.seq) });
    }
    entries.push({ v: 1, stream: 'self', ...shape.output });
  }
  return succeed(entries);
}
