import { describe, expect, it } from 'vitest';
import { motionOf } from '../../tests/adversary/conference-office';
import { conferenceId, motionId } from '../ids';
import type { BusinessItem, Session } from '../motion/order-of-business';
import { sessionOfFields } from '../bundle/session-record';
import { businessWords, describeBusiness } from './describe-business';
import { planMerge } from './plan-merge';

const conference = conferenceId(`c${'a'.repeat(26)}`);
const numbered = (number: string, title: string) => ({ ...motionOf(conference, `m${number}`, title), number });
const motions = [numbered('12', 'Mutuals'), numbered('14', 'Heat in depots'), numbered('15', 'Library hours')];
const motion = (number: string): BusinessItem => ({ kind: 'motion', motion: motionId(`${conference}.m${number}`) });
const line = (words: string): BusinessItem => ({ kind: 'line', words });

function session(name: string, place: number, title: string, items: readonly BusinessItem[], time?: string): Session {
  const fields = { place, title, items: [], ...(time === undefined ? {} : { time }) };
  return { ...sessionOfFields(fields, conference, name), items };
}

const thursday = session('s1', 1, 'Thursday morning', [motion('12'), motion('14'), line('Guest speaker')], '9.30');
const friday = session('s2', 2, 'Friday morning', [motion('15')]);

function wordsOf(before: readonly Session[], after: readonly Session[]): readonly string[] {
  const papers = { motions, amendments: [], unknown: [] };
  const bundle = {
    conference: { id: conference, title: 'Conference', organisation: '' },
    version: 2,
    isNews: true,
    papers: { ...papers, sessions: after },
  };
  return describeBusiness(planMerge({ ...papers, sessions: before }, bundle)).map(businessWords);
}

describe('what becomes of the order of business', () => {
  it.each([
    ['nothing', [thursday, friday], []],
    [
      'a motion in another session',
      [
        { ...thursday, items: [motion('12'), line('Guest speaker')] },
        { ...friday, items: [motion('15'), motion('14')] },
      ],
      ['Motion 14 moved to Friday morning'],
    ],
    ['a motion that is taken no more', [thursday, { ...friday, items: [] }], ['Motion 15 taken off Friday morning']],
    [
      'another order',
      [{ ...thursday, items: [motion('14'), motion('12'), line('Guest speaker')] }, friday],
      ['Thursday morning is taken in another order'],
    ],
    [
      'another name, time and line',
      [{ ...thursday, title: 'Thursday', time: '10.00', items: [motion('12'), motion('14'), line('Film')] }, friday],
      [
        'Thursday morning is now called Thursday',
        'Thursday is now 10.00',
        '“Film” added to Thursday',
        '“Guest speaker” taken off Thursday',
      ],
    ],
    [
      'sessions that come, go and change places',
      [{ ...friday, place: 1 }, { ...thursday, place: 2 }, session('s3', 3, 'Friday evening', [])],
      ['Friday evening added', 'the sessions are in another order'],
    ],
    [
      'a session that goes with its motions',
      [thursday],
      ['Friday morning taken out', 'Motion 15 taken off Friday morning'],
    ],
  ])('is said: %s', (_, after, words) => {
    expect(wordsOf([thursday, friday], after)).toEqual(words);
  });

  it('is that it is published, when there was none', () => {
    expect(wordsOf([], [thursday, friday])).toEqual(['published, with 2 sessions']);
    expect(wordsOf([thursday], [thursday, friday])).toEqual([
      'Friday morning added',
      'Motion 15 is taken in Friday morning',
    ]);
  });
});
