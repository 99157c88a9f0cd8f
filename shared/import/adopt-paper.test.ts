import { expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { briefingId, conferenceId, motionId } from '../ids';
import { textVersionIdOf } from '../motion/fingerprint';
import { briefingFromPaper, motionFromPaper } from './adopt-paper';
import { readPaperText } from './read-paper';

const page = `Warm meals

Back to all Motions

2020 National Delegate Conference
3 March 2020
Carried

Conference notes that canteens close early.

Conference calls on the NEC to:

1)Ask for longer hours;

2)Report back.
`;
const conference = conferenceId('k1');

function read(text: string, as: 'motion' | 'article') {
  const paper = readPaperText({ name: 'warm-meals.txt', text, as }, { html: htmlParser });
  if (!paper.ok) throw new Error(paper.error.kind);
  return paper.value;
}

it('a paper becomes a motion whose text version is named by its content', () => {
  const paper = read(page, 'motion');
  if (paper.kind !== 'motion') throw new Error(paper.kind);
  const motion = motionFromPaper(paper, { id: motionId('m1'), conferenceId: conference, untitled: 'Untitled' });
  expect(motion).toMatchObject({
    id: 'm1',
    conferenceId: 'k1',
    kind: 'motion',
    origin: 'delegate',
    conference: '2020 National Delegate Conference',
    date: '2020-03-03',
    decision: { key: 'carried' },
    submittedBy: [],
    dropped: ['Back to all Motions'],
  });
  expect(motion.text.clauses.map((clause) => clause.number)).toEqual([undefined, undefined, '1)', '2)']);
  expect(motion.text.id).toBe(textVersionIdOf('Warm meals', motion.text.clauses));
});

it('a newer text of the same motion keeps the ids of its clauses', () => {
  const before = read(page, 'motion');
  const after = read(page.replace('longer hours;', 'much longer hours;'), 'motion');
  if (before.kind !== 'motion' || after.kind !== 'motion') throw new Error('not motions');
  const adoption = { id: motionId('m1'), conferenceId: conference, untitled: 'Untitled' };
  const held = motionFromPaper(before, adoption);
  const newer = motionFromPaper(after, { ...adoption, previous: held.text.clauses });
  expect(newer.text.clauses.map(({ id }) => id)).toEqual(held.text.clauses.map(({ id }) => id));
  expect(newer.text.id).not.toBe(held.text.id);
});

it('an article becomes a briefing', () => {
  const paper = read(
    'Canteen wins\n\nBy Ada Porter\n\nThe night shift has its own kitchen since the end of March.',
    'article',
  );
  if (paper.kind !== 'article') throw new Error(paper.kind);
  const briefing = briefingFromPaper(paper, { id: briefingId('b1'), conferenceId: conference, untitled: 'Untitled' });
  expect(briefing).toMatchObject({ title: 'Canteen wins', byline: 'Ada Porter', dropped: [] });
  expect(briefing.clauses).toHaveLength(1);
});
