import { expect, it } from 'vitest';
import { progressWords } from './progress-words';

it.each([
  [{ parts: 0, of: 257, bytes: 0 }, '0 of 257 parts'],
  [{ parts: 1, of: 257, bytes: 29_001 }, '1 of 257 parts, 30 kB'],
  [{ parts: 214, of: 257, bytes: 6_243_000 }, '214 of 257 parts, 6.2 MB'],
])('%o is told as %s', (progress, words) => expect(progressWords(progress)).toBe(words));
