import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import type { ReadMotion } from './paper';
import { readPaperText } from './read-paper';

function read(text: string, name = 'parking-2.txt'): ReadMotion {
  const paper = readPaperText({ name, text }, { html: htmlParser });
  if (!paper.ok || !('submittedBy' in paper.value)) throw new Error(paper.ok ? paper.value.kind : paper.error.kind);
  return paper.value;
}

/** The body below a head of family B, each line a paragraph of its own. */
function page(...body: readonly string[]): ReadMotion {
  return read(['Parking', '2019 Health Care Service Group Conference\n8 January 2019', ...body].join('\n\n'));
}

const shape = (paper: ReadMotion) => paper.clauses.map(({ kind, number, depth }) => [kind, number ?? '', depth]);
const heads = (paper: ReadMotion) => [
  paper.title?.value,
  paper.conference?.value,
  paper.date?.value,
  paper.decision?.value.key,
];

describe('the head of a page', () => {
  const expected = ['Parking', '2019 Health Care Service Group Conference', '2019-01-08', 'carried'];
  const body = 'Conference notes that parking is dear.';
  const families: readonly (readonly [string, string])[] = [
    [
      'labels on lines of their own',
      'Parking\n\nBack to all Motions\n\nConference\n2019 Health Care Service Group Conference\nDate\n8 January 2019\nDecision\nCarried\n\n',
    ],
    [
      'bare lines',
      'Parking\n\nBack to all Motions\n\n2019 Health Care Service Group Conference\n8 January 2019\nCarried\n\n',
    ],
    [
      'labels before colons',
      'Title: Parking\nConference: 2019 Health Care Service Group Conference\nDate: 8 January 2019\nDecision: Carried\n\n',
    ],
    [
      'labels and values as the rows of a table',
      'Parking\n\nConference 2019 Health Care Service Group Conference\nDate 8 January 2019\nDecision Carried\n\n',
    ],
    [
      'a hyphen before every line',
      'Parking\n- Conference\n- 2019 Health Care Service Group Conference\n- Date\n- 8 January 2019\n- Decision\n- Carried\n',
    ],
  ];
  it.each(families)('is read from %s', (_, head) => {
    const paper = read(head + body);
    expect(heads(paper)).toEqual(expected);
    expect(paper.clauses.map((clause) => clause.text)).toEqual([body]);
  });

  it('without a title takes the words of the file’s name, and says so', () => {
    const paper = read(`2019 Health Care Service Group Conference\n8 January 2019\n\n${body}`, 'night-parking-14.txt');
    expect(paper.title).toEqual({ value: 'Night parking' });
  });

  it('has no decision where none is printed', () => {
    expect(page(body).decision).toBeUndefined();
  });

  it('may have the motion’s number on a line of its own', () => {
    const paper = read(`Motion 12\n\nParking\n\n2019 Health Care Service Group Conference\n8 January 2019\n\n${body}`);
    expect([paper.number?.value, paper.title?.value]).toEqual(['12', 'Parking']);
  });

  it('has whatever stands behind the label as its decision', () => {
    const decided = (words: string) =>
      read(`Parking\n\nConference\n2019 Health Care Service Group Conference\nDecision\n${words}\n\n${body}`).decision
        ?.value;
    expect(decided('Carried overwhelmingly')).toEqual({ key: 'carried', asPrinted: 'Carried overwhelmingly' });
    expect(decided('Left on the table')).toEqual({ key: 'other', asPrinted: 'Left on the table' });
  });

  it('may have a title that names a conference', () => {
    const paper = read(
      `SERVICE GROUP CONFERENCE\n\n2019 Health Care Service Group Conference\n8 January 2019\n\n${body}`,
    );
    expect(heads(paper).slice(0, 2)).toEqual(['SERVICE GROUP CONFERENCE', '2019 Health Care Service Group Conference']);
  });
});

