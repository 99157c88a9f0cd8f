// The working copy in IndexedDB: its tables, typed, and how it is opened. Never the only copy of anything.

import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { StoreName } from '../../shared/desktop-contract';
import type { Receipt, RosterEntry } from '../../shared/bundle/office-records';
import type { OfficialRecord } from '../../shared/bundle/records';
import type { TrustedState } from '../../shared/bundle/trusted-state';
import type { Rows, RowTable } from '../../shared/journal/row';
import type { Session } from '../../shared/motion/order-of-business';
import type { Seen } from '../../shared/merge/merged-changes';
import { declareVersions } from './migrations';

/** How much of which journal the rows stand for. Written in the same transaction as the rows, always. */
export type JournalMark = {
  readonly key: 'journal';
  readonly journalId: string;
  /** Entries of the journal that the rows already tell of. */
  readonly position: number;
  /** The entry before `position`, as `device/stream/seq`; empty at position 0. Tells a journal that lost entries. */
  readonly last: string;
  /** The highest Lamport time up to there: entries with a higher one are not in the rows yet. */
  readonly lamport: number;
  /** How far the rows tell of what each own device wrote: what comes from behind that has to be merged. */
  readonly seen: Seen;
  /** `projectionVersion` of the code that wrote the rows. */
  readonly projection: number;
};

/** An entry that needs a newer version of Rostrum. It stays in the journal; this only lists it. */
export type UnreadRow = {
  readonly position: number;
  readonly reason: 'unknown-kind' | 'malformed';
  readonly kind: string;
  readonly id: string;
};

/** What is trusted of a conference. Written with the rows of the head it names, so it tells which papers the rows are. */
export type TrustedRow = TrustedState;

/** A verified chunk of official papers, held so that the next reading need not fetch it again. */
export type ChunkRow = {
  /** `conferenceId/sha256`. */
  readonly key: string;
  readonly conferenceId: string;
  /** Of the stored bytes, hex. */
  readonly sha256: string;
  readonly records: readonly OfficialRecord[];
};

/** What the office says became of a submission. */
export type ReceiptRow = Receipt & {
  /** `conferenceId/device/submission/op`. */
  readonly key: string;
  readonly conferenceId: string;
};

/** A device that the office vouches for, or does so no longer. */
export type RosterRow = RosterEntry & { readonly key: string; readonly conferenceId: string };

export type Tables = { readonly [Name in RowTable]: Table<Rows[Name], string> } & {
  readonly trusted: Table<TrustedRow, string>;
  readonly official: Table<ChunkRow, string>;
  /** Sessions, as an office published them. */
  readonly orderOfBusiness: Table<Session, string>;
  readonly receipts: Table<ReceiptRow, string>;
  readonly roster: Table<RosterRow, string>;
  readonly unread: Table<UnreadRow, number>;
  readonly meta: Table<JournalMark, string>;
};

export type Database = Tables & { readonly dexie: Dexie };

/** Each data folder has its own database, and the sample conference one of its own beside it. */
export function databaseName(folderId: string, store: StoreName): string {
  return store === 'own' ? `rostrum-${folderId}` : `rostrum-${folderId}-sample`;
}

/**
 * The database, declared but not yet open. When another window brings a newer version, this one closes and stays closed
 * (Dexie would reopen it and write rows of the old shape); `onReplaced` is told, and every later use fails.
 */
export function declareDatabase(name: string, onReplaced: () => void): Database {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'immutable' });
  declareVersions(dexie);
  dexie.on('versionchange', () => {
    dexie.close();
    onReplaced();
    return false;
  });
  return {
    dexie,
    conferences: dexie.table('conferences'),
    motions: dexie.table('motions'),
    textVersions: dexie.table('textVersions'),
    amendments: dexie.table('amendments'),
    briefings: dexie.table('briefings'),
    notes: dexie.table('notes'),
    mandates: dexie.table('mandates'),
    decisions: dexie.table('decisions'),
    links: dexie.table('links'),
    applied: dexie.table('applied'),
    said: dexie.table('said'),
    deliveries: dexie.table('deliveries'),
    heard: dexie.table('heard'),
    heardLogs: dexie.table('heardLogs'),
    unsaid: dexie.table('unsaid'),
    release: dexie.table('release'),
    orderOfBusiness: dexie.table('orderOfBusiness'),
    receipts: dexie.table('receipts'),
    roster: dexie.table('roster'),
    trusted: dexie.table('trusted'),
    official: dexie.table('official'),
    unread: dexie.table('unread'),
    meta: dexie.table('meta'),
  };
}
