// The conference office's next version: records become chunks, an index, and a signed head. Pure: what to write and in
// which order is in the value it returns; writing, and reading back, is the caller's.

import type { ConferenceId } from '../ids';
import { fail, succeed, type Result } from '../result';
import { carryRecords, type CarriedRecords } from './carry-records';
import { divideIntoChunks, type ChunkOfRecords } from './divide-into-chunks';
import { payloadTypes, sealEnvelope, writeEnvelope, type Signature, type SigningKey } from './envelope';
import { schemaVersion, type Head } from './head';
import { toHex } from './hex';
import { writeIndex, type ChunkEntry, type ObjectSize } from './index-object';
import { headLimit, rawIndexLimit, storedObjectLimit } from './limits';
import { momentOf } from './moment';
import { countRecords, type OfficialRecord } from './records';
import type { VerifiedBundle } from './verify-bundle';
import type { Platform } from './verification';
import { wordsOfHead } from './verify-head';
import type { StoredObject } from './verify-objects';

/** The version before, as the office itself verified it. */
export type PreviousVersion = Pick<VerifiedBundle, 'version' | 'headHash' | 'buckets' | 'chunks'>;

/** Signs a head's payload where the key is kept; undefined when it cannot be signed now. */
export type PayloadSigner = (payload: Uint8Array) => Promise<readonly Signature[] | undefined>;

export type Publication = {
  readonly conference: ConferenceId;
  /** The newest root, which lists the keys below as publishers. */
  readonly rootVersion: number;
  readonly records: readonly OfficialRecord[];
  readonly previous?: PreviousVersion;
  /** Epoch milliseconds: now, and until when delegates need not worry that they hear nothing newer. */
  readonly publishedAt: number;
  readonly expires: number;
  /** At most 500 characters, for delegates: “Supplementary Report 2”. */
  readonly note?: string;
  readonly isMassRemovalMeant: boolean;
  readonly keys: readonly SigningKey[] | PayloadSigner;
};

export type PublishedVersion = {
  readonly version: number;
  readonly headHash: string;
  readonly words: string;
  /** The head's envelope. */
  readonly head: Uint8Array;
  /** Objects that the version before did not have, to be written before the head. */
  readonly newObjects: readonly StoredObject[];
  /** Hashes of everything this version consists of, the index first. */
  readonly objects: readonly string[];
  readonly changes: Omit<CarriedRecords, 'records'>;
};

export type PublishFailure =
  /** More than a tenth of the records would go, and it was not said to be meant. */
  | { readonly kind: 'mass-removal'; readonly removed: number; readonly of: number }
  | { readonly kind: 'motion-missing'; readonly amendment: string }
  | { readonly kind: 'repeated-id'; readonly id: string }
  | { readonly kind: 'note-too-long'; readonly limit: number }
  | { readonly kind: 'not-signed' }
  /** A motion with its amendments, or all papers together, are more than a bundle may hold. */
  | { readonly kind: 'papers-too-large' };

const noteLimit = 500;

/** Builds and signs the next version. */
export async function publishBundle(
  publication: Publication,
  platform: Platform,
): Promise<Result<PublishedVersion, PublishFailure>> {
  const { previous, note } = publication;
  if (note !== undefined && note.length > noteLimit) return fail({ kind: 'note-too-long', limit: noteLimit });
  const before = previous?.chunks.flatMap((chunk) => chunk.records) ?? [];
  const carried = carryRecords(before, publication.records);
  const refusal = findRefusal(publication, carried, before.length);
  if (refusal !== undefined) return fail(refusal);
  const divided = await divideIntoChunks(carried.records, previous?.buckets, platform);
  if (divided === undefined) return fail({ kind: 'papers-too-large' });
  const chunks = await Promise.all(divided.chunks.map(async (chunk) => storeChunk(chunk, previous, platform)));
  const entries = chunks.map(({ entry }) => entry);
  const index = await store(platform.text.encode(writeIndex({ buckets: divided.buckets, chunks: entries })), platform);
  const isTooLarge = index.size.raw > rawIndexLimit || entries.some((entry) => entry.size > storedObjectLimit);
  if (isTooLarge) return fail({ kind: 'papers-too-large' });
  const head = headOf(publication, carried, { ...index.size });
  const payload = platform.text.encode(JSON.stringify(head));
  const envelope = await sealHead(payload, publication.keys, platform);
  if (envelope === undefined) return fail({ kind: 'not-signed' });
  if (envelope.length > headLimit) return fail({ kind: 'papers-too-large' });
  const headHash = toHex(await platform.cryptography.sha256(payload));
  const { records: _records, ...changes } = carried;
  return succeed({
    version: head.version,
    headHash,
    words: wordsOfHead(headHash),
    head: envelope,
    newObjects: [...chunks.flatMap(({ object }) => (object === undefined ? [] : [object])), index.object],
    objects: [index.size.sha256, ...entries.map((entry) => entry.sha256)],
    changes,
  });
}

