// The journal: everything the delegate does, one line an entry, on disk before the screen says "Saved". It only grows;
// the working copy in IndexedDB is built from it. `<store>/journal/1.ndjson`, `2.ndjson`… (journal-line.ts).

import { join } from 'node:path';
import {
  readJournalEntry,
  type JournalDeed,
  type JournalEntry,
  type JournalPage,
  type KeepFailure,
} from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import type { WriteFailure } from './failures';
import { advance, loadJournal, type EntryPlace, type JournalClock } from './journal-files';
import { openIdentity } from './journal-identity';
import { writeLine } from './journal-line';
import { pageOf, readEntries } from './journal-pages';
import { openJournalTail } from './journal-tail';

/** The JSON of one entry: far above any motion, far below what would stop the window from answering. */
const entryLimit = 16 * 1024 * 1024;

export type Appended = {
  readonly journalId: string;
  readonly from: number;
  readonly entries: readonly JournalEntry[];
};

export type Journal = {
  /** Writes and fsyncs all `deeds` as entries, or none. Appends that come together are done one after the other. */
  readonly append: (deeds: readonly JournalDeed[]) => Promise<Result<Appended, KeepFailure>>;
  /**
   * Lands what other own devices wrote, as it was received: all of it or none. What is there already changes nothing;
   * an entry whose predecessors are missing, or of another stream than `self`, is `refused`. Answers what is new.
   */
  readonly receive: (entries: readonly JournalEntry[]) => Promise<Result<Appended, KeepFailure>>;
  /** At most `limit` entries from position `from` on; at least one when there is one, and fewer when they are large. */
  readonly read: (from: number, limit: number) => Promise<Result<JournalPage, KeepFailure>>;
  /** The name under which new entries are written. */
  readonly device: () => string;
  /** Goes on under another name, because somebody else writes under this one (FORMAT.md, "Twins"). */
  readonly renewDevice: () => Promise<Result<undefined, KeepFailure>>;
  readonly close: () => Promise<void>;
};

export type JournalOptions = {
  /** The store's folder; the journal is in `journal/` in it, what is damaged in `damaged/`. */
  readonly storeFolder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** A file of the journal that has this many bytes is followed by the next one: 8 MiB unless told. */
  readonly fileLimit?: number;
};

/**
 * Opens the journal, or begins one. What a crash left of an unfinished append is set aside and cut off; lines that
 * fail their checksum are set aside and passed over. Opening needs no free space: a journal on a full or read-only
 * disk can be read, and is mended before the first append that succeeds.
 */
export async function openJournal(options: JournalOptions): Promise<Result<Journal, WriteFailure>> {
  const folder = join(options.storeFolder, 'journal');
  const loaded = await loadJournal(folder, join(options.storeFolder, 'damaged'));
  if (!loaded.ok) return loaded;
  const { damaged, last } = loaded.value;
  const places: EntryPlace[] = [...loaded.value.places];
  let { clock } = loaded.value;
  const tail = openJournalTail(folder, last, options.fileLimit ?? 8 * 1024 * 1024);
  const identity = await openIdentity(folder, damaged, options.newId);
  const { journalId } = identity;

  const append = async (deeds: readonly JournalDeed[]): Promise<Result<Appended, KeepFailure>> => {
    const entries = entriesOf(deeds, { clock, device: identity.device(), ts: options.now() });
    return write(entries);
  };

  const write = async (entries: readonly JournalEntry[]): Promise<Result<Appended, KeepFailure>> => {
    const lines = entries.map((entry, index) => writeLine(entry, entries.length - 1 - index));
    if (lines.some((line) => line.length > entryLimit)) return fail({ kind: 'too-large', limit: entryLimit });
    const kept = await identity.keep();
    const written = kept.ok ? await tail.append(Buffer.concat(lines)) : kept;
    if (!written.ok) return written;
    const from = places.length;
    places.push(...placesOf(lines, written.value));
    clock = advance(clock, entries);
    return succeed({ journalId, from, entries });
  };

  const receive = async (entries: readonly JournalEntry[]): Promise<Result<Appended, KeepFailure>> => {
    const fresh = freshEntries(entries, { clock, device: identity.device() });
    if (fresh === undefined) return fail({ kind: 'refused' });
    return fresh.length === 0 ? succeed({ journalId, from: places.length, entries: [] }) : write(fresh);
  };

  const read = async (from: number, limit: number): Promise<Result<JournalPage, KeepFailure>> => {
    const total = places.length;
    const entries = await readEntries(folder, pageOf(places, from, limit));
    return entries.ok ? succeed({ journalId, entries: entries.value, total, damaged }) : entries;
  };

  await tail.cut();
  await identity.keep();
  const inTurn = oneAfterTheOther();
  return succeed({
    append: async (deeds) => inTurn(async () => append(deeds)),
    receive: async (entries) => inTurn(async () => receive(entries)),
    read,
    device: identity.device,
    renewDevice: async () =>
      inTurn(async () => {
        identity.renew();
        return identity.keep();
      }),
    close: async () => inTurn(tail.close),
  });
}

/** The deeds with what the journal adds: who, in which order (FORMAT.md, "op"), and when by this computer's clock. */
function entriesOf(
  deeds: readonly JournalDeed[],
  author: { readonly clock: JournalClock; readonly device: string; readonly ts: number },
): readonly JournalEntry[] {
  const { device, ts } = author;
  let { clock } = author;
  return deeds.map((deed) => {
    const { [device]: own = 0, ...ctx } = Object.fromEntries(clock.sequences.get(deed.stream) ?? []);
    const entry: JournalEntry = { v: 1, device, seq: own + 1, lam: clock.lam + 1, ts, ctx, ...deed };
    clock = advance(clock, [entry]);
    return entry;
  });
}

/** Those of `entries` that are not there yet; undefined when one of them must not land. */
function freshEntries(
  entries: readonly JournalEntry[],
  here: { readonly clock: JournalClock; readonly device: string },
): readonly JournalEntry[] | undefined {
  let { clock } = here;
  const fresh: JournalEntry[] = [];
  for (const given of entries) {
    const entry = readJournalEntry(given);
    // Nobody else writes under this journal's own name: that would be its twin (FORMAT.md, "Twins").
    if (entry?.stream !== 'self' || entry.device === here.device) return undefined;
    const held = clock.sequences.get('self')?.get(entry.device) ?? 0;
    if (entry.seq <= held) continue;
    if (entry.seq !== held + 1) return undefined;
    fresh.push(entry);
    clock = advance(clock, [entry]);
  }
  return fresh;
}

function placesOf(
  lines: readonly Buffer[],
  first: { readonly file: number; readonly start: number },
): readonly EntryPlace[] {
  let { start } = first;
  return lines.map((line) => {
    const end = start + line.length;
    // The JSON begins behind `<byte length> <crc32> ` and ends before the newline.
    const place = { file: first.file, start: start + line.indexOf(' ') + 10, end: end - 1 };
    start = end;
    return place;
  });
}

/** A queue: each call begins when the one before has ended, however it ended. */
function oneAfterTheOther(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
