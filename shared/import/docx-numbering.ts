// The numbers that Word counts and prints before list items, which the document's text does not hold.

import { attributeOf } from './xml-events';
import type { XmlEvent } from './xml-events';
import { toRoman } from '../motion/marker';

/** One level of a list: how its number is written ("%1." or "(%2)" or a bullet), and where it stands, in twips. */
type Level = { readonly format: string; readonly pattern: string; readonly start: number; readonly indent: number };

/** The lists of a document: levels by list, and what a list is an instance of. */
export type Numbering = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly instances: ReadonlyMap<string, { readonly list: string; readonly starts: ReadonlyMap<number, number> }>;
};

export const noNumbering: Numbering = { levels: new Map(), instances: new Map() };

type OpenLevel = { -readonly [Key in keyof Level]: Level[Key] };

/** Reads `word/numbering.xml`. What it does not say is counted in figures from one. */
export function readNumbering(events: Iterable<XmlEvent>): Numbering {
  const levels = new Map<string, Map<number, Level>>();
  const instances = new Map<string, { list: string; starts: Map<number, number> }>();
  let list: Map<number, Level> | undefined;
  let instance: { list: string; starts: Map<number, number> } | undefined;
  let level: OpenLevel | undefined;
  let overridden = 0;
  for (const event of events) {
    if (event.kind !== 'open') continue;
    const value = (name = 'val'): string => attributeOf(event.attributes, name) ?? '';
    if (event.name === 'abstractNum') {
      list = new Map();
      levels.set(value('abstractNumId'), list);
      instance = undefined;
    } else if (event.name === 'num') {
      instance = { list: '', starts: new Map() };
      instances.set(value('numId'), instance);
    } else if (event.name === 'lvl') {
      level = { format: 'decimal', pattern: '', start: 1, indent: 0 };
      if (instance === undefined) list?.set(Number(value('ilvl')), level);
    } else if (event.name === 'abstractNumId' && instance !== undefined) instance.list = value();
    else if (event.name === 'lvlOverride') overridden = Number(value('ilvl'));
    else if (event.name === 'startOverride') instance?.starts.set(overridden, Number(value()));
    else if (level !== undefined && event.name === 'numFmt') level.format = value();
    else if (level !== undefined && event.name === 'lvlText') level.pattern = value();
    else if (level !== undefined && event.name === 'start') level.start = Number(value());
    else if (level !== undefined && event.name === 'ind') level.indent = Number(value('left') || value('start'));
  }
  return { levels, instances };
}

/** Counts through one reading of a document. */
export type NumberCounter = {
  /** The marker of the next paragraph at `level` of the list `numId`, and its indent in twips; undefined for none. */
  readonly next: (numId: string, level: number) => { readonly marker: string; readonly indent: number } | undefined;
};

/** Instances of one list count on together, except where one says what it starts from. */
export function countNumbers(numbering: Numbering): NumberCounter {
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next: (numId, level) => {
      const instance = numbering.instances.get(numId);
      const levels = instance === undefined ? undefined : numbering.levels.get(instance.list);
      const own = levels?.get(level);
      if (instance === undefined || levels === undefined || own === undefined) return undefined;
      const count = counts.get(instance.list) ?? new Map<number, number>();
      counts.set(instance.list, count);
      if (!begun.has(numId)) for (const [at, start] of instance.starts) count.set(at, start - 1);
      begun.add(numId);
      count.set(level, (count.get(level) ?? own.start - 1) + 1);
      for (const deeper of count.keys()) if (deeper > level) count.delete(deeper);
      return { marker: markerOf(own, levels, count), indent: own.indent };
    },
  };
}

function markerOf(own: Level, levels: ReadonlyMap<number, Level>, count: ReadonlyMap<number, number>): string {
  if (own.format === 'bullet') return '•';
  if (own.format === 'none') return '';
  return own.pattern.replaceAll(/%([1-9])/g, (_, place: string) => {
    const at = Number(place) - 1;
    const level = levels.get(at);
    return sign(level?.format ?? 'decimal', count.get(at) ?? level?.start ?? 1);
  });
}

function sign(format: string, ordinal: number): string {
  switch (format) {
    case 'lowerLetter':
      return letters(ordinal);
    case 'upperLetter':
      return letters(ordinal).toUpperCase();
    case 'lowerRoman':
      return roman(ordinal);
    case 'upperRoman':
      return roman(ordinal).toUpperCase();
    case 'decimalZero':
      return String(ordinal).padStart(2, '0');
    default:
      return String(ordinal);
  }
}

/** After z comes aa, then bb: Word repeats the letter. */
function letters(ordinal: number): string {
  const letter = String.fromCharCode(97 + ((ordinal - 1) % 26));
  return ordinal < 1 || ordinal > 780 ? String(ordinal) : letter.repeat(Math.ceil(ordinal / 26));
}

/** Beyond what lists are numbered to, Word's figure itself. */
function roman(ordinal: number): string {
  return ordinal < 1 || ordinal > 399 ? String(ordinal) : toRoman(ordinal);
}
