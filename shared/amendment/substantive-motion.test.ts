import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { readConsequenceRules } from '../motion/consequence';
import { textVersionIdOf } from '../motion/fingerprint';
import { applyOperations } from './apply-operations';
import type { TextOperation } from './operation';
import { readWording } from './read-wording';
import { readSecondaryWording } from './secondary-wording';
import { substantiveMotion } from './substantive-motion';
import type { CarriedAmendment, Circumstances } from './substantive-motion';

const clauses: readonly Clause[] = [
  { id: clauseId('p1'), kind: 'paragraph', depth: 0, text: 'Conference wants every bus to be electric by 2027.' },
  { id: clauseId('p2'), kind: 'paragraph', depth: 0, text: 'The cost of this is known.' },
  { id: clauseId('l'), kind: 'lead-in', depth: 0, text: 'Conference instructs the Executive to:' },
  { id: clauseId('i1'), kind: 'item', number: '1)', depth: 1, text: 'campaign for new depots;' },
  { id: clauseId('i2'), kind: 'item', number: '2)', depth: 1, text: 'report back.' },
];
const base = { id: textVersionIdOf('Buses', clauses), title: 'Buses', clauses };

function operations(instruction: string): readonly TextOperation[] {
  const reading = readWording(base, instruction);
  expect(reading.outcome).toBe('applied');
  return reading.operations;
}

const parent = {
  id: '12.1',
  number: '12.1',
  operations: operations('In paragraph 1, after “every bus” insert “and tram in every town”.'),
};

/** An amendment to `parent`. */
function child(id: string, instruction: string): CarriedAmendment<string> {
  const reading = readSecondaryWording({ text: base, amendment: parent }, instruction);
  expect(reading.outcome).toBe('applied');
  return { id, number: id, amends: '12.1', operations: reading.operations };
}

const primary = (id: string, instruction: string): CarriedAmendment<string> => ({
  id,
  number: id,
  operations: operations(instruction),
});

function told(carried: readonly CarriedAmendment<string>[], circumstances: Circumstances = {}) {
  const { text, setAside } = substantiveMotion(base, carried, circumstances);
  return {
    lines: text.clauses.map((clause) => `${clause.number ?? ''}${clause.text}`),
    aside: setAside.map(({ id, kind, by }) => `${id} ${kind}${by === undefined ? '' : ` ${by}`}`),
  };
}

describe('amendments to an amendment', () => {
  const trolleys = child('12.1.1', 'In amendment 12.1, delete “tram” and insert “trolleybus”.');
  const city = child('12.1.2', 'In amendment 12.1, delete “town” and insert “city”.');
  const metro = child('12.1.3', 'In amendment 12.1, delete “tram” and insert “metro”.');

  it('change what it does, in whatever order they are given', () => {
    const line = 'Conference wants every bus and trolleybus in every city to be electric by 2027.';
    expect(told([trolleys, city, parent])).toEqual({ lines: expect.arrayContaining([line]), aside: [] });
    expect(told([parent, city, trolleys]).lines[0]).toBe(line);
  });

  it('clash with each other as amendments to the motion do', () => {
    expect(told([trolleys, metro, parent]).aside).toEqual(['12.1.3 conflict 12.1.1']);
  });

  it('fall where it is not carried', () => {
    expect(told([trolleys, city])).toEqual({
      lines: told([]).lines,
      aside: ['12.1.1 parent-not-carried 12.1', '12.1.2 parent-not-carried 12.1'],
    });
  });

  it('fall with it', () => {
    const rival = primary('12.0', 'In paragraph 1, delete “every bus to be electric” and insert “trams”.');
    expect(told([rival, trolleys, parent]).aside).toEqual(['12.1.1 parent-not-carried 12.1', '12.1 conflict 12.0']);
  });

  it('can be amended themselves', () => {
    const between = applyOperations(base, parent.operations);
    const after = between.ok ? applyOperations(between.value, trolleys.operations) : between;
    const at = after.ok ? (after.value.clauses[0]?.text.indexOf('trolleybus') ?? -1) : -1;
    const third: CarriedAmendment<string> = {
      id: '12.1.1.1',
      amends: '12.1.1',
      operations: [{ kind: 'insert', clause: clauseId('p1'), at, text: 'green ' }],
    };
    const { text, changes } = substantiveMotion(base, [third, trolleys, parent]);
    expect(text.clauses[0]?.text).toBe(
      'Conference wants every bus and green trolleybus in every town to be electric by 2027.',
    );
    expect(changes.map(({ amendment, amendedBy }) => [amendment, amendedBy])).toEqual([
      ['12.1', ['12.1.1', '12.1.1.1']],
    ]);
  });

  it('that amend each other in a ring do nothing', () => {
    const left: CarriedAmendment<string> = { id: 'a', amends: 'b', operations: city.operations };
    const right: CarriedAmendment<string> = { id: 'b', amends: 'a', operations: trolleys.operations };
    expect(told([left, right]).aside).toEqual(['b parent-not-carried a', 'a parent-not-carried b']);
  });

  it('make a clash with another amendment where only they reach its words', () => {
    const wider = child('12.1.4', 'In the motion as amended by amendment 12.1, in paragraph 1, delete “by 2027”.');
    const other = primary('12.2', 'In paragraph 1, delete “2027” and insert “2030”.');
    expect(told([parent, other]).aside).toEqual([]);
    expect(told([parent, wider, other]).aside).toEqual(['12.2 conflict 12.1']);
  });
});