async function sealHead(
  payload: Uint8Array,
  keys: Publication['keys'],
  platform: Platform,
): Promise<Uint8Array | undefined> {
  if (typeof keys !== 'function') return sealEnvelope(payload, payloadTypes.head, keys, platform);
  const signatures = await keys(payload);
  if (signatures === undefined) return undefined;
  return writeEnvelope({ payloadType: payloadTypes.head, payload, signatures }, platform.text);
}

function findRefusal(
  publication: Publication,
  { removed }: CarriedRecords,
  before: number,
): PublishFailure | undefined {
  const ids = new Set<string>();
  for (const { id } of publication.records) {
    if (ids.has(id)) return { kind: 'repeated-id', id };
    ids.add(id);
  }
  for (const { id, kind, motionId } of publication.records) {
    if (kind === 'amendment' && !(typeof motionId === 'string' && ids.has(motionId))) {
      return { kind: 'motion-missing', amendment: id };
    }
  }
  const isMass = isMassRemoval(removed.length, before);
  if (isMass && !publication.isMassRemovalMeant) return { kind: 'mass-removal', removed: removed.length, of: before };
  return undefined;
}

/** More than a tenth of the records that were there. */
export function isMassRemoval(removed: number, before: number): boolean {
  return removed * 10 > before;
}

function headOf(publication: Publication, carried: CarriedRecords, index: ObjectSize): Head {
  const { previous, note } = publication;
  const before = previous?.chunks.reduce((sum, chunk) => sum + chunk.records.length, 0) ?? 0;
  const removed = carried.removed.length;
  return {
    v: 1,
    conf: publication.conference,
    version: (previous?.version ?? 0) + 1,
    prev: previous?.headHash ?? null,
    rootVersion: publication.rootVersion,
    schema: schemaVersion,
    publishedAt: momentOf(publication.publishedAt),
    expires: momentOf(publication.expires),
    index: { h: index.sha256, size: index.size, raw: index.raw },
    counts: countRecords([carried.records]),
    removed: { n: removed, mass: isMassRemoval(removed, before) },
    ...(note === undefined ? {} : { note }),
  };
}

type StoredChunk = { readonly entry: ChunkEntry; readonly object?: StoredObject };

/** A chunk's entry, and its object unless the version before has the same text: then that one's stored bytes stand. */
async function storeChunk(
  { key, records, raw }: ChunkOfRecords,
  previous: PreviousVersion | undefined,
  platform: Platform,
): Promise<StoredChunk> {
  const before = previous?.chunks.find((chunk) => chunk.entry.key === key);
  if (before !== undefined && before.records.length === records.length) {
    const isUnchanged = records.every((record, at) => record === before.records[at]);
    if (isUnchanged) return { entry: before.entry };
  }
  const { size, object } = await store(raw, platform);
  return { entry: { key, ...size, records: records.length }, object };
}

async function store(
  raw: Uint8Array,
  { compression, cryptography }: Platform,
): Promise<{ readonly size: ObjectSize; readonly object: StoredObject }> {
  const bytes = await compression.gzip(raw);
  const sha256 = toHex(await cryptography.sha256(bytes));
  return { size: { sha256, size: bytes.length, raw: raw.length }, object: { sha256, bytes } };
}
