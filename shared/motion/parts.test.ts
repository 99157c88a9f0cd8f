import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from './clause';
import type { DecidedPart, DecisionKey } from './decision';
import { textVersionIdOf } from './fingerprint';
import { clausesOfPart, partsOfParagraphs, textWithoutLostParts } from './parts';

function clause(id: string, kind: Clause['kind'], number?: string): Clause {
  const depth = kind === 'item' ? 1 : 0;
  const text = `Words of ${id}.`;
  return number === undefined
    ? { id: clauseId(id), kind, depth, text }
    : { id: clauseId(id), kind, number, depth, text };
}

const clauses: readonly Clause[] = [
  clause('h', 'heading'),
  clause('p1', 'paragraph'),
  clause('l', 'lead-in'),
  clause('i1', 'item', '1)'),
  clause('i2', 'item', '2)'),
  clause('i3', 'item', '3)'),
  clause('p3', 'paragraph'),
];
const text = { id: textVersionIdOf('Lamps', clauses), title: 'Lamps', clauses };

function part(from: string, to: string, key?: DecisionKey): DecidedPart {
  const range = { from: clauseId(from), to: clauseId(to) };
  return key === undefined ? range : { ...range, key };
}

describe('a motion taken in parts', () => {
  const left = (...parts: readonly DecidedPart[]) =>
    textWithoutLostParts(text, parts).clauses.map(({ id, number }) => id + (number ?? ''));

  it.each([
    ['lost', ['h', 'p1', 'l', 'i11)', 'i32)', 'p3']],
    ['fell', ['h', 'p1', 'l', 'i11)', 'i32)', 'p3']],
    ['withdrawn', ['h', 'p1', 'l', 'i11)', 'i32)', 'p3']],
    ['remitted', ['h', 'p1', 'l', 'i11)', 'i32)', 'p3']],
    ['carried', ['h', 'p1', 'l', 'i11)', 'i22)', 'i33)', 'p3']],
    [undefined, ['h', 'p1', 'l', 'i11)', 'i22)', 'i33)', 'p3']],
  ] as const)('with a part that is %s', (key, ids) => {
    expect(left(part('i2', 'i2', key))).toEqual(ids);
  });

  it('loses from the first clause of a part to its last', () => {
    expect(left(part('p1', 'i2', 'lost'), part('p3', 'p3', 'carried'))).toEqual(['h', 'i31)', 'p3']);
  });

  it('is the same text where no part is lost', () => {
    expect(textWithoutLostParts(text, [part('p1', 'p1', 'carried')])).toBe(text);
  });
});

describe('a part', () => {
  const amended = [clause('p1', 'paragraph'), clause('l', 'lead-in'), clause('n', 'item'), clause('i3', 'item')];

  it('has in it what an amendment has put between its clauses', () => {
    expect(clausesOfPart(part('l', 'i3'), amended)).toEqual(['l', 'n', 'i3']);
  });

  it('ends with what is still there when its own end is gone', () => {
    expect(clausesOfPart(part('p1', 'i2'), amended, clauses)).toEqual(['p1', 'l']);
    expect(clausesOfPart(part('i1', 'i2'), amended, clauses)).toEqual([]);
  });
});

describe('paragraphs as a rule counts them', () => {
  it.each([
    [
      [1, 2],
      ['p1–p1', 'l–i3'],
    ],
    [[-1], ['p3–p3']],
    [
      [-2, -1],
      ['l–i3', 'p3–p3'],
    ],
    [[4], []],
    [[0], []],
  ] as const)('%j', (numbers, parts) => {
    expect(partsOfParagraphs(clauses, numbers).map(({ from, to }) => `${from}–${to}`)).toEqual(parts);
  });
});
