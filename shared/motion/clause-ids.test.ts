import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnnamedClause } from './clause';
import { assignClauseIds } from './clause-ids';

const clause = (text: string): UnnamedClause => ({ kind: 'paragraph', depth: 0, text });
const first = assignClauseIds([
  clause('Conference notes that the night shift has no canteen and no rest room.'),
  clause('Conference believes that every worker has a right to a warm meal at work.'),
  clause('Write to the company about it before the end of March;'),
]);
const [notes, believes, write] = first.map(({ id }) => id);

describe('the id of a clause', () => {
  it('is the same on every computer that reads the same paper', () => {
    expect(assignClauseIds(first)).toEqual(first);
  });

  it('stays with its text when clauses are put before it', () => {
    const ids = assignClauseIds([clause('A new opening.'), ...first], first).map(({ id }) => id);
    expect(ids.slice(1)).toEqual([notes, believes, write]);
    expect(first.map(({ id }) => id)).not.toContain(ids[0]);
  });

  it('stays with a clause that was changed a little', () => {
    const changed = [
      clause('Conference notes that the night shift has no canteen, no rest room and no heating.'),
      clause('Conference believes that every worker has a right to a warm meal at work.'),
      clause('Write to the company about it before the end of April;'),
    ];
    expect(assignClauseIds(changed, first).map(({ id }) => id)).toEqual([notes, believes, write]);
  });

  it('is a new one for a clause that says something else', () => {
    const [, , third] = assignClauseIds([...first.slice(0, 2), clause('Organise a picnic.')], first);
    expect([notes, believes, write]).not.toContain(third?.id);
  });

  it('moves with a clause that changed its place', () => {
    expect(assignClauseIds([...first].reverse(), first).map(({ id }) => id)).toEqual([write, believes, notes]);
  });

  it('leaves the source lines of a reader behind', () => {
    const read = { ...clause('Text.'), lines: { from: 3, to: 4 } };
    expect(Object.keys(assignClauseIds([read])[0] ?? {}).sort()).toEqual(['depth', 'id', 'kind', 'text']);
  });
});

it('ids are unique in a motion, whatever it says and said before', () => {
  const texts = fc.array(fc.constantFrom('same', 'other words here', 'same words here', 'more', ''), { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const previous = assignClauseIds(before.map(clause));
      for (const clauses of [previous, assignClauseIds(after.map(clause), previous)]) {
        expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
