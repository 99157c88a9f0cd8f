import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { LineNumber } from '../motion/line-numbers';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { deriveOperations } from './derive-operations';
import { readWording } from './read-wording';
import { writeWording } from './write-wording';

const printed: readonly (readonly [Clause['kind'], string | undefined, readonly string[]])[] = [
  [
    'paragraph',
    undefined,
    ['Conference welcomes the return of', 'night buses to the hill villages', 'after nine years.'],
  ],
  ['paragraph', undefined, ['Fares rose twice in that time and', 'drivers were not asked.']],
  ['lead-in', undefined, ['Conference calls on the council to:']],
  ['item', '1)', ['open two new depots and keep the', 'old depot as a museum;']],
  ['item', '2)', ['ask the drivers;']],
  ['item', '3)', ['report in the spring.']],
];

/** The motion with its lines numbered from `start`. */
function numbered(start: number): TextVersion {
  const clauses: Clause[] = [];
  const lineNumbers: LineNumber[] = [];
  printed.forEach(([kind, number, lines], index) => {
    const id = clauseId(`c${index}`);
    let from = 0;
    for (const line of lines) {
      lineNumbers.push({ number: start + lineNumbers.length, clause: id, from, to: from + line.length });
      from += line.length + 1;
    }
    const clause = { id, kind, depth: kind === 'item' ? 1 : 0, text: lines.join(' ') };
    clauses.push(number === undefined ? clause : { ...clause, number });
  });
  return { id: textVersionIdOf('Night Buses', clauses), title: 'Night Buses', clauses, lineNumbers };
}

function changed(base: TextVersion, instruction: string): readonly string[] {
  const { outcome, operations, unresolved } = readWording(base, instruction);
  if (outcome !== 'applied') return [outcome, ...unresolved.map(({ reason }) => reason)];
  const amended = applyOperations(base, operations);
  if (!amended.ok) throw new Error(amended.error.kind);
  const before = new Set(base.clauses.map(({ text }) => text));
  return amended.value.clauses.map(({ text }) => text).filter((text) => !before.has(text));
}

const base = numbered(1);
const later = numbered(31);

describe('an instruction that counts lines, on a paper that prints them', () => {
  it.each([
    [
      'In line 2, delete “hill” and insert “river”.',
      ['Conference welcomes the return of night buses to the river villages after nine years.'],
    ],
    [
      'Change “the” to “both” in line 2',
      ['Conference welcomes the return of night buses to both hill villages after nine years.'],
    ],
    ['Line 7: delete “two”', ['open new depots and keep the old depot as a museum;']],
    ['In 1) (line 7), delete “new” and insert “large”', ['open two large depots and keep the old depot as a museum;']],
    ['In line 7, delete “the old depot” and insert “one”', ['open two new depots and keep one as a museum;']],
    ['After line 3 insert: “Conference thanks the drivers.”', ['Conference thanks the drivers.']],
    ['After line 9, insert: “buy twelve buses;”', ['buy twelve buses;']],
    ['After line 7 insert “very”', ['open two new depots and keep the very old depot as a museum;']],
    ['At the end of line 5 add “at all”', ['Fares rose twice in that time and drivers were not asked at all.']],
    ['Delete lines 4–5.', []],
    ['Delete lines 1 to 2 and insert “Buses are back”', ['Buses are back after nine years.']],
  ])('%s', (instruction, result) => {
    expect(changed(base, instruction)).toEqual(result);
  });

  it('deletes whole clauses that stand on the lines alone', () => {
    expect(readWording(base, 'Delete lines 9 to 10.').operations.map(({ kind }) => kind)).toEqual([
      'delete-clause',
      'delete-clause',
    ]);
  });

  it('counts within the paragraph where the paper has no such line there', () => {
    expect(changed(later, 'In existing paragraph 2, line 2, after ‘drivers’ insert ‘, of all people,’')).toEqual([
      'Fares rose twice in that time and drivers, of all people, were not asked.',
    ]);
    expect(changed(later, 'In the first line of paragraph 1 delete “welcomes” and insert “praises”.')).toEqual([
      'Conference praises the return of night buses to the hill villages after nine years.',
    ]);
  });

  it.each([
    ['Insert “fresh” in line 2', ['needs-answer', 'clause-ambiguous']],
    ['In line 99, delete “hill”.', ['needs-answer', 'clause-not-found']],
    ['In line 1, delete “hill”.', ['needs-answer', 'anchor-not-found']],
    ['After line 1 insert: “Conference thanks the drivers.”', ['needs-answer', 'clause-ambiguous']],
    ['Delete lines 5 to 4.', ['needs-answer', 'clause-not-found']],
    ['Delete lines 3 to 4 and insert “twice”.', ['needs-answer', 'clause-ambiguous']],
  ])('%s is asked', (instruction, result) => {
    expect(changed(base, instruction)).toEqual(result);
  });
});

describe('the wording of a house that numbers its lines', () => {
  it('names the line', () => {
    const clauses = base.clauses.map((clause) => ({ ...clause, text: clause.text.replace('hill', 'river') }));
    const operations = deriveOperations(base, clauses);
    expect(writeWording(base, operations, 'libdem')).toEqual(['In line 2: delete “hill” and insert “river”.']);
    expect(changed(base, writeWording(base, operations, 'libdem').join('\n'))).toHaveLength(1);
  });
});
