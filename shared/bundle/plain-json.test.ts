import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLimits, type JsonLimits } from './limits';
import { findFlaw } from './parse-json-safely';
import { isPlainJson } from './plain-json';

const few: JsonLimits = { bytes: 1000, depth: 3, stringLength: 12, arrayLength: 3, keys: 3 };

describe('proven at once is', () => {
  it.each([
    '{}',
    '[]',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    ' { "a" : [ 1 , -2 , 0 ] ,\n"b" : null }',
    '{"text":"a \\"quoted\\" word, a \\\\ and {\\"a\\":1,\\"a\\":2}"}',
    '{"constructors":1,"__proto":2}',
    '["__proto__","constructor"]',
    '[-0,123456789012345]',
  ])('%s', (text) => expect(isPlainJson(text, jsonLimits)).toBe(true));
});

describe('left to the careful scan is', () => {
  it.each([
    ['a repeated key', '{"a":1,"b":2,"a":3}'],
    ['a key repeated after an object of its own', '{"a":{"b":1,"c":2},"a":3}'],
    ['a key repeated after an array', '{"a":[1,{"a":1}],"a":3}'],
    ['a key with an escape', '{"a\\n":1}'],
    ['a forbidden key', '[{"x":{"__proto__":1}}]'],
    ['an escape by number', '["\\u0041"]'],
    ['a fraction', '[1.5]'],
    ['an exponent', '[1e2]'],
    ['a number of sixteen digits', '[1234567890123456]'],
    ['a bracket too many', '[]]'],
    ['a string without an end', '["a'],
  ])('%s: %s', (_, text) => expect(isPlainJson(text, jsonLimits)).toBe(false));

  it.each([
    ['nesting', '[[[[]]]]', '[[[]]]'],
    ['members', '[1,2,3,4]', '[1,2,3]'],
    ['keys', '{"a":1,"b":2,"c":3,"d":4}', '{"a":1,"b":2,"c":3}'],
    ['characters', '["1234567890123"]', '["123456789012"]'],
  ])('more %s than the limit, by one', (_, tooMuch, enough) => {
    expect([isPlainJson(tooMuch, few), isPlainJson(enough, few)]).toEqual([false, true]);
  });
});

it('different keys with one hash are not taken for repeated ones, nor for none', () => {
  // "Aa" and "BB" have one hash under the polynomial of 31, as every reader of Java knows.
  expect(isPlainJson('{"Aa":1,"BB":2}', jsonLimits)).toBe(false);
  expect(findFlaw('{"Aa":1,"BB":2}', jsonLimits)).toBeUndefined();
});

it('of whatever is JSON, it never proves what the careful scan refuses', () => {
  const structure = ['{', '}', '[', ']', ',', ':', ' ', '"a"', '"b"', '"a":', '"b":1', '"a":{', '"constructor":'];
  const values = ['1', '-0', '1.0', '12345678901234567', '"\\\\"', '"\\""', '"\\u0061":1', '"\\ud800"', 'null'];
  const token = fc.constantFrom(...structure, ...values, '"1234567890123"', '"__proto__":1');
  let proven = 0;
  fc.assert(
    fc.property(fc.array(token, { maxLength: 9 }), fc.constantFrom('{', '[', ''), (tokens, opening) => {
      const closing = { '{': '}', '[': ']', '': '' }[opening];
      const text = `${opening}${tokens.join('')}${closing}`;
      if (!isJson(text) || !isPlainJson(text, few)) return;
      proven += 1;
      expect([text, findFlaw(text, few)]).toEqual([text, undefined]);
    }),
    { seed: 2027, numRuns: 60_000 },
  );
  expect(proven).toBeGreaterThan(300);
});

it('of valid JSON with members in any order, repeated or forbidden, likewise', () => {
  const key = fc.constantFrom('"a"', '"b"', '"c"', '"Aa"', '"BB"', '"prototype"', '"\\u0061"');
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('1', '-7', '2.5', '"x, \\"a\\": 1"', 'true', '99999999999999999'),
      fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((members) => {
        return `{${members.map(([name, inside]) => `${name}:${inside}`).join(',')}}`;
      }),
    ),
  }));
  const seen = { plain: 0, flawed: 0 };
  fc.assert(
    fc.property(value, (text) => {
      const flaw = findFlaw(text, few);
      const isPlain = isPlainJson(text, few);
      if (flaw === undefined) seen.plain += isPlain ? 1 : 0;
      else seen.flawed += 1;
      expect([text, isPlain && flaw !== undefined]).toEqual([text, false]);
    }),
    { seed: 2027, numRuns: 10_000 },
  );
  expect(Math.min(seen.plain, seen.flawed)).toBeGreaterThan(500);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
