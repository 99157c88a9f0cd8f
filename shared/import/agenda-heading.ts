// The headings of the papers in an agenda: which lines start a motion, a composite or an amendment, and what they say.

import { instructionKindOf } from './instruction-kind';
import { readMarker } from './list-marker';
import type { NumberedTitle } from './numbered-title';
import { readNumberedTitle } from './numbered-title';
import { isSubmitter } from './motion-tail';
import { isOriginNote } from './paper-top';
import { isPageFurniture } from './page-furniture';
import { readPrintedDate } from './printed-date';
import { readPrintedDecision } from './printed-decision';
import { startsWithAssemblyStem } from './stem';
import type { TextLine } from './text-line';

/** A paper's heading: its line, and what follows from it. An untitled instruction is its own heading, without a title. */
export type AgendaHeading = NumberedTitle & {
  /** Index of the heading among the text lines, and of the first line below it. */
  readonly at: number;
  readonly bodyAt: number;
  /** Where the heading is a row of a table: its submitter's cell. */
  readonly submittedBy?: readonly string[];
  /** Words of the heading that are no part of any field: "CATEGORY A". */
  readonly aside?: string;
  /** The title stands above a form: which rule, how it reads, "Amendment", what to change. */
  readonly isRuleForm?: true;
};

/** A line that may be a heading, before it is weighed: `says` that it is by its words, or only `looks` so. */
type Candidate = {
  readonly numbered: NumberedTitle;
  readonly trust: 'says' | 'looks';
  readonly bodyAt: number;
  readonly submittedBy?: readonly string[];
  readonly aside?: string;
};

/** How many lines below a heading its submitters, times and notes may take before the text begins. */
const reach = 5;

/** Whether a heading says by itself that a motion, composite or amendment stands below it, though it be the only one. */
export function standsAlone(heading: AgendaHeading): boolean {
  return heading.number !== '' || heading.isRuleForm === true || heading.amends !== undefined;
}

/** The headings in order. Empty for a paper that is no agenda, or holds one motion only, from its first lines on. */
export function agendaHeadings(lines: readonly TextLine[]): readonly AgendaHeading[] {
  const rules = ruleHeadings(lines);
  if (rules.length > 0) return rules;
  const forms = ruleFormHeadings(lines);
  if (forms.length > 0) return forms;
  const known = new Set<string>();
  const headings: AgendaHeading[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const candidate = candidateAt(lines, at, headings.at(-1)?.bodyAt ?? 0);
    if (candidate === undefined || !isHeading(candidate, lines, known)) continue;
    if (candidate.numbered.number === '' && isBelowHeading(headings.at(-1), at)) continue;
    if (candidate.numbered.kind !== 'amendment') known.add(candidate.numbered.number);
    const { numbered, trust: _, ...rest } = candidate;
    headings.push({ ...numbered, ...rest, at });
    at = Math.max(at, candidate.bodyAt - 1);
  }
  return headings;
}

/** A page of rule amendments, from its first line on: each under a title, or an instruction by itself. Else none. */
function ruleHeadings(lines: readonly TextLine[]): readonly AgendaHeading[] {
  const amendsRules = (at: number): boolean => instructionKindOf('', lines[at]?.text ?? '') === 'amends-rules';
  const headings: AgendaHeading[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    const isTitle =
      !amendsRules(at) &&
      isTitleText(text) &&
      text.length < 160 &&
      instructionKindOf(text, lines[at + 1]?.text ?? '') === 'amends-rules';
    if (isTitle) headings.push({ kind: 'motion', number: '', title: text, at, bodyAt: at + 1 });
    else if (amendsRules(at)) headings.push({ kind: 'motion', number: '', title: '', at, bodyAt: at });
    else return [];
    if (isTitle) at += 1;
  }
  return headings.length < 2 ? [] : headings;
}

/** Rule changes printed as forms: a title, the rule's place, how it "reads as follows", then "Amendment" and the instruction. */
function ruleFormHeadings(lines: readonly TextLine[]): readonly AgendaHeading[] {
  const headings: AgendaHeading[] = [];
  let since = 0;
  for (const [index, line] of lines.entries()) {
    if (!isAmendmentLabel(line.text) || !isInstruction(lines[index + 1]?.text ?? '')) continue;
    const form = lines.slice(Math.max(since, index - formReach), index);
    const place = form.findIndex(({ text }) => isRulePlace(text));
    since = index + 1;
    if (place === -1 || !form.some(({ text }) => /\breads?(?: as follows)?:/i.test(text))) continue;
    const at = index - form.length + place;
    const title = lines[at - 1]?.text ?? '';
    const isTitled = title !== '' && title.length < 160 && isTitleText(title);
    const above = isTitled ? at - 1 : at;
    headings.push({
      kind: 'motion',
      number: '',
      title: isTitled ? title : '',
      at: above,
      bodyAt: at,
      isRuleForm: true,
    });
  }
  return headings;
}

