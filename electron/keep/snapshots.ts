// Daily copies of a journal, the five newest kept: against what the journal itself cannot survive, a lost folder.

import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../shared/result';
import { isMissing, writeFailureOf, type WriteFailure } from './failures';
import { folderMode, makeFolder, syncFolder } from './files';
import { journalFile, listJournalFiles } from './journal-files';
import { identityFileName } from './journal-identity';

const copiesKept = 5;

/**
 * Copies the journal of the store to `snapshots/<date>/`, once a day (UTC). To be called before the store is opened for
 * writing, when what a crash left is still as it was. Copies beyond five go, oldest first; but none goes while the new
 * one is less than half as long as the one before, which only damage can cause.
 */
export async function takeSnapshot(storeFolder: string, now: number): Promise<Result<undefined, WriteFailure>> {
  const journal = join(storeFolder, 'journal');
  const snapshots = join(storeFolder, 'snapshots');
  try {
    const name = new Date(now).toISOString().slice(0, 10);
    const older = await listSnapshots(snapshots);
    const numbers = await listJournalFiles(journal);
    if (!numbers.ok) return numbers;
    if (older.includes(name) || numbers.value.length === 0) return succeed(undefined);
    const made = await makeFolder(snapshots);
    if (!made.ok) return made;
    await copyJournal(journal, join(snapshots, name), [...numbers.value.map(fileName), identityFileName]);
    const before = older.at(-1);
    const hasShrunk =
      before !== undefined &&
      (await journalSize(join(snapshots, name))) * 2 < (await journalSize(join(snapshots, before)));
    if (!hasShrunk) await removeOldest(snapshots, [...older, name]);
    return succeed(undefined);
  } catch (error) {
    return fail(writeFailureOf(error));
  }
}

/**
 * Puts the newest copy back when the store has no journal any more. The copy comes without its identity: as it may
 * lack entries of its last day, it must go on under another id and as another device.
 */
export async function restoreLostJournal(storeFolder: string): Promise<Result<undefined, WriteFailure>> {
  const journal = join(storeFolder, 'journal');
  const snapshots = join(storeFolder, 'snapshots');
  try {
    const numbers = await listJournalFiles(journal);
    if (!numbers.ok) return numbers;
    const newest = (await listSnapshots(snapshots)).at(-1);
    if (numbers.value.length > 0 || newest === undefined) return succeed(undefined);
    const copied = await listJournalFiles(join(snapshots, newest));
    if (!copied.ok) return copied;
    await rm(journal, { recursive: true, force: true });
    await copyJournal(join(snapshots, newest), journal, copied.value.map(fileName));
    return succeed(undefined);
  } catch (error) {
    return fail(writeFailureOf(error));
  }
}

const fileName = (number: number): string => journalFile('', number);

/** The copy appears under its name only when it is whole. */
async function copyJournal(from: string, to: string, names: readonly string[]): Promise<void> {
  const unfinished = `${to}.part`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await mkdir(unfinished, { mode: folderMode });
    for (const name of names) await copyDurably(join(from, name), join(unfinished, name));
    await syncFolder(unfinished);
    await rename(unfinished, to);
    await syncFolder(join(to, '..'));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The dates there are copies of, oldest first. */
async function listSnapshots(snapshots: string): Promise<readonly string[]> {
  try {
    return (await readdir(snapshots)).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function removeOldest(snapshots: string, names: readonly string[]): Promise<void> {
  for (const name of names.toSorted().slice(0, -copiesKept)) {
    await rm(join(snapshots, name), { recursive: true, force: true });
  }
}

async function journalSize(folder: string): Promise<number> {
  const numbers = await listJournalFiles(folder);
  let size = 0;
  for (const number of numbers.ok ? numbers.value : []) size += (await stat(journalFile(folder, number))).size;
  return size;
}
