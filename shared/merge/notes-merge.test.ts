import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownDeed, strangeDeed } from '../../tests/adversary/arbitrary-deeds';
import { writingDevices } from '../../tests/laws/writing-devices';
import type { JournalDeed, JournalEntry } from '../desktop-contract';
import { amendmentId, briefingId, clauseId, conferenceId, mandateId, motionId, noteId, textVersionId } from '../ids';
import type { Amendment } from '../amendment/amendment';
import { deedOf } from '../journal/entry';
import { emptyState, foldEntries } from '../journal/fold';
import { linkKey } from '../journal/row';
import { textVersionIdOf } from '../motion/fingerprint';
import type { Motion } from '../motion/motion';
import type { Note } from '../motion/note';
import { foldJournal, mergeEntries, versionId } from './notes-merge';

const on = { motionId: motionId('m1'), baseVersion: textVersionId('t0000000000000001') };
const note = (body: string, more: Partial<Note> = {}): JournalDeed =>
  deedOf('note.set', 'n1', { id: noteId('n1'), ...on, body, savedAt: 1, ...more });
const draft = (text: string, more: Partial<Amendment> = {}): JournalDeed =>
  deedOf('amendment.set', 'a1', {
    id: amendmentId('a1'),
    conferenceId: conferenceId('lg'),
    ...on,
    origin: 'delegate',
    standing: 'draft',
    submittedBy: ['Harbour'],
    operations: [{ kind: 'insert', clause: clauseId('c1'), at: 0, text }],
    ...more,
  });

/** Bodies of all notes: the note itself first, then its other versions. */
function bodies(entries: readonly JournalEntry[]): readonly string[] {
  const notes = [...foldJournal(entries).notes.values()];
  const own = notes.filter(({ id }) => id === 'n1');
  const others = notes.filter(({ id }) => id !== 'n1').map(({ body }) => body);
  return [...own.map(({ body }) => body), ...others.sort()];
}

/** A note known to both laptops A and B, and what each then did without the other. */
function apart(first: JournalDeed, onA: readonly JournalDeed[], onB: readonly JournalDeed[]) {
  const { A, B, all } = writingDevices();
  A.write(first);
  B.see(A);
  for (const deed of onA) A.write(deed);
  for (const deed of onB) B.write(deed);
  return { A, B, all };
}

