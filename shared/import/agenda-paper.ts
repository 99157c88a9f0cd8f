// One paper of an agenda: what stands under its heading, parted into fields, text, and what belongs to the agenda.

import type { Decision } from '../motion/decision';
import type { AgendaHeading } from './agenda-heading';
import { isBetween, isName, partSigned } from './agenda-signatures';
import { endsSentence } from './join-lines';
import { readMarker } from './list-marker';
import { isSubmitter, readMotionTail } from './motion-tail';
import type { ReadField, ReadMotion } from './paper';
import { readPrintedDecision } from './printed-decision';
import { instructionOf, kindOf } from './instruction-kind';
import { readSignedHead } from './signed-head';
import { splitClauses } from './split-clauses';
import { startsWithStem } from './stem';
import type { TitleParts } from './submitters';
import { splitDash, splitDecision, splitGlued, splitTitle } from './submitters';
import type { Top } from './paper-top';
import { isMoverLine, isOriginNote, readTop } from './paper-top';
import type { TextLine } from './text-line';
import { rangeOf as rangeOfLines } from './text-line';

/** A paper without what it shares with the agenda (file, source), and the lines under its heading that are none of it. */
export type AgendaPaper = {
  readonly paper: Omit<ReadMotion, 'file' | 'source' | 'dropped' | 'warnings'>;
  readonly left: readonly TextLine[];
};

/** From here on a form argues for its rule change. */
const argument = /^(?:supporting argument|rationale|reasons?|purpose):?$/i;

/** What an agenda tells of the paper under a heading. */
export type AgendaPlace = {
  /** The number of the last motion above it, which an amendment amends. */
  readonly previous: string | undefined;
  /** Its title. */
  readonly previousTitle?: string | undefined;
  /** Whether the agenda prints who submitted a paper below its text. */
  readonly isSignedBelow: boolean;
  /** Whether it prints that behind a dash after the title. */
  readonly isSignedBehindDash: boolean;
};

/** Reads the paper under `heading`: below its number the mover may stand before the title. */
export function readAgendaPaper(
  heading: AgendaHeading,
  headingLines: readonly TextLine[],
  lines: readonly TextLine[],
  place: AgendaPlace,
): AgendaPaper {
  const head = heading.kind === 'motion' ? readSignedHead([...headingLines, ...lines]) : undefined;
  if (head?.numberLine === undefined || head.title === undefined) return readBelow(heading, headingLines, lines, place);
  const { paper, left } = readBelow({ ...heading, title: '' }, [head.numberLine], head.body, place);
  return { paper: { ...paper, title: head.title, submittedBy: [...head.submittedBy, ...paper.submittedBy] }, left };
}

function readBelow(
  heading: AgendaHeading,
  headingLines: readonly TextLine[],
  lines: readonly TextLine[],
  place: AgendaPlace,
): AgendaPaper {
  const argumentAt = heading.isRuleForm === true ? lines.findIndex((line) => argument.test(line.text)) : -1;
  const argued = argumentAt === -1 ? [] : lines.slice(argumentAt);
  const text = lines.slice(0, argumentAt === -1 ? undefined : argumentAt).filter((line) => !line.text.startsWith('|'));
  const { sections, names, rest } = partsBelow(text, place.isSignedBelow);
  const top = readTop(rest, heading.kind);
  const decided = takeDecision(top.rest);
  const signed = takeSignature(decided.rest);
  const tail = readMotionTail(signed.rest);
  const headed = rangeOfLines(headingLines);
  const around = [...top.submittedBy, ...tail.submittedBy, ...signed.submittedBy, ...names.map(nameOf)];
  const isKnown = around.some(({ value }) => !isMoverLine(value));
  const parts = titleParts(heading, { ...place, isSubmitterKnown: isKnown });
  const submittedBy = [...parts.submittedBy.map((value) => ({ value, lines: headed })), ...around];
  const decision =
    parts.decision === undefined
      ? (decided.decision ?? decisionBehind(names))
      : { value: parts.decision, lines: headed };
  const title = parts.title.replace(/^composite\s*[:–-]\s*/i, '');
  const isFromMotions = top.left.some((line) => isOriginNote(line.text));
  const kind = isFromMotions && isCompositeNumber(heading) ? 'composite' : kindUnder(heading, parts.title, tail.body);
  const amends = kind === 'amendment' ? (heading.amends ?? place.previous) : undefined;
  const fields = {
    kind,
    ...(heading.number === '' ? {} : { number: { value: heading.number, lines: headed } }),
    ...(title === '' ? {} : { title: { value: title, lines: headed } }),
    ...(decision === undefined ? {} : { decision }),
    ...(amends === undefined ? {} : { amends: { value: amends, lines: headed } }),
    submittedBy,
  };
  const asides = headingLines
    .slice(0, 1)
    .flatMap((line) => (heading.aside === undefined ? [] : [{ ...line, text: heading.aside }]));
  const left = [
    ...asides,
    ...lines.filter((line) => line.text.startsWith('|')),
    ...sections,
    ...argued,
    ...top.left,
    ...tail.furniture,
  ];
  if (kind === 'amendment') return { paper: { ...fields, ...instructionOf(tail.body), clauses: [] }, left };
  const { clauses, left: empty } = splitClauses(tail.body);
  return { paper: { ...fields, clauses }, left: [...left, ...empty] };
}

/**
 * An amendment repeats its motion's title or has none: "6A.1 City, University of London" is its submitter, and so is any
 * name that is not the title. Where headings end in submitters behind a dash, every name there is one.
 */
