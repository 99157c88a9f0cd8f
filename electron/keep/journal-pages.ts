// Pages of the journal, read from the disk when they are asked for: memory holds only where each entry stands.

import { open } from 'node:fs/promises';
import { readJournalEntry, type JournalEntry, type KeepFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { writeFailureOf } from './failures';
import { journalFile, type EntryPlace } from './journal-files';
import { parseJson } from './parse-json';

/** A page stops before the entry that would go beyond, so that a few large motions do not fill the memory. */
const pageLimit = 8 * 1024 * 1024;

/** Up to `limit` places from position `from` on: at least one when there is one, and fewer when they are large. */
export function pageOf(places: readonly EntryPlace[], from: number, limit: number): readonly EntryPlace[] {
  let size = 0;
  const page: EntryPlace[] = [];
  for (const place of places.slice(from, from + limit)) {
    size += place.end - place.start;
    if (page.length > 0 && size > pageLimit) break;
    page.push(place);
  }
  return page;
}

/** The entries at `places`; `not-kept` when one that was good when the journal was opened is not any more. */
export async function readEntries(
  folder: string,
  places: readonly EntryPlace[],
): Promise<Result<readonly JournalEntry[], KeepFailure>> {
  const entries: JournalEntry[] = [];
  try {
    for (const run of runsByFile(places)) {
      const [{ file, start }] = run;
      const bytes = await readRange(journalFile(folder, file), start, run.at(-1)?.end ?? start);
      for (const place of run) {
        const stored = parseJson(bytes.toString('utf8', place.start - start, place.end - start));
        const entry = readJournalEntry(withoutMore(stored));
        if (entry === undefined) return fail({ kind: 'not-kept' });
        entries.push(entry);
      }
    }
    return succeed(entries);
  } catch (error) {
    writeFailureOf(error);
    return fail({ kind: 'not-kept' });
  }
}

type Run = [EntryPlace, ...EntryPlace[]];

function runsByFile(places: readonly EntryPlace[]): readonly Run[] {
  const runs: Run[] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run !== undefined && run[0].file === place.file) run.push(place);
    else runs.push([place]);
  }
  return runs;
}

async function readRange(path: string, start: number, end: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Without what the line adds to the entry (journal-line.ts). */
function withoutMore(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('more' in stored)) return stored;
  const { more: _more, ...entry } = stored;
  return entry;
}
