// What is said of folders that are written to: what they are for, what they can do, how sending stands.

import type { FolderAbilities } from '../../shared/desktop-contract';
import { logMessage, sendMessage } from '../app/sending-message';
import { clockTime, counted } from '../ui/time-words';
import type { LogTrouble } from './sending-orders';
import type { LogState } from './use-sending';

export type FolderStream = 'office' | 'team';

export const folderTitles: Readonly<Record<FolderStream, string>> = {
  office: 'To the conference office',
  team: 'With your delegation',
};

export const folderLeads: Readonly<Record<FolderStream, string>> = {
  office: 'Amendments that you submit go into this folder, and the office reads it. Its address comes from the office.',
  team: 'Comments and positions are shared in this folder: everybody in your delegation who connects to it reads them. Any WebDAV folder that you all may write to will do.',
};

/** What a folder was found to do, in sentences. */
export function abilityWords({ lists, honoursIfNoneMatch, honoursIfMatch }: FolderAbilities): readonly string[] {
  const isSafe = honoursIfNoneMatch && honoursIfMatch;
  return [
    'This folder can be read and written.',
    `It accepts safe overwrites: ${isSafe ? 'yes' : 'no — the app does not need it'}.`,
    lists
      ? 'It tells what is in it: yes.'
      : 'It tells what is in it: no — others are then found by the office’s roster.',
  ];
}

/** How sending to a folder stands; `now` for what counts down. */
export function stateWords(state: LogState | undefined, now: number): string {
  switch (state?.kind) {
    case undefined:
      return 'Nothing was sent yet.';
    case 'sending':
      return 'Sending…';
    case 'rest':
      return restWords(state);
    case 'waiting':
      return sendMessage(state.failure, Math.max(1, Math.ceil((state.until - now) / 1000)));
    case 'stopped':
      return sendMessage(state.failure);
  }
}

function restWords({ at, sent }: Extract<LogState, { readonly kind: 'rest' }>): string {
  const news = sent.heard?.news ?? 0;
  const heard = news === 0 ? '' : ` ${counted(news, 'entry is', 'entries are')} new from others.`;
  return sent.sent === 0
    ? `Everything is sent. Checked at ${clockTime(at)}.${heard}`
    : `${counted(sent.sent, 'entry', 'entries')} sent at ${clockTime(at)}.${heard}`;
}

/** Why the log of another device was not read, in a sentence. */
export function troubleWords({ failure }: LogTrouble): string {
  return failure.kind === 'quarantined'
    ? 'Part of what one device wrote has times that cannot be; it is set aside.'
    : logMessage(failure);
}
