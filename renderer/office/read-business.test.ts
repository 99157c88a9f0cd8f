import { describe, expect, it } from 'vitest';
import { motionId } from '../../shared/ids';
import { readBusiness } from './read-business';

const motions = ['9', '12', '13', '14', 'EM1', 'C'].map((number) => ({
  id: motionId(`m${number}`),
  kind: number === 'C' ? ('composite' as const) : ('motion' as const),
  number,
  title: `Title of ${number}`,
}));

const read = (typed: string): string => {
  const { items, unknown } = readBusiness(typed, motions);
  const names = items.map((item) => (item.kind === 'motion' ? item.motion : `“${item.words}”`));
  return [...names, ...unknown.map((part) => `? ${part}`)].join(' ');
};

describe('what is typed to be taken in a session', () => {
  it.each([
    ['12', 'm12'],
    ['Motion 12; em 1', 'm12 mEM1'],
    ['comp C, composite c', 'mC mC'],
    ['12-14', 'm12 m13 m14'],
    ['12 – 13, 9', 'm12 m13 m9'],
    ['12, Guest speaker, 14', 'm12 “Guest speaker” m14'],
    ['Welcome, and notices', '“Welcome, and notices”'],
    ['12, 99', 'm12 ? 99'],
    ['100-110', '? 100-110'],
    ['  ', ''],
    [',', '“,”'],
  ])('%s is read as %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});