function titleParts(heading: AgendaHeading, place: AgendaPlace & { readonly isSubmitterKnown: boolean }): TitleParts {
  const { submittedBy = [], kind, title } = heading;
  const isOther = place.previousTitle !== undefined && place.previousTitle !== title && isName(title);
  const isBody =
    kind === 'amendment' &&
    (isSubmitter(title) || (isOther && !place.isSubmitterKnown && title.split(' ').length <= 4));
  if (isBody || submittedBy.length > 0)
    return { title: isBody ? '' : title, submittedBy: isBody ? [title] : submittedBy };
  const parts = splitTitle(title);
  if (place.isSubmitterKnown || parts.submittedBy.length > 0) return parts;
  const dashed = place.isSignedBehindDash ? splitDash(parts.title) : undefined;
  return { ...parts, ...(dashed ?? splitGlued(parts.title)) };
}

/** "C11", as composites are numbered where motions have bare figures. */
function isCompositeNumber({ kind, number }: AgendaHeading): boolean {
  return kind === 'motion' && /^C\d/.test(number);
}

/** The lines below the text that are names or titles of sections, and the others. */
function partsBelow(
  text: readonly TextLine[],
  isSignedBelow: boolean,
): { readonly sections: readonly TextLine[]; readonly names: readonly TextLine[]; readonly rest: readonly TextLine[] } {
  const sections = sectionsAtEnd(text);
  const signed = isSignedBelow ? partSigned(text) : undefined;
  if (signed === undefined || signed.names.length === 0) {
    return { sections, names: [], rest: text.slice(0, text.length - sections.length) };
  }
  return { sections: signed.below, names: signed.names, rest: signed.text };
}

function nameOf(line: TextLine): ReadField<string> {
  return { value: splitDecision(line.text).text, lines: rangeOfLines([line]) };
}

/** The decision in brackets behind a name: "Yorkshire Postal (Carried)". */
function decisionBehind(names: readonly TextLine[]): ReadField<Decision> | undefined {
  const line = names.find((name) => splitDecision(name.text).decision !== undefined);
  const decision = line === undefined ? undefined : splitDecision(line.text).decision;
  return line === undefined || decision === undefined ? undefined : { value: decision, lines: rangeOfLines([line]) };
}

function kindUnder(heading: AgendaHeading, title: string, body: readonly TextLine[]): ReadMotion['kind'] {
  if (heading.isRuleForm === true) return 'rule-amendment';
  if (heading.kind !== 'motion') return heading.kind;
  if (/^comp(?:osite)?\b/i.test(title)) return 'composite';
  if (/^rule (?:change|amendment)\b/i.test(title)) return 'rule-amendment';
  return kindOf(title, body);
}

/** Headings of the agenda's next section, which stand at the end of the paper above it. */
function sectionsAtEnd(lines: readonly TextLine[]): readonly TextLine[] {
  let from = lines.length;
  while (from > 0) {
    const line = lines[from - 1];
    const before = lines[from - 2];
    if (line === undefined || !(isBetween(line.text) || isSectionTitle(line, before))) break;
    from -= 1;
  }
  return lines.slice(from);
}

function isSectionTitle({ text, isAfterBlank }: TextLine, before: TextLine | undefined): boolean {
  if (
    before === undefined ||
    !isAfterBlank ||
    endsSentence(text) ||
    !/^\p{Lu}/u.test(text) ||
    text.split(' ').length > 8
  )
    return false;
  if (readMarker(text) !== undefined || isSubmitter(text) || startsWithStem(text)) return false;
  if (splitDecision(text).decision !== undefined || readPrintedDecision(text) !== undefined) return false;
  return endsSentence(before.text) || isSubmitter(before.text) || readPrintedDecision(before.text) !== undefined;
}

/** A short name right below the last sentence, with no blank line between: a union or branch that is not called so. */
function takeSignature(lines: readonly TextLine[]): Pick<Top, 'submittedBy' | 'rest'> {
  const last = lines.at(-1);
  const before = lines.at(-2);
  const isShort = last !== undefined && last.text.length < 60 && /^\p{Lu}[^.;:,?!]*$/u.test(last.text);
  if (last === undefined || before === undefined || !isShort || last.isAfterBlank || !endsSentence(before.text)) {
    return { submittedBy: [], rest: lines };
  }
  if (readMarker(last.text) !== undefined || isSubmitter(last.text)) return { submittedBy: [], rest: lines };
  return { submittedBy: [{ value: last.text, lines: rangeOfLines([last]) }], rest: lines.slice(0, -1) };
}

/** Takes the first decision off: alone on a line, or in brackets after the submitter in the last lines. */
function takeDecision(lines: readonly TextLine[]): {
  readonly rest: readonly TextLine[];
  readonly decision?: ReadField<Decision>;
} {
  const at = lines.findIndex((line) => line.text.length < 80 && readPrintedDecision(line.text) !== undefined);
  const line = lines[at];
  const alone = line === undefined ? undefined : readPrintedDecision(line.text);
  if (line !== undefined && alone !== undefined) {
    return { rest: lines.filter((one) => one !== line), decision: { value: alone, lines: rangeOfLines([line]) } };
  }
  const last = lines.at(-1);
  const { text, decision } = last === undefined ? { text: '' } : splitDecision(last.text);
  const isBelowText = endsSentence(lines.at(-2)?.text ?? '') && (isSubmitter(text) || isName(text));
  if (last === undefined || decision === undefined || !isBelowText) return { rest: lines };
  return {
    rest: [...lines.slice(0, -1), { ...last, text }],
    decision: { value: decision, lines: rangeOfLines([last]) },
  };
}
