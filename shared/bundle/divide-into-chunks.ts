// Which record goes into which chunk: papers by bucket, an amendment with its motion, and each session by itself, so that one
// changed motion or session changes one chunk.

import type { Cryptography, TextCodec } from '../ports';
import { writeChunk } from './chunk';
import { rawObjectLimit, recordsPerChunkLimit } from './limits';
import type { OfficialRecord } from './records';

const bytesPerBucket = 96 * 1024;
const mostBuckets = 1024;

export type ChunkOfRecords = {
  readonly key: string;
  readonly records: readonly OfficialRecord[];
  /** The chunk's JSON in UTF-8. */
  readonly raw: Uint8Array;
};

export type DividedRecords = { readonly buckets: number; readonly chunks: readonly ChunkOfRecords[] };

type HashAndText = { readonly cryptography: Pick<Cryptography, 'sha256'>; readonly text: TextCodec };

/**
 * Divides records into chunks of about 64 to 128 KiB, sorted by key, each sorted by id. The number of buckets of the
 * version before stays unless it is off by more than twice, because a new number changes every chunk. Undefined when one
 * motion and its amendments are too large for a chunk.
 */
export async function divideIntoChunks(
  records: readonly OfficialRecord[],
  previousBuckets: number | undefined,
  platform: HashAndText,
): Promise<DividedRecords | undefined> {
  const sorted = [...records].sort((before, after) => (before.id < after.id ? -1 : 1));
  const places = await Promise.all(sorted.map(async (record) => placeOfRecord(record, platform)));
  const parts = new Map(['roster', 'receipts'].map((chunk) => [chunk, partsFor(places, chunk)]));
  const total = sorted.reduce((sum, record) => sum + platform.text.encode(JSON.stringify(record)).length, 0);
  for (let buckets = bucketsFor(total, previousBuckets); buckets <= mostBuckets; buckets *= 2) {
    const groups = new Map<string, OfficialRecord[]>();
    sorted.forEach((record, at) => {
      const key = keyOf(places[at] ?? 0, buckets, parts);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    });
    const chunks = [...groups]
      .sort(([before], [after]) => (before < after ? -1 : 1))
      .map(([key, some]) => ({ key, records: some, raw: platform.text.encode(writeChunk(key, some)) }));
    const fits = chunks.every(
      (chunk) => chunk.raw.length <= rawObjectLimit && chunk.records.length <= recordsPerChunkLimit,
    );
    if (fits) return { buckets, chunks };
  }
  return undefined;
}

/**
 * A chunk's fixed name, or the first 16 bits of the hash of the motion that the record belongs to; for the roster and
 * receipts, of which there may be more than a chunk takes, the first 8 bits of the hash of their own.
 */
type Place = string | number | { readonly chunk: string; readonly part: number };

async function placeOfRecord(record: OfficialRecord, { cryptography, text }: HashAndText): Promise<Place> {
  if (record.kind === 'conference') return 'conf';
  if (record.kind === 'session') return `agenda/${record.id}`;
  if (record.kind === 'roster' || record.kind === 'receipt') {
    const [first = 0] = await cryptography.sha256(text.encode(record.id));
    return { chunk: record.kind === 'roster' ? 'roster' : 'receipts', part: first };
  }
  const { motionId } = record;
  const hash = await cryptography.sha256(text.encode(typeof motionId === 'string' ? motionId : record.id));
  return ((hash[0] ?? 0) << 8) | (hash[1] ?? 0);
}

/** Into how many parts a list of many small records goes: few enough to be fetched, none near its limit. */
function partsFor(places: readonly Place[], chunk: string): number {
  const count = places.filter((place) => typeof place === 'object' && place.chunk === chunk).length;
  let parts = 1;
  while (parts < 256 && parts * (recordsPerChunkLimit / 4) < count) parts *= 2;
  return parts;
}

function keyOf(place: Place, buckets: number, parts: ReadonlyMap<string, number>): string {
  if (typeof place === 'object') {
    const of = parts.get(place.chunk) ?? 1;
    return of === 1 ? place.chunk : `${place.chunk}/${(place.part % of).toString(16).padStart(2, '0')}`;
  }
  return typeof place === 'string' ? place : `r/${(place % buckets).toString(16).padStart(3, '0')}`;
}

function bucketsFor(total: number, previous: number | undefined): number {
  let wanted = 1;
  while (wanted < mostBuckets && wanted * bytesPerBucket < total) wanted *= 2;
  const mayStay = previous !== undefined && previous <= mostBuckets && previous >= wanted / 2 && previous <= wanted * 2;
  return mayStay ? previous : wanted;
}
