// Folders and logs in sentences, as `failure-message.ts` has everything else: why something could not be sent or read,
// and what happened on the way. The switches are exhaustive.

import type { LogFailure } from '../../shared/bundle/log-failure';
import type { LogTooLarge } from '../../shared/bundle/seal-device-log';
import type { OwnSubmission } from '../../shared/bundle/submission-steps';
import type { FolderFailure } from '../../shared/desktop-contract';
import { keepMessage } from './failure-message';

/** Why a folder that is written to did not do what it was asked. Whatever was to be sent is safe here. */
export function folderMessage(failure: FolderFailure): string {
  switch (failure.kind) {
    case 'host-gone':
    case 'disk-full':
    case 'not-writable':
      return keepMessage({ kind: failure.kind });
    case 'offline':
      return 'The folder cannot be reached: this computer is not connected, or the address is wrong.';
    case 'address-refused':
      return 'This is not an address Rostrum may write to: it has to begin with https://, without a password in it.';
    case 'not-found':
      return 'There is no folder at this address. Check it for a slip.';
    case 'not-allowed':
      return 'The folder does not let us in. Check the name and the password.';
    case 'server-trouble':
      return `The server has trouble of its own just now (${failure.status}).`;
    case 'timed-out':
      return 'The server took too long to answer.';
    case 'sign-in-page':
      return 'A page came back instead of the folder: a Wi-Fi sign-in page, or an address for people. Sign in to the network, or use the folder’s WebDAV address.';
    case 'too-large':
      return `What stands in the folder is larger than Rostrum accepts (${sizeOf(failure.limit)}).`;
    case 'cut-short':
      return 'The connection broke off part-way.';
    case 'hash-mismatch':
    case 'not-as-written':
      return 'The folder did not give back what was written to it.';
    case 'refused':
      return 'These credentials do not fit this kind of folder.';
    case 'folder-in-use':
      return 'Another Rostrum is using the same data folder. Close one of the two, then try again.';
    case 'folder-full':
      return failure.status === 413 ? 'The folder takes no file of this size.' : 'The folder is full.';
    case 'locked':
      return 'Somebody else has locked the folder for the moment.';
    case 'busy':
      return 'The server is busy, and asks to be left alone for a while.';
    case 'other-writer':
      return 'Somebody else has written there since it was read.';
    case 'no-such-folder':
      return 'This folder is no longer connected.';
    case 'key-locked':
      return 'Signing key locked: changes are saved here and will be sent after you unlock it.';
    case 'credentials-lost':
      return 'The password of this folder is lost on this computer. Forget the folder, then connect it again.';
    case 'wrong-passphrase':
      return 'This is not the passphrase that the key lies under.';
  }
}

/** Why a log of a device was refused, or one of ours not written: S01 to S24 of logs. What was read before stays. */
export function logMessage(
  failure: LogFailure<FolderFailure> | LogTooLarge | { readonly kind: 'renewed-in-vain' },
): string {
  switch (failure.kind) {
    case 'not-a-log':
      return 'What stands in the folder is not a list of entries, or only half of one.';
    case 'wrong-signature':
      return 'What stands in the folder was changed after it was signed. It was not used.';
    case 'cut-short':
      return 'Part of what stands in the folder is missing.';
    case 'wrong-hash':
      return 'Part of what stands in the folder is damaged. It was not used.';
    case 'unsafe':
      return 'What stands in the folder is not safe to open (it expands far beyond its stated size).';
    case 'too-large':
      return `What stands in the folder is larger than the app accepts (${sizeOf(failure.limit)}).`;
    case 'unreadable':
      return `The folder contains an entry the app cannot read. It was not used. (S15 ${failure.where})`;
    case 'misplaced':
      return 'What stands in the folder belongs to another place. It was not used.';
    case 'newer-format':
      return 'What stands in the folder needs a newer version of the app.';
    case 'forked':
      return 'Two computers are using the same device key (maybe a restored backup). What was read before stays.';
    case 'shorter':
      return `The folder has ${failure.offered} of the ${failure.held} entries read before. What was read before stays.`;
    case 'not-reached':
      return folderMessage(failure.why);
    case 'log-too-large':
      return 'There is more to send than the folder’s readers accept. It is safe on this computer; save it as a file instead.';
    case 'renewed-in-vain':
      return 'Another computer keeps taking this one’s place in the folder. Everything you wrote is safe here.';
  }
}

/** Why something is not sent yet. `seconds`: until it is tried again; absent when that would be of no use. */
export function sendMessage(failure: SendFailure, seconds?: number): string {
  const safe = 'What you wrote is safe on this computer.';
  const why = 'code' in failure || isOfLogs(failure) ? logMessage(failure) : folderMessage(failure);
  if (seconds === undefined) return `Not sent yet. ${why} ${safe}`;
  return `Not sent yet – will try again in ${seconds} s. ${why} ${safe}`;
}

export type SendFailure =
  | FolderFailure
  | LogFailure<FolderFailure>
  | LogTooLarge
  | { readonly kind: 'renewed-in-vain' };

function isOfLogs(failure: SendFailure): failure is LogTooLarge | { readonly kind: 'renewed-in-vain' } {
  return failure.kind === 'log-too-large' || failure.kind === 'renewed-in-vain';
}

/** What happened while sending that the delegate should know although all is well: S22 and S21. */
export function sentNewsMessage(news: { readonly lost: number; readonly isRenewed: boolean }): readonly string[] {
  const { lost, isRenewed } = news;
  const changes = lost === 1 ? 'one of your changes. It has' : `${lost} of your changes. They have`;
  return [
    ...(lost > 0 ? [`The folder lost ${changes} been sent again.`] : []),
    ...(isRenewed
      ? [
          'Two computers are using the same device key (maybe a restored backup). This one has been given a new key; nothing was lost.',
        ]
      : []),
  ];
}

function sizeOf(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / (1024 * 1024)))} MB`;
}

/** How far a submission is. */
export function submissionWords({ step, reason }: Pick<OwnSubmission, 'step' | 'reason'>): string {
  switch (step) {
    case 'queued':
      return 'Submitted; waiting to be sent';
    case 'delivered':
      return 'Delivered to the office’s folder; its receipt comes with the office’s next papers';
    case 'received':
      return 'Received by the conference office';
    case 'accepted':
      return 'Accepted';
    case 'refused':
      return reason === undefined ? 'Not accepted' : `Not accepted: ${reason}`;
    case 'withdrawing':
      return 'Taken back here; the office is told with the next sending';
    case 'withdrawn':
      return 'Taken back';
  }
}
