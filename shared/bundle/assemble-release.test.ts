import { beforeAll, describe, expect, it } from 'vitest';
import { motionOf, openOffice } from '../../tests/adversary/conference-office';
import { amendmentId, clauseId, conferenceId, motionId, textVersionId, type ConferenceId } from '../ids';
import type { Amendment } from '../amendment/amendment';
import type { Decision } from '../motion/decision';
import type { Motion } from '../motion/motion';
import { assembleRelease, type AssembledRelease, type ReleaseParts } from './assemble-release';
import { emptyInbox } from './inbox';
import { recordOfConference, type OfficialRecord } from './records';
import type { ReleaseEntry } from './release-entry';

let conference: ConferenceId;

beforeAll(async () => {
  conference = (await openOffice()).founded.conference;
});

const ownConference = conferenceId('here');
const own = (id: string, title: string, text: string): Motion => ({
  ...motionOf(conference, id, title, text),
  id: motionId(id),
  conferenceId: ownConference,
  origin: 'delegate',
});
const ownAmendment = (id: string, motion: Motion, instruction: string): Amendment => ({
  id: amendmentId(id),
  conferenceId: ownConference,
  motionId: motion.id,
  origin: 'delegate',
  standing: 'published',
  number: id,
  submittedBy: [],
  baseVersion: textVersionId('t0000000000000000'),
  operations: [],
  instruction,
});

type Given = {
  readonly previous?: readonly OfficialRecord[];
  readonly motions?: readonly Motion[];
  readonly amendments?: readonly Amendment[];
  readonly entries?: readonly DistributiveOmit<ReleaseEntry>[];
  readonly decisions?: ReadonlyMap<string, Decision>;
};
type DistributiveOmit<Entry> = Entry extends unknown ? Omit<Entry, 'conferenceId'> : never;

function assemble({ previous = [], motions = [], amendments = [], entries = [], decisions = new Map() }: Given) {
  const parts: ReleaseParts = {
    conference: { id: conference, words: '', title: 'Conference' },
    previous,
    entries: entries.map((entry) => ({ ...entry, conferenceId: conference })),
    motions: new Map(motions.map((motion) => [motion.id, motion])),
    amendments: new Map(amendments.map((amendment) => [amendment.id, amendment])),
    decisions,
    office: { roster: [], inbox: emptyInbox(conference) },
  };
  const assembled = assembleRelease(parts);
  if (!assembled.ok) throw new Error(assembled.error.where);
  return assembled.value;
}

const lamps = own('here-1', 'Lamps', 'Conference calls for lamps on the quay.');
const ferry = own('here-2', 'Ferry', 'Conference calls for a ferry at night.');
const bright = ownAmendment('1.1', lamps, 'Before “lamps” insert “bright”.');
const chosen = { kind: 'motion', record: 'm1', paper: lamps.id } as const;
const alsoChosen = { kind: 'motion', record: 'm2', paper: ferry.id } as const;
const amending = { kind: 'amendment', record: 'a1', paper: bright.id } as const;
const first = (): AssembledRelease =>
  assemble({ motions: [lamps, ferry], amendments: [bright], entries: [chosen, alsoChosen, amending] });
const named = ({ records }: AssembledRelease, id: string) => records.find((record) => record.id === id);

