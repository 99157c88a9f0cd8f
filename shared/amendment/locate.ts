// Looks up an address in the printed text. Where the paper leaves a doubt it gives every reading, and never picks one.

import { markerStyles, readMarker, romanValue } from '../motion/marker';
import type { EntryUnit, Place, PlacePart } from './directive';
import { findInTexts } from './find-words';
import { fold } from './folded-text';
import type { FoldedText } from './folded-text';
import { lineRegions } from './locate-lines';
import type { Located, Region, Span } from './region';
import { endOfList, listUnder } from './printed-paper';
import type { PrintedList, PrintedPaper } from './printed-paper';
import { sentencesOf } from './sentences';

/** All readings of `place` in the paper. */
export function locate(paper: PrintedPaper, place: Place): Located {
  let regions: readonly Region[] = [wholeMotion(paper)];
  let countsLines = false;
  for (const part of place) {
    if (part.kind === 'line' && (paper.text.lineNumbers ?? []).length === 0) countsLines ||= part.isHelp !== true;
    else regions = distinct(regions.flatMap((region) => step(paper, region, part)));
  }
  return { regions, countsLines };
}

/** The whole text without its title. */
export function wholeMotion(paper: PrintedPaper): Region {
  return { unit: 'motion', spans: paper.text.clauses.map((clause, index) => wholeClause(clause.text, index)) };
}

function wholeClause(text: string, clause: number): Span {
  return { clause, from: 0, to: text.length };
}

function clauseRegion(paper: PrintedPaper, index: number): Region {
  return { unit: 'clause', spans: [wholeClause(paper.text.clauses[index]?.text ?? '', index)] };
}

function distinct(regions: readonly Region[]): readonly Region[] {
  const seen = new Map(regions.map((region) => [JSON.stringify(region), region]));
  return [...seen.values()];
}

function step(paper: PrintedPaper, region: Region, part: PlacePart): readonly Region[] {
  switch (part.kind) {
    case 'title':
      return [{ unit: 'title', spans: [] }];
    case 'motion':
      return [wholeMotion(paper)];
    case 'section':
      return 'stem' in part ? sections(paper, part.stem) : sectionsUnder(paper, part.paragraph);
    case 'line':
      return lineRegions(paper, region, part);
    case 'paragraph':
      return paragraphs(paper, region, part.ordinal);
    case 'lead-in':
      return leadIns(paper, part.ordinal).map((index) => clauseRegion(paper, index));
    case 'entry':
      return entries(paper, region, part);
    case 'clause':
      return numberedClauses(paper, part.label);
    case 'beginning':
      return beginnings(paper, region, part);
    case 'sentence':
      return sentences(paper, region, part.ordinal);
  }
}

/** A list with its lead-in (or a paragraph) whose text starts with the words, "Conference" aside. */
function sections(paper: PrintedPaper, stem: string): readonly Region[] {
  const wanted = stem.replace(/[\s:;,.…-]+$/, '');
  const found = paper.text.clauses.flatMap((clause, index) =>
    clause.depth === 0 && startsLike(paper.folded[index], wanted) ? [index] : [],
  );
  const introducing = found.filter((index) => listUnder(paper, index) !== undefined);
  return (introducing.length > 0 ? introducing : found).map((index) => sectionAt(paper, index));
}

/** A clause with the list that it introduces. */
function sectionAt(paper: PrintedPaper, index: number): Region {
  const list = listUnder(paper, index);
  const end = list === undefined ? index + 1 : endOfList(paper, list);
  const spans = paper.text.clauses.slice(index, end).map((clause, offset) => wholeClause(clause.text, index + offset));
  return { unit: 'section', spans };
}

/** Of a paragraph that introduces no list: the paragraph. */
function sectionsUnder(paper: PrintedPaper, ordinal: number): readonly Region[] {
  const index = ordinal > 0 ? paper.paragraphs[ordinal - 1] : paper.paragraphs.at(ordinal);
  if (index === undefined) return [];
  return listUnder(paper, index) === undefined
    ? paragraphs(paper, wholeMotion(paper), ordinal)
    : [sectionAt(paper, index)];
}

const assembly = /^(?:this\s+)?(?:conference|congress|union|council|assembly|branch)\s+/i;

function startsLike(clause: FoldedText | undefined, wanted: string): boolean {
  if (clause === undefined) return false;
  if (startsWithWords(clause, wanted)) return true;
  const start = assembly.exec(clause.text)?.[0].length ?? 0;
  if (start === 0 || clause.text.charAt(start).toLowerCase() !== wanted.charAt(0).toLowerCase()) return false;
  return startsWithWords(fold(clause.text.slice(start)), wanted);
}

/** Whether a text begins with the words. */
function startsWithWords(clause: FoldedText, words: string): boolean {
  const head = fold(words.split(/…|\.{3}/)[0] ?? '').characters.replace(/[.,;:]$/, '');
  if (head === '' || !clause.characters.startsWith(head)) return false;
  return findInTexts([clause], words)[0]?.[1].from === 0 || clause.characters === fold(words).characters;
}

