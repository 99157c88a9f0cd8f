import { describe, expect, it } from 'vitest';
import { clauseId, textVersionId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { compareTexts, countOfChanges } from './compare-texts';

const text = (title: string, ...sentences: readonly string[]): TextVersion => ({
  id: textVersionId(sentences.join()),
  title,
  clauses: sentences.map((words, index) => ({
    id: clauseId(`c${String(index + 1)}`),
    kind: 'paragraph',
    depth: 0,
    text: words,
  })),
});
const before = text('Lamps', 'The lamps are out.', 'The buoys are red.', 'The port is open.');

describe('comparing two texts', () => {
  it.each([
    ['equal ones have no change', before, 0, []],
    [
      'a reworded clause is one',
      text('Lamps', 'The lamps are off.', 'The buoys are red.', 'The port is open.'),
      1,
      [0],
    ],
    ['a new title is one', text('Lights', 'The lamps are out.', 'The buoys are red.', 'The port is open.'), 1, []],
    ['a clause that is gone is one', text('Lamps', 'The lamps are out.', 'The buoys are red.'), 1, [2]],
  ])('%s', (_, after, count, places) => {
    const compared = compareTexts(before, after);
    expect(countOfChanges(compared)).toBe(count);
    expect(compared.changes).toEqual(places);
  });

  it('the other way round the same clauses differ', () => {
    const after = text('Lamps', 'The lamps are off.', 'The buoys are red.', 'The port is open at night.');
    expect(compareTexts(after, before).changes).toEqual(compareTexts(before, after).changes);
  });
});
