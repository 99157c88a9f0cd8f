import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { amendmentId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import { chooseForRelease, type Choice, type ListedMotion } from './choose-papers';

const conference = conferenceId(`c${'a'.repeat(26)}`);
const motion = (id: string, number: string | undefined, title: string): ListedMotion => ({
  id: motionId(id),
  ...(number === undefined ? {} : { number }),
  title,
});
const amendment = (id: string, of: string, number: string): Amendment => ({
  id: amendmentId(id),
  conferenceId: conference,
  motionId: motionId(of),
  origin: 'office',
  standing: 'published',
  number,
  submittedBy: [],
  baseVersion: textVersionId('t1'),
  operations: [],
  instruction: `Delete ${number}.`,
});

const nothing: Choice = {
  conference,
  motions: [],
  amendments: [],
  published: { motions: [], amendments: [] },
  entries: [],
};
const records = (choice: Partial<Choice>): readonly string[] =>
  chooseForRelease({ ...nothing, ...choice }).map(({ record }) => record);
const published = {
  motions: [motion(`${conference}.m7`, '12', 'Lamps')],
  amendments: [amendment(`${conference}.a9`, `${conference}.m7`, '12.1')],
};
const known: readonly ReleaseEntry[] = [{ kind: 'motion', conferenceId: conference, record: 'm7', paper: 'here' }];

describe('the record that a paper becomes', () => {
  it.each([
    ['is its own when nothing like it is published', { motions: [motion('here', '12', 'Lamps')] }, ['mhere']],
    [
      'is that of the published motion of its number',
      { motions: [motion('here', '12', 'Lamps, renamed')], published },
      ['m7'],
    ],
    [
      'is that of the published motion of its title',
      { motions: [motion('here', undefined, 'Lamps')], published },
      ['m7'],
    ],
    [
      'stays, however the paper is renamed and renumbered',
      { motions: [motion('here', '99', 'Other')], published, entries: known },
      ['m7'],
    ],
    [
      'is not one that another paper has',
      { motions: [motion('new', '12', 'Lamps')], published, entries: known },
      ['mnew'],
    ],
    ['has only characters that a record may have', { motions: [motion('a:b/c', '1', 'x')] }, ['ma-b-c']],
    [
      'is, of an amendment, that of the same number on the same motion',
      { motions: [motion('here', '12', 'Lamps')], amendments: [amendment('new', 'here', '12.1')], published },
      ['m7', 'a9'],
    ],
    [
      'is none for an amendment whose motion is not chosen',
      { amendments: [amendment('new', 'here', '12.1')], published },
      [],
    ],
  ])('%s', (_, choice, expected) => {
    expect(records(choice)).toEqual(expected);
  });
});
