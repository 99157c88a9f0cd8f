// The files of a journal, read through once when it is opened: where each entry stands, how far each device has
// counted, and what is damaged.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry, JournalStream } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { setAside } from './damaged';
import { isMissing, writeFailureOf, type WriteFailure } from './failures';
import { readWhole } from './files';
import { scanJournalFile } from './journal-line';

/** An entry's JSON: bytes `start` to `end` of the file with this number. */
export type EntryPlace = { readonly file: number; readonly start: number; readonly end: number };

/** How far each device has counted in each stream, and the highest Lamport time seen. */
export type JournalClock = {
  readonly sequences: ReadonlyMap<JournalStream, ReadonlyMap<string, number>>;
  readonly lam: number;
};

/** The file that the journal goes on in: `found` bytes, of which the first `wholeUntil` are to stay. */
export type LastFile = {
  readonly file: number;
  readonly found: number;
  readonly wholeUntil: number;
  /** The newline of its last line was not written any more. */
  readonly lacksNewline: boolean;
};

export type LoadedJournal = {
  readonly places: readonly EntryPlace[];
  readonly clock: JournalClock;
  readonly damaged: number;
  readonly last: LastFile;
};

/** The path of file `number` of the journal in `folder`. */
export function journalFile(folder: string, number: number): string {
  return join(folder, `${number}.ndjson`);
}

/** The numbers of the journal's files in rising order; none when the folder is not there. */
export async function listJournalFiles(folder: string): Promise<Result<readonly number[], WriteFailure>> {
  try {
    const names = await readdir(folder);
    const numbers = names.flatMap((name) => (/^[1-9]\d{0,8}\.ndjson$/.test(name) ? [Number.parseInt(name, 10)] : []));
    return succeed(numbers.sort((before, after) => before - after));
  } catch (error) {
    return isMissing(error) ? succeed([]) : fail(writeFailureOf(error));
  }
}

/**
 * Reads the journal in `folder`, one file at a time, and sets damaged lines aside in `damagedFolder`. Writes nothing to
 * the journal itself. That damage cannot be set aside (a full disk) hinders nobody: it stays where it is.
 */
export async function loadJournal(folder: string, damagedFolder: string): Promise<Result<LoadedJournal, WriteFailure>> {
  const numbers = await listJournalFiles(folder);
  if (!numbers.ok) return numbers;
  const places: EntryPlace[] = [];
  let clock: JournalClock = { sequences: new Map(), lam: 0 };
  let damaged = 0;
  let last: LastFile = { file: 1, found: 0, wholeUntil: 0, lacksNewline: false };
  for (const file of numbers.value) {
    const bytes = await readWhole(journalFile(folder, file));
    if (!bytes.ok) return fail({ kind: 'not-writable' });
    const scan = scanJournalFile(bytes.value);
    const isLast = file === numbers.value.at(-1);
    const torn = scan.wholeUntil < bytes.value.length ? [{ start: scan.wholeUntil, end: bytes.value.length }] : [];
    for (const range of [...scan.damaged, ...torn]) {
      await setAside(damagedFolder, `${file}-${range.start}`, bytes.value.subarray(range.start, range.end));
    }
    for (const place of scan.places) places.push({ file, start: place.jsonStart, end: place.jsonEnd });
    clock = advance(clock, scan.places);
    // Only the last file can have been torn by a crash: in an earlier one a missing end is damage.
    damaged += scan.damaged.length + (isLast ? 0 : torn.length);
    last = { file, found: bytes.value.length, wholeUntil: scan.wholeUntil, lacksNewline: scan.lacksNewline };
  }
  return succeed({ places, clock, damaged, last });
}

/** `clock` after having seen `entries`. */
export function advance(
  clock: JournalClock,
  entries: readonly Pick<JournalEntry, 'device' | 'stream' | 'seq' | 'lam'>[],
): JournalClock {
  const sequences = new Map([...clock.sequences].map(([stream, devices]) => [stream, new Map(devices)]));
  let lam = clock.lam;
  for (const entry of entries) {
    const devices = sequences.get(entry.stream) ?? new Map<string, number>();
    devices.set(entry.device, Math.max(devices.get(entry.device) ?? 0, entry.seq));
    sequences.set(entry.stream, devices);
    lam = Math.max(lam, entry.lam);
  }
  return { sequences, lam };
}
