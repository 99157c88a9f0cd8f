// Brings the working copy to where its journal is: what is missing is replayed in pages, and a copy of another journal,
// of a longer one, or of older code is emptied and built again. Each page is one transaction with the mark it leads to.

import type { JournalEntry, KeepFailure } from '../../shared/desktop-contract';
import { projectDeed, projectionVersion, projectSaid } from '../../shared/journal/fold';
import { parseEntry } from '../../shared/journal/parse-entry';
import type { RowChange, RowTable } from '../../shared/journal/row';
import { areInOrder, mergedChanges, nothingSeen, seenAfter } from '../../shared/merge/merged-changes';
import { recordKeyOf } from '../../shared/merge/notes-merge';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Database, JournalMark, UnreadRow } from './database';
import type { JournalMemory } from './memory';
import { rescueRows } from './rescue';

/** Consecutive entries of a journal; the first of them stands at position `from`. */
export type EntryRun = {
  readonly journalId: string;
  readonly from: number;
  readonly entries: readonly JournalEntry[];
};

/** Why a working copy had to be built anew. */
export type RebuildReason =
  /** There were no rows, and a journal with entries. */
  | 'empty'
  /** The rows were built from another journal. */
  | 'other-journal'
  /** The rows tell of entries that the journal no longer has. */
  | 'ahead'
  /** The rows were written by other code than this. */
  | 'other-version';

export type CaughtUp = {
  readonly replayed: number;
  readonly rebuilt?: {
    readonly because: RebuildReason;
    /** Records that only the working copy still knew, and that are in the journal again. */
    readonly rescued: number;
    /** Places of the journal that cannot be read, or are missing from it; absent when there are none. */
    readonly damaged?: number;
  };
};

/** Entries replayed so far, of how many. */
export type ReplayProgress = (replayed: number, total: number) => void;

const pageSize = 1000;

/**
 * Replays what the rows lack. Safe at any time and in several windows at once: a page counts only if the mark is still
 * where the page starts. Fails when the journal cannot be read; throws Dexie's error when the rows cannot be written.
 */
export async function catchUp(
  memory: JournalMemory,
  onProgress?: ReplayProgress,
): Promise<Result<CaughtUp, KeepFailure>> {
  let replayed = 0;
  let rebuilt: CaughtUp['rebuilt'];
  let isChecked = false;
  let history: readonly JournalEntry[] | undefined;
  for (;;) {
    const mark = await memory.database.meta.get('journal');
    const position = mark?.position ?? 0;
    // At first the entry before the mark is read again, to see that it is still the one that was applied.
    const from = isChecked ? position : Math.max(0, position - 1);
    const page = await memory.desktop.readJournal({ store: memory.name, from, limit: pageSize });
    if (!page.ok) return page;
    const { journalId, entries, total, damaged } = page.value;
    const reason = whyRebuild(mark, journalId, isChecked ? undefined : { entry: entries[0] });
    if (reason !== undefined) {
      const rescue = await rescueBefore(reason, memory, mark);
      if (!rescue.ok) return rescue;
      if (total > 0 || mark !== undefined) {
        rebuilt ??= { because: reason, rescued: rescue.value.rescued, ...(damaged > 0 ? { damaged } : {}) };
      }
      await empty(memory.database, journalId);
      replayed = 0;
      history = undefined;
      continue;
    }
    if (position >= total) return succeed(rebuilt === undefined ? { replayed } : { replayed, rebuilt });
    const missing = entries.slice(position - from);
    // A page may hold no more than the one entry that was read again; an empty one from the mark on breaks the contract.
    if (missing.length === 0 && isChecked) return fail({ kind: 'not-kept' });
    isChecked = true;
    const run = { journalId, from: position, entries: missing };
    if (!areInOrder(missing, mark?.seen ?? nothingSeen)) {
      const before = await readHistory(memory, position, history ?? []);
      if (!before.ok) return before;
      history = before.value;
    }
    await applyEntries(memory.database, run, history);
    history = history && [...history, ...missing];
    replayed += missing.length;
    onProgress?.(position + missing.length, total);
  }
}

/** The entries up to `position`; those that `known` has need no reading again. */
async function readHistory(
  memory: JournalMemory,
  position: number,
  known: readonly JournalEntry[],
): Promise<Result<readonly JournalEntry[], KeepFailure>> {
  const history = [...known];
  while (history.length < position) {
    const limit = Math.min(pageSize, position - history.length);
    const page = await memory.desktop.readJournal({ store: memory.name, from: history.length, limit });
    if (!page.ok) return page;
    if (page.value.entries.length === 0) return fail({ kind: 'not-kept' });
    history.push(...page.value.entries);
  }
  return succeed(history);
}

