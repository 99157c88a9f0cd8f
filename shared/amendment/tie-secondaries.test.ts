import { expect, it } from 'vitest';
import { amendmentId, clauseId, conferenceId, motionId } from '../ids';
import { textVersionIdOf } from '../motion/fingerprint';
import type { Amendment } from './amendment';
import { baseTextOf } from './base-text';
import { readWording } from './read-wording';
import { tieSecondaries } from './tie-secondaries';

const clauses = [
  { id: clauseId('p1'), kind: 'paragraph', depth: 0, text: 'Conference wants every bus to be electric.' },
] as const;
const text = { id: textVersionIdOf('Buses', clauses), title: 'Buses', clauses };

function printed(number: string, instruction: string, motion = 'm'): Amendment {
  return {
    id: amendmentId(`id ${number}`),
    conferenceId: conferenceId('c'),
    motionId: motionId(motion),
    origin: 'delegate',
    standing: 'published',
    number,
    submittedBy: [],
    baseVersion: text.id,
    operations: readWording(text, instruction).operations,
    instruction,
  };
}

const primary = printed('12.1', 'In paragraph 1, after “every bus” insert “and tram in town”.');

it.each([
  [printed('12.1.1', 'In amendment 12.1, delete “tram” and insert “ferry”.'), 'id 12.1', 1],
  [printed('12.1.1', 'In the amendment, delete “in town”.'), 'id 12.1', 1],
  [printed('12.1.1', 'In amendment 12.1, delete “ship”.'), 'id 12.1', 0],
  [printed('12.2', 'In amendment 12.9, delete “tram”.'), undefined, 0],
  [printed('12.2', 'In amendment 12.1, delete “tram”.', 'another'), undefined, 0],
  [printed('12.2', 'In paragraph 1, delete “electric” and insert “green”.'), undefined, 1],
])('%o amends %s', (amendment, amends, operations) => {
  const [first, tied] = tieSecondaries([primary, amendment], () => text);
  expect(first).toBe(primary);
  expect([tied?.amends, tied?.operations.length]).toEqual([amends, operations]);
  const base = tied && baseTextOf(tied, text, [primary, tied]);
  expect(base?.ok === true ? base.value.id : undefined).toBe(tied?.baseVersion);
});

it('an amendment to an amendment can be amended as well, in whatever order they are printed', () => {
  const second = printed('12.1.1', 'In amendment 12.1, delete “tram” and insert “old ferry”.');
  const third = printed('12.1.1.1', 'In amendment 12.1.1, delete “old”.');
  const tied = tieSecondaries([third, second, primary], () => text);
  expect(tied.map(({ amends, operations }) => [amends, operations.length])).toEqual([
    ['id 12.1.1', 1],
    ['id 12.1', 1],
    [undefined, 1],
  ]);
});
