import { expect, it } from 'vitest';
import { visibleLine, visibleText } from './visible-text';

it.each([
  ['a right-to-left override', '4\u202E2', '4\uFFFD2'],
  ['an isolate', '\u2066x\u2069', '\uFFFDx\uFFFD'],
  ['a NUL', 'a\u0000b', 'a\uFFFDb'],
  ['an escape sequence', '\u001B[31mred', '\uFFFD[31mred'],
  ['half a character', 'a\uD83Db', 'a\uFFFDb'],
  ['line ends of three kinds', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['Welsh, Arabic and an emoji', 'ŵ ŷ عربي 👩🏽‍🏫', 'ŵ ŷ عربي 👩🏽‍🏫'],
])('%s is shown or kept', (_name, text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

it('a line has no line ends', () => {
  expect(visibleLine(' a\r\n\tb\u2028c ')).toBe('a b c');
});