/** What the journal may have lost is looked for only in rows that this code wrote from a journal. */
async function rescueBefore(
  reason: RebuildReason,
  memory: JournalMemory,
  mark: JournalMark | undefined,
): ReturnType<typeof rescueRows> {
  const isWorthwhile = reason === 'other-journal' || reason === 'ahead';
  if (!isWorthwhile || mark?.projection !== projectionVersion) return succeed({ rescued: 0 });
  return rescueRows(memory, mark.lamport);
}

function whyRebuild(
  mark: JournalMark | undefined,
  journalId: string,
  lastApplied: { readonly entry: JournalEntry | undefined } | undefined,
): RebuildReason | undefined {
  if (mark === undefined) return 'empty';
  if (mark.journalId !== journalId) return 'other-journal';
  if (mark.projection !== projectionVersion) return 'other-version';
  if (mark.position === 0 || lastApplied === undefined) return undefined;
  return lastApplied.entry === undefined || nameOf(lastApplied.entry) !== mark.last ? 'ahead' : undefined;
}

/** Removes every row, and marks the beginning of the journal. */
async function empty(database: Database, journalId: string): Promise<void> {
  await database.dexie.transaction('rw', database.dexie.tables, async () => {
    for (const table of database.dexie.tables) await table.clear();
    await database.meta.put({
      key: 'journal',
      journalId,
      position: 0,
      last: '',
      lamport: 0,
      seen: nothingSeen,
      projection: projectionVersion,
    });
  });
}

/**
 * Applies a run of entries in one transaction with the mark after it.
 * - `applied`: they are in the rows now, or were already
 * - `elsewhere`: the mark is not at the start of the run, or the run has to be merged with what other devices wrote and
 *   `history`, the entries before it, was not given; nothing was written
 */
export async function applyEntries(
  database: Database,
  run: EntryRun,
  history?: readonly JournalEntry[],
): Promise<'applied' | 'elsewhere'> {
  const last = run.entries.at(-1);
  if (last === undefined) return 'applied';
  const end = run.from + run.entries.length;
  const rows = planRows(run, history);
  const tables = [...rows.tables.keys(), 'unread', 'meta'];
  return database.dexie.transaction('rw', tables, async () => {
    const mark = await database.meta.get('journal');
    if (mark?.journalId !== run.journalId || mark.projection !== projectionVersion) return 'elsewhere';
    if (mark.position >= end) return 'applied';
    if (mark.position !== run.from) return 'elsewhere';
    if (history === undefined && !areInOrder(run.entries, mark.seen)) return 'elsewhere';
    for (const [table, changes] of rows.tables) {
      await database.dexie.table(table).bulkPut(changes.put);
      await database.dexie.table(table).bulkDelete(changes.remove);
    }
    await database.unread.bulkPut(rows.unread);
    const seen = seenAfter(run.entries, mark.seen);
    // Of the entries of several devices, the last need not have the highest.
    const lamport = run.entries.reduce((highest, { lam }) => Math.max(highest, lam), mark.lamport);
    await database.meta.put({ ...mark, position: end, last: nameOf(last), lamport, seen });
    return 'applied';
  });
}

type TableChanges = { readonly put: readonly unknown[]; readonly remove: string[] };

/**
 * The last change of each row, by table: what a run of entries amounts to. With a `history`, what own devices wrote is
 * merged with it instead of following in order.
 */
function planRows(
  run: EntryRun,
  history: readonly JournalEntry[] | undefined,
): { readonly tables: ReadonlyMap<RowTable, TableChanges>; readonly unread: readonly UnreadRow[] } {
  const changes: RowChange[] = [];
  const unread: UnreadRow[] = [];
  for (const [index, entry] of run.entries.entries()) {
    const parsed = parseEntry(entry);
    changes.push(...projectSaid(entry));
    if (!parsed.ok) {
      unread.push({ position: run.from + index, reason: parsed.error.kind, kind: entry.t, id: entry.id });
    } else if (history === undefined || recordKeyOf(entry) === undefined) {
      changes.push(...projectDeed(parsed.value, entry.ts));
    }
  }
  if (history !== undefined) changes.push(...mergedChanges(history, run.entries));
  return { tables: byTable(changes), unread };
}

function byTable(changes: readonly RowChange[]): ReadonlyMap<RowTable, TableChanges> {
  const last = new Map<RowTable, Map<string, unknown>>();
  for (const { table, key, row } of changes) {
    const rows = last.get(table) ?? new Map<string, unknown>();
    last.set(table, rows.set(key, row));
  }
  const tables = new Map<RowTable, TableChanges>();
  for (const [table, rows] of last) {
    const put = [...rows.values()].filter((row) => row !== 'remove');
    const remove = [...rows].filter(([, row]) => row === 'remove').map(([key]) => key);
    tables.set(table, { put, remove });
  }
  return tables;
}

/** Tells entries of one journal apart. */
function nameOf(entry: JournalEntry): string {
  return `${entry.device}/${entry.stream}/${String(entry.seq)}`;
}
