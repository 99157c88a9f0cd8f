import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import { applyOperations } from './apply-operations';
import { deriveOperations } from './derive-operations';
import { readWording } from './read-wording';
import { amendmentAmended } from './amended-amendment';
import { readSecondaryWording, writeSecondaryWording } from './secondary-wording';
import type { AmendedAmendment } from './secondary-wording';

const clauses: readonly Clause[] = [
  { id: clauseId('p1'), kind: 'paragraph', depth: 0, text: 'Conference wants every bus to be electric by 2027.' },
  { id: clauseId('l'), kind: 'lead-in', depth: 0, text: 'Conference instructs the Executive to:' },
  { id: clauseId('i1'), kind: 'item', number: '1)', depth: 1, text: 'campaign for new depots by 2027;' },
  { id: clauseId('i2'), kind: 'item', number: '2)', depth: 1, text: 'report back.' },
];
const base = { id: textVersionIdOf('Buses', clauses), title: 'Buses', clauses };

function amendment(instruction: string): AmendedAmendment {
  const reading = readWording(base, instruction);
  expect(reading.outcome).toBe('applied');
  return { text: base, amendment: { number: '12.1', operations: reading.operations } };
}

function lines(parent: AmendedAmendment, instruction: string): readonly string[] {
  const reading = readSecondaryWording(parent, instruction);
  expect(reading.unresolved).toEqual([]);
  const between = applyOperations(base, parent.amendment.operations);
  const after = between.ok ? applyOperations(between.value, reading.operations) : between;
  return after.ok ? after.value.clauses.map(({ number, text }) => `${number ?? ''}${text}`) : [];
}

const words = 'In paragraph 1, after “every bus” insert “and tram in every town by 2026 at the latest”.';
const point = 'Insert new action point 2: “meet the drivers and their unions by 2026;” Renumber subsequent points.';

describe('an amendment to an amendment', () => {
  it.each([
    [
      words,
      'In amendment 12.1, delete “in every town”.',
      'Conference wants every bus and tram by 2026 at the latest to be electric by 2027.',
    ],
    [
      words,
      'In amendment 12.1: delete “2026” and insert “2025”',
      'Conference wants every bus and tram in every town by 2025 at the latest to be electric by 2027.',
    ],
    [
      words,
      'In amendment 12.1, at end add “if not before”.',
      'Conference wants every bus and tram in every town by 2026 at the latest if not before to be electric by 2027.',
    ],
    [
      words,
      'Amend amendment 12.1 as follows:\nDelete all after “every town”.',
      'Conference wants every bus and tram in every town to be electric by 2027.',
    ],
    [
      words,
      'In the motion as amended by amendment 12.1, in paragraph 1, delete “by 2027”.',
      'Conference wants every bus and tram in every town by 2026 at the latest to be electric.',
    ],
    [point, 'In amendment 12.1, delete “and their unions”.', '2)meet the drivers by 2026;'],
    [
      'Insert new action points 2 and 3:\n“2) meet the drivers;”\n“3) meet the unions;”',
      'In amendment 12.1, in action point 3, delete “the unions” and insert “all unions”.',
      '3)meet all unions;',
    ],
    [point, 'Amendment to amendment 12.1: at end add new point: “publish the accounts;”', '3)publish the accounts;'],
  ])('%s | %s', (parent, instruction, line) => {
    expect(lines(amendment(parent), instruction)).toContain(line);
  });

  it('counts in the words of the amendment it names, not in the motion', () => {
    const reading = readSecondaryWording(amendment(words), 'In amendment 12.1, delete “new depots”.');
    expect([reading.outcome, reading.operations]).toEqual(['needs-answer', []]);
  });

  it('asks with the places of the text that the parent makes', () => {
    const { unresolved } = readSecondaryWording(amendment(words), 'In amendment 12.1, delete “t”.');
    expect(unresolved.map(({ reason }) => reason)).toEqual(['anchor-not-found']);
    const parent = amendment('In paragraph 1, after “every bus” insert “and tram and ferry and train”.');
    const asked = readSecondaryWording(parent, 'In amendment 12.1, delete “and”.').unresolved[0];
    const between = applyOperations(base, parent.amendment.operations);
    const shown = asked?.candidates.map(({ clause, from, to }) => {
      const text = between.ok ? between.value.clauses[clause]?.text : undefined;
      return text?.slice(from, to);
    });
    expect(shown).toEqual(['and', 'and', 'and']);
  });

  it.each([
    ['In amendment 12.1, delete “x”.', '12.1'],
    ['Amendment to amendment A.2:\ndelete “x”', 'A.2'],
    ['In the motion as amended by amendment HE1A.1, delete “x”.', 'HE1A.1'],
    ['In the amendment, delete “x”.', ''],
    ['In paragraph 2, delete “amendment 12.1”.', undefined],
    ['Amendment 12.2\nIn paragraph 2, delete “x”.', undefined],
  ])('%s names %s', (instruction, named) => {
    expect(amendmentAmended(instruction)).toBe(named);
  });
});

describe('its wording', () => {
  function wording(parent: AmendedAmendment, change: (clauses: readonly Clause[]) => readonly Clause[]) {
    const between = applyOperations(base, parent.amendment.operations);
    if (!between.ok) throw new Error(between.error.kind);
    return writeSecondaryWording(parent, deriveOperations(between.value, change(between.value.clauses)));
  }
  const reworded = (before: string, after: string) => (list: readonly Clause[]) =>
    list.map((clause) => Object.assign({}, clause, { text: clause.text.replace(before, after) }));

  it('names the amendment and quotes its words', () => {
    expect(wording(amendment(words), reworded('in every town ', ''))).toEqual([
      'In amendment 12.1, delete “in every town”.',
    ]);
    expect(wording(amendment(point), reworded('and their unions', 'and passengers'))).toEqual([
      'In amendment 12.1, delete “their unions” and insert “passengers”.',
    ]);
  });

  it('names the motion as amended where the words are not the amendment’s', () => {
    expect(wording(amendment(words), reworded('report back', 'report in full'))).toEqual([
      'In the motion as amended by amendment 12.1, in action point 2, delete “back” and insert “in full”.',
    ]);
  });
});
