import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amendmentId, briefingId, conferenceId, motionId } from '../../shared/ids';
import { hrefOf, pathOf, readRoute, type Route } from './routes';

describe('addresses', () => {
  it.each<[string, Route]>([
    ['/', { kind: 'front-door' }],
    ['', { kind: 'front-door' }],
    ['/notes', { kind: 'notes' }],
    ['/motion/m12', { kind: 'motion', motion: motionId('m12') }],
    ['/motion/m12/amend', { kind: 'amend', motion: motionId('m12') }],
    ['/motion/m12/amend/a1', { kind: 'amend', motion: motionId('m12'), amendment: amendmentId('a1') }],
    ['/motion/m12/amend-with/a1', { kind: 'amend', motion: motionId('m12'), amends: amendmentId('a1') }],
    ['/motion/m12/amend-with', { kind: 'unknown' }],
    ['/motion/m12/with/a1', { kind: 'motion', motion: motionId('m12'), amendment: amendmentId('a1') }],
    ['/motion/m12/correct', { kind: 'correct-motion', motion: motionId('m12') }],
    ['/briefing/b1/correct', { kind: 'correct-briefing', briefing: briefingId('b1') }],
    ['/papers/c1/correct', { kind: 'unknown' }],
    ['/motion/m12/with', { kind: 'unknown' }],
    ['/motion/m12/versions', { kind: 'versions', motion: motionId('m12') }],
    ['/amendments', { kind: 'amendments' }],
    ['/motion/m12/elsewhere', { kind: 'unknown' }],
    ['/motion', { kind: 'unknown' }],
    ['/nowhere', { kind: 'unknown' }],
    ['/motion/a/amend/b/c', { kind: 'unknown' }],
    ['/motion/%E0%A4%A', { kind: 'motion', motion: motionId('%E0%A4%A') }],
  ])('%s', (path, route) => {
    expect(readRoute(path)).toEqual(route);
  });

  it('are read back as the page they were made for, whatever the id holds', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' });
    const route = fc.oneof(
      id.map((text): Route => ({ kind: 'motion', motion: motionId(text) })),
      id.map((text): Route => ({ kind: 'briefing', briefing: briefingId(text) })),
      id.map((text): Route => ({ kind: 'papers', conference: conferenceId(text) })),
      fc.tuple(id, id).map(([m, a]): Route => ({ kind: 'motion', motion: motionId(m), amendment: amendmentId(a) })),
      id.map((text): Route => ({ kind: 'correct-motion', motion: motionId(text) })),
      fc.tuple(id, id).map(([m, a]): Route => ({ kind: 'amend', motion: motionId(m), amendment: amendmentId(a) })),
    );
    fc.assert(
      fc.property(route, (page) => {
        expect(readRoute(pathOf(page))).toEqual(page);
        expect(hrefOf(page)).toBe(`#${pathOf(page)}`);
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});
