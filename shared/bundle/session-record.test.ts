import { describe, expect, it } from 'vitest';
import { conferenceId, motionId, sessionId } from '../ids';
import type { JsonObject } from '../json';
import { readRecords, type OfficialRecord } from './records';
import { entryOfSession, nextOrder, recordOfSession, sessionOfFields } from './session-record';

const conference = conferenceId(`c${'a'.repeat(26)}`);
const record: OfficialRecord = {
  id: 's1',
  kind: 'session',
  rev: 1,
  status: 'published',
  place: 2,
  title: 'Thursday morning',
  time: '17 June, 9.30',
  items: [
    { kind: 'motion', motion: 'm1' },
    { kind: 'line', words: 'Guest speaker' },
  ],
};

const readSession = (changed: JsonObject) => readRecords([Object.assign({}, record, changed)], conference);

describe('a session’s record', () => {
  it('is read with official ids, and written as it was', () => {
    const papers = readRecords([record], conference);
    const [session] = papers.ok ? papers.value.sessions : [];
    expect(session).toEqual({
      id: sessionId(`${conference}.s1`),
      conferenceId: conference,
      place: 2,
      title: 'Thursday morning',
      time: '17 June, 9.30',
      items: [
        { kind: 'motion', motion: motionId(`${conference}.m1`) },
        { kind: 'line', words: 'Guest speaker' },
      ],
    });
    if (session !== undefined) expect(recordOfSession(session)).toEqual(record);
  });

  it('may have fields of a newer version', () => {
    expect(readSession({ room: 'Hall 2' }).ok).toBe(true);
  });

  it.each([
    ['a place that is none', { place: 0 }],
    ['no title', { title: 7 }],
    ['an item that is neither motion nor line', { items: [{ kind: 'song', words: 'The Lamp' }] }],
    ['a motion that no record can be called', { items: [{ kind: 'motion', motion: '../m1' }] }],
    ['an id that no chunk can be called', { id: 'S_1' }],
    ['been withdrawn', { status: 'withdrawn' }],
  ])('that has %s spoils the head', (_, changed) => {
    expect(readSession(changed).ok).toBe(false);
  });
});

it('the next order of business is the published one with the entries laid over it', () => {
  const morning = sessionOfFields({ place: 1, title: 'Morning', items: [] }, conference, 's1');
  const noon = sessionOfFields({ place: 2, title: 'Noon', items: [] }, conference, 's2');
  const evening = sessionOfFields({ place: 3, title: 'Evening', items: [] }, conference, 's3');
  const entries = [
    entryOfSession({ ...morning, place: 4, title: 'Late' }),
    { kind: 'removed', conferenceId: conference, record: 's2' } as const,
    entryOfSession(evening),
  ];
  expect(nextOrder(conference, [morning, noon], entries).map(({ title }) => title)).toEqual(['Evening', 'Late']);
});
