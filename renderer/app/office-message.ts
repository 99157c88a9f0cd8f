// The conference office's failures in sentences, as `failure-message.ts` has everything else. The switches are exhaustive.

import type { LogFileFailure } from '../../shared/bundle/log-file';
import type { PublishFailure } from '../../shared/bundle/publish-bundle';
import type { InboxTrouble } from '../../shared/bundle/read-inbox';
import type { DecisionFailure } from '../../shared/bundle/inbox';
import type { ChooseFailure, FolderFailure } from '../../shared/desktop-contract';
import type { OfficeFailure } from '../../shared/office-contract';
import type { OfficeWorkFailure } from '../office/office-messages';
import { bundleMessage, keepMessage } from './failure-message';
import { folderMessage, logMessage } from './sending-message';

/** Why the office's folder of keys did not do what it was asked; undefined where nothing needs saying. */
export function officeMessage(failure: OfficeFailure): string | undefined {
  switch (failure.kind) {
    case 'cancelled':
      return undefined;
    case 'host-gone':
    case 'disk-full':
    case 'not-writable':
    case 'folder-in-use':
    case 'refused':
      return keepMessage({ kind: failure.kind });
    case 'no-such-office':
      return 'This office is not on this computer any more.';
    case 'no-office-there':
      return 'There are no keys of a conference office in this folder, or they cannot be read. Nothing was changed.';
    case 'key-locked':
      return 'The office’s keys are locked. Give their passphrase first.';
    case 'wrong-passphrase':
      return 'This is not the passphrase of these keys.';
    case 'no-dialog':
      return 'In a browser Rostrum cannot ask for a folder. Start it with “rostrum open --office FOLDER”.';
  }
}

/** Why no folder to publish in was chosen; undefined where nothing needs saying. */
export function chooseMessage(failure: ChooseFailure): string | undefined {
  if (failure.kind === 'cancelled') return undefined;
  return failure.kind === 'no-dialog'
    ? 'In a browser Rostrum cannot ask for a folder. Start it with “rostrum open --publish-to FOLDER”.'
    : folderMessage(failure);
}

/** Why a version was not put together or not published. What was published before stands. */
export function officeWorkMessage(failure: OfficeWorkFailure): string {
  switch (failure.kind) {
    case 'folder':
      return `${folderMessage(failure.failure)} Delegates still have what was published before.`;
    case 'office':
      return officeMessage(failure.failure) ?? 'Nothing was changed.';
    case 'keep':
      return keepMessage(failure.failure);
    case 'bundle':
      return `This version cannot be built on or used. ${bundleMessage(failure.failure, { from: 'file' })}`;
    case 'publish':
      return publishMessage(failure.failure);
    case 'unreadable-record':
      return `One of the papers cannot be published as it is (${failure.where}). Nothing was signed.`;
    case 'other-station':
      return otherStationMessage(failure.published?.version);
    case 'changed-since':
      return 'The next version has changed since you looked at it. Look at it again.';
    case 'nothing-there':
      return 'Nothing is published in this folder.';
    case 'damaged-office':
      return 'The roster or the inbox beside the office’s keys cannot be read. Nothing was changed.';
  }
}

/** That somebody else has published, with the number they gave it where that can be read. */
export function otherStationMessage(version: number | undefined): string {
  const which = version === undefined ? 'something else' : `v${version}`;
  return `Another station published ${which}. Nothing was changed; take it over here first, then publish on top of it.`;
}

function publishMessage(failure: PublishFailure): string {
  switch (failure.kind) {
    case 'mass-removal':
      return `${failure.removed} of ${failure.of} records would go. If that is meant, say so first.`;
    case 'motion-missing':
      return 'An amendment belongs to a motion that is not in this version. Nothing was signed.';
    case 'repeated-id':
      return 'Two papers have the same name. Nothing was signed.';
    case 'note-too-long':
      return `The note may have ${failure.limit} characters.`;
    case 'not-signed':
      return 'The version was not signed: the keys are locked, or no longer there.';
    case 'papers-too-large':
      return 'A paper, or all of them together, are larger than a version may be.';
  }
}

/** What kept part of the inbox from being read. What was read before stays. */
export function inboxMessage(trouble: InboxTrouble<FolderFailure | LogFileFailure>): string {
  switch (trouble.kind) {
    case 'not-listed':
      return trouble.why.kind === 'not-a-log-file' ? notSubmissions : folderMessage(trouble.why);
    case 'log': {
      const { failure } = trouble;
      if (failure.kind !== 'not-reached') return logMessage(failure);
      return failure.why.kind === 'not-a-log-file' ? notSubmissions : folderMessage(failure.why);
    }
    case 'leap':
      return 'A device’s clock leaps too far; what it sent from then on is set aside.';
    case 'withdrawn-device':
      return 'This was sent from a device that the office vouches for no longer. It was not used.';
    case 'not-a-log-file':
      return notSubmissions;
  }
}

const notSubmissions = 'This is no file of submissions, or half of one. It was not used.';

/** Why a submission was not decided. */
export function decisionMessage(failure: DecisionFailure): string {
  switch (failure.kind) {
    case 'no-such-submission':
      return 'This submission is no longer in the inbox.';
    case 'decided-already':
      return `This was decided already: it is ${failure.standing}. The delegate may have been told.`;
    case 'unverified-device':
      return 'Nobody vouches for the device it came from. Vouch for it first.';
  }
}