describe('clauses', () => {
  it('have their markers whether glued or not, in one list', () => {
    const paper = page('Conference notes:', '1) that fees rise;', '2)that pay does not.');
    expect(shape(paper)).toEqual([
      ['lead-in', '', 0],
      ['item', '1)', 1],
      ['item', '2)', 1],
    ]);
    expect(paper.clauses[2]?.text).toBe('that pay does not.');
  });

  it('of three marker styles are all at the first level when nothing contains them', () => {
    const paper = page('Conference notes:', '1)one;', 'Conference believes:', 'a)two;', 'Conference agrees', 'i)three');
    expect(paper.clauses.filter(({ kind }) => kind === 'item').map(({ depth }) => depth)).toEqual([1, 1, 1]);
  });

  it('nest where an item introduces them, and the outer list goes on', () => {
    const paper = page('Conference asks branches to:', '1.Collect examples of:', '·fees;', '·fines;', '2.Report them.');
    expect(shape(paper)).toEqual([
      ['lead-in', '', 0],
      ['item', '1.', 1],
      ['item', '·', 2],
      ['item', '·', 2],
      ['item', '2.', 1],
    ]);
  });

  it('that continue an item keep its depth', () => {
    const paper = page('Conference agrees:', '1) to ask;', 'This must be done by June.', '2) to wait.');
    expect(shape(paper)[2]).toEqual(['paragraph', '', 1]);
  });

  it('come out of a list run into one line, and a stem behind it starts a paragraph', () => {
    const paper = page(
      'Conference asks the Executive to:1)Survey branches,2)Publish the results. Conference thanks all.',
    );
    expect(paper.clauses.map(({ number, text }) => `${number ?? ''}|${text}`)).toEqual([
      '|Conference asks the Executive to:',
      '1)|Survey branches,',
      '2)|Publish the results.',
      '|Conference thanks all.',
    ]);
  });

  it('are led in without a colon, by “to”, “;” or “:-” too', () => {
    for (const lead of ['Conference calls on the Executive to', 'Conference notes;', 'Conference agrees:-']) {
      expect(shape(page(lead, '1)ask;', '2)wait.'))[0]).toEqual(['lead-in', '', 0]);
    }
  });

  it('join lines that were wrapped, and sentences that a blank line cuts', () => {
    const paper = page(
      'Conference notes that members in every region pay to\npark at their own place of work, and that the\ncharge has doubled.',
      'Conference asks for it to be ended, in',
      'particular at night.',
    );
    expect(paper.clauses.map(({ text }) => text)).toEqual([
      'Conference notes that members in every region pay to park at their own place of work, and that the charge has doubled.',
      'Conference asks for it to be ended, in particular at night.',
    ]);
  });

  it('may start with a year or a share, which are no markers', () => {
    const paper = page('2014 must be the year.', '86% of members agree.');
    expect(shape(paper)).toEqual([
      ['paragraph', '', 0],
      ['paragraph', '', 0],
    ]);
  });

  it('may be numbered with bare figures, in sequence', () => {
    const paper = page('Conference will:', '1decide on a policy;', '2publish it.');
    expect(paper.clauses.map(({ number, text }) => [number, text])).toEqual([
      [undefined, 'Conference will:'],
      ['1', 'decide on a policy;'],
      ['2', 'publish it.'],
    ]);
  });

  it('are not made of empty bullets and lone full stops, which are dropped', () => {
    const paper = page('Conference notes:', '• one;', '•', '• two', '.');
    expect(paper.clauses.map(({ text }) => text)).toEqual(['Conference notes:', 'one;', 'two']);
    expect(paper.dropped.map(({ text }) => text)).toEqual(['•', '.']);
  });
});

describe('what stands around the text', () => {
  it('submitters are no items, though they start with a figure', () => {
    const paper = page(
      'Conference agrees:',
      '1) to ask;',
      '2) to wait.',
      '5 North West Region',
      '21 Manchester Branch',
    );
    expect(paper.submittedBy.map(({ value }) => value)).toEqual(['5 North West Region', '21 Manchester Branch']);
    expect(paper.clauses).toHaveLength(3);
  });

  it('a reference to one’s own items is warned of, and stays', () => {
    const paper = page('Conference agrees:', '1) to ask;', '2) to report on the matter in 1).');
    expect(paper.warnings).toContainEqual({ kind: 'refers-to-own-items', reference: 'in 1)' });
  });

  it('a copy that stops in mid-sentence is warned of', () => {
    expect(page('Conference notes that parking is dear and that many of those who').warnings).toEqual([
      { kind: 'cut-short' },
    ]);
  });
});

describe('the kind of a motion', () => {
  it('is known without any head by what conference is asked to do', () => {
    const paper = read(
      'Members remain worried about parking, and they say so at every meeting.\n\nConference therefore instructs the Executive to:\n\n1)ask;\n\n2)wait.',
    );
    expect([paper.kind, paper.clauses.length]).toEqual(['motion', 4]);
  });

  it('is an amendment when its text says what to change in the motion of its title', () => {
    const paper = page('Under 1) add at the end: “and at night”.', 'Add new 2): “2) Report back.”');
    expect([paper.kind, paper.amends?.value]).toEqual(['amendment', 'Parking']);
    expect(paper.instruction?.value).toBe('Under 1) add at the end: “and at night”.\nAdd new 2): “2) Report back.”');
  });

  it('is a rule amendment when what it changes are the rules', () => {
    expect(page('Rule D 2.1', 'Replace “two seats” with “three seats”').kind).toBe('rule-amendment');
    expect(page('In Standing Order 8 insert a new section to read as follows:', '“8.1 Sharers may speak.”').kind).toBe(
      'rule-amendment',
    );
  });

  it('stays a motion when conference asks for a change of rule', () => {
    expect(page('Conference supports a rule change on these lines:', 'In rule F3.1 delete “branches”.').kind).toBe(
      'motion',
    );
  });

  it('is a composite under a composite’s heading, with what it was received from', () => {
    const paper = read(
      'Composite 03 Night buses\n\nReceived from: Coastal Branch, North Region\n\nMotion 9 and amendment, and 10\nCongress notes that buses stop early.',
    );
    expect([paper.kind, paper.number?.value, paper.title?.value]).toEqual(['composite', '03', 'Night buses']);
    expect(paper.submittedBy.map(({ value }) => value)).toEqual(['Coastal Branch', 'North Region']);
  });
});
