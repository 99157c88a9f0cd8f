import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import { overlapOf } from './overlap';
import type { Overlap } from './overlap';
import { readWording } from './read-wording';
import { substantiveMotion } from './substantive-motion';

const clauses: readonly Clause[] = [
  {
    id: clauseId('p1'),
    kind: 'paragraph',
    depth: 0,
    text: 'Conference wants every bus to be electric by 2027. It notes the cost.',
  },
  { id: clauseId('l'), kind: 'lead-in', depth: 0, text: 'Conference instructs the Executive to:' },
  { id: clauseId('i1'), kind: 'item', number: '1)', depth: 1, text: 'campaign for new depots by 2027;' },
  { id: clauseId('i2'), kind: 'item', number: '2)', depth: 1, text: 'report back.' },
];
const base = { id: textVersionIdOf('Buses', clauses), title: 'Buses', clauses };

function operations(instruction: string) {
  const reading = readWording(base, instruction);
  expect(reading.outcome).toBe('applied');
  return reading.operations;
}

const relations: readonly (readonly [string, string, Overlap['kind'], string | undefined])[] = [
  ['In paragraph 1, delete “by 2027”.', 'In action point 1, delete “by 2027”.', 'apart', undefined],
  [
    'In paragraph 1, delete “by 2027”.',
    'In paragraph 1, delete “the cost” and insert “the price”.',
    'touch',
    'same-clause',
  ],
  ['In paragraph 1, delete “by 2027”.', 'In paragraph 1, delete “by 2027”.', 'same', undefined],
  [
    'In paragraph 1, delete “electric by 2027”.',
    'In paragraph 1, delete “2027” and insert “2030”.',
    'conflict',
    'both-change',
  ],
  [
    'In paragraph 1, after “every bus” insert “and tram”.',
    'In paragraph 1, after “every bus” insert “in town”.',
    'conflict',
    'both-insert',
  ],
  ['Delete action point 1.', 'In action point 1, delete “new”.', 'falls', 'deletes-target'],
  ['Delete action point 1.', 'Delete action point 1 and renumber.', 'same', undefined],
  [
    'Add new action point 3: “meet the drivers.”',
    'Add new action point 3: “publish the accounts.”',
    'conflict',
    'both-add',
  ],
  [
    'Insert new action point 1: “meet the drivers;”',
    'Add new action point 3: “publish the accounts.”',
    'apart',
    undefined,
  ],
  [
    'Amend title – replace “Buses” with “Trams”',
    'Amend title – replace “Buses” with “Coaches”',
    'conflict',
    'both-change',
  ],
];

describe('two amendments to one motion', () => {
  it.each(relations)('%s | %s → %s', (first, second, kind, reason) => {
    const overlap = overlapOf(base, operations(first), operations(second));
    expect([overlap.kind, overlap.reasons[0]?.kind]).toEqual([kind, reason]);
  });

  it('name the words that both change', () => {
    const overlap = overlapOf(
      base,
      operations('In action point 1, delete “by 2027”.'),
      operations('In action point 1, delete “depots by 2027” and insert “garages”.'),
    );
    expect(overlap.reasons).toEqual([{ kind: 'both-change', clause: clauseId('i1'), words: 'by 2027' }]);
  });

  it.each([
    ['delete “depots by 2027”.', 'delete “by 2027”.', 'both-delete', 'by 2027'],
    ['delete “by 2027”.', 'delete “2027” and insert “2030”.', 'both-change', 'by 2027'],
    ['delete “new” and insert “old”.', 'delete “for new depots”.', 'both-change', 'for new depots'],
    ['after “new depots” insert “and yards”.', 'after “new depots” insert “in town”.', 'both-insert', 'new depots'],
  ])('in the words of the paper: %s | %s', (first, second, kind, words) => {
    const [left, right] = [`In action point 1, ${first}`, `In action point 1, ${second}`].map(operations);
    expect(overlapOf(base, left ?? [], right ?? []).reasons).toEqual([{ kind, clause: clauseId('i1'), words }]);
  });
});

describe('the substantive motion', () => {
  const amendments = [
    { id: '12.1', operations: operations('Delete action point 1 and renumber.') },
    { id: '12.2', operations: operations('In action point 1, delete “new”.') },
    { id: '12.3', operations: operations('In action point 2, delete “back” and insert “yearly”.') },
    { id: '12.4', operations: operations('Delete action point 1.') },
  ];

  it('has what is carried, and says what falls and because of which', () => {
    const { text, setAside } = substantiveMotion(base, amendments);
    expect(text.clauses.map(({ number, text: words }) => `${number ?? ''}${words}`).slice(2)).toEqual([
      '1)report yearly.',
    ]);
    expect(setAside.map(({ id, kind, by }) => [id, kind, by])).toEqual([
      ['12.2', 'falls', '12.1'],
      ['12.4', 'same', '12.1'],
    ]);
  });

  it('is another when the voting order is another', () => {
    const { setAside } = substantiveMotion(base, amendments.toReversed());
    expect(setAside.map(({ id, kind, by }) => [id, kind, by])).toEqual([
      ['12.2', 'falls', '12.4'],
      ['12.1', 'same', '12.4'],
    ]);
  });

  it('is the motion itself when nothing is carried', () => {
    expect(substantiveMotion(base, [])).toEqual({
      text: base,
      changes: [],
      setAside: [],
      leftOut: new Set(),
      paragraphsFallen: [],
    });
  });
});
