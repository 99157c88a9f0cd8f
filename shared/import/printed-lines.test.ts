import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { conferenceId, motionId } from '../ids';
import { wordsOfLine } from '../motion/line-numbers';
import type { Motion } from '../motion/motion';
import { motionFromPaper } from './adopt-paper';
import type { ReadMotion } from './paper';
import { readPaperText } from './read-paper';

function adopted(paper: ReadMotion): Motion {
  return motionFromPaper(paper, { id: motionId('m'), conferenceId: conferenceId('c'), untitled: 'Untitled' });
}

/** The words of a printed line, of each clause that it stands in. */
function words(motion: Motion, number: number): readonly string[] {
  return wordsOfLine(motion.text.lineNumbers ?? [], number).map(({ clause, from, to }) =>
    (motion.text.clauses.find(({ id }) => id === clause)?.text ?? '').slice(from, to),
  );
}

const text = `A safe way home

1 Conference notes that the last bus from the depot leaves
2 eleven minutes before the late shift ends, and that the
3 company has refused for two years to move either of them.

4 Conference calls on the National Executive Council to:
5 1) meet the company before the end of June and ask for
6 a bus at a quarter past twelve;
7 2) publish what the company answers.`;

function read(source: string): Motion {
  const paper = readPaperText({ name: 'motion.txt', text: source }, { html: htmlParser });
  if (!paper.ok || paper.value.kind !== 'motion') throw new Error('no motion');
  return adopted(paper.value);
}

it.each([
  [1, ['Conference notes that the last bus from the depot leaves']],
  [3, ['company has refused for two years to move either of them.']],
  [5, ['meet the company before the end of June and ask for']],
  [7, ['publish what the company answers.']],
  [8, []],
])('line %i of a text is what stands beside that number', (number, expected) => {
  expect(words(read(text), number)).toEqual(expected);
});

it('a paper without line numbers has none', () => {
  expect(read(text.replaceAll(/^\d (?!\d?\))/gm, '')).text.lineNumbers).toBeUndefined();
});

it('every line number of an agenda that was run together finds its words', () => {
  const corpus = resolve(import.meta.dirname, '../../../shared/corpus/other-orgs/scottish-libdems-2012-agenda.txt');
  const source = readFileSync(corpus, 'utf8');
  const agenda = readPaperText({ name: 'agenda.txt', text: source }, { html: htmlParser });
  const papers = agenda.ok && agenda.value.kind === 'agenda' ? agenda.value.papers : [];
  const motion = adopted(
    papers.find(({ printedLines }) => printedLines !== undefined) ?? papers[0] ?? expect.unreachable(),
  );
  const numbers = motion.text.lineNumbers ?? [];
  expect(numbers.length).toBeGreaterThan(8);
  expect(words(motion, 23)).toEqual(['That the Climate Change Act 2009 allows for the']);
});
