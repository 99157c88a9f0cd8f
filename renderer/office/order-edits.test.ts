import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOrder, sessionOfFields } from '../../shared/bundle/session-record';
import { conferenceId, motionId, sessionId } from '../../shared/ids';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import {
  addSession,
  entriesFor,
  moveItem,
  moveItemTo,
  moveSession,
  placedItems,
  placeItems,
  removeItem,
  removeSession,
  renameSession,
} from './order-edits';

const conference = conferenceId(`c${'a'.repeat(26)}`);
const id = (name: string) => sessionId(`${conference}.${name}`);
const session = (name: string, place: number, items: readonly string[]) =>
  sessionOfFields(
    {
      place,
      title: name,
      items: items.map((item) =>
        item.startsWith('m') ? { kind: 'motion', motion: item } : { kind: 'line', words: item },
      ),
    },
    conference,
    name,
  );

/** `s1: m1 Film | s2: m2` */
const short = (order: OrderOfBusiness): string =>
  order
    .map(({ title, items }) => {
      const names = items.map((item) => (item.kind === 'line' ? item.words : item.motion.slice(conference.length + 1)));
      return `${title}: ${names.join(' ')}`.trim();
    })
    .join(' | ');
const keyOf = (order: OrderOfBusiness, at: number): string => placedItems(order)[at]?.key ?? '';

const order = [session('s1', 1, ['m1', 'Film']), session('s2', 2, ['m2', 'Film'])];

describe('an order of business that is put together', () => {
  it.each([
    ['a later item', moveItem(order, keyOf(order, 0), 1), 's1: Film m1 | s2: m2 Film'],
    ['the last item of a session', moveItem(order, keyOf(order, 1), 1), 's1: m1 | s2: Film m2 Film'],
    ['the first item of a session', moveItem(order, keyOf(order, 2), -1), 's1: m1 Film m2 | s2: Film'],
    ['nothing beyond the last session', moveItem(order, keyOf(order, 3), 1), 's1: m1 Film | s2: m2 Film'],
    ['an item to a session', moveItemTo(order, keyOf(order, 0), id('s2')), 's1: Film | s2: m2 Film m1'],
    ['the second of two equal lines', removeItem(order, keyOf(order, 3)), 's1: m1 Film | s2: m2'],
    ['sessions', moveSession(order, id('s2'), -1), 's2: m2 Film | s1: m1 Film'],
    ['a session’s name', renameSession(order, id('s1'), { title: 'Noon' }), 'Noon: m1 Film | s2: m2 Film'],
    ['a session less', removeSession(order, id('s1')), 's2: m2 Film'],
    [
      'a motion that was taken elsewhere',
      placeItems(order, id('s2'), [{ kind: 'motion', motion: motionId(`${conference}.m1`) }]),
      's1: Film | s2: m2 Film m1',
    ],
  ])('has %s moved', (_, after, words) => {
    expect(short(after)).toBe(words);
    expect(after.map(({ place }) => place)).toEqual(after.map((_session, at) => at + 1));
  });

  it('is what its entries make of the one before, and the other way round', () => {
    const edit = fc.record({
      what: fc.integer({ min: 0, max: 5 }),
      at: fc.nat(5),
      to: fc.constantFrom('s1', 's2', 's3'),
    });
    const edited = (before: OrderOfBusiness, { what, at, to }: { what: number; at: number; to: string }) => {
      const key = keyOf(before, at);
      if (what === 0) return moveItem(before, key, 1);
      if (what === 1) return moveItem(before, key, -1);
      if (what === 2) return moveItemTo(before, key, id(to));
      if (what === 3) return removeSession(before, id(to));
      if (what === 4) return moveSession(before, id(to), 1);
      const isThere = before.some((each) => each.id === id('s3'));
      return isThere ? before : addSession(before, { id: id('s3'), conferenceId: conference, title: 's3', items: [] });
    };
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const after = edits.reduce<OrderOfBusiness>(edited, order);
        expect(nextOrder(conference, order, entriesFor(order, after))).toEqual(after);
        expect(nextOrder(conference, after, entriesFor(after, order))).toEqual(order);
      }),
      { seed: 20_270_614, numRuns: 300 },
    );
  });
});
