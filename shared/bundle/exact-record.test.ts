import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../json';
import { hasRecordFrame, isExactAmendment, isExactMotion } from './exact-record';
import { amendmentSchema, frameSchema, motionSchema } from './record-schemas';

const clause = { id: 'k1', kind: 'paragraph', depth: 0, text: 'Conference notes the dark.' };
const point = { id: 'k2', kind: 'item', number: '1)', depth: 1, text: 'Light the lamps.' };

const motion = {
  id: 'm1',
  kind: 'motion',
  rev: 1,
  status: 'published',
  number: '12',
  conference: 'National Conference',
  date: '2027-05-02',
  decision: { key: 'carried', asPrinted: 'Carried on a card vote', reason: 'unopposed' },
  submittedBy: ['Harbour Branch', 'Old Town Branch'],
  title: 'Lamps',
  clauses: [clause, point],
  lineNumbers: [{ number: 5, clause: 'k1', from: 0, to: 10 }],
};

const amendment = {
  id: 'a1',
  kind: 'amendment',
  rev: 2,
  status: 'withdrawn',
  motionId: 'm1',
  number: '12.1',
  submittedBy: ['Harbour Branch'],
  amends: 'a0',
  baseVersion: 't0123456789abcdef',
  instruction: 'Delete the second clause.',
  decision: { key: 'fell' },
  operations: [
    { kind: 'insert', clause: 'k1', at: 0, text: 'Today ' },
    { kind: 'delete', clause: 'k1', from: 0, to: 4, removed: 'Conf' },
    { kind: 'replace', clause: 'k1', from: 0, to: 4, removed: 'Conf', text: 'Reg' },
    { kind: 'add-clauses', after: 'k2', clauses: [point] },
    { kind: 'add-clauses', after: null, clauses: [] },
    { kind: 'delete-clause', clause: 'k2', removed: point, after: 'k1' },
    { kind: 'move-clause', clause: 'k2', from: 'k1', to: null },
    { kind: 'amend-title', from: 0, to: 5, removed: 'Lamps', text: 'Light' },
  ],
};

const hostile: readonly JsonValue[] = [
  null,
  true,
  0,
  -1,
  1.5,
  9,
  10,
  2 ** 53,
  '',
  'x',
  'm1',
  'motion',
  'amendment',
  'composite',
  'item',
  'published',
  'x'.repeat(40),
  'x'.repeat(41),
  'x'.repeat(100),
  'x'.repeat(101),
  'x'.repeat(1024),
  'x'.repeat(1025),
  '2027-02-30',
  '2027-13-01',
  '27-01-01',
  't0123456789abcdeg',
  '../m1',
  'replace',
  'carried',
  'k1\n',
  [],
  {},
  [null],
  [[]],
  ['x'],
  [clause],
  { ...clause, more: 1 },
  { key: 'lost', more: 1 },
  { key: 'lost' },
  point,
];

/** Every place inside a value, as the steps that lead there. */
function placesIn(value: JsonValue): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inside = Object.entries(value).flatMap(([key, member]) => {
    return placesIn(member).map((path) => [key].concat(path));
  });
  return [[], ...inside];
}

/** `value` with `change` made at a place. */
function changedAt(value: JsonValue, path: readonly string[], change: (there: JsonValue) => JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return change(value);
  const entries = Object.entries(value).map(([key, member]): [string, JsonValue] => {
    return [key, key === step ? changedAt(member, rest, change) : member];
  });
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function without(value: JsonValue, at: number): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter((_, index) => index !== at % Math.max(Object.keys(value).length, 1));
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function withMore(value: JsonValue, more: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.concat([more]);
  return isRecord(value) ? { ...value, more } : value;
}

/** A record with up to three things about it changed: replaced, left out, or added. */
function spoilt(record: JsonObject): fc.Arbitrary<JsonValue> {
  const places = placesIn(record).filter((path) => path.length > 0);
  const change = fc.record({
    path: fc.constantFrom([], ...places),
    how: fc.constantFrom('replace', 'remove', 'add'),
    value: fc.constantFrom(...hostile),
    at: fc.nat(12),
  });
  return fc.array(change, { maxLength: 3 }).map((changes) =>
    changes.reduce<JsonValue>((spoiling, { path, how, value, at }) => {
      if (how === 'replace' && path.length === 0) return spoiling;
      return changedAt(spoiling, path, (there) => {
        if (how === 'replace') return value;
        return how === 'remove' ? without(there, at) : withMore(there, value);
      });
    }, record),
  );
}

function isRecord(json: JsonValue): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

describe.each([
  ['a motion', motion, motionSchema, isExactMotion],
  ['an amendment', amendment, amendmentSchema, isExactAmendment],
] as const)('%s', (_, whole, schema, isExact) => {
  const known = Object.keys(schema.entries);
  const picked = (record: JsonObject): unknown =>
    Object.fromEntries(Object.entries(record).filter(([field]) => known.includes(field)));

  it('that is whole is told at once', () => expect(isExact(whole)).toBe(true));

  it('with unknown fields of its own is told at once, and within them is left to the schema', () => {
    expect(isExact({ ...whole, more: 1 })).toBe(true);
    expect(isExact({ ...whole, decision: { key: 'lost', more: 1 } })).toBe(false);
  });

  it('that is told fits the schema, which makes of it what it is', () => {
    const seen = { exact: 0, refused: 0 };
    fc.assert(
      fc.property(spoilt(whole), (record) => {
        if (!isRecord(record)) return;
        const shape = v.safeParse(schema, record);
        if (!shape.success) seen.refused += 1;
        if (!isExact(record)) return;
        seen.exact += 1;
        expect(shape.success && shape.output).toEqual(picked(record));
      }),
      { seed: 2027, numRuns: 20_000 },
    );
    expect(Math.min(seen.exact, seen.refused)).toBeGreaterThan(2000);
  });
});

it('what every record has is told exactly as the schema does', () => {
  const frame = { id: 'm1', kind: 'motion', rev: 1, status: 'published' };
  fc.assert(
    fc.property(fc.oneof(spoilt(frame), fc.constantFrom(...hostile)), (json) => {
      expect([json, hasRecordFrame(json)]).toEqual([json, v.is(frameSchema, json)]);
    }),
    { seed: 2027, numRuns: 5000 },
  );
});
