import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textCodec } from '../../cli/text-codec';
import { jsonLimits } from './limits';
import { parseJsonSafely } from './parse-json-safely';

const parse = (text: string): ReturnType<typeof parseJsonSafely> => parseJsonSafely(textCodec.encode(text), textCodec);

describe('JSON from outside is refused as', () => {
  it.each([
    ['[', 'not-json'],
    ['"open', 'not-json'],
    ['{"x" 1}', 'not-json'],
    ['["x":1]', 'not-json'],
    ['{"\\x":1}', 'not-json'],
    ['{"a":1}x', 'not-json'],
    ['\u{feff}{}', 'not-json'],
    ['{"a":1,"b":{"a":2},"a":3}', 'repeated-key'],
    ['{"a":1,"\\u0061":2}', 'repeated-key'],
    ['{"__proto__":1}', 'forbidden-key'],
    ['{"__pr\\u006fto__":1}', 'forbidden-key'],
    ['[{"constructor":1}]', 'forbidden-key'],
    ['"\\ud800"', 'broken-character'],
    ['["\\udc00\\ud800"]', 'broken-character'],
    ['1.5', 'unsafe-number'],
    ['1e3', 'unsafe-number'],
    ['9007199254740993', 'unsafe-number'],
    ['-9007199254740993', 'unsafe-number'],
    [`${'['.repeat(33)}${']'.repeat(33)}`, 'too-deep'],
    ['['.repeat(1_000_000), 'too-deep'],
    [`"${'x'.repeat(jsonLimits.stringLength + 1)}"`, 'too-long'],
    [`[${'0,'.repeat(jsonLimits.arrayLength)}0]`, 'too-long'],
    [JSON.stringify(Object.fromEntries(Array.from({ length: 257 }, (_, at) => [`k${at}`, 0]))), 'too-long'],
  ])('%.40s: %s', (text, kind) => {
    expect(parse(text)).toMatchObject({ ok: false, error: { kind } });
  });

  it('bytes that are no UTF-8: not-utf-8', () => {
    expect(parseJsonSafely(Uint8Array.of(0x22, 0xff, 0x22), textCodec)).toMatchObject({ error: { kind: 'not-utf-8' } });
  });

  it('more bytes than allowed: too-many-bytes, before they are looked at', () => {
    const bytes = new Uint8Array(jsonLimits.bytes + 1);
    expect(parseJsonSafely(bytes, textCodec)).toMatchObject({ error: { kind: 'too-many-bytes' } });
  });
});

it('what looks like a key or a bracket inside a string is text', () => {
  const value = { text: 'in "a": {[{ \\" , "__proto__": 1 \\', 'a"b': ['}', '\u{1f3ee}', '\\ud800'] };
  expect(parse(JSON.stringify(value))).toEqual({ ok: true, value });
});

it('whatever it accepts, JSON.parse reads alike; and it accepts all that keeps to the rules', () => {
  const leaf = fc.oneof(fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.string({ unit: 'binary' }));
  const key = fc.string().filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree')),
      fc.dictionary(key, tie('tree'), { noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.boolean(), (value, isSpaced) => {
      const text = JSON.stringify(value, null, isSpaced ? 1 : 0);
      expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
    { seed: 2027, numRuns: 40 },
  );
});
