// The report a delegate takes back: one table of what was decided, then motion by motion what the branch had in it.

import { decisionKeys, decisionWords } from '../motion/decision';
import type { Conference } from '../motion/conference';
import type { Decision } from '../motion/decision';
import { mandateWords } from '../motion/mandate';
import { amendmentBlocks, amendmentSummary } from './amendment-blocks';
import { dateInWords, momentTeller } from './date-words';
import { concernsUs, isOurs } from './motion-account';
import type { ConferenceAccount, MotionAccount } from './motion-account';
import { decisionInWords, joinWords, lowerFirst } from './outcome';
import { plain, strong } from './report-document';
import type { Block, Fact, ReportDocument } from './report-document';

export type ReportChoices = {
  /** `ours`: only motions with a mandate, a decision recorded in the hall, a note, a briefing or an amendment of ours. */
  readonly motions: 'all' | 'ours';
  /** Our own amendments, with their formal wording. */
  readonly amendments: boolean;
  /** The amended clauses with the changes marked, under the wording. */
  readonly markedText: boolean;
  /** Notes are private: the delegate says so each time they are to go out. */
  readonly notes: boolean;
  readonly briefings: boolean;
};

export type ReportMoment = {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name of the zone that times are told in: `Europe/London`. */
  readonly timeZone: string;
};

/** A moment in words, in the zone of the report. */
type Tell = (milliseconds: number) => string;

/** Builds the report. Layout after the branch reports in papers.md, section 4: a table first, departures shown. */
export function branchReport(
  { conference, motions }: ConferenceAccount,
  choices: ReportChoices,
  moment: ReportMoment,
): ReportDocument {
  const accounts = choices.motions === 'all' ? motions : motions.filter(concernsUs);
  const tell = momentTeller(moment.timeZone);
  return {
    title: `Report back: ${conference.title}`,
    language: 'en-GB',
    blocks: [
      { kind: 'paragraph', spans: [plain(openingLine(conference, tell(moment.now)))] },
      ...(accounts.length === 0 ? [nothingYet(choices)] : decisionsTable(accounts)),
      ...departures(accounts),
      ...motionByMotion(accounts, choices, tell),
    ],
    sheet: sheetOf(conference, accounts, choices),
  };
}

function openingLine({ organisation }: Conference, now: string): string {
  const body = organisation === undefined ? '' : `${organisation}. `;
  return `${body}Prepared ${now}.`;
}

function nothingYet(choices: ReportChoices): Block {
  const text =
    choices.motions === 'ours'
      ? 'There is no mandate, note, briefing or amendment of ours on any motion yet, and no decision is recorded.'
      : 'There are no motions yet.';
  return { kind: 'paragraph', spans: [plain(text)] };
}

function decisionsTable(accounts: readonly MotionAccount[]): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Decisions' },
    {
      kind: 'table',
      caption: summaryOf(accounts),
      columns: ['Motion', 'Subject', 'Branch mandate', 'Outcome'],
      rows: accounts.map((account) => [
        account.motion.number ?? '',
        account.motion.text.title,
        mandateCell(account),
        account.outcome,
      ]),
    },
  ];
}