describe('an office’s next version', () => {
  it('holds the chosen motions and the amendments to them, read on their text', () => {
    expect(first().records.map(({ id }) => id)).toEqual(['conference', 'm1', 'm2', 'a1']);
    expect(named(first(), 'a1')).toMatchObject({ motionId: 'm1', operations: [{ kind: 'insert', text: 'bright ' }] });
  });

  it('is the version before when nothing was put together', () => {
    const before = first().records;
    expect(assemble({ previous: before }).records).toEqual(before);
  });

  it('keeps the records of papers that nobody touched as the very objects they were', () => {
    const before = first().records;
    const after = assemble({ previous: before, entries: [{ kind: 'withdrawn', record: 'm2' }] });
    expect(named(after, 'm1')).toBe(before.find(({ id }) => id === 'm1'));
    expect(named(after, 'm2')).toMatchObject({ status: 'withdrawn' });
  });

  it('takes the amendments to a motion away with it', () => {
    const after = assemble({ previous: first().records, entries: [{ kind: 'removed', record: 'm1' }] });
    expect(after.records.map(({ id }) => id)).toEqual(['conference', 'm2']);
  });

  it('reads the amendments to a changed motion on its new text', () => {
    const changed = own('here-1', 'Lamps', 'Conference resolves to call for many lamps on the quay.');
    const after = assemble({ previous: first().records, motions: [changed], entries: [chosen] });
    expect(named(after, 'a1')).toMatchObject({ operations: [{ kind: 'insert', text: 'bright ', at: 37 }] });
  });

  it('places an amendment to an amendment in the text that that one makes, then and when the motion changes', () => {
    const dim: Amendment = {
      ...ownAmendment('1.1.1', lamps, 'In amendment 1.1, delete “bright” and insert “dim”.'),
      amends: bright.id,
    };
    const entries = [chosen, { kind: 'amendment', record: 'a2', paper: dim.id } as const, amending];
    const before = assemble({ motions: [lamps], amendments: [dim, bright], entries });
    const replacing = { kind: 'replace', removed: 'bright', text: 'dim' } as const;
    expect(named(before, 'a2')).toMatchObject({ amends: 'a1', operations: [{ ...replacing, from: 21 }] });
    expect(named(before, 'a2')?.['baseVersion']).not.toBe(named(before, 'a1')?.['baseVersion']);
    const changed = own('here-1', 'Lamps', 'Conference resolves to call for many lamps on the quay.');
    const after = assemble({ previous: before.records, motions: [changed], entries: [chosen] });
    expect(named(after, 'a2')).toMatchObject({ operations: [{ ...replacing, from: 37 }] });
  });

  it('keeps the ids of clauses that were published under others', () => {
    const elsewhere: Motion = {
      ...lamps,
      text: { ...lamps.text, clauses: lamps.text.clauses.map((clause) => ({ ...clause })) },
    };
    const before = first().records;
    const after = assemble({ previous: before, motions: [elsewhere], entries: [chosen] });
    expect(named(after, 'm1')).toEqual(before.find(({ id }) => id === 'm1'));
  });

  it('names the amendments that it leaves out because their motion is not in it', () => {
    expect(assemble({ motions: [lamps], amendments: [bright], entries: [amending] })).toEqual({
      records: [recordOfConference({ title: 'Conference' })],
      left: ['a1'],
    });
  });

  it('has the sessions that were put together, with the motions that are in it', () => {
    const morning: DistributiveOmit<ReleaseEntry> = {
      kind: 'session',
      record: 's1',
      place: 1,
      title: 'Thursday morning',
      items: [
        { kind: 'motion', motion: 'm2' },
        { kind: 'line', words: 'Guest speaker' },
        { kind: 'motion', motion: 'gone' },
      ],
    };
    const before = assemble({ motions: [lamps, ferry], entries: [chosen, alsoChosen, morning] });
    const kept = [
      { kind: 'motion', motion: 'm2' },
      { kind: 'line', words: 'Guest speaker' },
    ];
    expect(named(before, 's1')).toMatchObject({ kind: 'session', title: 'Thursday morning', items: kept });
    const same = assemble({ previous: before.records });
    expect(named(same, 's1')).toBe(named(before, 's1'));
    const without = assemble({ previous: before.records, entries: [{ kind: 'removed', record: 'm2' }] });
    expect(named(without, 's1')).toMatchObject({ items: [{ kind: 'line', words: 'Guest speaker' }] });
    const removed = assemble({ previous: before.records, entries: [{ kind: 'removed', record: 's1' }] });
    expect(named(removed, 's1')).toBeUndefined();
  });

  it('keeps printed line numbers on the clauses that they are printed beside', () => {
    const before = first().records;
    const printed: Motion = {
      ...lamps,
      text: {
        ...lamps.text,
        clauses: lamps.text.clauses.map((clause) => ({ ...clause, id: clauseId('elsewhere') })),
        lineNumbers: [{ number: 7, clause: clauseId('elsewhere'), from: 0, to: 10 }],
      },
    };
    const after = named(assemble({ previous: before, motions: [printed], entries: [chosen] }), 'm1');
    const [clause] = lamps.text.clauses;
    expect(after).toMatchObject({ lineNumbers: [{ number: 7, clause: clause?.id, from: 0, to: 10 }] });
  });

  it('takes over what was decided on each part', () => {
    const [clause] = lamps.text.clauses;
    const at = clause?.id ?? clauseId('');
    const parts = [{ from: at, to: at, key: 'lost' } as const];
    const decisions = new Map<string, Decision>([[lamps.id, { key: 'carried', parts }]]);
    const after = assemble({ previous: first().records, motions: [lamps], entries: [chosen], decisions });
    expect(named(after, 'm1')).toMatchObject({ decision: { key: 'carried', parts } });
  });

  it.each([
    ['the paper here', () => lamps.id],
    ['the official paper', () => `${conference}.m1`],
  ])('takes over a decision recorded on %s', (_, idOf) => {
    const decisions = new Map([[idOf(), { key: 'carried' } as const]]);
    const after = assemble({ previous: first().records, motions: [lamps], entries: [chosen], decisions });
    expect(named(after, 'm1')).toMatchObject({ decision: { key: 'carried' }, status: 'published' });
  });
});
