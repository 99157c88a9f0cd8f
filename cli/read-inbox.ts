// Every device's log in an inbox, read as far as it is new. One that is damaged, or says something else than before,
// keeps nobody else's out.

import { deviceKeyPattern } from '../shared/bundle/device-id';
import { knownLogOf, receiveLog, type Inbox } from '../shared/bundle/inbox';
import type { LogFailure } from '../shared/bundle/log-failure';
import { verifyDeviceLog } from '../shared/bundle/verify-device-log';
import type { FolderFailure } from '../shared/desktop-contract';
import type { PushPlace } from '../electron/keep/push-place';
import { bundlePlatform } from './bundle-platform';
import { deviceFolder } from './device-folder';
import type { OfficeFiles } from './office-files';
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
  let inbox = before;
  const news: string[] = [];
  for (const device of [...devices].sort()) {
    const known = knownLogOf(inbox, device);
    const log = { conference: inbox.conference, stream: 'office', device } as const;
    const verified = await verifyDeviceLog(deviceFolder(place, `${folder}/${device}`), known, log, bundlePlatform);
    if (!verified.ok) {
      troubles.push({ device, code: verified.error.code, why: logSentence(verified.error) });
      continue;
    }
    if (verified.value === undefined) continue;
    if (verified.value.quarantinedFrom !== undefined) {
      const why = `From operation ${verified.value.quarantinedFrom} on its clock leaps; that part is set aside.`;
      troubles.push({ device, code: 'S15', why });
    }
    const received = await receiveLog(inbox, verified.value, Date.now(), bundlePlatform);
    inbox = received.inbox;
    news.push(...received.news.map(({ key }) => key));
  }
  return { inbox, news, troubles };
}

function logSentence(failure: LogFailure<FolderFailure>): string {
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
      return folderSentence(failure.why);
  }
}