describe('a note written on two laptops at once', () => {
  it('keeps the last text, and the other beside it', () => {
    const { all } = apart(note('Ask'), [note('Ask the mover')], [note('Ask'), note('Ask the chair')]);
    expect(bodies(all())).toEqual(['Ask the chair', 'Ask the mover']);
  });

  it('names the other version by its record and its writing, and says what it is another version of', () => {
    const { all } = apart(note('Ask'), [note('Ask the mover')], [note('Ask the chair')]);
    const other = [...foldJournal(all()).notes.values()].find(({ versionOf }) => versionOf !== undefined);
    expect(other?.versionOf).toBe('n1');
    expect(other?.id).toBe(versionId('n1', { device: 'A', seq: 2 }, JSON.stringify({ body: 'Ask the mover' })));
  });

  it('is one note when both wrote the same', () => {
    const { all } = apart(note('Ask'), [note('Ask twice')], [note('Ask twice')]);
    expect(bodies(all())).toEqual(['Ask twice']);
  });

  it('is one note when only one of them changed the text and the other where it belongs', () => {
    const clause = { id: clauseId('c1'), text: 'lamps' };
    const { all } = apart(
      note('Ask'),
      [note('Ask twice')],
      [note('Ask', { clause }), note('Ask', { clause, savedAt: 9 })],
    );
    expect(bodies(all())).toEqual(['Ask twice']);
    expect(foldJournal(all()).notes.get('n1')).toMatchObject({ body: 'Ask twice', clause, savedAt: 9 });
  });

  it('does not keep an emptied text beside a written one', () => {
    const { all } = apart(note('Ask'), [note('Ask twice')], [note('x'), note(' ')]);
    expect(bodies(all())).toEqual([' ', 'Ask twice']);
    expect(bodies(apart(note('Ask'), [note('')], [note('x'), note('Ask twice')]).all())).toEqual(['Ask twice']);
  });

  it('keeps its other version when it is written on, until that is removed', () => {
    const { A, B, all } = apart(note('Ask'), [note('on A')], [note('on B')]);
    A.see(B);
    A.write(note('on B, and more'));
    expect(bodies(all())).toEqual(['on B, and more', 'on A']);
    B.see(A);
    B.write(note('on B, and still more'));
    expect(bodies(all())).toEqual(['on B, and still more', 'on A']);
    B.write(deedOf('note.remove', versionId('n1', { device: 'A', seq: 2 }, JSON.stringify({ body: 'on A' }))));
    expect(bodies(all())).toEqual(['on B, and still more']);
  });

  it('shows one other version however often the other laptop goes on in between', () => {
    const { A, B, all } = apart(note('Ask'), [note('on A')], [note('on B')]);
    for (let round = 0; round < 20; round += 1) {
      B.see(A);
      B.write(note(`on B, round ${String(round)}`));
      A.write(note(`on A, round ${String(round)}`));
    }
    expect(bodies(all())).toEqual(['on B, round 19', 'on A, round 19']);
  });

  it('lets the other version be written on as a note of its own', () => {
    const { A, B, all } = apart(note('Ask'), [note('on A')], [note('on B')]);
    A.see(B);
    const id = noteId(versionId('n1', { device: 'A', seq: 2 }, JSON.stringify({ body: 'on A' })));
    A.write(deedOf('note.set', id, { id, ...on, body: 'on A, longer', versionOf: noteId('n1'), savedAt: 3 }));
    A.write(note('on B, longer'));
    expect(bodies(all())).toEqual(['on B, longer', 'on A, longer']);
  });
});

describe('removing', () => {
  it('loses against a change that did not know of it', () => {
    const { all } = apart(note('Ask'), [note('Ask twice')], [deedOf('note.remove', 'n1')]);
    expect(bodies(all())).toEqual(['Ask twice']);
  });

  it('that loses brings the newest text back, and not the one that the change had seen', () => {
    const clause = { id: clauseId('c1'), text: 'lamps' };
    const onA = [note('Ask twice'), deedOf('note.remove', 'n1')];
    const { all } = apart(note('Ask'), onA, [note('Ask', { clause })]);
    expect(foldJournal(all()).notes.get('n1')).toMatchObject({ body: 'Ask twice', clause });
  });

  it('that loses leaves both texts to whoever had seen both', () => {
    const { A, B, C, all } = writingDevices();
    A.write(note('on A'));
    C.write(note('on C'));
    C.write(note('on C, longer'));
    B.see(A);
    B.see(C);
    B.write(note('on C, longer', { clause: { id: clauseId('c1'), text: 'lamps' } }));
    C.write(deedOf('note.remove', 'n1'));
    expect(bodies(all())).toEqual(['on C, longer', 'on A']);
  });

  it('of one of two texts leaves the other as the note, once', () => {
    const { A, B, all } = writingDevices();
    A.write(note('on A'));
    B.write(note('on B'));
    B.see(A);
    B.write(deedOf('note.remove', 'n1'));
    A.write(note('on A', { clause: { id: clauseId('c1'), text: 'lamps' } }));
    expect(bodies(all())).toEqual(['on A']);
  });

  it('stands when the other laptop did nothing, or knew', () => {
    expect(bodies(apart(note('Ask'), [], [deedOf('note.remove', 'n1')]).all())).toEqual([]);
    const { A, B, all } = apart(note('Ask'), [note('Ask twice')], [note('Ask thrice')]);
    B.see(A);
    B.write(deedOf('note.remove', 'n1'));
    expect(bodies(all())).toHaveLength(1);
  });

  it('does not bring an older text back beside one that is written anew', () => {
    const { A, B, all } = apart(note('Ask'), [], [deedOf('note.remove', 'n1')]);
    A.see(B);
    A.write(note('Begun again'));
    expect(bodies(all())).toEqual(['Begun again']);
  });

  it('of a link loses against adding it', () => {
    const link = { motionId: 'm1', briefingId: briefingId('b1') };
    const add = deedOf('link.set', linkKey('m1', 'b1'), link);
    const { all } = apart(add, [deedOf('link.remove', linkKey('m1', 'b1'))], [add]);
    expect(foldJournal(all()).links.size).toBe(1);
  });
});

