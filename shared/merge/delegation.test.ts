import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidOn, type SaidOperation } from './delegation';

const motionId = `c${'a'.repeat(26)}.m1`;
const base = { motionId, textVersion: 't0011223344556677' };

const said = (device: string, seq: number, lam: number, words: object): SaidOperation => ({
  device,
  operation: { seq, lam, ts: lam * 1000, ctx: {}, t: '', id: '', base, ...words },
});
const add = (id: string, body: string) => ({ t: 'comment.add', id, val: { v: 1, body } });
const edit = (id: string, body: string) => ({ t: 'comment.edit', id, val: { v: 1, body } });
const retract = (id: string) => ({ t: 'comment.retract', id });
const stand = (position: string) => ({ t: 'position.set', id: motionId, val: { v: 1, position } });
const each = (device: string): string => device;
const bodies = (operations: readonly SaidOperation[], personOf = each): readonly string[] =>
  saidOn(motionId, operations, personOf).comments.map(({ body }) => body);

describe('comments of a delegation', () => {
  it('stand in the order in which they could have known of each other', () => {
    expect(bodies([said('b', 1, 7, add('y', 'second')), said('a', 1, 3, add('x', 'first'))])).toEqual([
      'first',
      'second',
    ]);
  });

  it('are edited and retracted by their author', () => {
    const operations = [said('a', 1, 1, add('x', 'lamps')), said('a', 2, 2, edit('x', 'oil lamps'))];
    expect(saidOn(motionId, operations, each).comments).toMatchObject([{ body: 'oil lamps', isEdited: true }]);
    const all = [...operations, said('a', 3, 3, retract('x')), said('a', 4, 4, edit('x', 'again'))];
    expect(saidOn(motionId, all, each).comments).toMatchObject([{ body: '', isRetracted: true }]);
  });

  it('are left alone by everybody else, also when they call theirs the same', () => {
    const operations = [
      said('a', 1, 1, add('x', 'mine')),
      said('b', 1, 2, edit('x', 'not yours')),
      said('b', 2, 3, retract('x')),
      said('b', 3, 4, add('x', 'theirs')),
    ];
    expect(bodies(operations)).toEqual(['mine', 'theirs']);
  });

  it('that a person has said again under another key are said once, and still theirs to change', () => {
    const person = (device: string): string => device.slice(0, 4);
    const operations = [
      said('wick-1', 1, 1, add('x', 'lamps')),
      said('wick-2', 1, 9, add('x', 'lamps')),
      said('wick-2', 2, 10, edit('x', 'oil lamps')),
    ];
    expect(bodies(operations, person)).toEqual(['oil lamps']);
  });

  it('on another motion, or of a newer version, are not shown', () => {
    const elsewhere = { ...add('y', 'elsewhere'), base: { motionId: `c${'a'.repeat(26)}.m2` } };
    const newer = { t: 'comment.add', id: 'z', val: { v: 2, body: 'newer' } };
    expect(bodies([said('a', 1, 1, elsewhere), said('a', 2, 2, newer), said('a', 3, 3, add('x', 'here'))])).toEqual([
      'here',
    ]);
  });
});

describe('positions', () => {
  it('are the last of each person, and gone when taken back', () => {
    const operations = [
      said('a', 1, 1, stand('support')),
      said('b', 1, 2, stand('oppose')),
      said('a', 2, 3, stand('remit')),
      said('b', 2, 4, { t: 'position.clear', id: motionId }),
    ];
    expect(saidOn(motionId, operations, each).positions).toMatchObject([{ device: 'a', position: 'remit' }]);
  });
});

const word = fc.oneof(
  fc.record({
    t: fc.constant('comment.add'),
    id: fc.constantFrom('x', 'y'),
    val: fc.record({ v: fc.constant(1), body: fc.constantFrom('1', '2') }),
  }),
  fc.record({
    t: fc.constant('comment.edit'),
    id: fc.constantFrom('x', 'y'),
    val: fc.record({ v: fc.constant(1), body: fc.constantFrom('3', '4') }),
  }),
  fc.record({ t: fc.constant('comment.retract'), id: fc.constantFrom('x', 'y') }),
  fc.record({
    t: fc.constant('position.set'),
    id: fc.constant(motionId),
    val: fc.record({ v: fc.constant(1), position: fc.constantFrom('support', 'oppose') }),
  }),
);

/** The logs of two members, each with Lamport times that rise. */
const logs = fc
  .tuple(
    ...['a', 'b'].map((device) =>
      fc.array(fc.tuple(word, fc.integer({ min: 1, max: 3 })), { maxLength: 8 }).map((some) => {
        let lam = 0;
        return some.map(([words, step], at) => said(device, at + 1, (lam += step), words));
      }),
    ),
  )
  .map((both) => both.flat());

describe('any logs', () => {
  it('say the same in any order, and however often each operation is there', () => {
    fc.assert(
      fc.property(logs, fc.infiniteStream(fc.nat()), (operations, random) => {
        const shuffled = [...operations, ...operations.slice(0, 3)]
          .map((operation) => ({ operation, at: random.next().value ?? 0 }))
          .sort((before, after) => before.at - after.at)
          .map(({ operation }) => operation);
        const { comments, positions } = saidOn(motionId, operations, each);
        const other = saidOn(motionId, shuffled, each);
        expect(other.comments).toEqual(comments);
        expect(other.positions).toEqual(positions);
      }),
      { seed: 20_270_614, numRuns: 500 },
    );
  });
});
