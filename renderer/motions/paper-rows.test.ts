import { describe, expect, it } from 'vitest';
import { amendmentId, briefingId, conferenceId, motionId, sessionId, textVersionId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import type { MotionKind } from '../../shared/motion/motion';
import type { Session } from '../../shared/motion/order-of-business';
import type { MotionSummary } from '../storage/questions';
import { motionHeading, motionName } from './motion-name';
import { inOrderTaken } from './in-sessions';
import { amendmentTargets, neighboursOf, paperRows, paperTargets, type PaperRow } from './paper-rows';

const conference = conferenceId('lg27');

function motion(id: string, number?: string): MotionSummary {
  return {
    id: motionId(id),
    conferenceId: conference,
    kind: 'motion',
    origin: 'delegate',
    submittedBy: [],
    title: `Title of ${id}`,
    textVersion: textVersionId('t'),
    isDecisionRecorded: false,
    noteCount: 0,
    amendmentCount: 0,
    ownAmendmentCount: 0,
    ...(number === undefined ? {} : { number }),
  };
}

const briefing: Briefing = {
  id: briefingId('b1'),
  conferenceId: conference,
  title: 'Heat',
  clauses: [],
  dropped: [],
};

function inShort(row: PaperRow): string {
  if (row.kind === 'heading') return [row.words, row.count, row.time].filter((part) => part !== undefined).join(' ');
  return row.kind === 'line' ? row.words : row.href;
}

const session = (id: string, title: string, items: readonly (string | { readonly words: string })[]): Session => ({
  id: sessionId(id),
  conferenceId: conference,
  place: 1,
  title,
  items: items.map((item) =>
    typeof item === 'string' ? { kind: 'motion', motion: motionId(item) } : { kind: 'line', ...item },
  ),
});

describe('the list of papers', () => {
  it('has motions under their heading, then briefings under theirs', () => {
    const rows = paperRows([motion('m1', '1'), motion('m2')], [briefing]);
    expect(rows.map(inShort)).toEqual(['Motions 2', '#/motion/m1', '#/motion/m2', 'Briefings 1', '#/briefing/b1']);
  });

  it('has motions under the sessions they are taken in, and last those that have no time yet', () => {
    const order = [
      { ...session('s1', 'Thursday morning', [{ words: 'Guest speaker' }, 'm2', 'gone']), time: '9.30' },
      session('s2', 'Friday', ['m1', { words: 'Guest speaker' }]),
    ];
    const motions = [motion('m1', '1'), motion('m2', '2'), motion('m3', '3')];
    expect(paperRows(motions, [], order).map(inShort)).toEqual([
      'Thursday morning 1 9.30',
      'Guest speaker',
      '#/motion/m2',
      'Friday 1',
      '#/motion/m1',
      'Guest speaker',
      'No time yet 1',
      '#/motion/m3',
    ]);
    const taken = inOrderTaken(motions, order);
    expect(taken.map(({ id }) => id)).toEqual(['m2', 'm1', 'm3']);
    expect(neighboursOf(taken, 'm1')).toMatchObject({ before: { id: 'm2' }, after: { id: 'm3' } });
    expect(paperTargets(motions, [], order).filter(({ kind }) => kind === 'session')).toMatchObject([
      { title: 'Thursday morning', href: '#/motion/m2' },
      { title: 'Friday', href: '#/motion/m1' },
      { title: 'No time yet', href: '#/motion/m3' },
    ]);
  });

  it('names a motion that is taken twice in both places, and goes on from the first', () => {
    const order = [session('s1', 'Thursday', ['m1']), session('s2', 'Friday', ['m1', 'm2'])];
    const motions = [motion('m1', '1'), motion('m2', '2')];
    const rows = paperRows(motions, [], order);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(inOrderTaken(motions, order).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('has no heading without papers', () => {
    expect(paperRows([], [briefing]).map((row) => row.key)).toEqual(['briefings', 'b1']);
    expect(paperRows([], [])).toEqual([]);
  });

  it('can be gone to by number and title', () => {
    expect(paperTargets([motion('m1', '1')], [briefing])).toEqual([
      { kind: 'motion', key: 'm1', number: '1', title: 'Title of m1', href: '#/motion/m1' },
      { kind: 'briefing', key: 'b1', title: 'Heat', href: '#/briefing/b1' },
    ]);
  });

  it('has amendments that are gone to by number, each at its motion', () => {
    const amendment = { id: amendmentId('a1'), motionId: motionId('m1'), number: '1.1' };
    expect(amendmentTargets([amendment], [motion('m1', '1')])).toEqual([
      { kind: 'amendment', key: 'a1', number: '1.1', title: 'Amendment to Title of m1', href: '#/motion/m1/with/a1' },
    ]);
    expect(amendmentTargets([amendment], []).map(({ title }) => title)).toEqual(['Amendment to a motion']);
  });
});

it.each([
  ['m1', undefined, 'm2'],
  ['m2', 'm1', 'm3'],
  ['m3', 'm2', undefined],
  ['elsewhere', undefined, undefined],
])('beside %s stand %s and %s', (id, before, after) => {
  const found = neighboursOf([motion('m1'), motion('m2'), motion('m3')], id);
  expect([found.before?.id, found.after?.id]).toEqual([before, after]);
});

it.each<[MotionKind, string | undefined, string]>([
  ['motion', '12', 'Motion 12'],
  ['motion', undefined, 'Motion'],
  ['composite', 'C', 'Composite C'],
  ['composite', 'Composite C', 'Composite C'],
  ['rule-amendment', '3', 'Rule amendment 3'],
])('a %s numbered %s is called %s', (kind, number, name) => {
  expect(motionName({ kind, ...(number === undefined ? {} : { number }) })).toBe(name);
});

it('a motion without a title is headed by its name alone', () => {
  expect(motionHeading({ kind: 'motion', number: '12', title: '' })).toBe('Motion 12');
  expect(motionHeading({ kind: 'motion', number: '12', title: 'Buses' })).toBe('Motion 12 – Buses');
});
