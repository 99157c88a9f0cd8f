import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { dropClause, takeBackLine } from '../../shared/import/correct-paper';
import type { ReadAgenda } from '../../shared/import/paper';
import { rangesOf } from '../../shared/import/read-motion';
import { readPaperText } from '../../shared/import/read-paper';
import { linesOfPart, putPart, takePart } from './agenda-part';
import { agendaRows } from './agenda-rows';
import { withField, withKind } from './correct-fields';
import { indexHeld } from './held-copies';
import type { ArrivingPaper } from './import-session';
import { partsOf } from './parts';

const text = `Conference of the Union of Lamplighters 2027

1. Longer evenings
Proposed by: Harbour branch

Conference notes that evenings grow longer in winter.

Conference instructs the executive to ask for brighter lamps.

1.1 Amendment to motion 1
Proposed by: Hill branch

In the second paragraph, delete “brighter” and insert “warmer”.

2. Oil
Proposed by: Mill branch

Conference believes that oil should be clean.
`;

function agenda(): ReadAgenda {
  const read = readPaperText({ name: 'agenda.txt', text, as: 'agenda' }, { html: htmlParser });
  if (!read.ok || read.value.kind !== 'agenda') throw new Error('the agenda reads as one');
  return read.value;
}

function arriving(paper: ReadAgenda): ArrivingPaper {
  const reading = { kind: 'read' as const, steps: [paper] };
  return { key: 'a', name: 'agenda.txt', bytes: new Uint8Array(), reading, isChosen: true, said: new Map() };
}

const nothing = indexHeld({ motions: [], amendments: [], briefings: [] });

/** Lines with words that are in no paper and not listed as left out. */
function unaccounted(paper: ReadAgenda): readonly string[] {
  const held = new Set(paper.dropped.map(({ line }) => line));
  for (const { from, to } of [...paper.papers.flatMap(rangesOf), paper.title?.lines, paper.conference?.lines].flatMap(
    (range) => range ?? [],
  )) {
    for (let line = from; line < to; line += 1) held.add(line);
  }
  return paper.source.filter((words, line) => words.trim() !== '' && !held.has(line));
}

describe('a paper taken out of an agenda', () => {
  it('has the lines from its heading to the next', () => {
    const lines = linesOfPart(agenda(), 0);
    expect(agenda().source.slice(lines.from, lines.to)[0]).toContain('Longer evenings');
    expect(agenda().source.slice(lines.from, lines.to).join(' ')).not.toContain('Hill branch');
  });

  it('goes back as it was', () => {
    const paper = agenda();
    const part = takePart(paper, 0);
    expect(part && putPart(paper, 0, part)).toEqual(paper);
  });

  it('can lose a clause and get it back, and no line is lost on the way', () => {
    const paper = agenda();
    const part = takePart(paper, 0);
    if (part === undefined) throw new Error('the agenda has a first paper');
    const without = putPart(paper, 0, dropClause(part, 1));
    expect(without.papers[0]?.clauses).toHaveLength(1);
    expect(unaccounted(without)).toEqual(unaccounted(paper));
    const again = takePart(without, 0);
    const line = again?.dropped.find((dropped) => dropped.text.includes('brighter lamps'))?.line ?? -1;
    const back = again && putPart(without, 0, takeBackLine(again, line));
    expect(back?.papers[0]?.clauses.map((clause) => clause.text)).toEqual(paper.papers[0]?.clauses.map((c) => c.text));
  });
});

describe('the list of an agenda', () => {
  it('puts amendments under their motion, and doubts nothing that is clear', () => {
    const rows = agendaRows(partsOf(arriving(agenda()), nothing), nothing);
    expect(rows.map(({ paper, isUnder }) => [paper.number?.value, isUnder])).toEqual([
      ['1', false],
      ['1.1', true],
      ['2', false],
    ]);
    expect(rows.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  it.each([
    ['an amendment to a motion that is not there', 'amends', '77', 'without-motion'],
    ['an amendment whose words change nothing', 'instruction', 'Be kinder.', 'not-understood'],
  ] as const)('marks %s', (_, field, words, doubt) => {
    const paper = agenda();
    const part = takePart(paper, 1);
    if (part === undefined) throw new Error('the agenda has an amendment');
    const changed = field === 'amends' ? withField(part, field, words) : { ...part, instruction: { value: words } };
    const rows = agendaRows(partsOf(arriving(putPart(paper, 1, changed)), nothing), nothing);
    expect(rows.find((row) => row.part.index === 1)?.doubts).toEqual([{ kind: doubt }]);
  });
});

it('an amendment called a motion has its words as clauses, and as an amendment again has them as one instruction', () => {
  const part = takePart(agenda(), 1);
  if (part === undefined) throw new Error('the agenda has an amendment');
  const motion = withKind(part, 'motion');
  expect(motion.clauses.map((clause) => clause.text).join('\n')).toBe(part.instruction?.value);
  expect(withKind(motion, 'amendment').instruction?.value).toBe(part.instruction?.value);
});

it('a paper that was left out of a file that is kept stays out', () => {
  const file = { ...arriving(agenda()), said: new Map([[2, 'leave-out' as const]]) };
  expect(partsOf(file, nothing).map(({ deed }) => deed)).toEqual(['add', 'add', 'leave-out']);
});