/** How many lines above "Amendment" a form may take for the rule's place and words. */
const formReach = 12;

function isAmendmentLabel(text: string): boolean {
  return /^(?:proposed )?amendment:?$/i.test(text);
}

/** "Rule 5.4.1 pg 33", "Chapter 5 Selections, Clause IV": where a rule stands. */
function isRulePlace(text: string): boolean {
  return /^(?:rule|chapter|clause|standing order|appendix)\s+(?:[A-Z]{0,2}\d|[IVX]+\b)/i.test(text);
}

/** A line without a number right below a numbered heading is its submitter or mover, not another heading. */
function isBelowHeading(heading: AgendaHeading | undefined, at: number): boolean {
  return heading !== undefined && heading.number !== '' && at - heading.bodyAt < 3;
}

/** `since` is where the text below the last heading starts: figures above it are no list that this line could go on with. */
function candidateAt(lines: readonly TextLine[], at: number, since: number): Candidate | undefined {
  const line = lines[at];
  if (line === undefined || line.text.length > 260 || isPageFurniture(line)) return undefined;
  if (readPrintedDate(line.text) !== undefined) return undefined;
  if (line.text.includes('|')) return tableCandidate(line.text, at);
  const text = line.text.replace(/^\d{1,2}[.:]\d{2} (?=[A-Z]{1,4}\d{1,3}\b)/, '');
  const category = /^(\d{1,3}) (CATEGORY [A-Z]):?$/.exec(text);
  if (category !== null)
    return {
      numbered: { kind: 'motion', number: category[1] ?? '', title: '' },
      trust: 'says',
      bodyAt: at + 1,
      aside: category[2] ?? '',
    };
  if (isAmendmentLabel(text) && isInstruction(lines[at + 1]?.text ?? '')) {
    return { numbered: { kind: 'amendment', number: '', title: '' }, trust: 'says', bodyAt: at + 1 };
  }
  const amendmentTo =
    /^amendments? to (?:motion|composite|resolution) #?([A-Z]{0,4}\d{0,3}[A-Z]?)(?:[,:]? (.*))?$/i.exec(text);
  if (amendmentTo !== null && hasTextBelow(lines, at + 1, isInstruction)) {
    const amends = amendmentTo[1] ?? '';
    return {
      numbered: { kind: 'amendment', number: '', title: amendmentTo[2] ?? '', amends },
      trust: 'says',
      bodyAt: at + 1,
    };
  }
  const numbered = readNumberedTitle(text);
  if (numbered === undefined || /^rule\b/i.test(text)) return titleCandidate(lines, at);
  const isProse = /^\p{Ll}/u.test(text) || /\b(?:was|were|is) (?:carried|lost|passed|remitted)\b/.test(text);
  if (isProse || isItem(lines, at, since)) return undefined;
  const trust = /^(?:emergency |late )?(?:motion|amendment|resolution|comp)/i.test(text) ? 'says' : 'looks';
  if (numbered.title === '' && trust === 'says') return withTitleBelow(lines, at, numbered);
  if (numbered.title !== '' && isNote(numbered.title)) {
    return { numbered: { ...numbered, title: '' }, trust, bodyAt: at + 1, aside: numbered.title };
  }
  return isTitleText(numbered.title) ? wrapped(lines, { numbered, trust, bodyAt: at + 1 }) : undefined;
}

/** "|13* |NON-BINARY INCLUSION |National committee |22 |": a row of an index. */
function tableCandidate(text: string, at: number): Candidate | undefined {
  const cells = text.split('|').map((cell) => cell.trim());
  const [number = '', title = '', submitter = ''] = cells.filter((cell) => cell !== '');
  const isNumber = /^[A-Z]{0,3}\d{1,3}(?:\.\d{1,2})?\*?$/.test(number);
  const numbered = readNumberedTitle(`${number} ${title}`);
  if (!text.startsWith('|') || !isNumber || !/\p{L}{2}/u.test(title) || numbered === undefined) return undefined;
  if (cells.some((cell) => readPrintedDecision(cell) !== undefined)) return undefined;
  const submittedBy = /\p{L}{2}/u.test(submitter) ? [submitter] : [];
  return { numbered: { ...numbered, title }, trust: 'says', bodyAt: at + 1, submittedBy };
}

/** "2. …" below "1. …" that stands no further in, or below a line that introduces a list, is the list's item and no motion. */
function isItem(lines: readonly TextLine[], at: number, since: number): boolean {
  const marker = readMarker(lines[at]?.text ?? '');
  const reading = marker?.readings.find((one) => one.ordinal !== undefined);
  const above = lines[at - 1]?.text;
  if (marker === undefined || reading?.ordinal === undefined || above === undefined) return false;
  if (/[:;]-?$|\bto$/.test(above.slice(-4))) return true;
  const indent = lines[at]?.indent ?? 0;
  const last = lines
    .slice(Math.max(since, at - 4), at)
    .filter((line) => line.indent < indent + 2)
    .flatMap((line) => readMarker(line.text)?.readings ?? [])
    .findLast((one) => one.style === reading.style);
  return last?.ordinal === reading.ordinal - 1 && marker.strength !== 'in-sequence';
}

