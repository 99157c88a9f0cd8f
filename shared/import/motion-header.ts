// The head of a motion's page: title, conference, date and decision, in the three families of the archive.

import type { Decision } from '../motion/decision';
import type { LineRange, ReadField } from './paper';
import { readPrintedDate } from './printed-date';
import { readLabelledDecision, readPrintedDecision } from './printed-decision';
import { endsSentence } from './join-lines';
import { readMarker } from './list-marker';
import { readNumberedTitle } from './numbered-title';
import { labelledSubmitters } from './paper-top';
import { isPageFurniture } from './page-furniture';
import { startsWithStem } from './stem';
import type { TextLine } from './text-line';

export type MotionHeader = {
  /** The line that holds the motion's number and nothing else ("Motion 12"). */
  readonly numberLine?: TextLine;
  readonly title?: ReadField<string>;
  readonly conference?: ReadField<string>;
  readonly date?: ReadField<string>;
  readonly decision?: ReadField<Decision>;
  /** The lines below the head. */
  readonly body: readonly TextLine[];
  /** Lines of the head that are none of the fields: menus, "Back to all Motions". */
  readonly furniture: readonly TextLine[];
};

/** The facts below the title, while they are being gathered. */
type Facts = { conference?: ReadField<string>; date?: ReadField<string>; decision?: ReadField<Decision> };

type Label = 'conference' | 'date' | 'decision';

/** How far down a page its head is looked for, in lines that hold text. */
const reach = 60;

/**
 * Reads the head of a page. Family A has each label on a line above its value ("Date", then the date) or before a colon;
 * family B has the conference, the date and perhaps the decision below each other without labels; family C is A with a
 * hyphen before every line. The title stands above, or below when the first line there is no sentence.
 * Undefined when the paper has no such head.
 */
export function readMotionHeader(lines: readonly TextLine[]): MotionHeader | undefined {
  const start = lines.slice(0, reach).findIndex((_, index) => startsFacts(lines, index));
  if (start === -1 || lines.slice(0, start).some((line) => startsWithStem(line.text))) return undefined;
  const { facts, to, bareLabels } = readFacts(lines, start);
  if (facts.conference === undefined && (facts.date === undefined || facts.decision === undefined)) return undefined;
  const above = readTitleAbove(lines.slice(0, start));
  const body = lines.slice(to);
  const furniture = [...above.furniture, ...bareLabels];
  const title = above.title === undefined ? readTitleBelow(body) : { title: above.title };
  const number = above.numberLine === undefined ? {} : { numberLine: above.numberLine };
  return { ...facts, ...number, body, ...title, furniture };
}

/** The title of a paper without a head: its first line, where that is no sentence and a motion's text begins below it. */
export function readTitleBelow(
  lines: readonly TextLine[],
): { readonly title: ReadField<string>; readonly body: readonly TextLine[] } | undefined {
  const [first, second] = lines;
  if (first === undefined || second === undefined || !isTitle(first) || !second.isAfterBlank) return undefined;
  const signed = lines.slice(1, 4).findIndex((line) => labelledSubmitters(line) === undefined);
  const text = signed > 0 ? lines[signed + 1] : second;
  if (first.role !== 'title' && !startsWithStem(text?.text ?? '')) return undefined;
  return { title: fieldOf(first.text, [first]), body: lines.slice(1) };
}

function startsFacts(lines: readonly TextLine[], index: number): boolean {
  const text = headText(lines[index]);
  const next = headText(lines[index + 1]);
  if (text === undefined) return false;
  const label = labelOf(text);
  if (label !== undefined) return label.value !== '' || (next !== undefined && labelOf(next) === undefined);
  if (readPrintedDate(text) !== undefined) return next !== undefined;
  return (
    isConferenceName(text) && next !== undefined && (labelOf(next) !== undefined || readPrintedDate(next) !== undefined)
  );
}

/** The facts, the index of the first line below them, and labels that stand there without a value. */
type FactsReading = { readonly facts: Facts; readonly to: number; readonly bareLabels: readonly TextLine[] };

/** Reads facts until a line is none. A label takes the line below it, unless that is a label again. */
function readFacts(lines: readonly TextLine[], start: number): FactsReading {
  const facts: Facts = {};
  const bareLabels: TextLine[] = [];
  let at = start;
  for (;;) {
    const line = lines[at];
    const text = headText(line);
    if (line === undefined || text === undefined) break;
    const label = labelOf(text);
    if (label === undefined) {
      if (!addBareFact(facts, text, line)) break;
      at += 1;
      continue;
    }
    const below = lines[at + 1];
    const value = label.value === '' ? headText(below) : label.value;
    const isBelow = label.value === '' && value !== undefined && labelOf(value) === undefined;
    const used = isBelow && below !== undefined ? [line, below] : [line];
    if (value !== undefined && addFact(facts, label.name, value, used)) {
      at += used.length;
    } else if (label.value === '') {
      bareLabels.push(line);
      at += 1;
    } else break;
  }
  return { facts, to: at, bareLabels };
}

