// The inbox at a place or in a file, read for the command line: troubles in sentences.

import type { Inbox } from '../shared/bundle/inbox';
import type { LogFailure } from '../shared/bundle/log-failure';
import type { LogFileFailure } from '../shared/bundle/log-file';
import type { OfficeFiles } from '../shared/bundle/office-papers';
import {
  inboxPath,
  readInboxFolder,
  readSubmissionsFile,
  type InboxTrouble,
  type ReadInbox as ReadInboxOf,
} from '../shared/bundle/read-inbox';
import type { FolderFailure } from '../shared/desktop-contract';
import type { PushPlace } from '../electron/keep/push-place';
import { bundlePlatform } from './bundle-platform';
import { deviceFolder } from './device-folder';
import { folderSentence } from './place-at';

export type LogTrouble = { readonly device: string; readonly code: string; readonly why: string };

export type ReadInbox = {
  readonly inbox: Inbox;
  /** Keys of submissions that are new, or were taken back. */
  readonly news: readonly string[];
  readonly troubles: readonly LogTrouble[];
};

/** Reads the inbox of the conference at `place`. */
export async function readInbox(place: PushPlace, office: OfficeFiles): Promise<ReadInbox> {
  const { conference } = office.inbox;
  const folder = {
    list: async () => place.list(inboxPath(conference)),
    log: (device: string) => deviceFolder(place, inboxPath(conference, device)),
  };
  return inSentences(await readInboxFolder(folder, office, { now: Date.now(), platform: bundlePlatform }), conference);
}

/** Reads the file that a delegate saved instead of sending. */
export async function readInboxFile(bytes: Uint8Array, office: OfficeFiles): Promise<ReadInbox> {
  const reading = { now: Date.now(), platform: bundlePlatform };
  return inSentences(await readSubmissionsFile(bytes, office, reading), office.inbox.conference);
}

function inSentences(
  { inbox, news, troubles }: ReadInboxOf<FolderFailure> | ReadInboxOf<LogFileFailure>,
  conference: string,
): ReadInbox {
  return { inbox, news: news.map(({ key }) => key), troubles: troubles.map((trouble) => inWords(trouble, conference)) };
}

function inWords(trouble: InboxTrouble<FolderFailure | LogFileFailure>, conference: string): LogTrouble {
  switch (trouble.kind) {
    case 'not-listed': {
      const why = trouble.why.kind === 'not-a-log-file' ? 'It cannot be read' : folderSentence(trouble.why);
      return { device: inboxPath(conference), code: 'S24', why };
    }
    case 'log':
      return { device: trouble.device, code: trouble.failure.code, why: logSentence(trouble.failure) };
    case 'leap': {
      const why = `From operation ${String(trouble.from)} on its clock leaps; that part is set aside.`;
      return { device: trouble.device, code: 'S15', why };
    }
    case 'withdrawn-device':
      return { device: trouble.device, code: 'S04', why: 'Nobody vouches for it any more' };
    case 'not-a-log-file':
      return { device: 'file', code: 'S01', why: 'It is no file of submissions, or half of one' };
  }
}

function logSentence(failure: LogFailure<FolderFailure | LogFileFailure>): string {
  switch (failure.kind) {
    case 'not-a-log':
      return 'What stands there is no log, or half of one';
    case 'wrong-signature':
      return 'It was changed after it was signed';
    case 'cut-short':
      return 'A part of it is missing or cut off';
    case 'wrong-hash':
      return 'A part of it is damaged';
    case 'unsafe':
      return 'It inflates beyond its stated size';
    case 'too-large':
      return 'It is larger than a log may be';
    case 'unreadable':
      return `It cannot be read (${failure.where})`;
    case 'misplaced':
      return 'It belongs to another folder';
    case 'newer-format':
      return 'It needs a newer version of rostrum';
    case 'forked':
      return `Something else stands where operation ${failure.seq} was read: two computers use this key`;
    case 'shorter':
      return `It has ${failure.offered} operations, and ${failure.held} were read before`;
    case 'not-reached':
      return failure.why.kind === 'not-a-log-file' ? 'It cannot be read' : folderSentence(failure.why);
  }
}
