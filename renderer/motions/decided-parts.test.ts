import { describe, expect, it } from 'vitest';
import { clauseId } from '../../shared/ids';
import type { DecidedPart } from '../../shared/motion/decision';
import { inTextOrder, leftOutWords, overlap, partDecision, partName } from './decided-parts';

const clauses = ['a', 'b', 'c', 'd'].map((id) => ({ id: clauseId(id) }));
const part = (from: string, to: string): DecidedPart => ({ from: clauseId(from), to: clauseId(to) });

describe('a part of a motion', () => {
  it.each([
    ['one clause', part('b', 'b'), 'Clause 2'],
    ['several', part('b', 'd'), 'Clauses 2 to 4'],
    ['the other way round', part('d', 'b'), 'Clauses 2 to 4'],
    ['as the chair calls it', { ...part('a', 'b'), name: 'Part one' }, 'Part one'],
    ['of an earlier text', part('a', 'x'), 'Clauses no longer in the text'],
  ])('is named: %s', (_, given, name) => {
    expect(partName(given, clauses)).toBe(name);
  });

  it('says what was decided on it, or that nothing was', () => {
    expect(partDecision(part('a', 'a'))).toBe('Not voted on yet');
    expect(partDecision({ ...part('a', 'a'), key: 'lost' })).toBe('Lost');
  });

  it.each([
    [part('a', 'b'), part('c', 'd'), false],
    [part('a', 'b'), part('b', 'd'), true],
    [part('a', 'd'), part('c', 'b'), true],
  ])('shares a clause with another or not (%#)', (before, after, expected) => {
    expect(overlap(before, after, clauses)).toBe(expected);
    expect(overlap(after, before, clauses)).toBe(expected);
  });

  it('that is left out says why, for what an amendment put into it too', () => {
    const texts = { amended: ['a', 'b', 'new', 'c', 'd'].map((id) => ({ id: clauseId(id) })), printed: clauses };
    const lost: readonly DecidedPart[] = [{ ...part('b', 'c'), key: 'lost' }, part('d', 'd')];
    expect(leftOutWords(clauseId('new'), lost, texts)).toBe('Not in the text. Clauses 2 to 3: lost');
    expect(leftOutWords(clauseId('d'), lost, texts)).toMatch(/falls by a rule/u);
  });

  it('stands in the order of the text', () => {
    expect(inTextOrder([part('c', 'd'), part('b', 'a')], clauses)).toEqual([part('b', 'a'), part('c', 'd')]);
  });
});
