import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import { applyOperations } from './apply-operations';
import { deriveOperations } from './derive-operations';
import { readWording } from './read-wording';
import { writeWording } from './write-wording';

const clauses: readonly Clause[] = [
  { id: clauseId('p1'), kind: 'paragraph', depth: 0, text: 'Conference has heard of the state of our depots.' },
  { id: clauseId('l1'), kind: 'lead-in', depth: 0, text: 'Conference notes:' },
  { id: clauseId('a1'), kind: 'item', number: 'a)', depth: 1, text: 'that buses are old, and slow;' },
  { id: clauseId('a2'), kind: 'item', number: 'b)', depth: 1, text: 'that drivers leave.' },
  { id: clauseId('l2'), kind: 'lead-in', depth: 0, text: 'Conference instructs the Executive to:' },
  { id: clauseId('i1'), kind: 'item', number: '1)', depth: 1, text: 'campaign for new depots;' },
  { id: clauseId('i2'), kind: 'item', number: '2)', depth: 1, text: 'report back.' },
];
const first: Clause = { id: clauseId('p1'), kind: 'paragraph', depth: 0, text: '' };
const base = { id: textVersionIdOf('Buses', clauses), title: 'Buses', clauses };

function worded(change: (list: readonly Clause[]) => readonly Clause[]): readonly string[] {
  const operations = deriveOperations(base, change(clauses));
  const wording = writeWording(base, operations);
  const texts = [operations, readWording(base, wording.join('\n')).operations].map((each) => {
    const applied = applyOperations(base, each);
    return applied.ok ? applied.value.clauses.map(({ depth, text }) => `${depth} ${text}`) : applied.error;
  });
  expect(texts[1]).toEqual(texts[0]);
  return wording;
}

const added = (kind: Clause['kind'], text: string): Clause => ({
  id: clauseId('new'),
  kind,
  depth: kind === 'item' ? 1 : 0,
  text,
});

describe('an edit is worded as small as it is', () => {
  it.each<readonly [string, (list: readonly Clause[]) => readonly Clause[], readonly string[]]>([
    [
      'a section that moves',
      ([p1, ...rest]) => [...rest.slice(3), ...(p1 === undefined ? [] : [p1]), ...rest.slice(0, 3)],
      ['Move paragraph 3 and its list before paragraph 1.'],
    ],
    [
      'a paragraph that begins with a number',
      (list) => list.toSpliced(1, 0, added('paragraph', '38,000 passengers wait each day.')),
      ['Insert new paragraph 2: “38,000 passengers wait each day.”'],
    ],
    [
      'a point that begins with a share',
      (list) => list.toSpliced(6, 0, added('item', '2.5 per cent more in pay;')),
      ['Insert new action point 2: “2.5 per cent more in pay;” Renumber subsequent points.'],
    ],
    [
      'a change in one list before a new point in another',
      (list) =>
        list
          .toSpliced(6, 0, added('item', 'meet the drivers;'))
          .map((clause) => (clause.id === 'a1' ? Object.assign({}, clause, { text: 'that buses are slow;' }) : clause)),
      [
        'Under “Conference notes” a), delete “old, and”.',
        'Under “Conference instructs”, insert new point 2: “meet the drivers;” Renumber subsequent points.',
      ],
    ],
    [
      'a paragraph divided in two',
      (list) => {
        const divided = list.with(0, { ...first, text: 'Conference has heard of the state' });
        return divided.toSpliced(1, 0, added('paragraph', 'of our depots.'));
      },
      ['In paragraph 1, begin a new paragraph at “of our”.'],
    ],
    [
      'a point divided in two',
      (list) =>
        list
          .toSpliced(3, 0, added('item', 'and slow;'))
          .map((clause) => (clause.id === 'a1' ? Object.assign({}, clause, { text: 'that buses are old,' }) : clause)),
      ['Under “Conference notes” a), begin a new point at “and slow”.'],
    ],
    [
      'two points made one',
      (list) =>
        list.toSpliced(6, 1).map((clause) => {
          const text = 'campaign for new depots; report back.';
          return clause.id === 'i1' ? Object.assign({}, clause, { text }) : clause;
        }),
      ['Combine action points 1 and 2.'],
    ],
  ])('%s', (_, change, wording) => {
    expect(worded(change)).toEqual(wording);
  });
});

describe('moving a paragraph that introduces a list', () => {
  it.each([
    ['Move paragraph 2 and its list before paragraph 1.', 'applied'],
    ['Move paragraph 2 together with the points under it to the end.', 'applied'],
    ['Move paragraph 2 to the end.', 'needs-answer'],
    ['Move paragraph 1 and its list to the end.', 'needs-answer'],
  ])('%s is %s', (instruction, outcome) => {
    expect(readWording(base, instruction).outcome).toBe(outcome);
  });
});

describe('dividing and combining units', () => {
  it.each([
    ['In paragraph 1, begin a new paragraph at “of our depots”.', 'applied'],
    ['In action point 1, start a new point from the words “new depots”', 'applied'],
    ['In paragraph 1, begin a new paragraph at “Conference has heard”.', 'needs-answer'],
    ['In paragraph 1, begin a new paragraph at “of trams”.', 'needs-answer'],
    ['Combine action points 1 and 2 into one action point.', 'applied'],
    ['Merge points a) and b) under “Conference notes”.', 'applied'],
    ['Combine paragraphs 1 and 2.', 'applied'],
    ['Combine paragraphs 2 and 3.', 'needs-answer'],
    ['Combine action points 2 and 1.', 'needs-answer'],
  ])('%s is %s', (instruction, outcome) => {
    const reading = readWording(base, instruction);
    expect([reading.outcome, reading.operations.length]).toEqual([outcome, outcome === 'applied' ? 2 : 0]);
  });
});
