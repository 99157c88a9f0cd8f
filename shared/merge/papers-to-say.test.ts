import { expect, it } from 'vitest';
import { papers, tides } from '../../tests/adversary/conference-papers';
import { writingDevice } from '../../tests/laws/writing-devices';
import type { JournalDeed } from '../desktop-contract';
import { conferenceId, noteId } from '../ids';
import { deedOf } from '../journal/entry';
import { foldJournal } from './notes-merge';
import { papersToSay } from './papers-to-say';

const { conference, motions, briefings } = papers;
const kept = (deed: JournalDeed): JournalDeed => ({ ...deed, stream: 'local' });
const before = [
  deedOf('conference.set', conference.id, conference),
  ...motions.map((motion) => deedOf('motion.set', motion.id, motion)),
  ...briefings.map((briefing) => deedOf('briefing.set', briefing.id, briefing)),
];

it('says every paper of before once, and changes nothing by it', () => {
  const laptop = writingDevice('A');
  for (const deed of before) laptop.write(kept(deed));
  const state = foldJournal(laptop.entries());
  const deeds = papersToSay(laptop.entries());
  expect(deeds.filter(({ t }) => t !== 'text.set').map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  for (const deed of deeds) laptop.write(deed);
  expect(foldJournal(laptop.entries())).toEqual(state);
  expect(papersToSay(laptop.entries())).toEqual([]);
  const other = writingDevice('B');
  for (const entry of laptop.entries().filter(({ stream }) => stream === 'self')) other.land(entry);
  expect(foldJournal(other.entries())).toEqual(state);
});

it('says nothing of what was removed, corrected since, held of an office, or too long', () => {
  const laptop = writingDevice('A');
  const [first, second, third] = motions;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three motions');
  const office = conferenceId(`c${'a'.repeat(26)}`);
  for (const deed of [
    kept(deedOf('conference.set', office, { id: office, title: 'NDC' })),
    ...[first, second, third].map((motion) => kept(deedOf('motion.set', motion.id, motion))),
    kept(deedOf('motion.remove', first.id)),
    deedOf('motion.remove', second.id),
    deedOf('motion.set', third.id, { ...third, number: '3a' }),
    kept(deedOf('motion.set', 'long', { ...tides, dropped: ['x'.repeat(300_000)] })),
    deedOf('note.set', 'n1', {
      id: noteId('n1'),
      motionId: tides.id,
      baseVersion: tides.text.id,
      body: '',
      savedAt: 1,
    }),
  ])
    laptop.write(deed);
  expect(papersToSay(laptop.entries())).toEqual([]);
});