describe('a mandate', () => {
  const mandate = (more: object): JournalDeed =>
    deedOf('mandate.set', 'm1', { id: mandateId('m1'), motionId: motionId('m1'), position: 'support', ...more });

  it('takes the position from one laptop and the remark from the other', () => {
    const { all } = apart(mandate({}), [mandate({ remark: 'Speak early' })], [mandate({ position: 'oppose' })]);
    expect(foldJournal(all()).mandates.get('m1')).toMatchObject({ position: 'oppose', remark: 'Speak early' });
  });

  it('has both remarks when two were written, once', () => {
    const { A, B, all } = apart(mandate({}), [mandate({ remark: 'Early' })], [mandate({ remark: 'Late' })]);
    const merged = { remark: 'Early\nLate' };
    expect(foldJournal(all()).mandates.get('m1')).toMatchObject(merged);
    A.see(B);
    A.write(mandate({ ...merged, position: 'remit' }));
    expect(foldJournal(all()).mandates.get('m1')).toMatchObject({ ...merged, position: 'remit' });
  });
});

describe('an amendment', () => {
  it('keeps both wordings, the one that lost as a draft without a number', () => {
    const { all } = apart(draft('red '), [draft('green ', { number: '1' })], [draft('red '), draft('blue ')]);
    const { amendments } = foldJournal(all());
    expect(amendments.get('a1')).toMatchObject({ number: '1', operations: [{ text: 'blue ' }] });
    const other = [...amendments.values()].find(({ id }) => id !== 'a1');
    expect(other).toMatchObject({ versionOf: 'a1', standing: 'draft', operations: [{ text: 'green ' }] });
    expect(other).not.toHaveProperty('number');
  });

  it('that was submitted stays what was submitted', () => {
    const { all } = apart(
      draft('red '),
      [draft('red ', { standing: 'submitted' })],
      [draft('blue '), draft('blue and green ')],
    );
    const { amendments } = foldJournal(all());
    expect(amendments.get('a1')).toMatchObject({ standing: 'submitted', operations: [{ text: 'red ' }] });
    expect([...amendments.values()][1]).toMatchObject({ standing: 'draft', operations: [{ text: 'blue and green ' }] });
  });
});