function addBareFact(facts: Facts, text: string, line: TextLine): boolean {
  if (facts.conference === undefined && isConferenceName(text)) return addFact(facts, 'conference', text, [line]);
  if (facts.date === undefined && readPrintedDate(text) !== undefined) return addFact(facts, 'date', text, [line]);
  const mayDecide = facts.decision === undefined && (facts.date !== undefined || facts.conference !== undefined);
  return mayDecide && readPrintedDecision(text) !== undefined && addFact(facts, 'decision', text, [line]);
}

/** Adds one fact; false when `value` cannot be one, or the label stands there without a value. */
function addFact(facts: Facts, label: Label, value: string, lines: readonly TextLine[]): boolean {
  if (labelOf(value)?.value === '' || facts[label] !== undefined) return false;
  switch (label) {
    case 'conference':
      facts.conference = fieldOf(value, lines);
      return true;
    case 'date': {
      const date = readPrintedDate(value);
      if (date !== undefined) facts.date = fieldOf(date, lines);
      return date !== undefined;
    }
    case 'decision': {
      if (value.length > 80 || startsWithStem(value)) return false;
      facts.decision = fieldOf(readLabelledDecision(value), lines);
      return true;
    }
  }
}

function labelOf(text: string): { readonly name: Label; readonly value: string } | undefined {
  const match = /^(conference|date|decision)(?:\s*:\s*(.*))?$/i.exec(text) ?? labelledRow(text);
  const name = match?.[1]?.toLowerCase();
  if (name !== 'conference' && name !== 'date' && name !== 'decision') return undefined;
  return { name, value: match?.[2] ?? '' };
}

/** "Date 15 February 2012" on one line, as a table's row is copied: only when what follows the label is its value. */
function labelledRow(text: string): readonly string[] | undefined {
  const match = /^(Conference|Date|Decision)\s+(.+)$/.exec(text);
  const value = match?.[2] ?? '';
  const isValue =
    (match?.[1] === 'Conference' && isConferenceName(value)) ||
    (match?.[1] === 'Date' && readPrintedDate(value) !== undefined) ||
    (match?.[1] === 'Decision' && readPrintedDecision(value) !== undefined);
  return match !== null && isValue ? match : undefined;
}

/** "2012 Local Government Service Group Conference", "National Disabled Members 2003". */
export function isConferenceName(text: string): boolean {
  if (text.length > 140 || /[.;:?!]$/.test(text)) return false;
  return (
    /^(?:19|20)\d\d\b.*\b(?:conference|congress|members|meeting|council|forum)\b/i.test(text) ||
    /\b(?:conference|congress|members|meeting|council|forum)\b.*\b(?:19|20)\d\d$/i.test(text)
  );
}

/** The title is the heading, else the line nearest above the facts (or above "Back to all Motions") that is no furniture. */
function readTitleAbove(lines: readonly TextLine[]): {
  readonly title?: ReadField<string>;
  readonly numberLine?: TextLine;
  readonly furniture: readonly TextLine[];
} {
  const backAt = lines.findLastIndex((line) => /^(?:[‹<«←]+ ?)?back to (?:all )?motions$/i.test(line.text));
  const above = lines.slice(0, backAt > 0 ? backAt : lines.length).filter((line) => !isPageFurniture(line));
  const titled = above.filter((line) => !isNumberAlone(line));
  const candidates = titled.some(isTitle) ? titled : above;
  const numberLine = candidates === titled ? above.find(isNumberAlone) : undefined;
  const title = candidates.findLast((line) => line.role === 'title') ?? candidates.findLast((line) => isTitle(line));
  if (title === undefined) return { furniture: lines };
  const value = title.text.replace(/^(?:motion )?title\s*:\s*/i, '');
  return {
    title: fieldOf(value, [title]),
    ...(numberLine === undefined ? {} : { numberLine }),
    furniture: lines.filter((line) => line !== title && line !== numberLine),
  };
}

/** "Motion 12" on a line of its own. */
export function isNumberAlone(line: TextLine): boolean {
  return /^\p{L}{4}/u.test(line.text) && readNumberedTitle(line.text)?.title === '';
}

/** Whether the line may be a title: marked as one, or short and no sentence. */
export function isTitle(line: TextLine): boolean {
  if (line.role === 'title') return true;
  if (line.text.length > 200 || line.role === 'furniture' || readMarker(line.text)?.strength === 'sure') return false;
  return !endsSentence(line.text) || /[?!…"'”’)]$/.test(line.text);
}

/** The line's text without the hyphen or bullet that family C prints before each. */
function headText(line: TextLine | undefined): string | undefined {
  return line?.text.replace(/^[-–•·*] /, '');
}

function fieldOf<T>(value: T, lines: readonly TextLine[]): ReadField<T> {
  return { value, lines: linesOf(lines) };
}

function linesOf(lines: readonly TextLine[]): LineRange {
  return { from: lines[0]?.line ?? 0, to: (lines.at(-1)?.line ?? 0) + 1 };
}
