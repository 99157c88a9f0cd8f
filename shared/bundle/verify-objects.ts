// The third step of a verification: the index and the chunks, each only inflated when its stored bytes have the size
// and hash that were signed, and only parsed when it inflates to exactly the size that was signed.

import type { JsonValue } from '../json';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure, BundlePart } from './bundle-failure';
import type { BundleSource } from './bundle-source';
import { readChunk } from './chunk';
import type { Head } from './head';
import { toHex } from './hex';
import { readIndex, type ChunkEntry, type ObjectSize } from './index-object';
import { parallelRequests, rawIndexLimit, storedObjectLimit } from './limits';
import { parseJsonSafely, type JsonFailure } from './parse-json-safely';
import type { OfficialRecord } from './records';
import { failureOfSource, type Platform, type Verification } from './verification';

/** An object's stored bytes as received. */
export type StoredObject = { readonly sha256: string; readonly bytes: Uint8Array };

export type VerifiedChunk = { readonly entry: ChunkEntry; readonly records: readonly OfficialRecord[] };

export type VerifiedObjects = {
  readonly buckets: number;
  readonly chunks: readonly VerifiedChunk[];
  /** What was fetched in this reading, the index first; nothing when the source keeps it. */
  readonly received: readonly StoredObject[];
  /** Chunks that a file does not hold, and which are not held either. */
  readonly missing: number;
};

/** Fetches and verifies everything `head` commits to, leaving out chunks whose records are held. */
export async function verifyObjects(
  source: BundleSource,
  head: Head,
  verification: Verification,
): Promise<Result<VerifiedObjects, BundleFailure>> {
  const part = { kind: 'index' } as const;
  const size: ObjectSize = { sha256: head.index.h, size: head.index.size, raw: head.index.raw };
  if (size.size > storedObjectLimit) return fail({ kind: 'too-large', code: 'S14', part, limit: storedObjectLimit });
  if (size.raw > rawIndexLimit) return fail({ kind: 'too-large', code: 'S14', part, limit: rawIndexLimit });
  const stored = await fetchStored(source, size, part, verification);
  if (!stored.ok) return stored;
  if (stored.value === undefined) return succeed({ buckets: 1, chunks: [], received: [], missing: 1 });
  const json = await openStored(stored.value, size, part, verification);
  if (!json.ok) return json;
  const index = readIndex(json.value);
  if (!index.ok) return index;
  const progress = { parts: 0, of: index.value.chunks.length, bytes: 0 };
  const chunks = await inParallel(index.value.chunks, async (entry) => {
    const outcome = await verifyChunk(source, entry, verification);
    if (outcome.ok) {
      progress.parts += 1;
      progress.bytes += outcome.value.moved;
      verification.onProgress?.({ ...progress });
    }
    return outcome;
  });
  if (!chunks.ok) return chunks;
  const outcomes = chunks.value;
  return succeed({
    buckets: index.value.buckets,
    chunks: outcomes.flatMap(({ chunk }) => (chunk === undefined ? [] : [chunk])),
    received:
      source.keepsObjects === true
        ? []
        : [
            { sha256: size.sha256, bytes: stored.value },
            ...outcomes.flatMap(({ received }) => (received === undefined ? [] : [received])),
          ],
    missing: outcomes.filter(({ chunk }) => chunk === undefined).length,
  });
}

type ChunkOutcome = {
  readonly chunk?: VerifiedChunk;
  readonly received?: StoredObject;
  /** Stored bytes that came just now. */
  readonly moved: number;
};

async function verifyChunk(
  source: BundleSource,
  entry: ChunkEntry,
  verification: Verification,
): Promise<Result<ChunkOutcome, BundleFailure>> {
  const part = { kind: 'chunk', key: entry.key } as const;
  const held = await verification.held?.(entry.sha256);
  if (held !== undefined) return succeed({ chunk: { entry, records: held }, moved: 0 });
  const stored = await fetchStored(source, entry, part, verification);
  if (!stored.ok) return stored;
  if (stored.value === undefined) return succeed({ moved: 0 });
  const json = await openStored(stored.value, entry, part, verification);
  if (!json.ok) return json;
  const records = readChunk(json.value, entry);
  if (!records.ok) return records;
  return succeed({
    chunk: { entry, records: records.value },
    ...(source.keepsObjects === true ? {} : { received: { sha256: entry.sha256, bytes: stored.value } }),
    moved: entry.size,
  });
}

/** The stored bytes, of the right size and hash. Undefined when a file does not hold them: it may be a partial one. */
async function fetchStored(
  source: BundleSource,
  { sha256, size }: ObjectSize,
  part: BundlePart,
  { cryptography }: Platform,
): Promise<Result<Uint8Array | undefined, BundleFailure>> {
  const offered = await source.object(sha256, size);
  if (!offered.ok) {
    if (offered.error.kind === 'not-found') {
      // A head stands only where all of its objects were written: at an address, what is missing is still on its way.
      return source.kind === 'file' ? succeed(undefined) : fail({ kind: 'cut-short', code: 'S11', part, of: size });
    }
    return fail(failureOfSource(offered.error, part, size));
  }
  const bytes = offered.value;
  if (bytes.length < size) return fail({ kind: 'cut-short', code: 'S11', part, of: size });
  if (bytes.length > size || toHex(await cryptography.sha256(bytes)) !== sha256) {
    return fail({ kind: 'wrong-hash', code: 'S12', part });
  }
  return succeed(bytes);
}

/** The JSON in stored bytes whose hash is right. */
export async function openStored(
  bytes: Uint8Array,
  { raw }: Pick<ObjectSize, 'raw'>,
  part: BundlePart,
  { compression, text }: Platform,
): Promise<Result<JsonValue, BundleFailure>> {
  const inflated = await compression.gunzip(bytes, raw);
  if (inflated === undefined) return fail({ kind: 'unsafe', code: 'S13', part, why: 'expands' });
  if (inflated.length !== raw) return fail({ kind: 'unreadable', code: 'S15', part, where: 'size' });
  const json = parseJsonSafely(inflated, text);
  return json.ok ? json : fail(failureOfJson(json.error, part));
}

function failureOfJson(failure: JsonFailure, part: BundlePart): BundleFailure {
  if (failure.kind === 'too-deep') return { kind: 'unsafe', code: 'S13', part, why: 'too-deep' };
  if (failure.kind === 'too-many-bytes') return { kind: 'too-large', code: 'S14', part, limit: failure.limit };
  return { kind: 'unreadable', code: 'S15', part, where: failure.kind };
}

/** Does `work` on every item, a few at a time, in order of starting; the first failure ends it. */
async function inParallel<Item, T, E extends { readonly kind: string }>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result<T, E>>,
): Promise<Result<readonly T[], E>> {
  const results: T[] = [];
  const queue = items.entries();
  let failure: Result<never, E> | undefined;
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) {
      if (failure !== undefined) return;
      const result = await work(item);
      if (result.ok) results[at] = result.value;
      else failure ??= result;
    }
  };
  await Promise.all(Array.from({ length: parallelRequests }, worker));
  return failure ?? succeed(results);
}
