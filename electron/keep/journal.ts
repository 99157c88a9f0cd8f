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
import {
  advance,
  isVoid,
  loadJournal,
  withoutVoid,
  type EntryPlace,
  type JournalClock,
  type MissingEntry,
} from './journal-files';
import { openIdentity } from './journal-identity';
import { writeLine, writeRenewal, type Renewal } from './journal-line';
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
  readonly append: (deeds: readonly JournalDeed[], seen?: number) => Promise<Result<Appended, KeepFailure>>;
  /**
   * Lands what other own devices wrote, as it was received: all of it or none. What is there already changes nothing;
   * an entry whose predecessors are missing, or of another stream than `self`, is `refused`. Answers what is new.
   */
  readonly receive: (entries: readonly JournalEntry[]) => Promise<Result<Appended, KeepFailure>>;
  /** At most `limit` entries from position `from` on; at least one when there is one, and fewer when they are large. */
  readonly read: (from: number, limit: number) => Promise<Result<JournalPage, KeepFailure>>;
  /** The name under which new entries are written. */
  readonly device: () => string;
  /**
   * Goes on under another name, because somebody else writes under this one (FORMAT.md, "Twins"). What was written on
   * `self` from number `forkedFrom` on, and reached nobody, is said again under the new name; under the old one it is
   * void, and what the other wrote there can land. Then the journal has another id as well.
   */
  readonly renewDevice: (forkedFrom?: number) => Promise<Result<undefined, KeepFailure>>;
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
  const { last, renewal } = loaded.value;
  let places: EntryPlace[] = [...loaded.value.places];
  let { clock, missing } = loaded.value;
  const tail = openJournalTail(folder, last, options.fileLimit ?? 8 * 1024 * 1024);
  const losses = { damaged: loaded.value.damaged, missing: missing.length };
  const damaged = Math.max(losses.damaged, losses.missing);
  const identity = await openIdentity(folder, losses, options.newId, renewal);

  const append = async (deeds: readonly JournalDeed[], seen = 0): Promise<Result<Appended, KeepFailure>> => {
    const entries = entriesOf(deeds, { clock: after(clock, seen), device: identity.device(), ts: options.now() });
    return write(entries);
  };

  const write = async (entries: readonly JournalEntry[]): Promise<Result<Appended, KeepFailure>> => {
    const lines = entries.map((entry, index) => writeLine(entry, entries.length - 1 - index));
    if (lines.some((line) => line.length > entryLimit)) return fail({ kind: 'too-large', limit: entryLimit });
    const kept = await identity.keep();
    const written = kept.ok ? await tail.append(Buffer.concat(lines)) : kept;
    if (!written.ok) return written;
    const from = places.length;
    places.push(...placesOf(lines, entries, written.value));
    clock = advance(clock, entries);
    return succeed({ journalId: identity.journalId(), from, entries });
  };

  const receive = async (entries: readonly JournalEntry[]): Promise<Result<Appended, KeepFailure>> => {
    const fresh = freshEntries(entries, { clock, missing, device: identity.device() });
    if (fresh === undefined) return fail({ kind: 'refused' });
    if (fresh.length === 0) return succeed({ journalId: identity.journalId(), from: places.length, entries: [] });
    const written = await write(fresh);
    if (written.ok) missing = missing.filter((gone) => !fresh.some((entry) => isEntry(entry, gone)));
    return written;
  };

  const read = async (from: number, limit: number): Promise<Result<JournalPage, KeepFailure>> => {
    const total = places.length;
    const entries = await readEntries(folder, pageOf(places, from, limit));
    return entries.ok ? succeed({ journalId: identity.journalId(), entries: entries.value, total, damaged }) : entries;
  };

  const sayAgain = async (forkedFrom: number): Promise<Result<undefined, KeepFailure>> => {
    const [device, journalId] = [options.newId(), options.newId()];
    const renewed: Renewal = { before: identity.device(), from: forkedFrom, device, journalId };
    const forked = await readEntries(
      folder,
      places.filter((place) => isVoid(place, renewed)),
    );
    if (!forked.ok) return forked;
    const standing = withoutVoid(clock, renewed);
    const entries = entriesOf(forked.value.map(deedOf), { clock: standing, device, ts: options.now() });
    const lines = entries.map((entry, index) => writeLine(entry, entries.length - 1 - index));
    // One append: with the new name comes all that it says again, or neither.
    const first = writeRenewal(renewed, lines.length);
    const written = await tail.append(Buffer.concat([first, ...lines]));
    if (!written.ok) return written;
    places = places.filter((place) => !isVoid(place, renewed));
    const { file, start } = written.value;
    places.push(...placesOf(lines, entries, { file, start: start + first.length }));
    clock = advance(standing, entries);
    missing = missing.filter((place) => !isVoid(place, renewed));
    identity.renew(renewed);
    return identity.keep();
  };

  await tail.cut();
  await identity.keep();
  const inTurn = oneAfterTheOther();
  return succeed({
    append: async (deeds, seen) => inTurn(async () => append(deeds, seen)),
    receive: async (entries) => inTurn(async () => receive(entries)),
    read,
    device: identity.device,
    renewDevice: async (forkedFrom) =>
      inTurn(async () => {
        if (forkedFrom !== undefined) return sayAgain(forkedFrom);
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

/** Others may be ahead by what many people write in years; further ahead is nobody who means well. */
const farthestAhead = 1_000_000;

/** The clock after others were heard who had come to the Lamport time `seen`. */
function after(clock: JournalClock, seen: number): JournalClock {
  return seen > clock.lam && seen - clock.lam <= farthestAhead ? { ...clock, lam: seen } : clock;
}

/** What an entry says, without who said it when. */
function deedOf({
  v: _v,
  device: _device,
  seq: _seq,
  lam: _lam,
  ts: _ts,
  ctx: _ctx,
  ...deed
}: JournalEntry): JournalDeed {
  return deed;
}

type Here = { readonly clock: JournalClock; readonly missing: readonly MissingEntry[]; readonly device: string };

/**
 * Those of `entries` that are not there yet, lost ones included; undefined when one of them must not land.
 */
function freshEntries(entries: readonly JournalEntry[], here: Here): readonly JournalEntry[] | undefined {
  let { clock } = here;
  const fresh: JournalEntry[] = [];
  for (const given of entries) {
    const entry = readJournalEntry(given);
    // Nobody else writes under this journal's own name: that would be its twin (FORMAT.md, "Twins").
    if (entry?.stream !== 'self' || entry.device === here.device) return undefined;
    const held = clock.sequences.get('self')?.get(entry.device) ?? 0;
    if (entry.seq <= held) {
      if (here.missing.some((gone) => isEntry(entry, gone))) fresh.push(entry);
      continue;
    }
    if (entry.seq !== held + 1) return undefined;
    fresh.push(entry);
    clock = advance(clock, [entry]);
  }
  return fresh;
}

function isEntry(entry: JournalEntry, { device, stream, seq }: MissingEntry): boolean {
  return entry.seq === seq && entry.device === device && entry.stream === stream;
}

function placesOf(
  lines: readonly Buffer[],
  entries: readonly JournalEntry[],
  first: { readonly file: number; readonly start: number },
): readonly EntryPlace[] {
  let { start } = first;
  return entries.map(({ device, stream, seq }, index) => {
    const line = lines[index] ?? Buffer.of();
    const end = start + line.length;
    // The JSON begins behind `<byte length> <crc32> ` and ends before the newline.
    const place = { file: first.file, start: start + line.indexOf(' ') + 10, end: end - 1, device, stream, seq };
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