/** A title that goes on in small letters on the next line. */
function wrapped(lines: readonly TextLine[], candidate: Candidate): Candidate {
  const below = lines[candidate.bodyAt];
  const goesOn = below !== undefined && !below.isAfterBlank && below.text.length < 100 && /^\p{Ll}/u.test(below.text);
  if (!goesOn || candidate.numbered.title === '' || readMarker(below.text) !== undefined) return candidate;
  const isOrigin = /^(?:comprising|composited|received|submitted|moved|from)\b/.test(below.text);
  if (isOrigin || isInstruction(below.text) || /[.;:]$/.test(below.text)) return candidate;
  const title = `${candidate.numbered.title} ${below.text}`;
  return { ...candidate, numbered: { ...candidate.numbered, title }, bodyAt: candidate.bodyAt + 1 };
}

/** "Motion #A01" with the title on the line below. Below an amendment's number a short name is its submitter. */
function withTitleBelow(lines: readonly TextLine[], at: number, numbered: NumberedTitle): Candidate {
  const below = lines[at + 1];
  const isTitle =
    below !== undefined &&
    below.text.length < 160 &&
    isTitleText(below.text) &&
    !startsWithAssemblyStem(below.text) &&
    !isNote(below.text) &&
    !isInstruction(below.text) &&
    readPrintedDecision(below.text) === undefined &&
    !(numbered.kind === 'amendment' && (isSubmitter(below.text) || below.text.split(' ').length < 3));
  if (!isTitle || readNumberedTitle(below.text) !== undefined) return { numbered, trust: 'says', bodyAt: at + 1 };
  return { numbered: { ...numbered, title: below.text }, trust: 'says', bodyAt: at + 2 };
}

/** Where a composite comes from, or who submitted it: no title. */
function isNote(text: string): boolean {
  return isOriginNote(text) || /^(?:submitted|received|proposed|moved) (?:by|from)\b|^composite of\b/i.test(text);
}

/** A title without a number, right above a motion's first words or a rule's instruction. */
function titleCandidate(lines: readonly TextLine[], at: number): Candidate | undefined {
  const line = lines[at];
  const below = lines[at + 1];
  if (line === undefined || below === undefined || line.text.length > 160 || !line.isAfterBlank) return undefined;
  if (/^(?:mover|proposer|seconder|summator|submitted|received|proposed)\b/i.test(line.text)) return undefined;
  if (!isTitleText(line.text) || startsWithAssemblyStem(line.text) || readMarker(line.text) !== undefined)
    return undefined;
  const startsText = startsWithAssemblyStem(below.text) || instructionKindOf(line.text, below.text) === 'amends-rules';
  const numbered: NumberedTitle = { kind: 'motion', number: '', title: line.text };
  return startsText ? { numbered, trust: 'looks', bodyAt: at + 1 } : undefined;
}

/** A title is no sentence: it starts with a capital, a figure or a quotation mark and has no closing mark but ? and !. */
function isTitleText(text: string): boolean {
  return text === '' || (/^[\p{Lu}\p{N}“"‘'(#]/u.test(text) && !/[.;:,]$/.test(text));
}

function isHeading(candidate: Candidate, lines: readonly TextLine[], known: ReadonlySet<string>): boolean {
  const { numbered, trust, bodyAt } = candidate;
  if (trust === 'says') return true;
  if (numbered.kind === 'amendment') {
    const isOfKnown = numbered.amends !== undefined && known.has(numbered.amends);
    return isOfKnown || (known.size === 0 && hasTextBelow(lines, bodyAt, isInstruction));
  }
  if (bodyAt === lines.length && /^[A-Z]/.test(numbered.number)) return true;
  return hasTextBelow(lines, bodyAt, (text) => startsWithAssemblyStem(text) || isInstruction(text));
}

function isInstruction(text: string): boolean {
  return instructionKindOf('', text) !== undefined;
}

/** Whether one of the next lines begins a paper's text, no other number standing between. */
function hasTextBelow(lines: readonly TextLine[], from: number, begins: (text: string) => boolean): boolean {
  for (const line of lines.slice(from, from + reach)) {
    if (begins(line.text)) return true;
    if (line.text.length > 200) return false;
    const numbered = readNumberedTitle(line.text);
    if (numbered !== undefined && isTitleText(numbered.title) && readMarker(line.text)?.strength !== 'sure')
      return false;
  }
  return false;
}
