// The index of a head: every chunk by its key, hash and sizes. (A chunk is fetched only when its hash is new.)

import * as v from 'valibot';
import { fail, succeed, type Result } from '../result';
import type { JsonValue } from '../json';
import type { BundleFailure } from './bundle-failure';
import { sha256Pattern } from './hex';
import {
  inflateRatioLimit,
  objectsLimit,
  rawObjectLimit,
  rawTotalLimit,
  recordsPerChunkLimit,
  storedObjectLimit,
} from './limits';
import { placeOf } from './root';

/** Names of chunks: papers by bucket (`r/03f`), and room for the order of business, the roster, receipts and documents. */
const chunkKeyPattern =
  /^(r\/[0-9a-f]{3}|agenda\/[a-z0-9-]{1,40}|(roster|receipts)(\/[0-9a-f]{2})?|notices|conf|docs\/[0-9a-f]{2})$/;

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(sha256Pattern));

const indexSchema = v.object({
  v: v.literal(1),
  buckets: v.pipe(wholeNumber, v.minValue(1), v.maxValue(objectsLimit)),
  chunks: v.array(
    v.tuple([v.pipe(v.string(), v.regex(chunkKeyPattern)), sha256, wholeNumber, wholeNumber, wholeNumber]),
  ),
});

/** How large an object is: hash of the stored bytes, their number, and the number they inflate to. */
export type ObjectSize = { readonly sha256: string; readonly size: number; readonly raw: number };

export type ChunkEntry = ObjectSize & { readonly key: string; readonly records: number };

export type Index = { readonly buckets: number; readonly chunks: readonly ChunkEntry[] };

/** Reads an index. S15 when it is not in shape, sorted and free of repeated keys; S13, S14 when it commits to too much. */
export function readIndex(json: JsonValue): Result<Index, BundleFailure> {
  const part = { kind: 'index' } as const;
  const shape = v.safeParse(indexSchema, json);
  if (!shape.success) return fail({ kind: 'unreadable', code: 'S15', part, where: placeOf(shape.issues) });
  const chunks = shape.output.chunks.map(([key, hash, size, raw, records]): ChunkEntry => ({
    key,
    sha256: hash,
    size,
    raw,
    records,
  }));
  const misplaced = chunks.find((chunk, at) => at > 0 && (chunks[at - 1]?.key ?? '') >= chunk.key);
  if (misplaced !== undefined) return fail({ kind: 'unreadable', code: 'S15', part, where: misplaced.key });
  if (chunks.length > objectsLimit) return fail({ kind: 'unsafe', code: 'S13', part, why: 'too-many' });
  const total = chunks.reduce((sum, chunk) => sum + chunk.raw, 0);
  if (total > rawTotalLimit) return fail({ kind: 'too-large', code: 'S14', part, limit: rawTotalLimit });
  for (const chunk of chunks) {
    const failure = findExcess(chunk);
    if (failure !== undefined) return fail(failure);
  }
  return succeed({ buckets: shape.output.buckets, chunks });
}

/** The JSON of an index, chunks in the order of their keys. */
export function writeIndex({ buckets, chunks }: Index): string {
  const rows = chunks.map(({ key, sha256: hash, size, raw, records }) => [key, hash, size, raw, records]);
  return JSON.stringify({ v: 1, buckets, chunks: rows });
}

function findExcess(chunk: ChunkEntry): BundleFailure | undefined {
  const part = { kind: 'chunk', key: chunk.key } as const;
  if (chunk.size > storedObjectLimit) return { kind: 'too-large', code: 'S14', part, limit: storedObjectLimit };
  if (chunk.raw > rawObjectLimit) return { kind: 'too-large', code: 'S14', part, limit: rawObjectLimit };
  if (chunk.raw > chunk.size * inflateRatioLimit) return { kind: 'unsafe', code: 'S13', part, why: 'expands' };
  if (chunk.records > recordsPerChunkLimit) return { kind: 'unsafe', code: 'S13', part, why: 'too-many' };
  return undefined;
}
