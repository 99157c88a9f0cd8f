import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { conferenceId, motionId } from '../../shared/ids';
import { motionFromPaper } from '../../shared/import/adopt-paper';
import {
  changeClauseText,
  dropClause,
  joinWithNext,
  moveClause,
  splitClause,
  takeBackLine,
} from '../../shared/import/correct-paper';
import type { ReadMotion } from '../../shared/import/paper';
import { readPaperText } from '../../shared/import/read-paper';
import { withField } from './correct-fields';
import { motionOfReading, readingOfMotion } from './kept-reading';

const text = `Accept all cookies

7. Warm halls

Conference notes that halls are cold in March.

Conference believes that nobody debates well in a coat.

Conference instructs the executive to heat them.
`;

function kept() {
  const read = readPaperText({ name: 'halls.txt', text, as: 'motion' }, { html: htmlParser });
  if (!read.ok || read.value.kind !== 'motion') throw new Error('the motion reads as one');
  const adoption = { id: motionId('halls'), conferenceId: conferenceId('c'), untitled: 'Untitled' };
  return motionFromPaper({ ...read.value, dropped: [{ text: 'Accept all cookies', line: 0 }] }, adoption);
}

const ids = (motion: ReturnType<typeof kept>): readonly string[] => motion.text.clauses.map(({ id }) => id);
const correctedBy = (correct: (reading: ReadMotion) => ReadMotion) =>
  motionOfReading(kept(), correct(readingOfMotion(kept())));

describe('a motion that is kept', () => {
  it('comes back from its reading as it was', () => {
    expect(motionOfReading(kept(), readingOfMotion(kept()))).toEqual(kept());
  });

  it('keeps its clauses’ ids when one is written anew from the first word to the last', () => {
    const after = correctedBy((reading) => changeClauseText(reading, 1, 'Something else entirely'));
    expect(ids(after)).toEqual(ids(kept()));
    expect(after.text.id).not.toBe(kept().text.id);
  });

  it('keeps the id of the first part when a clause is split, and of the first when two are joined', () => {
    const [notes, believes, instructs] = ids(kept());
    const split = ids(correctedBy((reading) => splitClause(reading, 0, 16)));
    expect([split[0], split[2], split[3]]).toEqual([notes, believes, instructs]);
    expect(new Set(split).size).toBe(4);
    expect(ids(correctedBy((reading) => joinWithNext(reading, 0)))).toEqual([notes, instructs]);
  });

  it('keeps the ids of clauses that change places', () => {
    const [notes, believes, instructs] = ids(kept());
    expect(ids(correctedBy((reading) => moveClause(reading, 0, 1)))).toEqual([believes, notes, instructs]);
  });

  it('gives a clause its id again that was dropped and taken back', () => {
    const after = correctedBy((reading) => takeBackLine(dropClause(reading, 1), 1));
    expect(ids(after)).toEqual(ids(kept()));
  });

  it('takes back a line that was left out when it came in', () => {
    const after = correctedBy((reading) => takeBackLine(reading, 3));
    expect(after.text.clauses.at(-1)?.text).toBe('Accept all cookies');
    expect(after.dropped).toEqual([]);
  });

  it('loses a field that was emptied, and gets the submitters that were typed', () => {
    const after = correctedBy((reading) =>
      withField(withField(reading, 'number', ' '), 'submittedBy', 'Harbour branch; Hill branch; '),
    );
    expect(after).not.toHaveProperty('number');
    expect(after.submittedBy).toEqual(['Harbour branch', 'Hill branch']);
  });
});

it('a printed line keeps its number however the text around it is corrected', () => {
  const motion = kept();
  const [notes] = motion.text.clauses;
  if (notes === undefined) throw new Error('the motion has clauses');
  const from = notes.text.indexOf('halls');
  const line = { number: 3, clause: notes.id, from, to: notes.text.length };
  const numbered = { ...motion, text: { ...motion.text, lineNumbers: [line] } };
  const reading = changeClauseText(readingOfMotion(numbered), 0, `Whereas ${notes.text}`);
  const after = motionOfReading(numbered, reading).text;
  expect(after.lineNumbers).toEqual([{ ...line, from: from + 8, to: line.to + 8 }]);
});
