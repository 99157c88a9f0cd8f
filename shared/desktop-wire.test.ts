import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWire, toWire } from './desktop-wire';

const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$', '__proto__')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

describe('the wire', () => {
  it('gives back what was put in, whatever it holds', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(fromWire(toWire(value))).toEqual({ ok: true, value });
      }),
      { seed: 20, numRuns: 500 },
    );
  });

  it('never takes a delegate’s text for bytes', () => {
    const note = { $bytes: 'AAAA' };
    expect(fromWire(toWire(note))).toEqual({ ok: true, value: note });
  });

  it('carries a __proto__ key as a key and changes no prototype', () => {
    const read = fromWire('{"__proto__": {"isAdmin": true}, "$$x": 1}');
    expect(read.ok && Object.getPrototypeOf(read.value)).toBe(Object.prototype);
    expect(read.ok && Object.keys(read.value)).toEqual(['__proto__', '$x']);
  });

  it.each(['', '{', '{"$bytes": "not base64!"}', '{"$bytes": 3}', 'undefined'])('refuses %j', (text) => {
    expect(fromWire(text)).toEqual({ ok: false, error: { kind: 'not-wire' } });
  });

  it('refuses nesting that would overflow the stack, without throwing', () => {
    const text = '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000);
    expect(fromWire(text).ok).toBe(false);
  });
});
