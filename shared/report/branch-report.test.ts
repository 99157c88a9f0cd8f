import { describe, expect, it } from 'vitest';
import type { Amendment } from '../amendment/amendment';
import { amendmentId, briefingId, clauseId, conferenceId, mandateId, motionId, noteId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { Motion } from '../motion/motion';
import { branchReport } from './branch-report';
import type { ReportChoices } from './branch-report';
import { joinReports } from './join-reports';
import { accountOfConference } from './motion-account';
import type { ReportPapers } from './motion-account';
import { writeText } from './write-text';

const conference = conferenceId('ndc');
const moment = { now: Date.UTC(2027, 5, 22, 16, 40), timeZone: 'Europe/London' };
const everything: ReportChoices = { motions: 'all', amendments: true, markedText: true, notes: true, briefings: true };

const clauses: readonly Clause[] = [
  { id: clauseId('c1'), kind: 'paragraph', depth: 0, text: 'Conference notes that buses are late.' },
  { id: clauseId('c2'), kind: 'lead-in', depth: 0, text: 'Conference calls on the committee to:' },
  { id: clauseId('c3'), kind: 'item', number: '1)', depth: 1, text: 'ask why;' },
  { id: clauseId('c4'), kind: 'item', number: '2)', depth: 1, text: 'report back.' },
];

function motion(number: string, title: string, facts: Partial<Motion> = {}): Motion {
  return {
    id: motionId(`m${number}`),
    conferenceId: conference,
    kind: 'motion',
    origin: 'delegate',
    number,
    submittedBy: ['Northfield Branch'],
    text: { id: textVersionIdOf(title, clauses), title, clauses },
    dropped: [],
    ...facts,
  };
}

const buses = motion('2', 'Buses');
const draft: Amendment = {
  id: amendmentId('a1'),
  conferenceId: conference,
  motionId: buses.id,
  origin: 'delegate',
  standing: 'draft',
  submittedBy: ['Islands Branch'],
  baseVersion: buses.text.id,
  operations: [{ kind: 'replace', clause: clauseId('c3'), from: 4, to: 7, removed: 'why', text: 'the drivers why' }],
};
const printed: Amendment = {
  ...draft,
  id: amendmentId('a2'),
  standing: 'published',
  number: '2.1',
  decision: { key: 'carried' },
};

const papers: ReportPapers = {
  conference: { id: conference, title: '2027 National Delegate Conference' },
  motions: [motion('10', 'Trains', { decision: { key: 'carried' } }), buses, motion('3', 'Trams')],
  amendments: [draft, printed],
  briefings: [
    {
      id: briefingId('b1'),
      conferenceId: conference,
      title: 'Late again',
      publisher: 'The Courier',
      publishedAt: '2027-05-14',
      clauses: [],
      dropped: [],
    },
  ],
  notes: [
    { id: noteId('n1'), motionId: buses.id, baseVersion: buses.text.id, body: 'Ask Harbour.', savedAt: moment.now },
    {
      id: noteId('n2'),
      motionId: buses.id,
      clause: { id: clauseId('c3'), text: 'ask why;' },
      baseVersion: buses.text.id,
      body: 'Who?',
      savedAt: moment.now,
    },
  ],
  mandates: [
    { id: mandateId('d1'), motionId: buses.id, position: 'oppose', remark: 'unless the drivers are asked' },
    { id: mandateId('d2'), motionId: motionId('m10'), position: 'support' },
  ],
  decisions: [
    { recordId: buses.id, key: 'carried-as-amended', recordedAt: moment.now },
    { recordId: 'm10', key: 'lost', recordedAt: moment.now },
  ],
  links: [{ motionId: buses.id, briefingId: 'b1' }],
  earlierTexts: [],
};

const textOf = (choices: Partial<ReportChoices> = {}, changed: Partial<ReportPapers> = {}): string =>
  writeText(branchReport(accountOfConference({ ...papers, ...changed }), { ...everything, ...choices }, moment));

describe('the branch report', () => {
  it('begins with one table in the order of the agenda', () => {
    const table = branchReport(accountOfConference(papers), everything, moment).blocks.find(
      (block) => block.kind === 'table',
    );
    expect(table).toEqual({
      kind: 'table',
      caption: '3 motions: 1 carried as amended, 1 lost and 1 without a decision.',
      columns: ['Motion', 'Subject', 'Branch mandate', 'Outcome'],
      rows: [
        ['2', 'Buses', 'Oppose', 'Carried as amended by 2.1'],
        ['3', 'Trams', '', ''],
        ['10', 'Trains', 'Support', 'Lost'],
      ],
    });
  });

  it('says where conference decided otherwise than the mandate', () => {
    const text = textOf();
    expect(text).toContain('Where conference decided otherwise than our mandate');
    expect(text).toMatch(/\* Motion 2: Buses — our mandate: oppose; conference: carried as amended by\s+2\.1/);
    expect(text).toMatch(/\* Motion 10: Trains — our mandate: support; conference: lost/);
  });

  it('says where the hall and the paper differ', () => {
    expect(textOf()).toMatch(/\* Motion 10: Trains — recorded in the hall: lost; on the paper: carried/);
    expect(textOf({}, { decisions: [] })).not.toContain('recorded in the hall');
  });

  it('gives our amendment its wording and its marked text, and leaves printed ones to the outcome', () => {
    const text = textOf();
    expect(text).toContain('In action point 1, delete “why” and insert “the drivers why”.');
    expect(text).toContain('1) ask ');
    expect(text).toContain('{+');
    expect(text).not.toContain('amendment 2.1');
  });

  it('words an amendment against the text it was drafted on, not the one that came after', () => {
    const later = motion('2', 'Buses and coaches');
    const text = textOf({}, { motions: [later], earlierTexts: [buses.text] });
    expect(text).toContain('In action point 1, delete “why”');
    expect(textOf({}, { motions: [later] })).toContain('is not held on this computer');
  });

  it('puts notes on the motion before notes on its clauses, each with when it was saved', () => {
    const text = textOf();
    expect(text.indexOf('Ask Harbour.')).toBeLessThan(text.indexOf('Who?'));
    expect(text).toContain('On “ask why;”, 22 June 2027, 17:40');
  });

  it('names the briefings and the remark of the mandate', () => {
    expect(textOf()).toContain('* Late again, The Courier, 14 May 2027');
    expect(textOf()).toContain('Branch mandate: Oppose — unless the drivers are asked');
  });

  it.each<[string, Partial<ReportChoices>, string]>([
    ['notes', { notes: false }, 'Ask Harbour.'],
    ['amendments', { amendments: false }, 'the drivers why'],
    ['marked text', { markedText: false }, '{+'],
    ['briefings', { briefings: false }, 'Late again'],
    ['motions that are not ours', { motions: 'ours' }, 'Trams'],
  ])('leaves out %s when asked to, in the document and in the sheet', (_name, choices, words) => {
    expect(textOf()).toContain(words);
    const report = branchReport(accountOfConference(papers), { ...everything, ...choices }, moment);
    expect(JSON.stringify(report.blocks)).not.toContain(words);
    expect(JSON.stringify(report.sheet)).not.toContain(words);
  });

  it('is one flat row a motion for spreadsheets', () => {
    const { columns, rows } = branchReport(accountOfConference(papers), everything, moment).sheet;
    expect(rows.map((row) => row.length)).toEqual([columns.length, columns.length, columns.length]);
    const [first = []] = rows;
    expect(first[columns.indexOf('Notes')]).toBe('Ask Harbour.\n\nWho?');
    expect(first[columns.indexOf('Our amendments')]).toContain('delete “why” and insert “the drivers why”');
  });

  it('of nothing says so', () => {
    expect(textOf({}, { motions: [] })).toContain('There are no motions yet.');
    const untouched = { decisions: [], mandates: [], notes: [], amendments: [], links: [] };
    expect(textOf({ motions: 'ours' }, untouched)).toContain(
      'There is no mandate, note, briefing or amendment of ours',
    );
  });

  it('leaves other conferences alone', () => {
    const elsewhere = motion('1', 'Elsewhere', { conferenceId: conferenceId('other') });
    expect(textOf({}, { motions: [elsewhere, buses] })).not.toContain('Elsewhere');
  });
});

describe('reports of several conferences', () => {
  it('stand under their titles and share one sheet', () => {
    const one = branchReport(accountOfConference(papers), everything, moment);
    const joined = joinReports([one, one]);
    expect(joined.title).toBe('Report back from 2 conferences');
    expect(joined.blocks.filter((block) => block.kind === 'heading' && block.text === one.title)).toHaveLength(2);
    expect(joined.sheet.rows).toHaveLength(6);
    expect(joinReports([one])).toBe(one);
    expect(writeText(joinReports([]))).toContain('There are no motions yet.');
  });
});
