// Own devices in sentences: why something could not be done with them, and what a round came to. The switches are
// exhaustive.

import { unreachable } from '../../shared/assert';
import type { OwnDevicesFailure } from '../../shared/bundle/self-identity';
import type { PeerTrouble } from '../../shared/bundle/self-sync';
import type { DeskFailure, DeviceFailure, MemberOverview, Overview, Round } from '../devices/device-orders';
import { keepMessage } from './failure-message';
import { folderMessage, logMessage, sentNewsMessage } from './sending-message';

/** Where private notes stop being sent because no key can be used. */
export const lockedWords = 'Private notes are not being backed up: unlock or restore your key.';

/** Why something about own devices was not done. Nothing that was written is ever touched by it. */
export function deviceMessage(failure: DeviceFailure): string {
  switch (failure.kind) {
    case 'key-locked':
      return lockedWords;
    case 'no-list':
      return 'This folder does not hold your other computers’ notes. Check that it is the same folder on each of them.';
    case 'list-refused':
      return listMessage(failure.why);
    case 'not-member':
      return 'This computer is not one of several yet.';
    case 'too-many-devices':
      return `There are ${failure.limit} computers on the list already. Remove one of them first.`;
    case 'other-writer':
      return 'Another computer changed the list at the same moment. Try again.';
    case 'not-a-request':
      return 'This is not what the other computer shows. Copy all of it, from “rostrum-device:” on.';
    case 'unusable-key':
      return 'What the other computer shows cannot be used. Let it begin again.';
    case 'not-a-kit':
      return 'This is not a recovery kit. It begins with “-----BEGIN AGE ENCRYPTED FILE-----”.';
    case 'not-six-words':
      return `A kit is opened by six words; these are ${failure.found}.`;
    case 'unknown-word':
      return `“${failure.word}” is not one of the words that kits use. Look at sheet 2 again.`;
    case 'wrong-words':
      return 'These words do not open this kit. Check that both sheets were made on the same day.';
    case 'damaged':
      return 'This kit is damaged: a part of its text is missing or mistyped.';
    case 'no-recipients':
    case 'unusable-recipient':
      return 'There is nobody to encrypt for, so nothing was sent. Private notes never go out unencrypted.';
    case 'not-kept':
      return keepMessage(failure);
    case 'newer-format':
    case 'too-large':
    case 'log-too-large':
    case 'not-a-log':
    case 'wrong-signature':
    case 'cut-short':
    case 'wrong-hash':
    case 'unsafe':
    case 'unreadable':
    case 'misplaced':
    case 'forked':
    case 'shorter':
    case 'not-reached':
      return ofLogOrFolder(failure);
    case 'address-refused':
    case 'busy':
    case 'credentials-lost':
    case 'disk-full':
    case 'folder-full':
    case 'folder-in-use':
    case 'hash-mismatch':
    case 'host-gone':
    case 'locked':
    case 'no-such-folder':
    case 'not-allowed':
    case 'not-as-written':
    case 'not-found':
    case 'not-writable':
    case 'offline':
    case 'refused':
    case 'server-trouble':
    case 'sign-in-page':
    case 'timed-out':
    case 'wrong-passphrase':
      return folderMessage(failure);
    default:
      return unreachable(failure);
  }
}

type LogOrFolder = Extract<
  DeviceFailure,
  { readonly kind: Parameters<typeof logMessage>[0]['kind'] | 'too-large' | 'cut-short' }
>;

function ofLogOrFolder(failure: LogOrFolder): string {
  switch (failure.kind) {
    case 'too-large':
      return 'code' in failure ? logMessage(failure) : folderMessage(failure);
    case 'cut-short':
      return 'code' in failure ? logMessage(failure) : folderMessage(failure);
    case 'newer-format':
      return 'This was written by a newer version of Rostrum. Use that version here as well.';
    case 'not-reached':
      return peerFailureWords(failure.why);
    case 'log-too-large':
    case 'not-a-log':
    case 'wrong-signature':
    case 'wrong-hash':
    case 'unsafe':
    case 'unreadable':
    case 'misplaced':
    case 'forked':
    case 'shorter':
      return logMessage(failure);
    default:
      return unreachable(failure);
  }
}

function listMessage(failure: OwnDevicesFailure): string {
  switch (failure.kind) {
    case 'not-a-list':
      return 'What stands in the folder is not a list of computers, or only half of one.';
    case 'wrong-signature':
      return 'The list of your computers was changed after you signed it. It was not used.';
    case 'older-list':
      return 'The folder holds an older list of your computers than this one has seen. It was not used.';
    case 'two-lists':
      return 'Two different lists of your computers have the same number: the recovery kit is in use in two places.';
    case 'unreadable':
      return `The list of your computers has an entry that cannot be read. It was not used. (S15 ${failure.where})`;
    case 'another-identity':
      return 'This is the list of somebody else’s computers. It was not used.';
    case 'newer-format':
      return 'The list of your computers was written by a newer version of Rostrum. Use that version here as well.';
    default:
      return unreachable(failure);
  }
}

/** What is wrong with one computer’s notes, beginning with its name. */
export function peerTroubleWords({ label, failure }: PeerTrouble<DeskFailure>): string {
  return `${label}: ${peerFailureWords(failure)}`;
}

function peerFailureWords(failure: PeerTrouble<DeskFailure>['failure']): string {
  return deviceMessage(failure);
}

/** What a round came to beyond the usual: S21 and S22. */
export function roundNews({ lost, wasTwin }: Round): readonly string[] {
  return sentNewsMessage({ lost, isRenewed: wasTwin });
}

/** What is encrypted for another key (S23). */
export function lockedEntriesWords(locked: number): string {
  const notes = locked === 1 ? '1 private note was' : `${locked} private notes were`;
  return `${notes} encrypted for another key. Restore your recovery kit to read them.`;
}

/** How this computer stands, in a sentence; undefined where all is well. */
export function standingWords({ standing, isPaused }: MemberOverview): string | undefined {
  if (standing === 'removed') {
    return 'This computer was taken off your list. What it has stays here; nothing new goes out or comes in.';
  }
  if (standing === 'not-listed') {
    return 'This computer has a new key and is not on your list with it yet. Nothing goes out or comes in until it is added again.';
  }
  return isPaused ? 'Paused: nothing goes out or comes in. What you write is saved on this computer.' : undefined;
}

/** A few words for the foot of the window; undefined where private notes go where they should, or nowhere. */
export function devicesInShort(overview: Overview | undefined, failure: DeviceFailure | undefined): string | undefined {
  if (failure?.kind === 'key-locked' || failure?.kind === 'wrong-passphrase')
    return 'Private notes not backed up: locked';
  if (overview?.kind !== 'member' || overview.isPaused) return undefined;
  if (overview.standing === 'not-listed') return 'Private notes not backed up: add this computer again';
  return overview.locked > 0 ? 'Some private notes are locked' : undefined;
}
