import { expect, it } from 'vitest';
import { officeWords } from './office-words';
import type { OfficeState } from './use-office';

const now = new Date(2027, 5, 15, 9, 41).getTime();
const morning = new Date(2027, 5, 15, 8, 55).getTime();
const unconnected: OfficeState = { kind: 'unconnected' };
const unreached = (why: 'offline' | 'timed-out') => ({
  kind: 'unreached' as const,
  failure: { kind: 'not-reached' as const, code: 'S24' as const, why },
});

it.each<[string, OfficeState, number | undefined, string | undefined]>([
  ['offline with papers of this morning', unreached('offline'), morning, 'Not connected — last papers 08:55'],
  [
    'offline with papers of last week',
    unreached('offline'),
    morning - 7 * 86_400_000,
    'Not connected — last papers 8 June, 08:55',
  ],
  ['offline before any papers came', unreached('offline'), undefined, 'Not connected'],
  [
    'a server that does not answer',
    unreached('timed-out'),
    morning,
    'The office cannot be reached just now — last papers 08:55',
  ],
  [
    'offline with papers that were to be confirmed yesterday',
    { ...unreached('offline'), expired: new Date(2027, 5, 14, 18, 10).toISOString() },
    morning,
    'Not connected — papers not confirmed since 14 June, 18:10',
  ],
  [
    'a sign-in page',
    { kind: 'unreached', failure: { kind: 'not-a-bundle', code: 'S01', part: { kind: 'head' } } },
    morning,
    'Sign in to this network — last papers 08:55',
  ],
  [
    'an office that says nothing new, though it should have',
    {
      kind: 'current',
      at: now,
      version: 2,
      notes: ['S09'],
      expires: new Date(2027, 5, 14, 18, 10).toISOString(),
    },
    morning,
    'Not confirmed since 14 June, 18:10',
  ],
  ['an answer that is on its way unasked', { kind: 'quiet' }, morning, undefined],
  ['no office at all', unconnected, morning, undefined],
])('%s is said in the footer', (_, state, appliedAt, words) => {
  expect(officeWords(state, { appliedAt, now })).toBe(words);
});
