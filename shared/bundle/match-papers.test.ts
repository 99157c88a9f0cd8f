import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPapers, type RecognisablePaper } from './match-papers';

type Held = RecognisablePaper & { readonly id: string };

const held: readonly Held[] = [
  { id: 'm1', number: '12', title: 'Lamps' },
  { id: 'm2', number: '13', title: 'Oil' },
  { id: 'm3', title: 'Wicks, and their price' },
  { id: 'm4', number: '12.1', title: 'Glass' },
];

describe('a paper of the next version is', () => {
  it.each<[string, RecognisablePaper, string | undefined]>([
    ['the one of its number', { number: '12', title: 'Street lamps' }, 'm1'],
    ['the one of its title when it has got a number', { number: '14', title: 'Wicks and their price' }, 'm3'],
    ['the one of its title when it has lost its number', { title: 'OIL' }, 'm2'],
    ['not that of a number that only looks alike', { number: '121', title: 'Chimneys' }, undefined],
    ['a new one', { number: '15', title: 'Matches' }, undefined],
  ])('%s', (_name, paper, id) => {
    expect(matchPapers([paper], held)[0]?.id).toBe(id);
  });

  it('the one of its number and title, before another of its title', () => {
    const before = [
      { id: 'x', number: '1', title: 'Pay' },
      { id: 'y', number: '2', title: 'Pay' },
    ];
    expect(matchPapers([{ number: '2', title: 'Pay' }, { title: 'Pay' }], before).map((paper) => paper?.id)).toEqual([
      'y',
      'x',
    ]);
  });

  it('never one that another paper already is, and itself when nothing changed', () => {
    const paper = fc.record({ number: fc.constantFrom('1', '2', '3'), title: fc.constantFrom('Pay', 'Oil', 'pay!') });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 8 }), fc.array(paper, { maxLength: 8 }), (next, before) => {
        const named = before.map((each, at) => ({ ...each, id: `m${at}` }));
        const ids = matchPapers(next, named).flatMap((match) => match?.id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(matchPapers(before, named).every((match) => match !== undefined)).toBe(true);
      }),
      { seed: 12 },
    );
  });
});