function paragraphs(paper: PrintedPaper, region: Region, ordinal: number): readonly Region[] {
  const counted =
    region.unit === 'section' ? paper.paragraphs.filter((index) => holds(region, index)) : paper.paragraphs;
  const index = ordinal > 0 ? counted[ordinal - 1] : counted.at(ordinal);
  if (index === undefined) return [];
  const list = listUnder(paper, index);
  // "The last paragraph" of a motion that ends in a list: the lead-in, the last plain paragraph or the last item.
  if (ordinal > 0 || list === undefined) return [clauseRegion(paper, index)];
  const plain = counted.findLast((candidate) => listUnder(paper, candidate) === undefined);
  const last = list.entries.at(ordinal);
  return [index, plain, last].flatMap((candidate) => (candidate === undefined ? [] : [clauseRegion(paper, candidate)]));
}

function holds(region: Region, clause: number): boolean {
  return region.spans.some((span) => span.clause === clause);
}

function leadIns(paper: PrintedPaper, ordinal: number | undefined): readonly number[] {
  const all = paper.text.clauses.flatMap((clause, index) => (clause.kind === 'lead-in' ? [index] : []));
  if (ordinal !== undefined)
    return [ordinal > 0 ? all[ordinal - 1] : all.at(ordinal)].filter((index) => index !== undefined);
  const instructing = paper.actionLists.flatMap((list) => list.leadIn ?? []);
  return instructing.length === 1 ? instructing : all;
}

type EntryPart = Extract<PlacePart, { readonly kind: 'entry' }>;

function entries(paper: PrintedPaper, region: Region, part: EntryPart): readonly Region[] {
  const lists = listsFor(paper, region, part.unit);
  if ('ordinal' in part) {
    const { ordinal } = part;
    const found = lists.flatMap((list) => (ordinal > 0 ? list.entries[ordinal - 1] : list.entries.at(ordinal)) ?? []);
    return found.map((index) => clauseRegion(paper, index));
  }
  const [outer, inner] = labelSteps(part.label);
  const found = entriesByLabel(paper, lists, outer);
  if (inner === undefined) return found.map((index) => clauseRegion(paper, index));
  const nested = found.flatMap((index) => listUnder(paper, index) ?? []);
  return entriesByLabel(paper, nested, inner).map((index) => clauseRegion(paper, index));
}

/** `2b` is b inside 2; `ii` and `12` are one step. */
function labelSteps(label: string): readonly [string, string | undefined] {
  const steps = /^(\d+)([a-z]+)$/i.exec(label);
  return steps === null ? [label, undefined] : [steps[1] ?? '', steps[2]];
}

/** The lists an entry can be in: those inside the region, and of the whole motion those the unit's name points to. */
export function listsFor(paper: PrintedPaper, region: Region, unit: EntryUnit): readonly PrintedList[] {
  if (region.unit === 'clause') return paper.lists.filter(({ leadIn }) => leadIn === region.spans[0]?.clause);
  if (region.unit === 'section') {
    const within = paper.lists.filter((list) => list.entries.every((entry) => holds(region, entry)));
    const depth = Math.min(...within.map((list) => list.depth));
    return within.filter((list) => list.depth === depth);
  }
  if (unit === 'action-point') return paper.actionLists;
  const outer = paper.lists.filter((list) => list.depth <= 1);
  if (unit !== 'bullet') return outer;
  const bulleted = outer.filter((list) =>
    list.entries.every((entry) => /^[^\p{L}\p{Nd}]+$/u.test(paper.text.clauses[entry]?.number ?? '•')),
  );
  return bulleted.length > 0 ? bulleted : outer;
}

/** By printed marker where one fits; else, in lists without telling markers, by counting. */
export function entriesByLabel(paper: PrintedPaper, lists: readonly PrintedList[], label: string): readonly number[] {
  const printed = lists.map((list) =>
    list.entries.filter((entry) => bare(paper.text.clauses[entry]?.number ?? '') === bare(label)),
  );
  // "1." on every entry of a list says nothing; a marker that stands once in its list names its entry.
  const named = printed.filter((found) => found.length === 1).flat();
  if (named.length > 0) return named;
  const ordinals = ordinalsOf(label);
  return lists
    .filter((list) => !countsAsPrinted(paper, list) || isOtherCounting(paper, list, label))
    .flatMap((list) => {
      const fitting = ordinals.filter((ordinal) => ordinal <= list.entries.length);
      return fitting.flatMap((ordinal) => list.entries[ordinal - 1] ?? []);
    });
}

function bare(marker: string): string {
  return marker.replace(/[^\p{L}\p{Nd}]/gu, '').toLowerCase();
}

/** Whether the list's markers tell its entries apart. */
function countsAsPrinted(paper: PrintedPaper, list: PrintedList): boolean {
  const markers = list.entries.map((entry) => bare(paper.text.clauses[entry]?.number ?? ''));
  return markers.every((marker) => marker !== '') && new Set(markers).size === markers.length;
}

