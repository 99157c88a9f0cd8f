import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listEdits } from './myers';

const seed = 20_261;
const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });

function lengthOfLongestCommonPart(before: readonly string[], after: readonly string[]): number {
  const table = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  before.forEach((left, row) =>
    after.forEach((right, column) => {
      const best = left === right ? (table[row]?.[column] ?? 0) + 1 : 0;
      const cells = table[row + 1] ?? [];
      cells[column + 1] = Math.max(best, table[row]?.[column + 1] ?? 0, cells[column] ?? 0);
    }),
  );
  return table[before.length]?.[after.length] ?? 0;
}

describe('the shortest edit script', () => {
  it('turns the one list into the other', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const edits = listEdits(before, after, 100) ?? [];
        const rebuilt: string[] = [];
        let position = 0;
        for (const edit of edits) {
          rebuilt.push(...before.slice(position, edit.beforeFrom), ...after.slice(edit.afterFrom, edit.afterTo));
          position = edit.beforeTo;
        }
        expect([...rebuilt, ...before.slice(position)]).toEqual(after);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('has no more edits than the longest common part leaves', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const edits = listEdits(before, after, 100) ?? [];
        const count = edits.reduce(
          (sum, edit) => sum + edit.beforeTo - edit.beforeFrom + edit.afterTo - edit.afterFrom,
          0,
        );
        expect(count).toBe(before.length + after.length - 2 * lengthOfLongestCommonPart(before, after));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('gives up when more edits are needed than allowed', () => {
    expect(listEdits(['a', 'b', 'c'], ['d', 'e', 'f'], 5)).toBeUndefined();
    expect(listEdits(['a', 'b', 'c'], ['d', 'e', 'f'], 6)).toHaveLength(1);
  });
});
