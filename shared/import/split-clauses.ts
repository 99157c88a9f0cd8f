// The body of a paper as clauses: kinds and depths by what contains what, never by the style of a marker alone.

import type { Marker, MarkerReading } from './list-marker';
import type { ReadClause } from './paper';
import { endsSentence } from './join-lines';
import { startsWithStem } from './stem';
import type { TextLine } from './text-line';
import type { TextUnit } from './text-unit';
import { readUnits } from './text-unit';

/** The clauses, and the lines (empty bullets) that made none. */
export type ClauseReading = { readonly clauses: readonly ReadClause[]; readonly left: readonly TextLine[] };

/** A list that may still go on. Its last ordinal is absent for bullets. */
type OpenList = { readonly style: string; last: number | undefined; readonly indent: number };

/** Reads the body of a motion into clauses. Every line is in a clause's `lines` or in `left`. */
export function splitClauses(lines: readonly TextLine[]): ClauseReading {
  const { units, emptyMarkers } = readUnits(lines);
  const depths = nest(units);
  const clauses = units.map((unit, index) => clauseOf(unit, depths[index] ?? 0, neighbours(units, depths, index)));
  return { clauses, left: emptyMarkers };
}

/**
 * The depth of each unit. An item goes on with the innermost open list it is the next of; otherwise it starts a list:
 * inside the item above when that one introduces or contains it, else beside it. A paragraph keeps an item's depth
 * when the list goes on after it; a stem ("Conference notes") always ends the lists.
 */
function nest(units: readonly TextUnit[]): readonly number[] {
  let open: OpenList[] = [];
  return units.map((unit, index) => {
    if (unit.marker === undefined) {
      if (open.length > 0 && !continuesItem(units, index, open)) open = [];
      return open.length;
    }
    const next = nextInList(unit.marker, open);
    if (next !== undefined) {
      open = open.slice(0, next.depth);
      const list = open.at(-1);
      if (list !== undefined) list.last = next.ordinal;
      return next.depth;
    }
    const started = startOf(unit);
    open = isContained(units, index, open) ? [open[0] ?? started, started] : [started];
    return open.length;
  });
}

function startOf(unit: TextUnit): OpenList {
  const readings = unit.marker?.readings ?? [];
  const reading = readings.find((one) => one.ordinal === 1) ?? readings[0];
  return { style: reading?.style ?? '', last: reading?.ordinal, indent: unit.indent };
}

/** The innermost open list that `marker` is the next item of, with its depth; a printed gap of two is allowed. */
function nextInList(
  marker: Marker,
  open: readonly OpenList[],
): { readonly depth: number; readonly ordinal: number | undefined } | undefined {
  for (let depth = open.length; depth > 0; depth -= 1) {
    const list = open[depth - 1];
    const reading = list === undefined ? undefined : marker.readings.find((one) => isNext(one, list));
    if (reading !== undefined) return { depth, ordinal: reading.ordinal };
  }
  return undefined;
}

function isNext(reading: MarkerReading, list: OpenList): boolean {
  if (reading.style !== list.style) return false;
  if (reading.ordinal === undefined || list.last === undefined) return reading.ordinal === list.last;
  return reading.ordinal > list.last && reading.ordinal <= list.last + 3;
}

/** How far ahead the reader looks for the next item of a list. Bounded, so that nesting stays linear. */
const lookAhead = 60;

/** Whether a list that starts at `index` stands inside the item before it. */
function isContained(units: readonly TextUnit[], index: number, open: readonly OpenList[]): boolean {
  const before = units[index - 1];
  const here = units[index];
  if (before === undefined || here === undefined || open.length === 0) return false;
  if (before.marker !== undefined && introducesList(before.text)) return true;
  const outer = open[0];
  if (outer === undefined) return false;
  if (here.indent > outer.indent + 1) return true;
  return isResumed(units, index + 1, outer);
}

/** Whether the items of `list` go on after `from`, before a paragraph at the margin ends it or a new list takes its style. */
function isResumed(units: readonly TextUnit[], from: number, list: OpenList): boolean {
  for (let index = from; index < units.length && index < from + lookAhead; index += 1) {
    const unit = units[index];
    if (unit === undefined || unit.role === 'heading') return false;
    if (unit.marker === undefined) {
      if (startsWithStem(unit.text)) return false;
      continue;
    }
    const reading = unit.marker.readings.find((one) => one.style === list.style);
    if (reading === undefined) continue;
    return reading.ordinal !== undefined && isNext(reading, list);
  }
  return false;
}

function continuesItem(units: readonly TextUnit[], index: number, open: readonly OpenList[]): boolean {
  const unit = units[index];
  if (unit === undefined || unit.role !== undefined || startsWithStem(unit.text)) return false;
  return open.some((list) => list.last !== undefined && isResumed(units, index + 1, list));
}

/** A colon, or an end without any punctuation after a word that asks for more. */
function introducesList(text: string): boolean {
  return /(?::-?|;-|\b(?:to|that|including|as|for))$/i.test(text.slice(-12));
}

type Neighbours = { readonly isBeforeList: boolean; readonly next: TextUnit | undefined };

function neighbours(units: readonly TextUnit[], depths: readonly number[], index: number): Neighbours {
  const next = units[index + 1];
  const isBeforeList = next?.marker !== undefined && (depths[index + 1] ?? 0) > (depths[index] ?? 0);
  return { isBeforeList, next };
}

function clauseOf(unit: TextUnit, depth: number, around: Neighbours): ReadClause {
  const { text, lines, marker, role } = unit;
  if (marker !== undefined) return { kind: 'item', number: marker.printed, depth, text, lines };
  if (around.isBeforeList) return { kind: 'lead-in', depth, text, lines };
  if (role === 'quotation' || isQuotation(text)) return { kind: 'quotation', depth, text, lines };
  if (role === 'heading' || (depth === 0 && isHeading(text, around.next)))
    return { kind: 'heading', depth, text, lines };
  return { kind: 'paragraph', depth, text, lines };
}

/** One quotation from the first character to the last, and nothing of the paper's own. */
export function isQuotation(text: string): boolean {
  const inside = text.slice(1, -1);
  return (
    (text.startsWith('“') && text.endsWith('”') && !/[“”]/.test(inside)) ||
    (text.startsWith('"') && text.endsWith('"') && text.length > 2 && !inside.includes('"'))
  );
}

/** A short line without a closing mark that starts with a capital and has running text below it. */
export function isHeading(text: string, next: TextUnit | undefined): boolean {
  if (text.length > 90 || endsSentence(text) || !/^["“‘']?[\p{Lu}\d]/u.test(text) || startsWithStem(text)) return false;
  return (
    next !== undefined && next.marker === undefined && next.text.length > text.length && text.split(' ').length <= 10
  );
}
