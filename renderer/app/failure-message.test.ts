// The sentences of refused bundles are those that the format promises; every sentence is one a delegate can act on.
import { describe, expect, it } from 'vitest';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { FetchFailure, KeepFailure } from '../../shared/desktop-contract';
import {
  bundleMessage,
  bundleNoteMessage,
  fetchMessage,
  keepMessage,
  openMessage,
  paperMessage,
  saveMessage,
} from './failure-message';

const head = { kind: 'head' } as const;
const megabyte = 1024 * 1024;

describe('a bundle that is refused, while agenda v123 is held', () => {
  it.each<[BundleFailure, string]>([
    [{ kind: 'not-a-bundle', code: 'S01', part: head }, 'This is not an agenda file.'],
    [
      { kind: 'wrong-signature', code: 'S02', part: head },
      'This file was changed after it was signed, or damaged on the way. It was not used. You still have agenda v123.',
    ],
    [
      { kind: 'unknown-signer', code: 'S03', part: head },
      'This was not signed by the conference office you trust. It was not used.',
    ],
    [
      { kind: 'withdrawn-key', code: 'S04', part: head, at: '2027-05-03T09:00:00Z' },
      'Signed with a key the conference office withdrew on 3 May 2027. It was not used.',
    ],
    [
      { kind: 'too-few-signatures', code: 'S05', part: { kind: 'root', version: 2 }, found: 1, needed: 2 },
      'This key change has 1 of the 2 signatures it needs.',
    ],
    [
      { kind: 'older-version', code: 'S06', offered: 119, held: 123 },
      'This file has agenda v119. You already have v123, which is newer.',
    ],
    [
      {
        kind: 'two-heads',
        code: 'S08',
        version: 123,
        heldWords: 'river solar maple nine',
        offeredWords: 'apple bench cliff dune',
      },
      'Two different agendas call themselves v123. Yours shows river solar maple nine; the other shows apple bench cliff dune. Compare with the screen in the hall and tell the conference office.',
    ],
    [
      { kind: 'unsafe', code: 'S13', part: head, why: 'expands' },
      'This file is not safe to open (it expands far beyond its stated size).',
    ],
    [
      { kind: 'too-large', code: 'S14', part: { kind: 'file' }, limit: 64 * megabyte },
      'This file is larger than the app accepts (64 MB).',
    ],
    [
      { kind: 'unreadable', code: 'S15', part: head, where: 'm_7f3' },
      'The agenda contains an entry the app cannot read. It was not used; the office has to publish it again. (S15 m_7f3)',
    ],
    [
      {
        kind: 'wrong-conference',
        code: 'S16',
        expected: 'c1',
        offered: 'c2',
        offeredTitle: 'Women’s Conference 2027',
      },
      'This is the agenda of Women’s Conference 2027, not National Conference 2027.',
    ],
    [
      { kind: 'newer-format', code: 'S17', major: 2, minApp: '2.0' },
      'This agenda needs a newer version of the app (2.0). You can keep working with v123.',
    ],
    [
      { kind: 'keys-need-renewal', code: 'S18', why: 'expired' },
      'The conference’s keys need renewing. You can read and write; new agendas will not be accepted until the office publishes new keys.',
    ],
  ])('%j', (failure, sentence) => {
    const facts = { from: 'file', held: 123, conferenceTitle: 'National Conference 2027' } as const;
    expect(bundleMessage(failure, facts)).toBe(sentence);
  });

  it('says nothing of an agenda where none is held', () => {
    const failure = { kind: 'wrong-signature', code: 'S02', part: head } as const;
    expect(bundleMessage(failure, { from: 'file' })).not.toContain('still have');
  });

  it('over the network is suspected to be a sign-in page', () => {
    const failure = { kind: 'not-a-bundle', code: 'S01', part: head } as const;
    expect(bundleMessage(failure, { from: 'address' })).toContain('Sign in to the network and try again.');
  });
});

it('the same bundle again is no failure', () => {
  expect(bundleNoteMessage('S07', { version: 123 })).toBe('You already have this (v123).');
});

const keepFailures: readonly KeepFailure[] = [
  { kind: 'host-gone' },
  { kind: 'disk-full' },
  { kind: 'not-writable' },
  { kind: 'folder-in-use' },
  { kind: 'not-kept' },
  { kind: 'too-large', limit: 32 * megabyte },
  { kind: 'refused' },
];
const fetchFailures: readonly FetchFailure[] = [
  { kind: 'offline' },
  { kind: 'address-refused' },
  { kind: 'not-found' },
  { kind: 'not-allowed', status: 403 },
  { kind: 'server-trouble', status: 503 },
  { kind: 'timed-out' },
  { kind: 'sign-in-page' },
  { kind: 'too-large', limit: megabyte },
  { kind: 'cut-short' },
  { kind: 'hash-mismatch' },
];

it.each([...keepFailures.map(keepMessage), ...fetchFailures.map(fetchMessage)])('is calm and whole: %s', (sentence) => {
  expect(sentence).toMatch(/^[A-Z].*[.]$/u);
  expect(sentence).not.toMatch(/error|oops|failed|undefined|NaN/iu);
});

it('a paper over 32 MiB is named with the limit', () => {
  expect(paperMessage({ kind: 'too-large', limit: 32 * megabyte }, 'agenda.txt')).toBe(
    '“agenda.txt” is larger than the 32 MB that Rostrum reads. Nothing was stored.',
  );
});

it('what the delegate cancelled needs no words', () => {
  expect([saveMessage({ kind: 'cancelled' }), openMessage({ kind: 'cancelled' })]).toEqual([undefined, undefined]);
});
