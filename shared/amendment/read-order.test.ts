import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { readWording } from './read-wording';

const lines: readonly (readonly [Clause['kind'], string | undefined, string])[] = [
  ['paragraph', undefined, 'Conference is proud of its libraries. They lend more than books.'],
  ['paragraph', undefined, 'Two libraries closed in May.'],
  ['lead-in', undefined, 'Conference calls on the council to:'],
  ['item', '1)', 'open at weekends;'],
  ['item', '2)', 'hire librarians;'],
  ['item', '3)', 'buy books.'],
  ['lead-in', undefined, 'Conference calls on the council to:'],
  ['item', 'a)', 'count the readers;'],
  ['item', 'b)', 'publish the count.'],
];
const clauses = lines.map(([kind, number, text], index): Clause => {
  const id = clauseId(`c${index}`);
  return number === undefined ? { id, kind, depth: 0, text } : { id, kind, number, depth: 1, text };
});
const base: TextVersion = { id: textVersionIdOf('Libraries', clauses), title: 'Libraries', clauses };

function amended(instruction: string): string {
  const { outcome, operations, unresolved } = readWording(base, instruction);
  if (outcome !== 'applied') return `${outcome} ${unresolved.map(({ reason }) => reason).join(' ')}`;
  const result = applyOperations(base, operations);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.clauses.map(({ number, text }) => `${number ?? ''}${text.split(/\W/)[0] ?? ''}`).join(' ');
}

describe('units change their order', () => {
  it.each([
    ['Swap paragraphs 1 and 2.', 'Two Conference Conference 1)open 2)hire 3)buy Conference a)count b)publish'],
    ['Swap 1) and 3).', 'Conference Two Conference 1)buy 2)hire 3)open Conference a)count b)publish'],
    ['Transpose points a) and b)', 'Conference Two Conference 1)open 2)hire 3)buy Conference a)publish b)count'],
    [
      'Reverse the order of points 2 and 3.',
      'Conference Two Conference 1)open 2)buy 3)hire Conference a)count b)publish',
    ],
    ['Move point 3 before point 1.', 'Conference Two Conference 1)buy 2)open 3)hire Conference a)count b)publish'],
  ])('%s', (instruction, result) => {
    expect(amended(instruction)).toBe(result);
  });

  it('words change places too, and “for” is a replacement', () => {
    expect(readWording(base, 'In paragraph 1, swap “libraries” and “books”.').operations).toHaveLength(2);
    expect(readWording(base, 'Swap “weekends” for “night”.').operations).toMatchObject([
      { kind: 'replace', removed: 'weekends', text: 'night' },
    ]);
  });

  it.each([
    ['Swap paragraph 3 and point 1.', 'needs-answer clause-ambiguous'],
    ['Swap points 2 and 9.', 'needs-answer clause-not-found'],
  ])('%s is asked', (instruction, result) => {
    expect(amended(instruction)).toBe(result);
  });
});

describe('something new between two units', () => {
  it.each([
    [
      'Insert between 2 and 3: “pay them;”',
      'Conference Two Conference 1)open 2)hire 3)pay 4)buy Conference a)count b)publish',
    ],
    [
      'Between points 1) and 2) insert “pay them;”',
      'Conference Two Conference 1)open 2)pay 3)hire 4)buy Conference a)count b)publish',
    ],
    [
      'Between paragraphs 1 and 2 insert: “May was cold.”',
      'Conference May Two Conference 1)open 2)hire 3)buy Conference a)count b)publish',
    ],
    [
      'Insert a new point between a) and b): “thank them;”',
      'Conference Two Conference 1)open 2)hire 3)buy Conference a)count b)thank c)publish',
    ],
    [
      'Between paragraph 3 and 1) insert new point: “pay them;”',
      'Conference Two Conference 1)pay 2)open 3)hire 4)buy Conference a)count b)publish',
    ],
    [
      'Between paragraph 3 and 1) insert new paragraph: “Namely:”',
      'Conference Two Conference Namely 1)open 2)hire 3)buy Conference a)count b)publish',
    ],
  ])('%s', (instruction, result) => {
    expect(amended(instruction)).toBe(result);
  });

  it.each([
    ['Insert between 1) and 3): “pay them;”', 'needs-answer clause-ambiguous'],
    ['Between paragraph 2 and paragraph 4 insert “x y z”.', 'needs-answer clause-ambiguous'],
    ['Between paragraph 3 and 1) insert: “pay them;”', 'needs-answer clause-ambiguous'],
  ])('%s is asked', (instruction, result) => {
    expect(amended(instruction)).toBe(result);
  });
});

describe('two lists under the same words', () => {
  it.each([
    [
      'Under paragraph 4, add new point at end: “rest.”',
      'Conference Two Conference 1)open 2)hire 3)buy Conference a)count b)publish c)rest',
    ],
    [
      'Delete point 1 under paragraph 4 and renumber.',
      'Conference Two Conference 1)open 2)hire 3)buy Conference a)publish',
    ],
  ])('%s', (instruction, result) => {
    expect(amended(instruction)).toBe(result);
  });

  it('are told apart by nothing else', () => {
    expect(amended('Under “Conference calls on the council”, add new point at end: “rest.”')).toBe(
      'needs-answer clause-ambiguous',
    );
  });
});

describe('a stretch from the start', () => {
  it.each([
    [
      'In paragraph 1, delete all before “They lend”.',
      'They Two Conference 1)open 2)hire 3)buy Conference a)count b)publish',
    ],
    [
      'Delete everything before “Two libraries closed”.',
      'Two Conference 1)open 2)hire 3)buy Conference a)count b)publish',
    ],
    [
      'In paragraph 2 delete all up to and including “libraries” and insert “Many”.',
      'Conference Many Conference 1)open 2)hire 3)buy Conference a)count b)publish',
    ],
  ])('%s', (instruction, result) => {
    expect(amended(instruction)).toBe(result);
  });
});

describe('a new paragraph without a place', () => {
  const instruction = 'Insert a new paragraph “Amen.”';

  it('is asked', () => {
    expect(amended(instruction)).toBe('needs-answer clause-ambiguous');
  });

  it('stands at the end where the printed result ends with it', () => {
    expect(amended(`${instruction}\nso that it reads\n“publish the count.\nAmen.”`)).toBe(
      'Conference Two Conference 1)open 2)hire 3)buy Conference a)count b)publish Amen',
    );
  });

  it('is asked where the printed result has it elsewhere', () => {
    expect(amended(`${instruction}\nso that it reads\n“Two libraries closed in May.\nAmen.”`)).toMatch(/^needs-answer/);
  });
});
