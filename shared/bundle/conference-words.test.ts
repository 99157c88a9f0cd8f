import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkWords, conferenceWordCount } from './check-words';
import { conferenceIdOf, hashBeginning } from './conference-id';
import { conferenceWords } from './conference-words';

const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 });

it('the words of an id are the words of the root it stands for', () => {
  fc.assert(
    fc.property(hashes, (hash) => {
      expect(hashBeginning(conferenceIdOf(hash))).toEqual(hash.slice(0, 16));
      expect(conferenceWords(conferenceIdOf(hash))).toBe(checkWords(hash, conferenceWordCount));
    }),
    { seed: 66, numRuns: 300 },
  );
});