/** `12 motions: 5 carried, 2 lost and 5 without a decision.` */
function summaryOf(accounts: readonly MotionAccount[]): string {
  const parts = [...decisionKeys, undefined].flatMap((key) => {
    const count = accounts.filter((account) => account.decision?.key === key).length;
    const words = key === undefined ? 'without a decision' : decisionWords[key].toLowerCase();
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${accounts.length} ${accounts.length === 1 ? 'motion' : 'motions'}: ${joinWords(parts)}.`;
}

/** Where conference and mandate part, and where the hall and the paper do. Nothing is listed when nothing departs. */
function departures(accounts: readonly MotionAccount[]): readonly Block[] {
  const fromMandate = accounts.filter((account) => account.compared === 'otherwise');
  const fromPaper = accounts.filter((account) => account.printedOtherwise !== undefined);
  const blocks: Block[] = [];
  if (fromMandate.length > 0) {
    blocks.push(
      { kind: 'heading', level: 2, text: 'Where conference decided otherwise than our mandate' },
      {
        kind: 'list',
        items: fromMandate.map((account) => [
          strong(nameOf(account)),
          plain(` — our mandate: ${lowerFirst(mandateCell(account))}; conference: ${lowerFirst(account.outcome)}`),
        ]),
      },
    );
  }
  if (fromPaper.length > 0) {
    blocks.push(
      { kind: 'heading', level: 2, text: 'Where the record from the hall differs from the printed paper' },
      {
        kind: 'list',
        items: fromPaper.map((account) => [
          strong(nameOf(account)),
          plain(` — recorded in the hall: ${wordsOf(account.decision)}; `),
          plain(`on the paper: ${wordsOf(account.printedOtherwise)}`),
        ]),
      },
    );
  }
  return blocks;
}

function wordsOf(decision: Decision | undefined): string {
  return decision === undefined ? '' : lowerFirst(decisionInWords(decision));
}

function motionByMotion(accounts: readonly MotionAccount[], choices: ReportChoices, tell: Tell): readonly Block[] {
  const sections = accounts.flatMap((account) => motionSection(account, choices, tell));
  return sections.length === 0 ? [] : [{ kind: 'heading', level: 2, text: 'Motion by motion' }, ...sections];
}

/** A section for a motion about which there is more to say than the table says; nothing for the others. */
function motionSection(account: MotionAccount, choices: ReportChoices, tell: Tell): readonly Block[] {
  const ours = choices.amendments ? account.amendments.filter(isOurs) : [];
  const blocks: readonly Block[] = [
    ...ours.flatMap((one) => amendmentBlocks(one, choices.markedText)),
    ...(choices.notes ? noteBlocks(account, tell) : []),
    ...(choices.briefings ? briefingBlocks(account) : []),
  ];
  const hasRemark = account.mandate?.remark !== undefined && account.mandate.remark.trim() !== '';
  if (blocks.length === 0 && !hasRemark && account.recordedAt === undefined) return [];
  return [
    { kind: 'heading', level: 3, text: nameOf(account) },
    { kind: 'facts', facts: factsOf(account, tell) },
    ...blocks,
  ];
}

function factsOf(account: MotionAccount, tell: Tell): readonly Fact[] {
  const { motion, mandate, recordedAt } = account;
  const facts: Fact[] = [];
  if (motion.submittedBy.length > 0)
    facts.push({ term: 'Submitted by', spans: [plain(joinWords(motion.submittedBy))] });
  if (mandate !== undefined) {
    const remark = mandate.remark === undefined || mandate.remark.trim() === '' ? '' : ` — ${mandate.remark.trim()}`;
    facts.push({ term: 'Branch mandate', spans: [strong(mandateWords[mandate.position]), plain(remark)] });
  }
  const when = recordedAt === undefined ? '' : `, recorded ${tell(recordedAt)}`;
  facts.push({
    term: 'Outcome',
    spans: [strong(account.outcome === '' ? 'No decision recorded' : account.outcome), plain(when)],
  });
  return facts;
}

function noteBlocks(account: MotionAccount, tell: Tell): readonly Block[] {
  if (account.notes.length === 0) return [];
  return [
    { kind: 'heading', level: 4, text: account.notes.length === 1 ? 'My note' : 'My notes' },
    ...account.notes.flatMap((note): readonly Block[] => {
      const about = note.clause === undefined ? '' : `On “${shortened(note.clause.text)}”, `;
      const saved = tell(note.savedAt);
      return [
        { kind: 'paragraph', spans: [plain(about === '' ? saved : `${about}${saved}`)] },
        { kind: 'quotation', of: 'note', lines: note.body.trim().split(/\n+/) },
      ];
    }),
  ];
}

function briefingBlocks(account: MotionAccount): readonly Block[] {
  if (account.briefings.length === 0) return [];
  return [
    { kind: 'heading', level: 4, text: account.briefings.length === 1 ? 'Briefing' : 'Briefings' },
    {
      kind: 'list',
      items: account.briefings.map((briefing) => {
        const published = briefing.publishedAt === undefined ? [] : [dateInWords(briefing.publishedAt)];
        const source = [...(briefing.publisher === undefined ? [] : [briefing.publisher]), ...published];
        return [strong(briefing.title), plain(source.length === 0 ? '' : `, ${source.join(', ')}`)];
      }),
    },
  ];
}

function sheetOf(
  conference: Conference,
  accounts: readonly MotionAccount[],
  choices: ReportChoices,
): ReportDocument['sheet'] {
  const columns: readonly { readonly name: string; readonly cell: (account: MotionAccount) => string }[] = [
    { name: 'Conference', cell: (account) => account.motion.conference ?? conference.title },
    { name: 'Motion', cell: (account) => account.motion.number ?? '' },
    { name: 'Subject', cell: (account) => account.motion.text.title },
    { name: 'Submitted by', cell: (account) => joinWords(account.motion.submittedBy) },
    { name: 'Branch mandate', cell: mandateCell },
    { name: 'Outcome', cell: (account) => account.outcome },
    ...(choices.amendments ? [{ name: 'Our amendments', cell: amendmentSummary }] : []),
    ...(choices.notes ? [{ name: 'Notes', cell: notesCell }] : []),
    ...(choices.briefings ? [{ name: 'Briefings', cell: briefingsCell }] : []),
  ];
  return {
    columns: columns.map((column) => column.name),
    rows: accounts.map((account) => columns.map((column) => column.cell(account))),
  };
}

function notesCell(account: MotionAccount): string {
  return account.notes.map((note) => note.body.trim()).join('\n\n');
}

function briefingsCell(account: MotionAccount): string {
  return account.briefings.map((briefing) => briefing.title).join('\n');
}

function mandateCell(account: MotionAccount): string {
  return account.mandate === undefined ? '' : mandateWords[account.mandate.position];
}

/** `Motion 12: Mutuals and co-ops`, `Composite A: Social care`. */
function nameOf(account: MotionAccount): string {
  const { kind, number, text } = account.motion;
  if (number === undefined) return text.title;
  if (/^comp/i.test(number)) return `${number}: ${text.title}`;
  return `${kind === 'composite' ? 'Composite' : 'Motion'} ${number}: ${text.title}`;
}

/** The first words of a clause, enough to know it again. */
function shortened(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length <= 9 ? words.join(' ') : `${words.slice(0, 8).join(' ')} …`;
}
