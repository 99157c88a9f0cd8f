import { describe, expect, it } from 'vitest';
import { clauseId, conferenceId, motionId, noteId, textVersionId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import { beginNote } from './note-frame';
import { placeOf } from './note-place';
import { notedClauses, notedPieces } from './noted-clauses';

const clause = (id: string, words: string): Clause => ({ id: clauseId(id), kind: 'paragraph', depth: 0, text: words });
const text = (id: string, clauses: readonly Clause[]): TextVersion => ({
  id: textVersionId(id),
  title: 'Lamps',
  clauses,
});
const councils = 'Councils hand over services with little time to ask the people who use them.';
const first = text('t1', [clause('c1', councils), clause('c2', 'The lamps on the quay are out again.')]);
const motion: Motion = {
  id: motionId('m1'),
  conferenceId: conferenceId('k'),
  kind: 'motion',
  origin: 'delegate',
  submittedBy: [],
  text: first,
  dropped: [],
};
const quoted = 'with little time to ask the people';
const from = councils.indexOf(quoted);
const target = { clause: clauseId('c1'), words: { from, to: from + quoted.length } };
const note: Note = { ...beginNote(motion, target, noteId('n1')), body: 'Ask them.', savedAt: 0 };

const placed = (clauses: readonly Clause[]) => placeOf(note, clauses, [first]);
const wordsIn = (clauses: readonly Clause[]): string | undefined => {
  const place = placed(clauses);
  return place.kind === 'clause' ? place.clause.text.slice(place.range?.from, place.range?.to) : undefined;
};

describe('a note on words', () => {
  it('is about whole words, wherever the selection began and ended', () => {
    const inside = { clause: clauseId('c1'), words: { from: from + 2, to: from + quoted.length - 3 } };
    expect(beginNote(motion, inside, noteId('n9')).quote).toMatchObject({ quotation: quoted, from });
    const between = { clause: clauseId('c1'), words: { from: from + 4, to: from + 5 } };
    expect(beginNote(motion, between, noteId('n9')).quote).toMatchObject({ quotation: ' ' });
  });

  it('keeps them and their surroundings', () => {
    expect(note.quote).toMatchObject({ quotation: quoted, after: ' who use them.' });
    expect(wordsIn(first.clauses)).toBe(quoted);
  });

  it.each([
    [
      'when words are put in before them',
      'All councils now hand over services with little time to ask the people who use them.',
    ],
    ['when the rest is reworded', 'Some give services away with little time to ask the people.'],
  ])('finds them again %s', (_, changed) => {
    expect(wordsIn([clause('c1', changed)])).toBe(quoted);
    expect(placed([clause('c1', changed)])).toMatchObject({ isChanged: false, position: 1 });
  });

  it('finds them in a clause that is new, where theirs is gone', () => {
    expect(wordsIn([clause('c2', 'The lamps.'), clause('c9', councils)])).toBe(quoted);
  });

  it.each([
    ['from their clause', [clause('c1', 'Councils hand over services.')], { clause: 'c1' }],
    ['with their clause', [clause('c2', 'The lamps on the quay are out again.')], {}],
  ])('that are gone %s is lost, and keeps them', (_, clauses, rest) => {
    expect(placed(clauses)).toEqual({ kind: 'lost', words: quoted, ...rest });
  });

  it('never moves to a clause that was another one before', () => {
    expect(placed([clause('c2', councils)])).toEqual({ kind: 'lost', words: quoted });
  });

  it('marks its clause, and its words in it', () => {
    const { counts, ranges } = notedClauses([note, { ...note, id: noteId('n2') }], first.clauses, [first]);
    expect([...counts]).toEqual([['c1', 2]]);
    expect(ranges.get(clauseId('c1'))).toEqual([target.words, target.words]);
  });
});

describe('the text in pieces', () => {
  it.each([
    ['nothing is noted', [], 'abcdefgh'],
    ['the middle is', [{ from: 2, to: 4 }], 'ab[cd]efgh'],
    ['all of it is', [{ from: 0, to: 8 }], '[abcdefgh]'],
    [
      'notes overlap',
      [
        { from: 3, to: 6 },
        { from: 1, to: 4 },
      ],
      'a[bcdef]gh',
    ],
    [
      'one is inside another',
      [
        { from: 1, to: 7 },
        { from: 3, to: 4 },
      ],
      'a[bcdefg]h',
    ],
    [
      'two stand apart',
      [
        { from: 6, to: 8 },
        { from: 0, to: 1 },
      ],
      '[a]bcdef[gh]',
    ],
  ])('%s', (_, ranges, said) => {
    const pieces = notedPieces('abcdefgh', ranges);
    expect(pieces.map((piece) => (piece.isNoted ? `[${piece.text}]` : piece.text)).join('')).toBe(said);
    expect(pieces.map((piece) => piece.text).join('')).toBe('abcdefgh');
  });
});
