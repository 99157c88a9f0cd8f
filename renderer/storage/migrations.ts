// The history of the working copy's shape. Each version is a named step with its why; a released step never changes.

import type { Dexie } from 'dexie';

/** The newest version declared below. A database of a higher one was written by a newer Rostrum. */
export const newestVersion = 5;

/**
 * Declares every version. IndexedDB runs the steps that a database has not seen, in one transaction, whole or not at all.
 * A row that follows from the journal needs no rewriting here: raise `projectionVersion` and it is built again.
 */
export function declareVersions(dexie: Dexie): void {
  layTheTables(dexie);
  layTablesOfWhatIsSaid(dexie);
  layTableOfRelease(dexie);
  layTableOfUnsaid(dexie);
  indexNumbersOfAmendments(dexie);
}

/**
 * Version 1: a table for each kind of record, indexed by what lists and counts ask for. Those that nothing writes yet
 * (the order of business, comments) are laid from the start, so that the first version to use them upgrades nothing.
 */
function layTheTables(dexie: Dexie): void {
  dexie.version(1).stores({
    conferences: 'id',
    motions: 'id, conferenceId, [conferenceId+origin]',
    textVersions: 'key, motionId',
    amendments: 'id, motionId, [conferenceId+origin], [conferenceId+motionId+origin+standing]',
    notes: 'id, motionId, savedAt',
    briefings: 'id, conferenceId',
    links: 'key, motionId, briefingId',
    mandates: 'id, motionId',
    decisions: 'recordId, motionId',
    orderOfBusiness: 'id, conferenceId',
    comments: 'id, motionId',
    applied: 'conferenceId',
    trusted: 'conference',
    official: 'key, conferenceId',
    unread: 'position',
    meta: 'key',
  });
}

/**
 * Version 2: what is said to the office and the delegation, how far it is delivered, what others said, and the office's
 * receipts and roster. `comments` goes: what members say is kept as the operations of their logs. Nothing to carry over:
 * `projectionVersion` has every row built again.
 */
function layTablesOfWhatIsSaid(dexie: Dexie): void {
  dexie.version(2).stores({
    comments: null,
    said: 'key, [conferenceId+stream], motionId',
    deliveries: 'key',
    heard: 'key, motionId, [conferenceId+device]',
    heardLogs: 'key, conferenceId',
    receipts: 'key, conferenceId, submission',
    roster: 'key, conferenceId',
  });
}

/** Version 3: what a conference office puts into its next version. Built from the journal like every row of its kind. */
function layTableOfRelease(dexie: Dexie): void {
  dexie.version(3).stores({ release: 'key, conferenceId' });
}

/** Version 4: what is typed for the delegation and not shared yet, so that it outlives the page. Built from the journal. */
function layTableOfUnsaid(dexie: Dexie): void {
  dexie.version(4).stores({ unsaid: 'key, motionId' });
}

/**
 * Version 5: amendments are found by their printed number. Reading thousands of them only to have their numbers at hand
 * kept the window from answering. The browser makes the index from the rows that are there.
 */
function indexNumbersOfAmendments(dexie: Dexie): void {
  dexie.version(5).stores({
    amendments: 'id, motionId, number, [conferenceId+origin], [conferenceId+motionId+origin+standing]',
  });
}
