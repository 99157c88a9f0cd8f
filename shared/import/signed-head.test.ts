import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import type { ReadMotion } from './paper';
import { readPaperText } from './read-paper';

const text = 'Conference notes that libraries have closed.\n\nConference believes that towns need them.\n';

function readAsMotion(paper: string): ReadMotion {
  const read = readPaperText({ name: 'paper.txt', text: paper }, { html: htmlParser });
  if (!read.ok || read.value.kind !== 'motion') throw new Error('no motion');
  return read.value;
}

describe('the head of a motion that names its mover', () => {
  it.each([
    ['5', ['Camden', 'Hackney'], 'Motion 5\nMoved by Camden\nSeconded by Hackney\nLibraries'],
    ['5', ['Camden', 'Hackney'], 'Motion 5: Libraries\nMoved by: Camden\nSeconded by: Hackney'],
    ['5', ['Camden', 'Hackney'], 'Motion 5\nTitle: Libraries\nMoved by: Camden\nSeconded by: Hackney'],
    ['5', ['A'], 'Libraries\nMotion 5\nMover: A'],
    ['5', [], 'Title: Libraries\nMotion 5'],
    ['7', ['Camden', 'Hackney'], 'Motion 7\nMover: Camden\nSeconder: Hackney\nTitle: Libraries'],
    [undefined, ['Camden', 'Hackney'], 'Libraries\nMoved by: Camden\nSeconded by: Hackney'],
    [undefined, ['Camden', 'Hackney'], 'Moved by: Camden\nSeconded by: Hackney\nLibraries'],
    [undefined, ['Camden Branch', 'Leeds Branch'], 'Libraries\nProposed by Camden Branch, Leeds Branch'],
  ])('gives number %s, submitters %j and the title: %j', (number, submitters, head) => {
    for (const gap of ['\n', '\n\n']) {
      const motion = readAsMotion(head + gap + text);
      expect(motion.number?.value).toBe(number);
      expect(motion.title?.value).toBe('Libraries');
      expect(motion.submittedBy.map(({ value }) => value)).toEqual(submitters);
      expect(motion.clauses.map((clause) => clause.text)).toEqual(text.trim().split('\n\n'));
      expect(motion.dropped).toEqual([]);
    }
  });

  it('has no title where none is printed', () => {
    const motion = readAsMotion(`Motion 5\nMover: Camden\n\n${text}`);
    expect(motion.number?.value).toBe('5');
    expect(motion.title?.lines).toBeUndefined();
    expect(motion.submittedBy.map(({ value }) => value)).toEqual(['Camden']);
  });
});

it.each([
  'Motion @\nMoved by Camden\nSeconded by Hackney\nLibraries',
  'Motion @\nMover: Camden\nSeconder: Hackney\nTitle: Libraries',
  'Motion @\nTitle: Libraries\nMover: Camden\nSeconder: Hackney',
])('the heads of an agenda’s motions say as much: %j', (head) => {
  const agenda = ['5', '6'].map((number) => `${head.replace('@', number)}\n\n${text}`).join('\n');
  const read = readPaperText({ name: 'agenda.txt', text: agenda }, { html: htmlParser });
  if (!read.ok || read.value.kind !== 'agenda') throw new Error('no agenda');
  expect(read.value.papers.map((paper) => [paper.number?.value, paper.title?.value, paper.clauses.length])).toEqual([
    ['5', 'Libraries', 2],
    ['6', 'Libraries', 2],
  ]);
  for (const { submittedBy } of read.value.papers)
    expect(submittedBy.map(({ value }) => value)).toEqual(['Camden', 'Hackney']);
});

describe('a line of its own that says “Comments”', () => {
  it.each([
    ['words of the motion', 'The cost is low.\n\nConference calls on the council to act.', 3],
    ['items of the motion', '1) The cost is low.\n\n2) The need is great.', 3],
    ['a paragraph without a sign of a reader', 'The cost is low and the need is great.', 2],
  ])('does not end it above %s', (_, below, least) => {
    const motion = readAsMotion(`Libraries\n\n${text}\nComments\n\n${below}\n`);
    expect(motion.clauses.length).toBeGreaterThan(least);
    expect(motion.dropped).toEqual([]);
  });

  it.each([
    ['a reader', 'Ada says:\n\nI agree.'],
    ['a date', '3 May 2012\n\nI agree.'],
    ['the page’s own words', 'Leave a reply\n\nName'],
  ])('ends it above %s', (_, below) => {
    const motion = readAsMotion(`Libraries\n\n${text}\nComments\n\n${below}\n`);
    expect(motion.clauses).toHaveLength(2);
    expect(motion.dropped.length).toBe(3);
  });
});
