import { expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { readWording } from '../../shared/amendment/read-wording';
import { tieSecondaries } from '../../shared/amendment/tie-secondaries';
import { amendmentId, clauseId, conferenceId, motionId } from '../../shared/ids';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';
import { carryAmendments } from './carry-amendments';

function motion(text: string): Motion {
  const clauses = [{ id: clauseId('p1'), kind: 'paragraph', depth: 0, text }] as const;
  return {
    id: motionId('m'),
    conferenceId: conferenceId('c'),
    kind: 'motion',
    origin: 'delegate',
    submittedBy: [],
    text: { id: textVersionIdOf('Buses', clauses), title: 'Buses', clauses },
    dropped: [],
  };
}

const before = motion('Conference wants every bus to be electric.');
const after = motion('This conference wants every bus to be electric and clean.');

function printed(number: string, instruction: string): Amendment {
  return {
    id: amendmentId(number),
    conferenceId: conferenceId('c'),
    motionId: before.id,
    origin: 'delegate',
    standing: 'published',
    number,
    submittedBy: [],
    baseVersion: before.text.id,
    operations: readWording(before.text, instruction).operations,
    instruction,
  };
}

const both = tieSecondaries(
  [
    printed('12.1', 'In paragraph 1, after “every bus” insert “and tram”.'),
    printed('12.1.1', 'In amendment 12.1, delete “tram” and insert “ferry”.'),
  ],
  () => before.text,
);

it('an amendment to an amendment goes along with it to a new text', () => {
  const carried = carryAmendments(both, before, after);
  expect(carried.map(({ number, operations: [first] }) => [number, first?.kind])).toEqual([
    ['12.1', 'insert'],
    ['12.1.1', 'replace'],
  ]);
  expect(carried[0]?.baseVersion).toBe(after.text.id);
  expect(carried[1]?.operations).toEqual([
    { kind: 'replace', clause: 'p1', from: 36, to: 40, removed: 'tram', text: 'ferry' },
  ]);
});

it('a draft to an amendment does what it did', () => {
  const drafts = both.map((amendment) =>
    amendment.number === '12.1' ? amendment : Object.assign({}, amendment, { standing: 'draft' as const }),
  );
  expect(carryAmendments(drafts, before, after)).toHaveLength(2);
});

it('an amendment to one that does not fit any more stays behind with it', () => {
  expect(carryAmendments(both, before, motion('Conference wants trains.'))).toEqual([]);
});
