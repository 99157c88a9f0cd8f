import { expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import { byStanding } from './by-standing';

const on = (id: string, standing: Amendment['standing'], motion = 'm1', base = 't2'): Amendment => ({
  id: amendmentId(id),
  conferenceId: conferenceId('k'),
  motionId: motionId(motion),
  origin: 'delegate',
  standing,
  submittedBy: [],
  baseVersion: textVersionId(base),
  operations: [],
});
const motions = [{ id: motionId('m1'), textVersion: textVersionId('t2') }];

it.each([
  ['by standing, what is to be sent first', [on('a', 'draft'), on('b', 'ready')], 'Ready to send: b; Drafts: a'],
  [
    'those on an earlier text before all others',
    [on('a', 'ready'), on('b', 'draft', 'm1', 't1')],
    'At risk: b; Ready to send: a',
  ],
  ['those whose motion is gone by themselves', [on('a', 'draft', 'm9')], 'Without a motion: a'],
  [
    'what is withdrawn or sent is not at risk',
    [on('a', 'withdrawn', 'm1', 't1'), on('b', 'submitted', 'm9')],
    'Submitted: b; Withdrawn: a',
  ],
  ['in the order they came', [on('b', 'draft'), on('a', 'draft')], 'Drafts: b a'],
])('amendments are listed %s', (_, amendments, said) => {
  const groups = byStanding(amendments, motions).map(
    ({ title, amendments: listed }) => `${title}: ${listed.map(({ id }) => id).join(' ')}`,
  );
  expect(groups.join('; ')).toBe(said);
});
