// What the office keeps beside its keys: the roster of delegates' devices, and the inbox with what was decided.

import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyInbox, settledInbox, type Inbox } from '../shared/bundle/inbox';
import { readInboxFile, readRosterFile, writeInboxFile, writeRosterFile } from '../shared/bundle/office-files';
import type { OfficeFiles } from '../shared/bundle/office-papers';
import type { RosterEntry } from '../shared/bundle/office-records';
import type { ConferenceId } from '../shared/ids';
import { fail, succeed, type Result } from '../shared/result';
import { readIfThere } from './keys-folder';
import { textCodec } from './text-codec';

export type DamagedFile = { readonly kind: 'damaged-file'; readonly message: string };

const rosterFile = 'roster.json';
const inboxFile = 'inbox.json';

/** The roster and the inbox of `conference` in a keys folder; empty ones when there are none. */
export async function readOfficeFiles(
  folder: string,
  conference: ConferenceId,
): Promise<Result<OfficeFiles, DamagedFile>> {
  const roster = await readRoster(folder);
  if (!roster.ok) return roster;
  const bytes = await readIfThere(join(folder, inboxFile));
  if (bytes === undefined) return succeed({ roster: roster.value, inbox: emptyInbox(conference) });
  const inbox = readInboxFile(bytes, textCodec);
  return inbox?.conference === conference
    ? succeed({ roster: roster.value, inbox: settledInbox(inbox, roster.value) })
    : fail({ kind: 'damaged-file', message: `${join(folder, inboxFile)} is not the inbox of this conference.` });
}

async function readRoster(folder: string): Promise<Result<readonly RosterEntry[], DamagedFile>> {
  const bytes = await readIfThere(join(folder, rosterFile));
  if (bytes === undefined) return succeed([]);
  const roster = readRosterFile(bytes, textCodec);
  return roster === undefined
    ? fail({ kind: 'damaged-file', message: `${join(folder, rosterFile)} is no roster.` })
    : succeed(roster);
}

/** Writes the roster, whole or not at all. */
export async function writeRoster(folder: string, roster: readonly RosterEntry[]): Promise<void> {
  await writeBytes(join(folder, rosterFile), writeRosterFile(roster, textCodec));
}

/** Writes the inbox, whole or not at all. */
export async function writeInbox(folder: string, inbox: Inbox): Promise<void> {
  await writeBytes(join(folder, inboxFile), writeInboxFile(inbox, textCodec));
}

async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, bytes, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}
