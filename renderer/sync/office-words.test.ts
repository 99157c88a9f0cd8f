import { expect, it } from 'vitest';
import { officeWords } from './office-words';
import type { OfficeState } from './use-office';

const now = new Date(2027, 5, 15, 9, 41).getTime();
const morning = new Date(2027, 5, 15, 8, 55).getTime();
const unconnected: OfficeState = { kind: 'unconnected' };
const unreached = (why: 'offline' | 'timed-out'): OfficeState => ({
  kind: 'unreached',
  failure: { kind: 'not-reached', code: 'S24', why },
});

it.each([
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
  ['no office at all', unconnected, morning, undefined],
])('%s is said in the footer', (_, state, appliedAt, words) => {
  expect(officeWords(state, { appliedAt, now })).toBe(words);
});
