import { describe, expect, it } from 'vitest';
import { clauseId, motionId, noteId, textVersionId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { Note } from '../../shared/motion/note';
import { beginning, inTextOrder, placeOf } from './note-place';

const clause = (id: string, text: string): Clause => ({ id: clauseId(id), kind: 'paragraph', depth: 0, text });
const clauses = [clause('c1', 'Conference notes the weather.'), clause('c2', 'Conference believes in umbrellas.')];

function note(id: string, on?: { readonly id: string; readonly text: string }): Note {
  return {
    id: noteId(id),
    motionId: motionId('m1'),
    baseVersion: textVersionId('t1'),
    body: `note ${id}`,
    savedAt: 0,
    ...(on === undefined ? {} : { clause: { id: clauseId(on.id), text: on.text } }),
  };
}

describe('a note', () => {
  it('without a clause is on the motion', () => {
    expect(placeOf(note('n1'), clauses)).toEqual({ kind: 'motion' });
  });

  it('finds its clause and the clause’s number', () => {
    const place = placeOf(note('n1', { id: 'c2', text: 'Conference believes in umbrellas.' }), clauses);
    expect(place).toMatchObject({ kind: 'clause', position: 2, isChanged: false });
  });

  it('says when its clause has changed, and keeps what it read', () => {
    const place = placeOf(note('n1', { id: 'c2', text: 'Conference believes in hats.' }), clauses);
    expect(place).toMatchObject({ kind: 'clause', isChanged: true, words: 'Conference believes in hats.' });
  });

  it('keeps the words of a clause that is gone', () => {
    const place = placeOf(note('n1', { id: 'c9', text: 'Deleted since.' }), clauses);
    expect(place).toEqual({ kind: 'lost', words: 'Deleted since.' });
  });
});

it('notes stand in the order of the text, whenever they were saved', () => {
  const notes = [
    note('n4', { id: 'c9', text: 'gone' }),
    note('n3', { id: 'c2', text: 'x' }),
    note('n2', { id: 'c1', text: 'x' }),
    note('n5', { id: 'c1', text: 'x' }),
    note('n1'),
  ];
  expect(inTextOrder(notes, clauses).map(({ id }) => id)).toEqual(['n1', 'n2', 'n5', 'n3', 'n4']);
});

it.each([
  ['short', 20, 'short'],
  ['Conference notes the weather, again', 16, 'Conference notes…'],
  ['Conference notes, with regret', 18, 'Conference notes…'],
  ['Llanfairpwllgwyngyllgogerychwyrndrobwll', 10, 'Llanfairpw…'],
])('the beginning of %s within %i characters is %s', (text, length, words) => {
  expect(beginning(text, length)).toBe(words);
});
