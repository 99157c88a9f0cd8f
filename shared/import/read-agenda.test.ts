import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import type { ReadAgenda } from './paper';
import { readPaperText } from './read-paper';

const fixture = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../../tests/fixtures/papers', name), 'utf8');

function readAgenda(text: string): ReadAgenda {
  const paper = readPaperText({ name: 'agenda.txt', text }, { html: htmlParser });
  if (!paper.ok || paper.value.kind !== 'agenda') throw new Error(paper.ok ? paper.value.kind : paper.error.kind);
  return paper.value;
}

describe('a final agenda', () => {
  const agenda = readAgenda(fixture('agenda-final.txt'));

  it('gives every motion, amendment and composite with its number, title and submitters, in order', () => {
    const rows = agenda.papers.map(({ kind, number, title, submittedBy, amends }) => [
      kind,
      number?.value,
      title?.value,
      submittedBy.map((field) => field.value).join('; '),
      amends?.value,
    ]);
    expect(rows).toEqual([
      ['motion', '1', 'Lone working on the late shift', 'Coastal Branch', undefined],
      ['amendment', '1.1', undefined, 'Northern Region', '1'],
      ['amendment', '1.2', undefined, 'National Women’s Committee', '1'],
      ['motion', '2', 'Public toilets', '5 Moorland Branch; Eastern Region', undefined],
      ['motion', '3', 'A welcome for every starter', 'National Young Members’ Forum', undefined],
      ['amendment', '3.1', 'A welcome for every starter', 'Moorland Branch', '3'],
      ['composite', 'A', 'Heat at work', 'Coastal Branch; South Region', undefined],
      ['amendment', 'A.1', 'Heat at work', 'Retired Members', 'A'],
      ['motion', 'EM1', 'The flood at Low Bridge', 'National Executive Council', undefined],
      ['rule-amendment', '10', 'Rule D.1.7 National Delegate Conference', 'Eastern Region', undefined],
    ]);
  });

  it('joins wrapped lines and nests lists by what contains what', () => {
    const [first] = agenda.papers;
    expect(first?.clauses.map(({ kind, number, depth }) => [kind, number, depth])).toEqual([
      ['paragraph', undefined, 0],
      ['lead-in', undefined, 0],
      ['item', '1)', 1],
      ['item', '2)', 1],
      ['lead-in', undefined, 0],
      ['item', 'a)', 1],
      ['item', 'b)', 1],
      ['item', 'i)', 2],
      ['item', 'ii)', 2],
      ['item', 'c)', 1],
    ]);
    expect(first?.clauses[3]?.text).toBe(
      'that the risk is assessed once, when a building opens, and hardly ever again.',
    );
  });

  it('drops section titles and running heads', () => {
    expect(agenda.dropped.map((line) => line.text)).toEqual([
      'Brighton Centre, 17 June 2025 - 20 June 2025',
      'Negotiating and Bargaining',
      'National Delegate Conference 2025 Final Agenda Page 4 of 61',
      'Recruitment and Organising',
      '(Motions 7, 8 and 9)',
      'Rule amendments',
    ]);
  });
});

describe('every paper is found, with number, first submitter, decision and what it amends', () => {
  const agendas: readonly (readonly [string, readonly string[]])[] = [
    [
      'agenda-sections.txt',
      [
        'motion 5 University of Mere',
        'amendment 5A.1 Coast College carried to 5',
        'composite 6 Coast College carried-as-amended',
        'amendment 6A.1 University of Hill lost to 6',
        'motion 7 Education committee remitted',
        'motion L3 Mill College',
      ],
    ],
    [
      'agenda-preliminary.txt',
      [
        'motion 1 Hilltop Retired Members Section',
        'motion 2 Northern Region Retired Members’ Committee',
        'composite B National Committee',
        'motion EM1 Hilltop Retired Members Section',
      ],
    ],
    [
      'agenda-signed-below.txt',
      ['motion 01 Union of Bakers', 'amendment Union of Millers to 01', 'motion 02 Union of Drivers'],
    ],
    [
      'agenda-amendments-only.txt',
      [
        'amendment 1.1 Coastal Retired Members Section to 1',
        'amendment 2.1 Northern Region to 2',
        'amendment 2.2 Welsh Retired Members to 2',
      ],
    ],
  ];
  it.each(agendas)('in %s', (name, expected) => {
    const rows = readAgenda(fixture(name)).papers.map(({ kind, number, submittedBy, decision, amends }) =>
      [
        kind,
        number?.value,
        submittedBy[0]?.value,
        decision?.value.key,
        amends === undefined ? undefined : `to ${amends.value}`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    );
    expect(rows).toEqual(expected);
  });
});

it('a sentence goes on below a running head', () => {
  const agenda = readAgenda(
    'Agenda\nSpring meeting\n\n1. Bins\n\nConference notes that the bins of every street in the\n\nPage 3 of 9\n\ntown are full.\n\n2. Buses\n\nConference notes that buses are late.\n',
  );
  expect(agenda.papers[0]?.clauses.map((clause) => clause.text)).toEqual([
    'Conference notes that the bins of every street in the town are full.',
  ]);
});

it('line numbers down the side are taken off, and told of', () => {
  const text =
    'F12 Warm homes\n\n1 Conference notes that:\n2 a) one home in five is cold in the winter, and that those who live in\n3 them are ill more often than their neighbours;\n4 b) the grant for insulation ran out in March.\n\n5 Conference calls for:\n6 1. A grant that lasts as long as the cold does, paid to tenants as well as to\n7 owners.\n8 2. A register of cold homes.\n';
  const paper = readPaperText({ name: 'f12.txt', text }, { html: htmlParser });
  if (!paper.ok || paper.value.kind !== 'motion') throw new Error('not a motion');
  expect(paper.value.number?.value).toBe('F12');
  expect(paper.value.clauses.map((clause) => clause.number)).toEqual([undefined, 'a)', 'b)', undefined, '1.', '2.']);
  expect(paper.value.warnings).toContainEqual({ kind: 'line-numbers-removed', from: 1, to: 8 });
});