/** "Point 3" of a list printed i), ii), iii): the address counts in another way than the list. */
function isOtherCounting(paper: PrintedPaper, list: PrintedList, label: string): boolean {
  const first = paper.text.clauses[list.entries[0] ?? 0]?.number ?? '';
  return /^\d+$/.test(label) && !/\d/.test(first);
}

/** What a label can count to: `v` is the fifth, or the twenty-second. */
export function ordinalsOf(label: string): readonly number[] {
  if (/^\d+$/.test(label)) return [Number(label)];
  const lower = label.toLowerCase();
  const roman = romanValue(lower);
  const letter = lower.length === 1 ? lower.charCodeAt(0) - 96 : undefined;
  return [roman, letter].filter((value) => value !== undefined);
}

function numberedClauses(paper: PrintedPaper, label: string): readonly Region[] {
  const exact = clausesNumbered(paper, label);
  if (exact.length > 0 || !/^(?:[A-Z]|\d{1,3})$/.test(label)) return exact;
  // "Rule D" is all of D.1.1, D.1.2 …, "Standing Order 3" all of 3.1, 3.2 …
  const chapter = paper.text.clauses.flatMap((clause, index) =>
    new RegExp(`^${label}${/\d/.test(label) ? '[.,]' : '[.,\\s]?'}\\d`).test(clause.number ?? '')
      ? [wholeClause(clause.text, index)]
      : [],
  );
  return chapter.length === 0 ? [] : [{ unit: 'section', spans: chapter }];
}

function clausesNumbered(paper: PrintedPaper, label: string): readonly Region[] {
  return paper.text.clauses.flatMap((clause, index) =>
    clause.number !== undefined && bare(clause.number) === bare(label) ? [clauseRegion(paper, index)] : [],
  );
}

function beginnings(
  paper: PrintedPaper,
  region: Region,
  part: Extract<PlacePart, { readonly kind: 'beginning' }>,
): readonly Region[] {
  return region.spans.flatMap((span): readonly Region[] => {
    const clause = paper.folded[span.clause];
    if (clause === undefined) return [];
    const { text } = clause;
    if (part.unit === 'clause') return startsWithWords(clause, part.words) ? [clauseRegion(paper, span.clause)] : [];
    return sentencesOf(text)
      .filter((range) => startsWithWords(fold(text.slice(range.from, range.to)), part.words))
      .map((range) => ({ unit: 'sentence', spans: [{ clause: span.clause, ...range }] }));
  });
}

function sentences(paper: PrintedPaper, region: Region, ordinal: number): readonly Region[] {
  const [span, ...others] = region.spans;
  if (span === undefined || others.length > 0) return [];
  const text = paper.text.clauses[span.clause]?.text ?? '';
  const found = sentencesOf(text);
  const range = ordinal > 0 ? found[ordinal - 1] : found.at(ordinal);
  return range === undefined ? [] : [{ unit: 'sentence', spans: [{ clause: span.clause, ...range }] }];
}

/** Whether a list is printed with markers that count as the label does: 2 fits 1), and not i) or bullets. */
export function countsLike(paper: PrintedPaper, list: PrintedList, label: string): boolean {
  const first = paper.text.clauses[list.entries[0] ?? -1]?.number ?? '';
  return markerStyles(first).some(({ counting }) => counting !== 'bullet' && sameCounting(label, counting));
}

/** The place of a new entry `label` in a list: its index among the entries, if it fits in or directly behind. */
export function placeOfNewEntry(paper: PrintedPaper, list: PrintedList, label: string): number | undefined {
  const printed = list.entries.findIndex((entry) => bare(paper.text.clauses[entry]?.number ?? '') === bare(label));
  if (printed >= 0) return printed;
  const numbers = list.entries.map((entry) => paper.text.clauses[entry]?.number ?? '');
  const style = markerStyles(numbers[0] ?? '').find(
    ({ counting }) => counting !== 'bullet' && sameCounting(label, counting),
  );
  const wanted = ordinalsOf(label);
  if (style === undefined) {
    const counts =
      /^\d+$/.test(label) ||
      numbers.every((number) => !/[\p{L}\p{Nd}]/u.test(number)) ||
      new Set(numbers).size < numbers.length;
    const ordinal = wanted.find((value) => value <= list.entries.length + 1);
    return counts && ordinal !== undefined ? ordinal - 1 : undefined;
  }
  const ordinals = numbers.map((number) => readMarker(number, style) ?? 0);
  const ordinal = readMarker(style.before + label.toLowerCase() + style.after, style) ?? wanted[0] ?? 0;
  if (ordinal === (ordinals.at(-1) ?? 0) + 1) return list.entries.length;
  const next = ordinals.findIndex((value) => value > ordinal);
  return next > 0 ? next : undefined;
}

function sameCounting(label: string, counting: string): boolean {
  if (/^\d+$/.test(label)) return counting === 'decimal';
  if (counting.endsWith('roman')) return romanValue(label.toLowerCase()) !== undefined;
  return counting.endsWith('letter') && label.length === 1;
}
