// Every device's log in an inbox, read as far as it is new. One that is damaged, or says something else than before,
// keeps nobody else's out.

import { deviceKeyPattern } from '../shared/bundle/device-id';
import { knownLogOf, receiveLog, type Inbox } from '../shared/bundle/inbox';
import type { LogFailure } from '../shared/bundle/log-failure';
import { readLogFile, type LogFileFailure } from '../shared/bundle/log-file';
import { verifyDeviceLog, type LogSource } from '../shared/bundle/verify-device-log';
import type { FolderFailure } from '../shared/desktop-contract';
import type { PushPlace } from '../electron/keep/push-place';
import type { OfficeFiles } from '../shared/bundle/office-papers';
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

/** Reads the inbox of the conference at `place`: of the devices it lists, of the roster, and of those known before. */
export async function readInbox(place: PushPlace, { inbox: before, roster }: OfficeFiles): Promise<ReadInbox> {
  const folder = `inbox/${before.conference}`;
  const listed = await place.list(folder);
  const troubles: LogTrouble[] = [];
  if (!listed.ok) troubles.push({ device: folder, code: 'S24', why: folderSentence(listed.error) });
  const devices = new Set([
    ...(listed.ok ? listed.value.filter((name) => deviceKeyPattern.test(name)) : []),
    ...roster.filter(({ isWithdrawn }) => !isWithdrawn).map(({ device }) => device),
    ...Object.keys(before.logs),
  ]);
  // A device that was withdrawn is not heard any more: what it said before stays.
  for (const { device, isWithdrawn } of roster) if (isWithdrawn) devices.delete(device);
  let read: ReadInbox = { inbox: before, news: [], troubles };
  for (const device of [...devices].sort()) {
    read = await readLog(read, device, deviceFolder(place, `${folder}/${device}`));
  }
  return read;
}

/** Reads the file that a delegate saved instead of sending. */
export async function readInboxFile(bytes: Uint8Array, { inbox, roster }: OfficeFiles): Promise<ReadInbox> {
  const nothing: ReadInbox = { inbox, news: [], troubles: [] };
  const file = await readLogFile(bytes, bundlePlatform.text);
  if (!file.ok) {
    return {
      ...nothing,
      troubles: [{ device: 'file', code: 'S01', why: 'It is no file of submissions, or half of one' }],
    };
  }
  const { device, source } = file.value;
  const isWithdrawn = roster.some((entry) => entry.device === device && entry.isWithdrawn);
  if (isWithdrawn) return { ...nothing, troubles: [{ device, code: 'S04', why: 'Nobody vouches for it any more' }] };
  return readLog(nothing, device, source);
}

async function readLog(
  before: ReadInbox,
  device: string,
  source: LogSource<FolderFailure | LogFileFailure>,
): Promise<ReadInbox> {
  const { inbox } = before;
  const log = { conference: inbox.conference, stream: 'office', device } as const;
  const verified = await verifyDeviceLog(source, knownLogOf(inbox, device), log, bundlePlatform);
  if (!verified.ok) {
    const trouble = { device, code: verified.error.code, why: logSentence(verified.error) };
    return { ...before, troubles: [...before.troubles, trouble] };
  }
  if (verified.value === undefined) return before;
  const received = await receiveLog(inbox, verified.value, Date.now(), bundlePlatform);
  const from = verified.value.quarantinedFrom;
  const leap = `From operation ${String(from)} on its clock leaps; that part is set aside.`;
  return {
    inbox: received.inbox,
    news: [...before.news, ...received.news.map(({ key }) => key)],
    troubles: [...before.troubles, ...(from === undefined ? [] : [{ device, code: 'S15', why: leap }])],
  };
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
