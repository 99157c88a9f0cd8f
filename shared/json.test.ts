import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isPlainJson } from './json';

describe('plain JSON', () => {
  it('is whatever JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        return isPlainJson(parsed) || JSON.stringify(parsed).includes('"__proto__"');
      }),
      { seed: 20_251, numRuns: 300 },
    );
  });

  const cycle: unknown[] = [];
  cycle.push(cycle, cycle);
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

  it.each([
    ['not a number', Number.NaN],
    ['infinity', { n: Number.POSITIVE_INFINITY }],
    ['undefined inside', { a: undefined }],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(2)],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a hole', Array.from({ length: 2 })],
    ['an own __proto__', JSON.parse('{"__proto__": {"polluted": true}}')],
    ['a cycle', cycle],
    ['nesting of 100,000', nested(100_000)],
    ['two million values', Array.from({ length: 2_000_000 }, () => 0)],
  ])('is never %s', (_name, value) => {
    expect(isPlainJson(value)).toBe(false);
  });

  it('nests 64 deep and no deeper', () => {
    expect(isPlainJson(nested(64))).toBe(true);
    expect(isPlainJson(nested(66))).toBe(false);
  });
});