describe('rules printed with the papers', () => {
  const added: CarriedAmendment<string> = {
    id: '12.2',
    number: '12.2',
    operations: [
      {
        kind: 'add-clauses',
        after: clauseId('i2'),
        clauses: ['first', 'second', 'third'].map((ordinal) => ({
          id: clauseId(ordinal),
          kind: 'paragraph',
          depth: 0,
          text: `The ${ordinal} new paragraph.`,
        })),
      },
    ],
  };
  const back = primary('12.3', 'In action point 2, delete “back” and insert “yearly”.');
  const rules = readConsequenceRules(
    'If 12.3 is carried, 12.1 falls. If 35 is lost the first two paragraphs of 12.2 fall. If 36 is lost, paragraph 2 of motion 12 falls.',
  );

  it('have an amendment fall when another is carried before it', () => {
    expect(told([back, parent], { rules }).aside).toEqual(['12.1 by-rule']);
    expect(told([parent, back], { rules }).aside).toEqual([]);
  });

  it('have some paragraphs of an amendment fall', () => {
    const { lines } = told([added], { rules, decided: [{ number: '35', decision: 'lost' }] });
    expect(lines.slice(5)).toEqual(['The third new paragraph.']);
    expect(told([added], { rules, decided: [{ number: '35', decision: 'carried' }] }).lines.slice(5)).toHaveLength(3);
  });

  it('have some paragraphs of the motion fall', () => {
    const circumstances = { rules, number: '12', decided: [{ number: '36', decision: 'lost' }] } as const;
    const { text, leftOut, paragraphsFallen } = substantiveMotion(base, [], circumstances);
    expect(text.clauses.map(({ id }) => id)).toEqual(['p1', 'l', 'i1', 'i2']);
    expect([...leftOut]).toEqual(['p2']);
    expect(paragraphsFallen.map(({ amendment, paragraphs, isFound }) => [amendment, paragraphs, isFound])).toEqual([
      [undefined, [2], true],
    ]);
  });

  it('say so where the paragraphs they name are not there', () => {
    const circumstances = { rules, decided: [{ number: '35', decision: 'lost' }] } as const;
    const short = primary('12.2', 'Delete action point 1 and renumber.');
    const { paragraphsFallen, changes } = substantiveMotion(base, [short], circumstances);
    expect(paragraphsFallen.map(({ amendment, isFound }) => [amendment, isFound])).toEqual([['12.2', false]]);
    expect(changes).toHaveLength(1);
  });
});

describe('votes in parts', () => {
  it('leave the lost parts of the motion out of the substantive motion', () => {
    const parts = [{ from: clauseId('i1'), to: clauseId('i1'), key: 'lost' }] as const;
    expect(told([parent], { parts }).lines).toEqual([
      'Conference wants every bus and tram in every town to be electric by 2027.',
      'The cost of this is known.',
      'Conference instructs the Executive to:',
      '1)report back.',
    ]);
  });

  it('leave the lost parts of an amendment undone', () => {
    const both = primary(
      '12.2',
      'In paragraph 2, delete “known” and insert “small”.\nDelete action point 1 and renumber.',
    );
    const parts = [{ from: clauseId('i1'), to: clauseId('i1'), key: 'lost' }] as const;
    expect(told([{ ...both, parts }]).lines.slice(1)).toEqual([
      'The cost of this is small.',
      'Conference instructs the Executive to:',
      '1)campaign for new depots;',
      '2)report back.',
    ]);
  });
});
