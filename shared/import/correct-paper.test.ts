import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeClauseDepth,
  changeClauseKind,
  dropClause,
  joinWithNext,
  splitClause,
  takeBackLine,
} from './correct-paper';
import type { ReadMotion } from './paper';

const source = [
  'Harbour lights',
  '',
  'Conference notes the dark quay.',
  'Conference calls on the branch to:',
  '1) Buy lamps;',
  '2) Light them.',
  'Share this page',
];

const paper: ReadMotion = {
  kind: 'motion',
  file: 'harbour-lights.txt',
  source,
  title: { value: 'Harbour lights', lines: { from: 0, to: 1 } },
  submittedBy: [],
  clauses: [
    { kind: 'paragraph', depth: 0, text: 'Conference notes the dark quay.', lines: { from: 2, to: 3 } },
    { kind: 'lead-in', depth: 0, text: 'Conference calls on the branch to:', lines: { from: 3, to: 4 } },
    { kind: 'item', number: '1)', depth: 1, text: 'Buy lamps;', lines: { from: 4, to: 5 } },
    { kind: 'item', number: '2)', depth: 1, text: 'Light them.', lines: { from: 5, to: 6 } },
  ],
  dropped: [{ text: 'Share this page', line: 6 }],
  warnings: [],
};

const texts = (read: ReadMotion): readonly string[] => read.clauses.map((clause) => clause.text);

function unaccounted(read: ReadMotion): readonly string[] {
  const held = new Set<number>(read.dropped.map((dropped) => dropped.line));
  for (const range of [
    ...read.clauses.map((clause) => clause.lines),
    ...(read.title?.lines === undefined ? [] : [read.title.lines]),
  ]) {
    for (let line = range.from; line < range.to; line += 1) held.add(line);
  }
  return read.source.filter((text, line) => text.trim() !== '' && !held.has(line));
}

describe('a paper as read can be corrected', () => {
  it('a clause split in two keeps its marker on the first half', () => {
    const split = splitClause(paper, 2, 4);
    expect(split.clauses.slice(2, 4)).toEqual([
      { kind: 'item', number: '1)', depth: 1, text: 'Buy', lines: { from: 4, to: 5 } },
      { kind: 'item', depth: 1, text: 'lamps;', lines: { from: 4, to: 5 } },
    ]);
  });
  it('splitting at the end of a clause changes nothing', () => expect(splitClause(paper, 0, 31)).toEqual(paper));
  it('two halves joined again read as before', () =>
    expect(texts(joinWithNext(splitClause(paper, 2, 4), 2))).toEqual(texts(paper)));
  it('a clause that becomes an item stands in a list', () =>
    expect(changeClauseKind(paper, 0, 'item').clauses[0]?.depth).toBe(1));
  it('an item never leaves its list by moving out', () =>
    expect(changeClauseDepth(paper, 2, -1).clauses[2]?.depth).toBe(1));
  it('a dropped line taken back stands where the source has it', () =>
    expect(texts(takeBackLine(paper, 6)).at(-1)).toBe('Share this page'));
  it('a clause taken out is listed as dropped, in the order of the source', () =>
    expect(dropClause(paper, 0).dropped).toEqual([
      { text: 'Conference notes the dark quay.', line: 2 },
      { text: 'Share this page', line: 6 },
    ]));
  it('one half of a split clause taken out leaves its line with the other half', () =>
    expect(dropClause(splitClause(paper, 2, 4), 3).dropped).toEqual(paper.dropped));
});

it('no sequence of corrections loses a line of the source', () => {
  const correction = fc.record({
    name: fc.constantFrom('split', 'join', 'drop', 'take-back', 'kind', 'depth'),
    index: fc.nat(7),
    at: fc.nat(40),
  });
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 12 }), (corrections) => {
      let read: ReadMotion = paper;
      for (const { name, index, at } of corrections) {
        if (name === 'split') read = splitClause(read, index, at);
        if (name === 'join') read = joinWithNext(read, index);
        if (name === 'drop') read = dropClause(read, index);
        if (name === 'take-back') read = takeBackLine(read, index);
        if (name === 'kind') read = changeClauseKind(read, index, 'paragraph');
        if (name === 'depth') read = changeClauseDepth(read, index, 1);
      }
      expect(unaccounted(read)).toEqual([]);
    }),
    { seed: 20121, numRuns: 500 },
  );
});
