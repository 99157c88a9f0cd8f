import { expect, it } from 'vitest';
import { recoveryWords } from './recovery-words';

const fine = { recovered: { kind: 'untouched' }, unread: 0, lostOfficial: [] } as const;

it.each([
  ['nothing is said when nothing had to be done', fine, []],
  ['catching up with the journal is no news', { ...fine, recovered: { kind: 'caught-up', entries: 3 } } as const, []],
  [
    'a copy made anew for a newer Rostrum is no news',
    { ...fine, recovered: { kind: 'rebuilt', because: 'other-version', entries: 9, rescued: 0 } } as const,
    [],
  ],
  [
    'a damaged copy is named damaged',
    { ...fine, recovered: { kind: 'rebuilt', because: 'damaged', entries: 9, rescued: 0 } } as const,
    ['Your local database was damaged and has been rebuilt from the journal. Nothing you wrote was lost.'],
  ],
  [
    'a copy that was gone is rebuilt',
    { ...fine, recovered: { kind: 'rebuilt', because: 'empty', entries: 9, rescued: 0 } } as const,
    ['Your local database has been rebuilt from the journal. Nothing you wrote was lost.'],
  ],
  [
    'what the journal had lost is counted',
    { ...fine, recovered: { kind: 'rebuilt', because: 'ahead', entries: 9, rescued: 1 } } as const,
    [
      'Your local database has been rebuilt from the journal. 1 thing that only it still held went back into the journal. Nothing you wrote was lost.',
    ],
  ],
  [
    'of a journal that lost something itself nobody says that nothing was lost',
    { ...fine, recovered: { kind: 'rebuilt', because: 'other-journal', entries: 9, rescued: 0, damaged: 2 } } as const,
    [
      'Your local database has been rebuilt from the journal. 2 places of the journal are damaged or missing. What your other computers have comes back by itself.',
    ],
  ],
  [
    'each trouble has a sentence of its own',
    { ...fine, unread: 2, lostOfficial: ['c1'] },
    [
      'The papers of the conference office are not on this computer any more. They will be fetched again.',
      '2 entries of your journal need a newer version of Rostrum. They are kept.',
    ],
  ],
])('%s', (_fact, opened, words) => {
  expect(recoveryWords(opened)).toEqual(words);
});
