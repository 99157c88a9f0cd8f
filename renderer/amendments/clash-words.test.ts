import { describe, expect, it } from 'vitest';
import { overlapOf } from '../../shared/amendment/overlap';
import type { TextOperation } from '../../shared/amendment/operation';
import { clauseId, textVersionId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import { clashWords } from './clash-words';

const lamps: Clause = {
  id: clauseId('c1'),
  kind: 'item',
  number: '1)',
  depth: 1,
  text: 'Buy lamps for the harbour wall by 2027;',
};
const base: TextVersion = { id: textVersionId('t1'), title: 'Harbour lights', clauses: [lamps] };

const clause = lamps.id;
const replace = (removed: string, text: string): TextOperation => {
  const from = lamps.text.indexOf(removed);
  return { kind: 'replace', clause, from, to: from + removed.length, removed, text };
};
const deletion: TextOperation = { kind: 'delete-clause', clause, removed: lamps, after: null };
const insertion = (text: string): TextOperation => ({ kind: 'insert', clause, at: 9, text });
const addition = (text: string): TextOperation => ({
  kind: 'add-clauses',
  after: clause,
  clauses: [{ id: clauseId(text), kind: 'item', depth: 1, text }],
});

describe('beside an amendment stands', () => {
  it.each([
    [
      'that both change the same words',
      replace('by 2027', 'by 2028'),
      replace('by 2027', 'at once'),
      'Cannot stand with 12.3: both change “by 2027”.',
    ],
    [
      'that both add at one point',
      insertion(' and buoys'),
      insertion(' and bells'),
      'Cannot stand with 12.3: both add words after “Buy lamps”.',
    ],
    [
      'that both add a clause',
      addition('Report.'),
      addition('Rest.'),
      'Cannot stand with 12.3: both add a clause in the same place, and conference has to say which comes first.',
    ],
    ['that they say the same', deletion, deletion, 'Says the same as 12.3.'],
    [
      'that the other falls',
      deletion,
      replace('lamps', 'bells'),
      'If this carries, 12.3 falls: this deletes “Buy lamps for the harbour wall by 2027;”.',
    ],
    [
      'that it falls itself',
      replace('lamps', 'bells'),
      deletion,
      'Falls if 12.3 carries, which deletes “Buy lamps for the harbour wall by 2027;”.',
    ],
    ['nothing, of one in other words of the clause', replace('lamps', 'bells'), replace('2027', '2028'), undefined],
  ])('%s', (_, first, second, words) => {
    expect(clashWords(overlapOf(base, [first], [second]), 'first', '12.3')).toBe(words);
  });
});

it('long words are cut at a word', () => {
  const text = 'one two three four five six seven eight nine ten eleven twelve thirteen';
  const long: TextVersion = { ...base, clauses: [{ ...lamps, text }] };
  const all: TextOperation = { kind: 'delete', clause, from: 0, to: text.length, removed: text };
  const other: TextOperation = { kind: 'replace', clause, from: 0, to: text.length, removed: text, text: 'None.' };
  expect(clashWords(overlapOf(long, [all], [other]), 'first', '1.2')).toBe(
    'Cannot stand with 1.2: both change “one two three four … eleven twelve thirteen”.',
  );
});
