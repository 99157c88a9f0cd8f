// What the office's worker is there for, each task by its name.

import { writeInboxFile } from '../../shared/bundle/office-files';
import { inboxPath, readInboxFolder, readSubmissionsFile } from '../../shared/bundle/read-inbox';
import type { FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { textCodec } from '../app/text-codec';
import type { OfficeOutcome, OfficeTask, OfficeWorkFailure } from './office-messages';
import { assembleNext, previewOf } from './next-version';
import { findChoosable } from './find-choosable';
import { publishNext, takeOver } from './publish-next';
import { nextFingerprint } from '../storage/release';
import { readOfficeFiles } from './office-files';
import type { OfficeTools } from './office-tools';
import { lookAtFolder, platform, store } from './published';

/** Does what the order says. */
export async function carryOut(tools: OfficeTools): Promise<Result<OfficeOutcome, OfficeWorkFailure>> {
  const { task } = tools;
  switch (task.kind) {
    case 'look': {
      const looked = await lookAtFolder(tools, task.folder);
      return looked.ok ? succeed({ kind: 'looked', looked: looked.value }) : looked;
    }
    case 'preview': {
      const fingerprint = await nextFingerprint(tools, tools.conference.id, task.fingerprint);
      const next = await assembleNext(tools);
      return next.ok ? succeed({ kind: 'preview', preview: previewOf(tools, next.value), fingerprint }) : next;
    }
    case 'choose':
      return succeed({ kind: 'chosen', choosable: await findChoosable(tools, task.from) });
    case 'publish': {
      const published = await publishNext(tools, task);
      return published.ok ? succeed({ kind: 'published', ...published.value }) : published;
    }
    case 'take-over': {
      const taken = await takeOver(tools, task.folder);
      return taken.ok ? succeed({ kind: 'taken-over', ...taken.value }) : taken;
    }
    case 'read-inbox':
    case 'read-file':
      return readInbox(tools, task);
  }
}

/** Reads what is new, and keeps it before anybody decides about it. */
async function readInbox(
  tools: OfficeTools,
  task: Extract<OfficeTask, { kind: 'read-inbox' | 'read-file' }>,
): Promise<Result<OfficeOutcome, OfficeWorkFailure>> {
  const files = await readOfficeFiles(tools);
  if (!files.ok) return files;
  const reading = { now: tools.now, platform };
  const read =
    task.kind === 'read-file'
      ? await readSubmissionsFile(task.bytes, files.value, reading)
      : await readInboxFolder(folderOf(tools, task.folder), files.value, reading);
  const bytes = writeInboxFile(read.inbox, textCodec);
  const kept = await tools.desktop.keepOfficeFile({ office: tools.office, file: 'inbox.json', bytes });
  if (!kept.ok) return fail({ kind: 'office', failure: kept.error });
  return succeed({ kind: 'inbox', inbox: read.inbox, news: read.news.length, troubles: read.troubles });
}

function folderOf({ desktop, conference }: OfficeTools, folder: string) {
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
