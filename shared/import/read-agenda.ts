// An agenda: many motions, composites and amendments in one paper, each amendment tied to its motion.

import { droppedLines, warningsOf } from './accounting';
import type { AgendaHeading } from './agenda-heading';
import { agendaHeadings } from './agenda-heading';
import { areSignedBelow } from './agenda-signatures';
import { readAgendaPaper } from './agenda-paper';
import { cutRunTogether } from './cut-lines';
import { isConferenceName } from './motion-header';
import { isPageFurniture } from './page-furniture';
import type { DroppedLine, LineRange, ReadAgenda, ReadField, ReadMotion } from './paper';
import type { PaperLines } from './read-motion';
import { rangesOf } from './read-motion';
import { splitDash, splitTitle } from './submitters';
import type { SourceLine, TextLine } from './text-line';
import { closeRanks } from './text-line';

/** Reads an agenda into its papers. Lines before the first, between papers and of the page are dropped. */
export function readAgenda(paper: PaperLines): ReadAgenda {
  const lines = cutRunTogether(closeRanks(paper.lines.filter((line) => !isFurniture(line))));
  const headings = agendaHeadings(lines);
  const source = paper.source.map(({ text }) => text);
  const papers: ReadMotion[] = [];
  const left: TextLine[] = paper.lines.filter(isFurniture);
  let lastMotion: string | undefined;
  const isSignedBehindDash = areSignedBehindDash(headings);
  let lastTitle: string | undefined;
  const isSignedBelow = areSignedBelow(
    headings.map((heading, index) => lines.slice(heading.bodyAt, headings[index + 1]?.at)),
  );
  for (const [index, heading] of headings.entries()) {
    const headingLines = lines.slice(heading.at, heading.bodyAt);
    const read = readAgendaPaper(heading, headingLines, lines.slice(heading.bodyAt, headings[index + 1]?.at), {
      previous: lastMotion,
      previousTitle: lastTitle,
      isSignedBelow,
      isSignedBehindDash,
    });
    if (read.paper.kind !== 'amendment') {
      lastMotion = read.paper.number?.value ?? read.paper.title?.value;
      lastTitle = read.paper.title?.value;
    }
    papers.push({ ...read.paper, file: paper.file, source, dropped: [], warnings: [] });
    left.push(...read.left);
  }
  const above = lines.slice(0, headings[0]?.at);
  const head = readAgendaHead(above);
  left.push(...above.filter((line) => !head.lines.includes(line)));
  const fields = head.lines.map(({ line }) => ({ from: line, to: line + 1 }));
  return {
    kind: 'agenda',
    file: paper.file,
    source,
    ...(head.title === undefined ? {} : { title: head.title }),
    ...(head.conference === undefined ? {} : { conference: head.conference }),
    papers,
    dropped: droppedParts(paper.source, [...papers.flatMap(rangesOf), ...fields], left),
    warnings: warningsOf(paper.source, []),
  };
}

/** Whether headings end in submitters behind a dash: a body is named there once at least, and most titles have a dash. */
function areSignedBehindDash(headings: readonly AgendaHeading[]): boolean {
  const titles = headings.filter(({ kind }) => kind !== 'amendment').map(({ title }) => title);
  const dashed = titles.filter((title) => splitDash(title) !== undefined).length;
  return (
    dashed >= 2 && dashed * 5 >= titles.length * 4 && titles.some((title) => splitTitle(title).submittedBy.length > 0)
  );
}

/** A figure alone on its line is the page's number. */
function isFurniture(line: TextLine): boolean {
  return isPageFurniture(line) || /^\d{1,4}$/.test(line.text);
}

type AgendaHead = {
  readonly title?: ReadField<string>;
  readonly conference?: ReadField<string>;
  /** The lines that are wholly in the fields. */
  readonly lines: readonly TextLine[];
};

/** The conference is the first line that names one with its year; the title the first that says what the paper holds. */
function readAgendaHead(lines: readonly TextLine[]): AgendaHead {
  const title = lines.find((line) => isPhrase(line) && papersWords.test(line.text));
  const conference =
    lines.find((line) => isConferenceName(line.text)) ??
    lines.find(
      (line) =>
        isPhrase(line) &&
        line !== title &&
        /^(?!To |Action\b)\p{Lu}.*\b(?:Conference|Congress|CONFERENCE|CONGRESS)$/u.test(line.text),
    );
  return {
    ...(title === undefined ? {} : { title: fieldAt(title, title.text) }),
    ...(conference === undefined ? {} : { conference: fieldAt(conference, conferenceIn(conference.text)) }),
    lines: [title, conference].flatMap((line) =>
      line === undefined || (line !== title && conferenceIn(line.text) !== line.text) ? [] : [line],
    ),
  };
}

const papersWords = /\b(?:agenda|motions?|amendments?|report|resolutions|business|recommendations)\b/i;

function isPhrase(line: TextLine): boolean {
  return line.text.length < 160 && !/[.;:]$/.test(line.text);
}

/** The conference's own name, where the agenda's title stands in the same line. */
function conferenceIn(text: string): string {
  const first = /^(?:19|20)\d\d\b.*?\b(?:conference|congress)\b/i.exec(text);
  const last = /(?:\b\p{Lu}[\p{L}’'-]* ){0,6}(?:Conference|Congress|CONFERENCE|CONGRESS) (?:19|20)\d\d$/u.exec(text);
  return first?.[0] ?? last?.[0] ?? text;
}

function fieldAt(line: TextLine, value: string): ReadField<string> {
  return { value, lines: { from: line.line, to: line.line + 1 } };
}

/** The dropped lines, and the dropped parts of lines whose other parts were taken. */
function droppedParts(
  source: readonly SourceLine[],
  taken: readonly LineRange[],
  left: readonly TextLine[],
): readonly DroppedLine[] {
  const whole = droppedLines(source, taken);
  const seen = new Set(whole.map(({ line }) => line));
  const parts = left.filter(({ line }) => !seen.has(line)).map(({ text, line }) => ({ text, line }));
  return parts.length === 0 ? whole : [...whole, ...parts].sort((before, after) => before.line - after.line);
}
