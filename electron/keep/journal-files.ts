// The files of a journal, read through once when it is opened: where each entry stands, how far each device has
// counted, and what is damaged.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry, JournalStream } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { setAside } from './damaged';
import { isMissing, writeFailureOf, type WriteFailure } from './failures';
import { readWhole } from './files';
import { scanJournalFile, type LinePlace, type Renewal } from './journal-line';

/** An entry's JSON, bytes `start` to `end` of the file with this number, and who wrote it as their which. */
export type EntryPlace = { readonly file: number; readonly start: number; readonly end: number } & Pick<
  LinePlace,
  'device' | 'stream' | 'seq'
>;

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

/** An entry that is not there, though a later one of its device and stream is. */
export type MissingEntry = Pick<EntryPlace, 'device' | 'stream' | 'seq'>;

export type LoadedJournal = {
  readonly places: readonly EntryPlace[];
  readonly clock: JournalClock;
  /** Lines that failed their checksum. */
  readonly damaged: number;
  /** Entries that must have been there, because later ones of the same device and stream are. */
  readonly missing: readonly MissingEntry[];
  /** The last time that the journal took another name within itself. */
  readonly renewal?: Renewal;
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
  let places: EntryPlace[] = [];
  let clock: JournalClock = { sequences: new Map(), lam: 0 };
  let renewal: Renewal | undefined;
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
    for (const run of runsToRenewals(scan.places)) {
      places.push(...run.entries.map((place) => placeIn(file, place)));
      clock = advance(clock, run.entries);
      if (run.renewal === undefined) continue;
      renewal = run.renewal;
      places = places.filter((place) => !isVoid(place, run.renewal));
      clock = withoutVoid(clock, run.renewal);
    }
    // Only the last file can have been torn by a crash: in an earlier one a missing end is damage.
    damaged += scan.damaged.length + (isLast ? 0 : torn.length);
    last = { file, found: bytes.value.length, wholeUntil: scan.wholeUntil, lacksNewline: scan.lacksNewline };
  }
  const missing = missingAmong(places);
  return succeed({ places, clock, damaged, missing, last, ...(renewal === undefined ? {} : { renewal }) });
}

/** Whether `renewal`, which came later, says that what stands at a place counts no more. */
export function isVoid({ device, stream, seq }: MissingEntry, renewal: Renewal | undefined): boolean {
  return stream === 'self' && device === renewal?.before && seq >= renewal.from;
}

/** `clock` as if what `renewal` makes void had never been counted. The Lamport time stays: it must only rise. */
export function withoutVoid(clock: JournalClock, { before, from }: Renewal): JournalClock {
  const self = new Map(clock.sequences.get('self'));
  const held = Math.min(self.get(before) ?? 0, from - 1);
  if (held === 0) self.delete(before);
  else self.set(before, held);
  return { ...clock, sequences: new Map([...clock.sequences, ['self', self]]) };
}

type RunOfLines = { readonly entries: readonly LinePlace[]; readonly renewal?: Renewal };

/** The entries of a file in runs, each with the renewal that follows it. */
function runsToRenewals(lines: readonly LinePlace[]): readonly RunOfLines[] {
  const runs: RunOfLines[] = [];
  let start = 0;
  for (const [index, { renewal }] of lines.entries()) {
    if (renewal === undefined) continue;
    runs.push({ entries: lines.slice(start, index), renewal });
    start = index + 1;
  }
  return [...runs, { entries: lines.slice(start) }];
}

function placeIn(file: number, { jsonStart, jsonEnd, device, stream, seq }: LinePlace): EntryPlace {
  return { file, start: jsonStart, end: jsonEnd, device, stream, seq };
}

/** Numbers below the highest of a device and stream that no entry has: a line was lost, or a whole file is an old copy. */
function missingAmong(places: readonly EntryPlace[]): readonly MissingEntry[] {
  const found = new Map<string, { readonly first: EntryPlace; readonly numbers: Set<number> }>();
  for (const place of places) {
    const name = `${place.stream} ${place.device}`;
    const known = found.get(name) ?? { first: place, numbers: new Set() };
    known.numbers.add(place.seq);
    found.set(name, known);
  }
  return [...found.values()].flatMap(({ first: { device, stream }, numbers }) => {
    const last = [...numbers].reduce((highest, seq) => Math.max(highest, seq), 0);
    if (last === numbers.size) return [];
    const all = Array.from({ length: last }, (_, index) => index + 1);
    return all.filter((seq) => !numbers.has(seq)).map((seq) => ({ device, stream, seq }));
  });
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
