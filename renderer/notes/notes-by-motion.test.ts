import { expect, it } from 'vitest';
import { clauseId, motionId, noteId, textVersionId } from '../../shared/ids';
import type { Note } from '../../shared/motion/note';
import { notesByMotion } from './notes-by-motion';

const motions = [
  { id: motionId('m1'), kind: 'motion', number: '1', title: 'Libraries' },
  { id: motionId('m2'), kind: 'motion', title: 'Buses' },
] as const;

function note(id: string, on: string, body: string, clause?: string): Note {
  const about = clause === undefined ? {} : { clause: { id: clauseId('c1'), text: clause } };
  return { id: noteId(id), motionId: motionId(on), baseVersion: textVersionId('t'), body, savedAt: 0, ...about };
}

const notes = [
  note('n1', 'm2', 'Ask about night buses'),
  note('n2', 'gone', 'Kept all the same'),
  note('n3', 'm1', 'Second', 'Conference deplores closing early'),
];

it('notes are read motion by motion, as the agenda has them, lost ones last', () => {
  const groups = notesByMotion(notes, motions, '');
  expect(groups.map(({ title, isHeld }) => [title, isHeld])).toEqual([
    ['1 – Libraries', true],
    ['Buses', true],
    ['On a motion no longer among the papers', false],
  ]);
});

it.each([
  ['NIGHT', ['n1']],
  ['deplores', ['n3']],
  ['  same ', ['n2']],
  ['zebra', []],
])('a search for %s finds %j, in a note or in the clause it is about', (sought, found) => {
  const groups = notesByMotion(notes, motions, sought);
  expect(groups.flatMap((group) => group.notes.map(({ id }) => id))).toEqual(found);
});
