// A chunk: some of the records of a version, in one object.

import type { JsonObject, JsonValue } from '../json';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure } from './bundle-failure';
import type { ChunkEntry } from './index-object';
import { isOfficialRecord, type OfficialRecord } from './records';

/** The records of the chunk that the index calls `entry`: as many as it says, sorted by id. S15 when they are not. */
export function readChunk(json: JsonValue, entry: ChunkEntry): Result<readonly OfficialRecord[], BundleFailure> {
  const unreadable = (where: string): Result<never, BundleFailure> =>
    fail({ kind: 'unreadable', code: 'S15', part: { kind: 'chunk', key: entry.key }, where });
  const { v, key, records: listed } = isObject(json) ? json : {};
  if (v !== 1 || key !== entry.key || !Array.isArray(listed)) return unreadable('key');
  if (listed.length !== entry.records) return unreadable('records');
  const records: OfficialRecord[] = [];
  for (const record of listed) {
    const previous = records.at(-1);
    if (!isOfficialRecord(record)) return unreadable(`after ${previous?.id ?? 'the start'}`);
    if (previous !== undefined && previous.id >= record.id) return unreadable(record.id);
    records.push(record);
  }
  return succeed(records);
}

/** The JSON of a chunk. `records` are sorted by id. */
export function writeChunk(key: string, records: readonly OfficialRecord[]): string {
  return JSON.stringify({ v: 1, key, records });
}

function isObject(json: JsonValue): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
