import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../shared/amendment/apply-operations';
import { clauseId, textVersionId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { readPrinted } from './printed-reading';

const base: TextVersion = {
  id: textVersionId('t'),
  title: 'Lamps',
  clauses: [
    { id: clauseId('c1'), kind: 'paragraph', depth: 0, text: 'The lamps on the quay are old lamps.' },
    { id: clauseId('c2'), kind: 'paragraph', depth: 0, text: 'Conference wants them mended by 2028.' },
  ],
};
const printed = 'Delete “2028” and insert “2027”.\nDelete “lamps” and insert “lights”.';

describe('a printed amendment', () => {
  it('is read as far as it is certain, and asks for the rest', () => {
    const { operations, open } = readPrinted({ base: base }, printed, new Map());
    expect(operations).toHaveLength(1);
    expect(open.map(({ question, isStuck }) => [question.reason, question.candidates.length, isStuck])).toEqual([
      ['anchor-ambiguous', 2, false],
    ]);
  });

  it('is read whole once the place is pressed', () => {
    const [asked] = readPrinted({ base: base }, printed, new Map()).open;
    const span = asked?.question.candidates[1];
    if (asked === undefined || span === undefined) throw new Error('two places are asked about');
    const { operations, open } = readPrinted({ base: base }, printed, new Map([[asked.index, span]]));
    const applied = applyOperations(base, operations);
    expect(open).toEqual([]);
    expect(applied.ok && applied.value.clauses.map(({ text }) => text)).toEqual([
      'The lamps on the quay are old lights.',
      'Conference wants them mended by 2027.',
    ]);
  });

  it('that only describes a change makes none', () => {
    const { operations, open } = readPrinted({ base: base }, 'Make the motion stronger on lamps.', new Map());
    expect(operations).toEqual([]);
    expect(open.map(({ question }) => question.reason)).toEqual(['descriptive']);
  });

  it('is nothing while nothing is typed', () => {
    expect(readPrinted({ base: base }, ' \n', new Map())).toEqual({ operations: [], open: [] });
  });
});
