// What a data folder holds, read as the app reads it: the journal folded, and the office's papers verified again.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder } from '../electron/keep/folder';
import type { Journal } from '../electron/keep/journal';
import { readOfficial } from '../electron/keep/official';
import { store } from '../electron/keep/store';
import type { BundleSource, SourceFailure } from '../shared/bundle/bundle-source';
import { verifyBundle } from '../shared/bundle/verify-bundle';
import type { DesktopArguments, JournalEntry, KeepFailure, StoreName } from '../shared/desktop-contract';
import { conferenceId } from '../shared/ids';
import type { NewId } from '../shared/ids';
import type { OfficialVersion } from '../shared/journal/data-file';
import { foldJournal } from '../shared/merge/notes-merge';
import type { FoldedState } from '../shared/journal/fold';
import { parseEntry } from '../shared/journal/parse-entry';
import { fail, succeed } from '../shared/result';
import type { Result } from '../shared/result';
import { compression, cryptography } from './cryptography';
import { textCodec } from './text-codec';

export type FolderContents = {
  readonly state: FoldedState;
  readonly official: readonly OfficialVersion[];
  /** Conferences whose official papers are not kept whole any more; the delegate's own records are there. */
  readonly lostOfficial: readonly string[];
  /** Entries of the journal that need a newer version of Rostrum. */
  readonly unread: number;
  /** Lines of the journal that failed their checksum. */
  readonly damaged: number;
};

export type FolderFailure = KeepFailure | { readonly kind: 'no-data-folder' };

/** Reads the store `name` of the data folder at `path`. Refused while a window has the folder open. */
export async function readDataFolder(
  path: string,
  name: StoreName,
  world: { readonly now: () => number; readonly newId: NewId },
): Promise<Result<FolderContents, FolderFailure>> {
  if (!(await isFolder(join(path, name)))) return fail({ kind: 'no-data-folder' });
  const folder = await openFolder(path, world.newId);
  if (!folder.ok) return folder;
  const opened = store(folder.value, name, world);
  try {
    const journal = await opened.journal();
    if (!journal.ok) return journal;
    const entries = await readAll(journal.value);
    if (!entries.ok) return entries;
    const state = foldJournal(entries.value.entries);
    return succeed({
      state,
      ...(await readOfficialPapers(opened.folder, state)),
      unread: entries.value.entries.filter((entry) => !parseEntry(entry).ok).length,
      damaged: entries.value.damaged,
    });
  } finally {
    await opened.close();
    await folder.value.close();
  }
}

type AllEntries = { readonly entries: readonly JournalEntry[]; readonly damaged: number };

async function readAll(journal: Journal): Promise<Result<AllEntries, KeepFailure>> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const page = await journal.read(entries.length, 5000);
    if (!page.ok) return page;
    entries.push(...page.value.entries);
    if (page.value.entries.length === 0 || entries.length >= page.value.total) {
      return succeed({ entries, damaged: page.value.damaged });
    }
  }
}

async function readOfficialPapers(
  storeFolder: string,
  state: FoldedState,
): Promise<Pick<FolderContents, 'official' | 'lostOfficial'>> {
  const official: OfficialVersion[] = [];
  const lostOfficial: string[] = [];
  for (const { conferenceId: conference } of state.applied.values()) {
    const verified = await verifyBundle(keptSource(storeFolder, conference), undefined, {
      cryptography,
      compression,
      text: textCodec,
      // What was applied in its time stays usable: only new papers need keys that have not expired.
      now: 0,
      expectedConference: conferenceId(conference),
    });
    if (!verified.ok) lostOfficial.push(conference);
    else {
      const records = verified.value.chunks.flatMap((chunk) => chunk.records);
      official.push({ conference, version: verified.value.version, records });
    }
  }
  return { official, lostOfficial };
}

/** What is kept of a conference, as a source like any other. */
function keptSource(storeFolder: string, conference: string): BundleSource {
  const read = async (what: DesktopArguments<'readOfficial'>['what']): Promise<Result<Uint8Array, SourceFailure>> => {
    const bytes = await readOfficial(storeFolder, { conference, what });
    return bytes.ok ? bytes : fail({ kind: 'not-found' });
  };
  return {
    kind: 'file',
    root: async (version) => read({ kind: 'root', version }),
    head: async () => read({ kind: 'head' }),
    object: async (sha256) => read({ kind: 'object', sha256 }),
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return false;
    throw error;
  }
}
