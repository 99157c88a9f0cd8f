import { expect, it } from 'vitest';
import type { DeviceFailure, MemberOverview, Round } from '../devices/device-orders';
import { deviceMessage, devicesInShort, lockedEntriesWords, peerTroubleWords, roundNews } from './device-message';

const round: Round = { received: 0, sent: 0, lost: 0, troubles: [], wasTwin: false };
const member: MemberOverview = {
  kind: 'member',
  label: 'Desk',
  device: 'd',
  words: 'one two three four five six',
  isPaused: false,
  holdsList: true,
  standing: 'listed',
  lastSeen: {},
  locked: 0,
};

it('a twin that was given way to is told (S21)', () => {
  expect(roundNews({ ...round, wasTwin: true })).toEqual([
    'Two computers are using the same device key (maybe a restored backup). This one has been given a new key; nothing was lost.',
  ]);
});

it('what the folder lost and got again is told (S22)', () => {
  expect(roundNews({ ...round, lost: 12 })).toEqual(['The folder lost 12 of your changes. They have been sent again.']);
  expect(roundNews(round)).toEqual([]);
});

it('what is encrypted for another key is told (S23)', () => {
  expect(lockedEntriesWords(3)).toBe(
    '3 private notes were encrypted for another key. Restore your recovery kit to read them.',
  );
});

it('a trouble begins with the name of the computer it is about', () => {
  const failure = { kind: 'wrong-hash', code: 'S12', from: 1 } as const;
  expect(peerTroubleWords({ device: 'd', label: 'Bag', failure })).toBe(
    'Bag: Part of what stands in the folder is damaged. It was not used.',
  );
});

it.each<readonly [DeviceFailure, string]>([
  [{ kind: 'key-locked' }, 'Private notes are not being backed up: unlock or restore your key.'],
  [
    { kind: 'no-recipients' },
    'There is nobody to encrypt for, so nothing was sent. Private notes never go out unencrypted.',
  ],
  [{ kind: 'too-many-devices', limit: 5 }, 'There are 5 computers on the list already. Remove one of them first.'],
  [{ kind: 'offline' }, 'The folder cannot be reached: this computer is not connected, or the address is wrong.'],
])('%j has its sentence', (failure, words) => {
  expect(deviceMessage(failure)).toBe(words);
});

it('the foot of the window tells only of notes that should go out and do not', () => {
  expect(devicesInShort(undefined, undefined)).toBeUndefined();
  expect(devicesInShort(undefined, { kind: 'not-member' })).toBeUndefined();
  expect(devicesInShort(member, { kind: 'offline' })).toBeUndefined();
  expect(devicesInShort(member, { kind: 'key-locked' })).toBe('Private notes not backed up: locked');
  expect(devicesInShort({ ...member, locked: 2 }, undefined)).toBe('Some private notes are locked');
  expect(devicesInShort({ ...member, isPaused: true, standing: 'not-listed' }, undefined)).toBeUndefined();
});
