import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { checklistOf } from './checklist';
import { countAddedWords } from './count-added-words';
import { deriveOperations } from './derive-operations';
import { readWording } from './read-wording';

const clauses: readonly Clause[] = [
  {
    id: clauseId('p'),
    kind: 'paragraph',
    depth: 0,
    text: 'Conference supports free meals for every school child in term.',
  },
  { id: clauseId('l'), kind: 'lead-in', depth: 0, text: 'Conference instructs the Executive to:' },
  { id: clauseId('a'), kind: 'item', number: '1)', depth: 1, text: 'publish the costs;' },
  { id: clauseId('b'), kind: 'item', number: '2)', depth: 1, text: 'campaign on them, not only in term;' },
  { id: clauseId('c'), kind: 'item', number: '3)', depth: 1, text: 'report on point 2 to every branch.' },
];
const base: TextVersion = { id: textVersionIdOf('Meals', clauses), title: 'Meals', clauses };

function facts(instruction: string, style?: Parameters<typeof checklistOf>[2]): readonly string[] {
  const reading = readWording(base, instruction);
  expect(reading.outcome).toBe('applied');
  return checklistOf(base, reading.operations, style).map(({ kind }) => kind);
}

const long = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');

describe('the checklist', () => {
  it.each([
    ['In 1), delete “costs” and insert “full costs”.', []],
    ['In 1), delete “costs” and insert “costs”.', ['changes-nothing']],
    ['In paragraph 1, delete “supports” and insert “does not support”.', ['negates']],
    ['In 2), delete “not only”.', []],
    ['In 1), delete “publish” and insert “never publish”.', ['negates']],
    ['Delete all and replace with: “Conference thanks the cooks.”', ['replaces-all']],
    ['In paragraph 2, delete “the Executive”.', ['addressee-missing']],
    ['Delete point 1 and renumber.', ['stale-reference']],
  ])('of %s', (instruction, expected) => {
    expect(facts(instruction)).toEqual(expected);
  });

  it('says that there is nothing', () => {
    expect(checklistOf(base, [])).toEqual([{ kind: 'empty' }]);
  });

  it('counts by the rule of the house', () => {
    const instruction = `At the end of point 3 add: “${long}”`;
    expect(facts(instruction, 'unison')).toEqual([]);
    expect(facts(instruction, 'nus')).toEqual([]);
    expect(checklistOf(base, readWording(base, instruction).operations, 'ucu')).toEqual([
      { kind: 'over-length', words: 80, most: 75 },
    ]);
  });

  it('counts what is added, not what is taken out or the rubric', () => {
    const edited = clauses
      .slice(0, 4)
      .map(({ text, ...clause }) =>
        Object.assign(clause, { text: text.replace('meals for every school', 'breakfasts for every') }),
      );
    const operations = deriveOperations(base, edited);
    expect(countAddedWords(base, operations)).toBe(1);
  });
});
