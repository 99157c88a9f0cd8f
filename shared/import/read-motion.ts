// One motion from one paper: a page of the archive, a leaflet, an e-mail.

import { droppedLines, warningsOf } from './accounting';
import { titleFromFileName } from './file-title';
import { readMotionHeader, readTitleBelow } from './motion-header';
import { readMotionTail } from './motion-tail';
import { readNumberedTitle } from './numbered-title';
import type { LineRange, PaperWarning, ReadField, ReadMotion } from './paper';
import { agendaHeadings, standsAlone } from './agenda-heading';
import { readAgendaPaper } from './agenda-paper';
import { instructionOf, kindOf } from './instruction-kind';
import { isPageFurniture } from './page-furniture';
import { labelledSubmitters } from './paper-top';
import { readSignedHead } from './signed-head';
import { splitClauses } from './split-clauses';
import type { SourceLine, TextLine } from './text-line';

/** What the reader of a kind of paper is given: the file's name, its source, and those of its lines that hold text. */
export type PaperLines = {
  readonly file: string;
  readonly source: readonly SourceLine[];
  readonly lines: readonly TextLine[];
};

type Naming = Pick<ReadMotion, 'kind' | 'number' | 'title' | 'amends'>;

/** Reads the whole paper as one motion; as composite, rule amendment or amendment where it says so itself. */
export function readMotion(paper: PaperLines): ReadMotion {
  const header = readMotionHeader(paper.lines);
  const signed = header === undefined ? readSignedHead(paper.lines) : undefined;
  if (header === undefined && signed === undefined) {
    const headed = readHeaded(paper);
    if (headed !== undefined) return headed;
  }
  const named = header ?? signed ?? readTitleBelow(paper.lines);
  const top = readSignedTop(named?.body ?? paper.lines);
  const { body, submittedBy } = readMotionTail(top.rest);
  const naming = nameMotion(named?.title, body, paper.file);
  const fields = {
    ...numberFrom(header?.numberLine ?? signed?.numberLine),
    ...naming,
    ...(header?.conference === undefined ? {} : { conference: header.conference }),
    ...(header?.date === undefined ? {} : { date: header.date }),
    ...(header?.decision === undefined ? {} : { decision: header.decision }),
    submittedBy: [...(signed?.submittedBy ?? []), ...top.submittedBy, ...submittedBy],
  };
  if (naming.kind === 'amendment') return finish(paper, { ...fields, ...instructionOf(body), clauses: [] }, []);
  const { clauses } = splitClauses(body);
  return finish(paper, { ...fields, clauses }, []);
}

/** Labelled submitters above the first words of the text. */
function readSignedTop(
  lines: readonly TextLine[],
): Pick<ReadMotion, 'submittedBy'> & { readonly rest: readonly TextLine[] } {
  const to = lines.slice(0, 3).findIndex((line) => labelledSubmitters(line) === undefined);
  const signed = to === -1 ? [] : lines.slice(0, to);
  return { submittedBy: signed.flatMap((line) => labelledSubmitters(line) ?? []), rest: lines.slice(signed.length) };
}

/** A motion under a heading of the kind that agendas print: "Composite 03 Buses", who it was received from, the text. */
function readHeaded(paper: PaperLines): ReadMotion | undefined {
  const lines = paper.lines.filter((line) => !isPageFurniture(line));
  const [heading, ...others] = agendaHeadings(lines);
  if (heading === undefined || others.length > 0 || !standsAlone(heading)) return undefined;
  const { paper: read } = readAgendaPaper(
    heading,
    lines.slice(heading.at, heading.bodyAt),
    lines.slice(heading.bodyAt),
    { previous: undefined, isSignedBelow: false, isSignedBehindDash: false },
  );
  return finish(paper, read, []);
}

/** Completes a motion with its source, the lines that nothing took, and the warnings. */
export function finish(
  paper: PaperLines,
  motion: Omit<ReadMotion, 'file' | 'source' | 'dropped' | 'warnings'>,
  warnings: readonly PaperWarning[],
): ReadMotion {
  return {
    ...motion,
    file: paper.file,
    source: paper.source.map(({ text }) => text),
    dropped: droppedLines(paper.source, rangesOf(motion)),
    warnings: [...warnings, ...warningsOf(paper.source, motion.clauses)],
  };
}

/** Every run of lines that a field or clause of `motion` was read from. */
export function rangesOf(motion: Omit<ReadMotion, 'file' | 'source' | 'dropped' | 'warnings'>): readonly LineRange[] {
  const { number, title, conference, date, decision, amends, instruction, submittedBy } = motion;
  const fields: readonly (ReadField<unknown> | undefined)[] = [
    number,
    title,
    conference,
    date,
    decision,
    amends,
    instruction,
    ...submittedBy,
  ];
  return [...fields.flatMap((field) => field?.lines ?? []), ...motion.clauses.map((clause) => clause.lines)];
}

/** Number, title and kind from the title line, and kind from the first words of the text. */
function nameMotion(printed: ReadField<string> | undefined, body: readonly TextLine[], file: string): Naming {
  if (printed === undefined) {
    const title = titleFromFileName(file);
    return { kind: kindOf(title ?? '', body), ...(title === undefined ? {} : { title: { value: title } }) };
  }
  const numbered = readNumberedTitle(printed.value);
  const lines = printed.lines === undefined ? {} : { lines: printed.lines };
  if (numbered === undefined || !isTrustworthy(printed.value)) {
    const kind = kindOf(printed.value, body);
    return kind === 'amendment' ? { kind, title: printed, amends: printed } : { kind, title: printed };
  }
  const kind = numbered.kind === 'motion' ? kindOf(numbered.title, body) : numbered.kind;
  const amends = numbered.amends ?? (kind === 'amendment' && numbered.title !== '' ? numbered.title : undefined);
  return {
    kind,
    number: { value: numbered.number, ...lines },
    ...(numbered.title === '' ? {} : { title: { value: numbered.title, ...lines } }),
    ...(amends === undefined ? {} : { amends: { value: amends, ...lines } }),
  };
}

function numberFrom(line: TextLine | undefined): Pick<ReadMotion, 'number'> {
  const numbered = line === undefined ? undefined : readNumberedTitle(line.text);
  if (line === undefined || numbered === undefined) return {};
  return { number: { value: numbered.number, lines: { from: line.line, to: line.line + 1 } } };
}

/** "12 years of cuts" is a title; "12. Years of cuts" and "Motion 12" hold a number. */
function isTrustworthy(title: string): boolean {
  return !/^\d{1,3}\s+\p{L}/u.test(title);
}
