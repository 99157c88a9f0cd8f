// What the office's worker is there for, each task by its name.

import { writeInboxFile } from '../../shared/bundle/office-files';
import { inboxPath, readInboxFolder, readSubmissionsFile } from '../../shared/bundle/read-inbox';
import type { FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { textCodec } from '../app/text-codec';
import { findInRelease, putInRelease, restoreRelease } from '../storage/release';
import type { Choosable, OfficeOutcome, OfficeTask, OfficeWorkFailure } from './office-messages';
import { countEntries, findChoosable, type AllChoosable } from './find-choosable';
import { publishNext, takeOver } from './publish-next';
import { readOfficeFiles } from './office-files';
import type { OfficeTools } from './office-tools';
import { lookAtFolder, platform, store } from './published';

/** Tasks that have an answer; watching has none. */
export type AnsweredTask = Exclude<OfficeTask, { kind: 'watch' }>;

/** Does what the order says. */
export async function carryOut(
  tools: OfficeTools,
  task: AnsweredTask,
): Promise<Result<OfficeOutcome, OfficeWorkFailure>> {
  switch (task.kind) {
    case 'look': {
      const looked = await lookAtFolder(tools, task.folder);
      return looked.ok ? succeed({ kind: 'looked', looked: looked.value }) : looked;
    }
    case 'choose':
      return succeed({ kind: 'chosen', choosable: beginningOf(await findChoosable(tools, task.from)) });
    case 'put-in':
      return putIn(tools, task.from);
    case 'restore': {
      const { records, before } = task.deed;
      const conferenceId = tools.conference.id;
      const named = records.map((record) => ({ conferenceId, record }));
      const done = await restoreRelease(tools, named, before);
      return done.ok ? succeed({ kind: 'restored' }) : fail({ kind: 'keep', failure: done.error });
    }
    case 'publish': {
      const published = await publishNext(tools, task);
      return published.ok ? succeed({ kind: 'published', ...published.value }) : published;
    }
    case 'take-over': {
      const taken = await takeOver(tools, task.folder);
      return taken.ok ? succeed({ kind: 'taken-over', published: taken.value }) : taken;
    }
    case 'read-inbox':
    case 'read-file':
      return readInbox(tools, task);
  }
}

/** Papers listed one by one at most. */
const mostRows = 50;

/** As much as the page lists. */
function beginningOf({ motions, withdrawn }: AllChoosable): Choosable {
  return {
    motions: motions.slice(0, mostRows),
    ofMotions: motions.length,
    counts: countEntries(motions.flatMap(({ entries }) => entries)),
    withdrawn: withdrawn.slice(0, mostRows),
    ofWithdrawn: withdrawn.length,
  };
}

async function putIn(tools: OfficeTools, from: string): Promise<Result<OfficeOutcome, OfficeWorkFailure>> {
  const { motions } = await findChoosable(tools, from);
  const entries = motions.flatMap((motion) => motion.entries);
  const records = entries.map(({ record }) => record);
  const before = await findInRelease(tools, tools.conference.id, records);
  const done = await putInRelease(tools, entries);
  if (!done.ok) return fail({ kind: 'keep', failure: done.error });
  return succeed({ kind: 'put-in', counts: countEntries(entries), deed: { records, before } });
}

/** As much of the tools as reading the inbox needs. */
export type InboxTools = Pick<OfficeTools, 'office' | 'conference' | 'now'> & {
  readonly desktop: Pick<OfficeTools['desktop'], 'readOfficeFile' | 'keepOfficeFile' | 'listFolder' | 'readFromFolder'>;
};

/** Reads what is new, and keeps it before anybody decides about it. */
export async function readInbox(
  tools: InboxTools,
  task: Extract<OfficeTask, { kind: 'read-inbox' | 'read-file' }>,
): Promise<Result<Extract<OfficeOutcome, { kind: 'inbox' }>, OfficeWorkFailure>> {
  const files = await readOfficeFiles(tools);
  if (!files.ok) return files;
  const reading = { now: tools.now, platform };
  const read =
    task.kind === 'read-file'
      ? await readSubmissionsFile(task.bytes, files.value, reading)
      : await readInboxFolder(folderOf(tools, task.folder), files.value, reading);
  // A slow server takes minutes: what was decided meanwhile, here or by the command line, is not written over.
  const now = await readOfficeFiles(tools);
  if (!now.ok) return now;
  if (JSON.stringify(now.value.inbox) !== JSON.stringify(files.value.inbox)) return readInbox(tools, task);
  const bytes = writeInboxFile(read.inbox, textCodec);
  const kept = await tools.desktop.keepOfficeFile({ office: tools.office, file: 'inbox.json', bytes });
  if (!kept.ok) return fail({ kind: 'office', failure: kept.error });
  return succeed({ kind: 'inbox', inbox: read.inbox, news: read.news.length, troubles: read.troubles });
}

function folderOf({ desktop, conference }: InboxTools, folder: string) {
  const read = async (path: string, limit: number): Promise<Result<Uint8Array | undefined, FolderFailure>> => {
    const found = await desktop.readFromFolder({ store, folder, path, limit });
    return found.ok ? succeed(found.value ?? undefined) : found;
  };
  return {
    list: async () => desktop.listFolder({ store, folder, path: inboxPath(conference.id) }),
    log: (device: string) => ({
      head: async (limit: number) => read(`${inboxPath(conference.id, device)}/head.json`, limit),
      object: async (sha256: string, size: number) => read(`${inboxPath(conference.id, device)}/o/${sha256}`, size),
    }),
  };
}
