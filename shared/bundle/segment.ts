// A segment: some operations of a device's log, one after the other, in one object. Each operation is a line of JSON and
// is hashed as the bytes it is, so that its hash needs no canonical form.

import * as v from 'valibot';
import { isPlainJson, type JsonObject } from '../json';
import { fail, succeed, type Result } from '../result';
import { toHex } from './hex';
import type { LogStream } from './device-head';
import type { LogFailure } from './log-failure';
import { parseJsonSafely } from './parse-json-safely';
import type { Platform } from './verification';

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const frameSchema = v.object({
  v: v.literal(1),
  device: v.string(),
  stream: v.string(),
  from: positive,
  to: positive,
  prevOpHash: v.nullable(v.string()),
});

const operationSchema = v.looseObject({
  seq: positive,
  lam: positive,
  ts: v.pipe(v.number(), v.safeInteger()),
  ctx: v.record(v.string(), wholeNumber),
  t: v.pipe(v.string(), v.regex(/^[a-z-]{1,32}\.[a-z-]{1,32}$/)),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});

/**
 * An operation: an entry of the journal without what its log says once for all (device and stream). `val`, `f` and
 * `base` are as the entry has them; fields that are not known are kept.
 */
export type LogOperation = JsonObject & Readonly<v.InferOutput<typeof operationSchema>>;

/** Whether `json` has what every operation has. */
export function isLogOperation(json: unknown): json is LogOperation {
  return v.is(operationSchema, json) && isPlainJson(json);
}

/** An operation with the line it stands in, and that line's SHA-256 in hex. */
export type LogLine = { readonly operation: LogOperation; readonly line: string; readonly sha256: string };

export type SegmentFrame = {
  readonly device: string;
  readonly stream: LogStream;
  readonly from: number;
  readonly to: number;
  /** The hash of the operation before `from`; null when there is none. */
  readonly prevOpHash: string | null;
};

type HashAndText = Pick<Platform, 'cryptography' | 'text'>;

/** The line of an operation, hashed. */
export async function logLine(operation: LogOperation, platform: HashAndText): Promise<LogLine> {
  return hashed(operation, JSON.stringify(operation), platform);
}

/** The text of a segment: the frame's line, then a line an operation, each ended by a line feed. */
export function writeSegment(
  { device, stream, from, to, prevOpHash }: SegmentFrame,
  lines: readonly LogLine[],
): string {
  const frame = JSON.stringify({ v: 1, device, stream, from, to, prevOpHash });
  return `${[frame, ...lines.map(({ line }) => line)].join('\n')}\n`;
}

/** Reads the inflated bytes of the segment that a head names. S15 when it is another, or one of its lines does not fit. */
export async function readSegment(
  raw: Uint8Array,
  expected: Omit<SegmentFrame, 'prevOpHash'>,
  platform: HashAndText,
): Promise<Result<{ readonly prevOpHash: string | null; readonly lines: readonly LogLine[] }, LogFailure>> {
  const text = platform.text.decodeUtf8(raw);
  if (text === undefined || !text.endsWith('\n')) return unreadable('lines');
  const [first = '', ...rest] = text.slice(0, -1).split('\n');
  const frame = v.safeParse(frameSchema, jsonOf(first, platform));
  if (!frame.success) return unreadable('frame');
  const { device, stream, from, to, prevOpHash } = frame.output;
  const isExpected =
    device === expected.device && stream === expected.stream && from === expected.from && to === expected.to;
  if (!isExpected || rest.length !== to - from + 1) return unreadable('frame');
  const lines: LogLine[] = [];
  for (const [at, line] of rest.entries()) {
    const operation = jsonOf(line, platform);
    if (!isOperation(operation) || operation.seq !== from + at) return unreadable(String(from + at));
    lines.push(await hashed(operation, line, platform));
  }
  return succeed({ prevOpHash, lines });
}

function unreadable(where: string): Result<never, LogFailure> {
  return fail({ kind: 'unreadable', code: 'S15', where });
}

function jsonOf(line: string, { text }: HashAndText): unknown {
  const json = parseJsonSafely(text.encode(line), text);
  return json.ok ? json.value : undefined;
}

function isOperation(json: unknown): json is LogOperation {
  return v.is(operationSchema, json);
}

async function hashed(operation: LogOperation, line: string, { cryptography, text }: HashAndText): Promise<LogLine> {
  return { operation, line, sha256: toHex(await cryptography.sha256(text.encode(line))) };
}
