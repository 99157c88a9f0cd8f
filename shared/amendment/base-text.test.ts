import { describe, expect, it } from 'vitest';
import { amendmentId, clauseId } from '../ids';
import { textVersionIdOf } from '../motion/fingerprint';
import { baseTextOf, secondariesFirst } from './base-text';
import type { PlacedAmendment } from './base-text';

const clauses = [{ id: clauseId('p1'), kind: 'paragraph', depth: 0, text: 'Light the lamps.' }] as const;
const motion = { id: textVersionIdOf('Lamps', clauses), title: 'Lamps', clauses };

function inserting(id: string, at: number, text: string, amends?: string): PlacedAmendment {
  const placed = { id: amendmentId(id), operations: [{ kind: 'insert', clause: clauseId('p1'), at, text }] } as const;
  return amends === undefined ? placed : { ...placed, amends: amendmentId(amends) };
}

describe('the text an amendment is written in', () => {
  const first = inserting('1', 10, 'old ');
  const second = inserting('1.1', 10, 'very ', '1');
  const all = [first, second];

  it('is the motion’s for an amendment to the motion', () => {
    expect(baseTextOf(first, motion, all)).toEqual({ ok: true, value: motion });
  });

  it('is the motion with its parent carried, and that one’s parent', () => {
    const third = inserting('1.1.1', 10, 'not ', '1.1');
    const texts = [second, third].map((one) => baseTextOf(one, motion, [...all, third]));
    expect(texts.map((text) => (text.ok ? text.value.clauses[0]?.text : text.error))).toEqual([
      'Light the old lamps.',
      'Light the very old lamps.',
    ]);
  });

  it.each([
    ['parent-missing', inserting('2.1', 0, 'x', '2'), '2'],
    ['amends-itself', inserting('3', 0, 'x', '3'), '3'],
    ['parent-unfit', inserting('4.1', 0, 'x', '4'), '4'],
  ] as const)('is not there: %s', (kind, amendment, named) => {
    const held = [...all, inserting('4', 100, 'x'), amendment];
    expect(baseTextOf(amendment, motion, held)).toEqual({ ok: false, error: { kind, amendment: named } });
  });

  it('is not there for amendments that amend each other', () => {
    const ring = [inserting('a', 0, 'x', 'b'), inserting('b', 0, 'x', 'a')];
    expect(ring.map((one) => baseTextOf(one, motion, ring).ok)).toEqual([false, false]);
  });
});

describe('the voting order', () => {
  it.each([
    ['1 1.1:1 2', '1.1 1 2'],
    ['1 2 2.1:2 1.1:1 2.2:2', '1.1 1 2.1 2.2 2'],
    ['1 1.1:1 1.1.1:1.1', '1.1.1 1.1 1'],
    ['1.1:1 2', '1.1 2'],
    ['a:b b:a', 'b a'],
  ])('of %s is %s', (given, ordered) => {
    const amendments = given.split(' ').map((each) => {
      const [id = '', amends] = each.split(':');
      return amends === undefined ? { id } : { id, amends };
    });
    expect(
      secondariesFirst(amendments)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(ordered);
  });
});
