import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReadingSettings, readingRanges, usualReading } from './reading-settings';

it.each([
  ['nothing remembered', undefined],
  ['an empty text', ''],
  ['a torn file', '{"size": 2'],
  ['another shape', '[1, 2]'],
  ['null', 'null'],
  ['unknown names', '{"theme": "neon", "face": "comic"}'],
  ['numbers that are none', '{"size": "20", "line": null}'],
])('%s is read as usual', (_, text) => {
  expect(parseReadingSettings(text)).toEqual(usualReading);
});

it('keeps what is chosen and mends what is out of range', () => {
  expect(parseReadingSettings('{"theme":"sepia","face":"sans","size":200,"line":1.75,"width":30}')).toEqual({
    theme: 'sepia',
    face: 'sans',
    size: 32,
    line: 1.8,
    width: 30,
  });
});

it('reads any text at all as settings within their ranges', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { size, line, width } = parseReadingSettings(text);
      for (const [value, range] of [
        [size, readingRanges.size],
        [line, readingRanges.line],
        [width, readingRanges.width],
      ] as const) {
        expect(value).toBeGreaterThanOrEqual(range.least);
        expect(value).toBeLessThanOrEqual(range.most);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});
