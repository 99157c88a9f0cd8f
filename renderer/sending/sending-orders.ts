// What the page may ask of the worker that sends and reads logs, and what comes back: plain data, sent between the two.

import type { LogFailure } from '../../shared/bundle/log-failure';
import type { LogTooLarge } from '../../shared/bundle/seal-device-log';
import type { DesktopApi, FolderFailure } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';
import type { SendFailure } from '../app/sending-message';
import type { JournalMemory } from '../storage/memory';

/** A log of this device: to a conference's office, or to the delegation that goes there. */
export type OwnLog = {
  readonly conference: string;
  readonly stream: 'office' | 'team';
  /** What its author calls themselves. */
  readonly name: string;
};

export type SendingOrder =
  /** Sends the log; the delegation's others are read after. */
  | { readonly kind: 'send'; readonly log: OwnLog }
  /** All of the log as one file. */
  | { readonly kind: 'file'; readonly log: OwnLog };

/** Why the log of another member was not read, or not wholly. */
export type LogTrouble = {
  readonly device: string;
  readonly failure: LogFailure<FolderFailure> | { readonly kind: 'quarantined' };
};

export type Heard = {
  /** Operations that are new here. */
  readonly news: number;
  readonly troubles: readonly LogTrouble[];
};

/** What came of sending a log: of the delegation's, also of reading the others'. */
export type SentNews = {
  readonly sent: number;
  readonly lost: number;
  readonly isRenewed: boolean;
  readonly heard?: Heard;
};

export type SendingAnswer =
  | { readonly kind: 'sent'; readonly result: Result<SentNews, SendFailure> }
  | { readonly kind: 'file'; readonly result: Result<Uint8Array, FolderFailure | LogTooLarge> };

/** The requests that the worker may make. */
export const sendingRequests = [
  'readJournal',
  'appendToJournal',
  'readFromFolder',
  'listFolder',
  'writeToFolder',
  'describeDevice',
  'signDeviceHead',
  'renewDevice',
] as const;

/** Where logs are made and read: the working copy, and as much of the doorkeeper as that needs. */
export type SendingPlace = Omit<JournalMemory, 'desktop'> & {
  readonly desktop: Pick<DesktopApi, (typeof sendingRequests)[number]>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};
