// Every device's log in an inbox, read as far as it is new. One that is damaged, or says something else than before,
// keeps nobody else's out.

import type { Result } from '../result';
import { deviceKeyPattern } from './device-id';
import { knownLogOf, receiveLog, settledInbox, type Inbox, type SubmissionEntry } from './inbox';
import { readLogFile, type LogFileFailure } from './log-file';
import type { LogFailure } from './log-failure';
import type { OfficeFiles } from './office-papers';
import type { Platform } from './verification';
import { verifyDeviceLog, type LogSource } from './verify-device-log';

/** What keeps a log, or the list of them, from being read; what was read before stays. */
export type InboxTrouble<E extends { readonly kind: string }> =
  | { readonly kind: 'not-listed'; readonly why: E }
  | { readonly kind: 'log'; readonly device: string; readonly failure: LogFailure<E | LogFileFailure> }
  /** From operation `from` on its clock leaps; that part is set aside. */
  | { readonly kind: 'leap'; readonly device: string; readonly from: number }
  | { readonly kind: 'withdrawn-device'; readonly device: string }
  | LogFileFailure;

export type ReadInbox<E extends { readonly kind: string }> = {
  readonly inbox: Inbox;
  /** Submissions that are new, or were taken back. */
  readonly news: readonly SubmissionEntry[];
  readonly troubles: readonly InboxTrouble<E>[];
};

/** The part of a folder that holds the inbox of a conference. */
export type InboxFolder<E extends { readonly kind: string }> = {
  /** Names in it; folders of devices among them. */
  readonly list: () => Promise<Result<readonly string[], E>>;
  readonly log: (device: string) => LogSource<E>;
};

type Reading = { readonly now: number; readonly platform: Platform };

/** Operations of a device that nobody vouches for: whoever can write in the folder must not fill the office's inbox. */
const strangerOperationsLimit = 256;

type ReadingFor = Reading & Pick<OfficeFiles, 'roster'>;

/** Where in a folder the inbox of `conference` is, and in it the log of `device`. */
export function inboxPath(conference: string, device?: string): string {
  return device === undefined ? `inbox/${conference}` : `inbox/${conference}/${device}`;
}

/** Reads the logs of the devices that are listed, of those on the roster, and of those known before. */
export async function readInboxFolder<E extends { readonly kind: string }>(
  folder: InboxFolder<E>,
  { inbox, roster }: OfficeFiles,
  reading: Reading,
): Promise<ReadInbox<E>> {
  const listed = await folder.list();
  const devices = new Set([
    ...(listed.ok ? listed.value.filter((name) => deviceKeyPattern.test(name)) : []),
    ...roster.filter(({ isWithdrawn }) => !isWithdrawn).map(({ device }) => device),
    ...Object.keys(inbox.logs),
  ]);
  // A device that was withdrawn is not heard any more: what it said before stays.
  for (const { device, isWithdrawn } of roster) if (isWithdrawn) devices.delete(device);
  const troubles: readonly InboxTrouble<E>[] = listed.ok ? [] : [{ kind: 'not-listed', why: listed.error }];
  let read: ReadInbox<E> = { inbox: settledInbox(inbox, roster), news: [], troubles };
  const readingFor = { ...reading, roster };
  for (const device of [...devices].sort()) read = await readLog(read, device, folder.log(device), readingFor);
  return read;
}

/** Reads the file that a delegate saved instead of sending. */
export async function readSubmissionsFile(
  bytes: Uint8Array,
  { inbox, roster }: OfficeFiles,
  reading: Reading,
): Promise<ReadInbox<LogFileFailure>> {
  const nothing: ReadInbox<LogFileFailure> = { inbox: settledInbox(inbox, roster), news: [], troubles: [] };
  const file = await readLogFile(bytes, reading.platform.text);
  if (!file.ok) return { ...nothing, troubles: [file.error] };
  const { device, source } = file.value;
  const isWithdrawn = roster.some((entry) => entry.device === device && entry.isWithdrawn);
  if (isWithdrawn) return { ...nothing, troubles: [{ kind: 'withdrawn-device', device }] };
  return readLog(nothing, device, source, { ...reading, roster });
}

async function readLog<E extends { readonly kind: string }>(
  before: ReadInbox<E>,
  device: string,
  source: LogSource<E>,
  { now, roster, platform }: ReadingFor,
): Promise<ReadInbox<E>> {
  const { inbox, troubles } = before;
  const log = { conference: inbox.conference, stream: 'office', device } as const;
  const verified = await verifyDeviceLog(source, knownLogOf(inbox, device), log, platform);
  if (!verified.ok) return { ...before, troubles: [...troubles, { kind: 'log', device, failure: verified.error }] };
  if (verified.value === undefined) return before;
  const isVouched = roster.some((entry) => entry.device === device && !entry.isWithdrawn);
  if (!isVouched && verified.value.signed.head.seq > strangerOperationsLimit) {
    const failure = { kind: 'too-large', code: 'S14', limit: strangerOperationsLimit } as const;
    return { ...before, troubles: [...troubles, { kind: 'log', device, failure }] };
  }
  const received = await receiveLog(inbox, verified.value, { now, roster }, platform);
  const from = verified.value.quarantinedFrom;
  return {
    inbox: received.inbox,
    news: [...before.news, ...received.news],
    troubles: from === undefined ? troubles : [...troubles, { kind: 'leap', device, from }],
  };
}
