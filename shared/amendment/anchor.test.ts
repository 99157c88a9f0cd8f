import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { anchorIn, findAnchor } from './anchor';

const clause = (id: string, text: string): Clause => ({ id: clauseId(id), kind: 'paragraph', depth: 0, text });
const idsOf = (clauses: readonly Clause[]) => new Set(clauses.map(({ id }) => id));

function anchorOn(target: Clause, words: string) {
  const from = target.text.indexOf(words);
  return anchorIn(target, { from, to: from + words.length });
}

const depot = clause('depot', 'Conference wants new depots by 2027, and wants them in every town of the region.');
const fares = clause('fares', 'Fares shall not rise. Fares shall be the same in every town.');
const text = [depot, fares];

describe('an anchor', () => {
  it('stays where the text is as it was', () => {
    expect(findAnchor(text, anchorOn(depot, 'new depots'), idsOf(text))).toMatchObject({
      kind: 'found',
      where: 'unchanged',
      from: 17,
      to: 27,
    });
  });

  it('moves along when words go in before it', () => {
    const changed = [clause('depot', `Therefore ${depot.text}`), fares];
    expect(findAnchor(changed, anchorOn(depot, 'new depots'), idsOf(text))).toMatchObject({
      kind: 'found',
      where: 'clause',
      from: 27,
      to: 37,
    });
  });

  it('on a whole clause stays with the clause, whatever its new words', () => {
    const changed = [clause('depot', 'Conference wants trams.'), fares];
    expect(findAnchor(changed, anchorIn(depot), idsOf(text))).toMatchObject({
      kind: 'found',
      where: 'clause',
      clause: 'depot',
    });
  });

  it('finds its words in a new clause that has them', () => {
    const changed = [fares, clause('new', depot.text)];
    expect(findAnchor(changed, anchorIn(depot), idsOf(text))).toMatchObject({
      kind: 'found',
      where: 'elsewhere',
      clause: 'new',
    });
  });

  it('is an orphan when its words are gone from its clause', () => {
    const changed = [clause('depot', 'Conference wants every town of the region to have trams.'), fares];
    expect(findAnchor(changed, anchorOn(depot, 'new depots by 2027'), idsOf(text))).toEqual({ kind: 'orphan' });
  });

  it.each(['Conference wants new depots by 2029, and wants them in every town of the region.'])(
    'is an orphan when only another number is like it: %s',
    (words) =>
      expect(findAnchor([fares, clause('new', words)], anchorIn(depot), idsOf(text))).toEqual({ kind: 'orphan' }),
  );

  it('is an orphan when a negation has come in', () => {
    const changed = [depot, clause('new', 'Fares shall rise. Fares shall be the same in every town.')];
    expect(findAnchor(changed, anchorIn(fares), idsOf(text))).toEqual({ kind: 'orphan' });
  });

  it('never jumps to a paragraph like its own that was there before', () => {
    const north = clause(
      'north',
      'The northern report says that night buses are full and that drivers are tired of waiting.',
    );
    const south = clause(
      'south',
      'The southern report says that night buses are full and that drivers are tired of waiting.',
    );
    expect(findAnchor([south], anchorIn(north), idsOf([north, south]))).toEqual({ kind: 'orphan' });
  });

  it('never jumps to another point of twenty made from the same phrases', () => {
    const phrases = [
      'campaign for more buses',
      'report to the next conference',
      'seek talks with the mayor',
      'support branches in dispute',
      'publish the accounts each year',
    ];
    const points = Array.from({ length: 20 }, (_, index) =>
      clause(`p${index}`, `${phrases[index % 5] ?? ''} and ${phrases[(index + 2) % 5] ?? ''};`),
    );
    const eighth = points[7];
    if (eighth === undefined) throw new Error('there are twenty points');
    const left = points.filter((point) => point !== eighth);
    expect(findAnchor(left, anchorIn(eighth), idsOf(points))).toEqual({ kind: 'orphan' });
    const renamed = left.map(({ id, text: words }) => clause(`new-${id}`, words));
    expect(findAnchor(renamed, anchorIn(eighth), idsOf(points))).toEqual({ kind: 'orphan' });
  });

  it('is an orphan between two equal places', () => {
    const twice = clause('depot', 'Buy new depots. Buy new depots. Sell old ones.');
    expect(findAnchor([twice], anchorOn(depot, 'new depots'), idsOf(text))).toEqual({ kind: 'orphan' });
  });
});
