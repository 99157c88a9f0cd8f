import { expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import type { DecisionRow } from '../../shared/import/paper';
import type { Motion } from '../../shared/motion/motion';
import { listFrom, noteKey } from './decision-list';
import { matchDecisions, recordOf } from './match-decisions';

const motion = (id: string, number: string | undefined, title: string): Motion => ({
  id: motionId(id),
  conferenceId: conferenceId('c'),
  kind: 'motion',
  origin: 'office',
  ...(number === undefined ? {} : { number }),
  submittedBy: [],
  text: { id: textVersionId(`t-${id}`), title, clauses: [] },
  dropped: [],
});
const motions = [
  motion('one', '1', 'Organising to win'),
  motion('seven', '7', 'Homes for all who teach'),
  motion('twelve', '12', 'Homes for all who learn'),
  motion('bare', undefined, 'A paper without a number'),
];
const amendment: Amendment = {
  id: amendmentId('one-one'),
  conferenceId: conferenceId('c'),
  motionId: motionId('one'),
  origin: 'office',
  standing: 'published',
  number: '1.1',
  submittedBy: [],
  baseVersion: textVersionId('t-one'),
  operations: [],
};
const papers = { motions, amendments: [amendment], recorded: new Map() };
const lines = { from: 0, to: 1 };
const carried = { key: 'carried' as const };
const targetOf = (row: Omit<DecisionRow, 'lines'>): string | undefined => {
  const target = matchDecisions([{ ...row, lines }], papers)[0]?.target;
  return target === undefined ? undefined : recordOf(target).id;
};

it.each([
  ['by number and title', { number: '1', title: 'Organising to Win' }, 'one'],
  ['by a number written with its word', { number: 'Motion 07' }, 'seven'],
  ['by its title alone', { title: 'A paper without a number' }, 'bare'],
  ['by a title cut short', { title: 'A paper without a num' }, 'bare'],
  ['an amendment, by its number', { number: '1.1' }, 'one-one'],
  ['by its title when the numbers were changed', { number: '3', title: 'Organising to win' }, 'one'],
  ['not when number and title are of different motions’', { number: '1', title: 'Something else entirely' }, undefined],
  ['not by a title that two begin with', { title: 'Homes for all who' }, undefined],
  ['not by a number nothing has', { number: '99' }, undefined],
])('a row finds its paper %s', (_, row, id) => {
  expect(targetOf(row)).toBe(id);
});

it('records what is not known yet, once a paper, and leaves the rest alone', () => {
  const rows = [
    { number: '1', decision: { key: 'lost' as const }, lines },
    { number: '1', decision: carried, lines },
    { number: '7', decision: carried, position: 'Support', lines },
    { number: '99', decision: carried, lines },
  ];
  const known = new Map([['seven', carried]]);
  const matched = matchDecisions(rows, { ...papers, recorded: known });
  const body = 'Position: Support (from “day 1.txt”)';
  const list = listFrom(matched, 'day 1.txt', new Set());
  expect(list.decisions).toEqual([{ recordId: 'one', motionId: 'one', decision: carried }]);
  expect(list.notes.map((note) => note.body)).toEqual([body]);
  expect(listFrom(matched, 'day 1.txt', new Set([noteKey('seven', body)])).notes).toEqual([]);
});