describe('a motion that was brought in', () => {
  const clauses = [{ id: clauseId('c1'), kind: 'paragraph' as const, depth: 0, text: 'Rest is safety.' }];
  const paper = (title: string, more: Partial<Motion> = {}): JournalDeed =>
    deedOf('motion.set', 'm1', {
      id: motionId('m1'),
      conferenceId: conferenceId('lg'),
      kind: 'motion',
      origin: 'delegate',
      submittedBy: ['Harbour'],
      text: { id: textVersionIdOf(title, clauses), title, clauses },
      dropped: [],
      ...more,
    });

  it('has what each laptop corrected of it, and once what both brought in', () => {
    const { all } = apart(paper('Rest'), [paper('Rest', { number: '4' })], [paper('Rest', { submittedBy: ['Quay'] })]);
    expect([...foldJournal(all()).motions.values()]).toMatchObject([{ number: '4', submittedBy: ['Quay'] }]);
    const { A, B, all: both } = writingDevices();
    A.write(paper('Rest'));
    B.write(paper('Rest'));
    expect(foldJournal(both()).motions.size).toBe(1);
  });

  it('shows one of two texts, and keeps both for what is written on them', () => {
    const { all } = apart(paper('Rest'), [paper('Rest and sleep')], [paper('Rest'), paper('Rest and food')]);
    const { motions, textVersions } = foldJournal(all());
    expect(motions.get('m1')?.title).toBe('Rest and food');
    expect([...textVersions.values()].map(({ title }) => title).sort()).toEqual([
      'Rest',
      'Rest and food',
      'Rest and sleep',
    ]);
  });

  it('that was removed leaves its texts', () => {
    const { all } = apart(paper('Rest'), [], [deedOf('motion.remove', 'm1')]);
    expect(foldJournal(all())).toMatchObject({ motions: new Map(), textVersions: { size: 1 } });
  });

  it('that is held of an office, or too long for a log, stays on the computer where it is', () => {
    const office = conferenceId(`c${'a'.repeat(26)}`);
    expect(deedOf('conference.set', office, { id: office, title: 'NDC' }).stream).toBe('local');
    expect(deedOf('conference.set', 'lg', { id: conferenceId('lg'), title: 'NDC' }).stream).toBe('self');
    expect(paper('Rest').stream).toBe('self');
    expect(paper('Rest', { dropped: ['a'.repeat(256 * 1024)] }).stream).toBe('local');
    expect(paper('Rest', { dropped: ['\u{1F600}'.slice(0, 1)] }).stream).toBe('local');
  });
});

const anyDeed = fc.oneof({ weight: 6, arbitrary: knownDeed }, { weight: 1, arbitrary: strangeDeed });
type Step = { readonly who: 'A' | 'B' | 'C'; readonly deed?: JournalDeed; readonly from?: 'A' | 'B' | 'C' };
const device = fc.constantFrom('A' as const, 'B' as const, 'C' as const);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(fc.record({ who: device, deed: anyDeed }), fc.record({ who: device, from: device })),
  { maxLength: 60 },
);

function written(history: readonly Step[]): readonly JournalEntry[] {
  const devices = writingDevices();
  for (const { who, deed, from } of history) {
    if (deed !== undefined) devices[who].write(deed);
    if (from !== undefined) devices[who].see(devices[from]);
  }
  return devices.all();
}

const runs = { seed: 20_270_614, numRuns: 300 };

describe('the merge of entries', () => {
  it('is what folding in order says when every entry had seen all before it', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 40 }), (deeds) => {
        const { A, all } = writingDevices();
        for (const deed of deeds) A.write(deed);
        expect(foldJournal(all())).toEqual(foldEntries(deeds));
      }),
      runs,
    );
  });

  it('is the same in any order, and however often each entry is there', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (history, chance) => {
        const entries = written(history);
        const shuffled = [...entries, ...entries].map((entry) => ({ entry, at: chance.next().value }));
        shuffled.sort((before, after) => before.at - after.at);
        const again = mergeEntries(shuffled.map(({ entry }) => entry));
        expect(again).toEqual(mergeEntries(entries));
        expect([...again.keys()].sort()).toEqual([...mergeEntries(entries).keys()].sort());
      }),
      runs,
    );
  });

  it('folds what it answers to the same rows in any order', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const merged = [...mergeEntries(written(history)).values()];
        const deeds = merged.map(({ kind, id, value }) => ({ t: kind, id, val: JSON.parse(JSON.stringify(value)) }));
        expect(foldEntries(deeds.toReversed())).toEqual(foldEntries(deeds));
      }),
      runs,
    );
  });

  it('passes over other streams and what needs a newer version', () => {
    expect(mergeEntries([]).size).toBe(0);
    expect(foldJournal([])).toEqual(emptyState());
    const { A, all } = writingDevices();
    A.write({ stream: 'self', t: 'speech.set', id: 's1', val: 'Friends' });
    A.write({ stream: 'self', t: 'note.set', id: 'n1', val: { colour: 'red' } });
    A.write({ ...note('to the delegation'), stream: 'team' });
    expect(mergeEntries(all()).size).toBe(0);
  });
});
