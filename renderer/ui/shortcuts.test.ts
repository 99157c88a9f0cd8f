import { expect, it } from 'vitest';
import { isSingleKey, keysInWords, shortcuts } from './shortcuts';

it.each([
  ['$mod+g', 'Ctrl+G'],
  ['Alt+ArrowRight', 'Alt+→'],
  ['$mod+Shift+>', 'Ctrl+Shift+.'],
  ['n', 'n'],
  ['?', '?'],
  ['F6', 'F6'],
])('%s is printed %s', (keys, words) => {
  expect(keysInWords(keys)).toBe(words);
});

it('no key does two things', () => {
  const keys = Object.values(shortcuts).map((shortcut) => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

it('what has a single key is told apart, so that it can be turned off', () => {
  expect(['n', '?', '1', '/'].every(isSingleKey)).toBe(true);
  expect(['F6', '$mod+g', 'Alt+ArrowLeft'].some(isSingleKey)).toBe(false);
});
