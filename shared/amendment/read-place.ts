// Reads an address as instructions print it: "action point 2", "under ‘Conference notes’ ii)", "second sentence of
// paragraph 3". Reads only; whether the motion has such a place is for locate.ts.

import type { EntryUnit, Place, PlacePart } from './directive';
import { withNested } from './nested-place';
import { countOf, numberWords } from './number-words';
import { maskClass } from './quotations';
import { readSeveralUnits } from './read-several';
import { atQuotation, attempt, restOf, take, takeQuotation } from './scanner';
import type { Scanner } from './scanner';

/** Ordinals in words, from the first. */
export const ordinalWords: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

const determiner = String.raw`(?:(?:the|existing|current|original|present|printed)\s+)*`;
const ordinal = String.raw`(${ordinalWords.join('|')}|last|final|opening|closing|penultimate|\d{1,3}(?:st|nd|rd|th))`;
const entryWord = String.raw`(?:action\s+points?|actions?(?=\s+\d)|bullet[\s-]+points?|bullets?|sub-?points?|points?|items?|sub-?paragraphs?)`;
const paragraphWord = String.raw`(?:paragraphs?|paras?\.?)`;
const label = String.raw`\(?(\d{1,3}|[ivxl]{1,6}|[A-Za-z])(?:\)?\.?\(([a-z0-9]{1,4})\)|\.([a-z])\b)?[).]?(?![\p{L}\p{Nd}]|[.,]\p{Nd})`;
const stemVerb =
  'notes|believes|resolves|recognises|welcomes|calls? (?:up)?on|instructs|agrees|urges|asks|condemns|reaffirms|affirms|deplores|mandates|demands|supports|acknowledges|regrets|congratulates|is concerned|requests|commits|applauds|opposes';

/** Takes one address with all its steps ("line 2 of paragraph 3", "under X, ii)"), outer step first. */
export function readPlace(scanner: Scanner): Place | undefined {
  const first = readPart(scanner);
  if (first === undefined) return undefined;
  let parts = first;
  for (;;) {
    const further = attempt(scanner, () => readStep(scanner, parts));
    if (further === undefined) break;
    parts = further;
  }
  take(
    scanner,
    /^\s*\((?!lines?\b|(?:\d{1,3}|[ivxl]{1,6}|[a-z])\))[^()\n]{0,80}\)(?=\s*(?:[,:]|new\b|add|insert|delete|replace))/i,
  );
  return parts.toSorted((before, after) => rankOf(before) - rankOf(after));
}

const partLink = /^\s*(?:,|\bof\b|\bin\b|\bunder\b|\bfrom\b|\(|[–-](?=\s))?\s*/i;
// "Under “Conference notes”, in 2)": what a comma and a further "in" name stands in the list.
const sectionLink = /^\s*(?:,(?:\s*(?:in|at)\b)?|\bof\b|\bin\b|\bunder\b|\bfrom\b|\(|[–-](?=\s))?\s*/i;

/** The steps with one more of them, if one is named behind. */
function readStep(scanner: Scanner, parts: Place): Place | undefined {
  take(scanner, /^\s*\((?!lines?\b|(?:\d{1,3}|[ivxl]{1,6}|[a-z])\))[^()\n]{0,80}\)/i);
  const link = take(scanner, parts.every(({ kind }) => kind === 'section') ? sectionLink : partLink)?.[0] ?? '';
  // A quotation straight behind an address is what is to be put in or taken out there.
  if (atQuotation(scanner) && !/[a-z]/i.test(link)) return undefined;
  const inner = readPart(scanner);
  take(scanner, /^\)/);
  if (inner === undefined) return undefined;
  const found = /under/i.test(link) ? underParagraph(inner) : link.includes('(') ? inner.map(asHelp) : inner;
  // "The first paragraph of rule 11.3" is the rule, where a rule is one paragraph.
  const only = parts.at(-1);
  const isRule = found.length === 1 && found[0]?.kind === 'clause';
  if (isRule && parts.length === 1 && only?.kind === 'paragraph' && only.ordinal === 1) return found;
  const isOther = found.every((part) => parts.every((other) => rankOf(other) !== rankOf(part)));
  return isOther ? [...parts, ...found] : withNested(parts, link, found);
}

/** A line in brackets behind a unit. */
function asHelp(part: PlacePart): PlacePart {
  return part.kind === 'line' ? { ...part, isHelp: true } : part;
}

/** Takes one or more addresses: "action points 2, 4 and 5", "paragraphs 2 to 4", "E4, E4.1 and E 4.3". */
export function readPlaces(scanner: Scanner): readonly Place[] | undefined {
  const units = readSeveralUnits(scanner);
  if (units !== undefined) {
    const outer = attempt(scanner, () =>
      take(scanner, /^\s+(?:of|in|from|under)\s+(?:the\s+)?/i) === undefined ? undefined : readPlace(scanner),
    );
    return units.map((place) => (outer ?? []).concat(place));
  }
  const first = readPlace(scanner);
  if (first === undefined) return undefined;
  const places = [first];
  for (;;) {
    const more = attempt(scanner, () => readRangeEnd(scanner, places.at(-1)) ?? readFurther(scanner, first));
    if (more === undefined) break;
    places.push(...more);
  }
  const section = places.length > 1 ? readSectionBehind(scanner) : [];
  return places.map((place) => inSection(section, place));
}

/** "Under “Conference notes”" behind several addresses is for each of them. */
function readSectionBehind(scanner: Scanner): Place {
  return (
    attempt(scanner, () => {
      const link = take(scanner, /^\s+(?:under|of|in|from)\s+(?:the\s+)?/i)?.[0] ?? '';
      const place = link === '' ? undefined : readPlace(scanner);
      const outer = /under/i.test(link) && place !== undefined ? underParagraph(place) : place;
      const isList = outer?.every((part) => part.kind === 'section' || (part.kind === 'entry' && 'label' in part));
      return isList === true ? outer : undefined;
    }) ?? []
  );
}

function inSection(section: Place, place: Place): Place {
  return place.some((part) => rankOf(part) === 0) ? place : [...section, ...place];
}

/** Two addresses side by side: "action points 2 and 3", "paragraph 2 and action point 1", "2 and 3". */
export function readPlacePair(
  scanner: Scanner,
  link: RegExp,
): { readonly first: Place; readonly second: Place } | undefined {
  return attempt(scanner, () => {
    const first = readPlace(scanner) ?? readLabelAlone(scanner, 'point');
    if (first === undefined || take(scanner, link) === undefined) return undefined;
    const last = first.at(-1);
    const unit = last?.kind === 'entry' ? last.unit : 'point';
    const second =
      (last?.kind === 'paragraph' ? readOrdinalAlone(scanner) : undefined) ??
      readPlace(scanner) ??
      readLabelAlone(scanner, unit);
    if (second === undefined) return undefined;
    const behind = second.filter((part) => part.kind === 'section');
    const section = behind.length > 0 ? behind : readSectionBehind(scanner);
    const isSibling = second.length === 1 && second[0]?.kind === last?.kind;
    const sibling = isSibling ? [...first.slice(0, -1), ...second] : second;
    return { first: inSection(section, first), second: inSection(section, sibling) };
  });
}

function readLabelAlone(scanner: Scanner, unit: EntryUnit): Place | undefined {
  const match = take(scanner, new RegExp(`^${label}`, 'u'));
  return match === undefined ? undefined : [entry(unit, match, 1)];
}

function readOrdinalAlone(scanner: Scanner): Place | undefined {
  const match = take(scanner, /^(\d{1,3})(?![\p{L}\p{Nd})])/u);
  return match === undefined ? undefined : [{ kind: 'paragraph', ordinal: Number(match[1]) }];
}

function readRangeEnd(scanner: Scanner, last: Place | undefined): readonly Place[] | undefined {
  const part = last?.at(-1);
  const from =
    part?.kind === 'paragraph' ? part.ordinal : part?.kind === 'entry' && 'label' in part ? Number(part.label) : NaN;
  const match = take(scanner, /^\s*(?:to|-|–)\s*(\d{1,3})\)?(?![\p{L}\p{Nd}])/u);
  const to = Number(match?.[1]);
  if (last === undefined || part === undefined || !(to > from) || to - from > 100) return undefined;
  return Array.from({ length: to - from }, (_, index): Place => {
    const next: PlacePart =
      part.kind === 'entry' && 'label' in part
        ? { ...part, label: String(from + index + 1) }
        : { kind: 'paragraph', ordinal: from + index + 1 };
    return [...last.slice(0, -1), next];
  });
}

/** Takes the addresses that one order is for, with what stands before its verb: "rules 3.2, 4.1 and 4.2". */
export function readAddresses(scanner: Scanner): readonly Place[] | undefined {
  const first = readPlace(scanner);
  if (first === undefined) return undefined;
  const places = [first];
  for (;;) {
    const more = attempt(scanner, () => readRangeEnd(scanner, places.at(-1)) ?? readNeighbour(scanner, first));
    if (more === undefined) return places;
    places.push(...more);
  }
}

function readFurther(scanner: Scanner, first: Place): readonly Place[] | undefined {
  const places = readNeighbour(scanner, first);
  // A verb behind it makes it the address of the next operation.
  const startsNext = /^[ \t,:–-]*(?:after|before|at\b|delete|remove|insert|add|replace|amend|change)\b/i.test(
    restOf(scanner),
  );
  return startsNext ? undefined : places;
}

function readNeighbour(scanner: Scanner, first: Place): readonly Place[] | undefined {
  if (take(scanner, /^\s*(?:,\s*and\s|,|and\s|&)\s*/i) === undefined) return undefined;
  const last = first.at(-1);
  const isCounted = last?.kind === 'entry' || last?.kind === 'paragraph';
  const bare = isCounted ? take(scanner, new RegExp(`^${label}`, 'u')) : undefined;
  let place: Place | undefined;
  if (bare !== undefined && last?.kind === 'entry') place = [...first.slice(0, -1), { ...entry(last.unit, bare, 1) }];
  else if (bare !== undefined && last?.kind === 'paragraph') place = [{ kind: 'paragraph', ordinal: Number(bare[1]) }];
  else if (bare === undefined) place = readPlace(scanner);
  return place === undefined ? undefined : [place];
}

/** 0: a list or the whole; 1: a clause; 2: a sentence; 3: a line. */
export function rankOf(part: PlacePart): number {
  switch (part.kind) {
    case 'title':
    case 'motion':
    case 'section':
      return 0;
    case 'paragraph':
    case 'lead-in':
    case 'entry':
    case 'clause':
      return 1;
    case 'beginning':
      return part.unit === 'sentence' ? 2 : 1;
    case 'sentence':
      return 2;
    case 'line':
      return 3;
  }
}

/** What stands under a paragraph is the list that it introduces. */
export function underParagraph(place: Place): Place {
  return place.map((part) => (part.kind === 'paragraph' ? { kind: 'section', paragraph: part.ordinal } : part));
}

function readPart(scanner: Scanner): Place | undefined {
  return attempt(
    scanner,
    () =>
      readBeginning(scanner) ??
      readWhole(scanner) ??
      readOrdinal(scanner) ??
      readNumbered(scanner) ??
      readLine(scanner) ??
      readStem(scanner) ??
      readClauseNumber(scanner) ??
      readBareLabel(scanner),
  );
}

function readWhole(scanner: Scanner): Place | undefined {
  if (take(scanner, /^(?:the\s+)?(?:motion[’']s\s+)?title(?:\s+of\s+(?:the\s+)?motion)?\b/i))
    return [{ kind: 'title' }];
  if (take(scanner, /^(?:the\s+)?(?:whole|entire)?\s*(?:of\s+the\s+)?(?:motion|composite)\b/i))
    return [{ kind: 'motion' }];
  return undefined;
}

function readOrdinal(scanner: Scanner): Place | undefined {
  const units = String.raw`(${entryWord}|${paragraphWord}|sentence|line|lead-?\s?in)`;
  const match = take(scanner, new RegExp(String.raw`^${determiner}${ordinal}\s+${units}(?!\s*\(?\d)(?![\p{L}])`, 'iu'));
  const [, counted = '', unit = ''] = match ?? [];
  if (match === undefined) return undefined;
  const count = ordinalOf(counted.toLowerCase());
  if (/^sentence/i.test(unit)) return [{ kind: 'sentence', ordinal: count }];
  if (/^line$/i.test(unit)) return [{ kind: 'line', from: count, to: count, isOrdinal: true }];
  if (/^lead/i.test(unit)) return [{ kind: 'lead-in', ordinal: count }];
  if (/^para/i.test(unit)) return [{ kind: 'paragraph', ordinal: count }];
  return [{ kind: 'entry', unit: entryUnitOf(unit), ordinal: count }];
}

function ordinalOf(word: string): number {
  if (word === 'opening') return 1;
  if (word === 'last' || word === 'final' || word === 'closing') return -1;
  if (word === 'penultimate') return -2;
  const index = ordinalWords.indexOf(word);
  return index >= 0 ? index + 1 : Number.parseInt(word, 10);
}

function readNumbered(scanner: Scanner): Place | undefined {
  const paragraph = take(
    scanner,
    new RegExp(
      String.raw`^${determiner}${paragraphWord}\s*(?:no\.?\s*|number\s*)?\(?(\d{1,3}|(?:${numberWords.join('|')})(?=[\s,:;.–-]))\)?(?![\p{L}\p{Nd}]|\.\p{Nd})`,
      'iu',
    ),
  );
  if (paragraph !== undefined) return [{ kind: 'paragraph', ordinal: countOf(paragraph[1] ?? '') }];
  const numbered = take(
    scanner,
    new RegExp(String.raw`^${determiner}(${entryWord})\s*(?:no\.?\s*|number\s*)?${label}`, 'iu'),
  );
  if (numbered !== undefined) return [entry(entryUnitOf(numbered[1] ?? ''), numbered, 2)];
  const sentence = take(scanner, /^(?:the\s+)?sentence\s+(\d{1,2})\b/i);
  if (sentence !== undefined) return [{ kind: 'sentence', ordinal: Number(sentence[1]) }];
  if (
    take(
      scanner,
      /^(?:the\s+)?(?:existing\s+)?(?:lead-?\s?in|stem(?![\s:,]*[\uE000-\uF8FF]))(?:\s+(?:to|of)\s+the\s+(?:action\s+points|list))?\b/iu,
    )
  )
    return [{ kind: 'lead-in' }];
  return undefined;
}

function entry(unit: EntryUnit, match: RegExpExecArray, group: number): PlacePart {
  return { kind: 'entry', unit, label: (match[group] ?? '') + (match[group + 1] ?? match[group + 2] ?? '') };
}

function entryUnitOf(word: string): EntryUnit {
  if (/^action/i.test(word)) return 'action-point';
  return /^bullet/i.test(word) ? 'bullet' : 'point';
}

function readLine(scanner: Scanner): Place | undefined {
  const match = take(
    scanner,
    /^(?:the\s+)?(?:lines?|ll?\.)\s*(\d{1,4})(?:\s*(?:-|–|to|and|&)\s*(?:line\s+)?(\d{1,4}))?(?![\p{L}\p{Nd}])/iu,
  );
  if (match === undefined) return undefined;
  const from = Number(match[1]);
  return [{ kind: 'line', from, to: Number(match[2] ?? match[1]), isOrdinal: false }];
}

// "The bullet “Paid officers”": named by its words.
const quotedUnit = new RegExp(
  String.raw`^the\s+(?:existing\s+)?(${paragraphWord}|${entryWord}|sentence)[\s:,]+(?=${maskClass})`,
  'iu',
);

function readBeginning(scanner: Scanner): Place | undefined {
  const match =
    take(
      scanner,
      new RegExp(
        String.raw`^${determiner}(${paragraphWord}|${entryWord}|sentence|lead-?in)\s+(?:which\s+|that\s+)?(?:beginning|begins|starting|starts)(?:\s+with)?[\s:,]*`,
        'iu',
      ),
    ) ?? take(scanner, quotedUnit);
  const words = match === undefined ? undefined : takeQuotation(scanner);
  if (words === undefined) return undefined;
  return [{ kind: 'beginning', unit: /^sentence/i.test(match?.[1] ?? '') ? 'sentence' : 'clause', words }];
}

function readStem(scanner: Scanner): Place | undefined {
  const quoted = attempt(scanner, () => {
    take(scanner, /^the\s+(?=[\uE000-\uF8FF]\s+(?:section|list)\b)/iu);
    return takeQuotation(scanner);
  });
  if (quoted !== undefined) {
    take(scanner, /^\s+(?:section|heading|list|stem)\b/i);
    return [{ kind: 'section', stem: quoted }, ...readEntryNumber(scanner)];
  }
  const named = take(
    scanner,
    new RegExp(
      String.raw`^(?:the\s+)?((?:this\s+)?(?:conference|congress|union|council|assembly|branch)\s+(?:(?:further|also|therefore|particularly)\s+)?(?:${stemVerb})(?:\s+that)?)(?:\s+(?:section|list|heading))?(?![\p{L}])`,
      'iu',
    ),
  );
  const section =
    named ??
    take(
      scanner,
      /^(?:the\s+)?((?:Further\s+)?(?:Believes|Notes|Resolves|Recognises|Beliefs|Resolutions))(?:\s+(?:section|list))?(?![\p{L}])/u,
    ) ??
    take(
      scanner,
      /^((?:further\s+)?(?:believes|notes|resolves))(?=,?\s+(?:\(?\d{1,2}|\(?[ivx]{1,5})(?![\p{L}\p{Nd}])|\s*[,:](?=\s)|,?\s+(?:add|delete|insert|replace|remove)\b)/u,
    );
  return section?.[1] === undefined ? undefined : [{ kind: 'section', stem: section[1] }, ...readEntryNumber(scanner)];
}

/** "Believes 2": a section's entry by its number alone. */
function readEntryNumber(scanner: Scanner): Place {
  const number =
    take(scanner, /^,?\s+\(?(\d{1,3}|[ivx]{1,5})[).]?(?=[\s,:;.]|$)/u)?.[1] ??
    take(scanner, /^,?\s+\(?([a-z])\)(?=[\s,:;.]|$)/u)?.[1];
  return number === undefined ? [] : [{ kind: 'entry', unit: 'point', label: number }];
}

function readClauseNumber(scanner: Scanner): Place | undefined {
  const word = take(
    scanner,
    new RegExp(
      String.raw`^${determiner}(?:rules?|clauses?|(?:sub-?)?sections?|schedule|standing\s+orders?|article|appendix)\s+(?:number\s+)?(?=\(?[A-Z]?[.,\s]?\d|[A-Z]\b)`,
      'iu',
    ),
  );
  const number = take(
    scanner,
    word === undefined
      ? /^(?:(?:existing|current)\s+)?([A-Z][.,]?\s?\d+(?:[.,]\d+)*|\d+(?:\.\d+)+)(?![\p{L}\p{Nd}%]|\s?(?:%|per\s+cent))/u
      : /^([A-Z](?:[.,]?\s?\d+(?:[.,]\d+)*)?|\d+(?:\.\d+)*)(?![\p{L}\p{Nd}])/u,
  );
  return number?.[1] === undefined ? undefined : [{ kind: 'clause', label: number[1] }];
}

/** A label alone is an address only with its bracket ("5)", "(iii)"), or as a roman number or "6.d". */
function readBareLabel(scanner: Scanner): Place | undefined {
  const match =
    take(
      scanner,
      /^(?:(?:existing|current)\s+)?\(?(\d{1,3}|[ivxl]{1,6}|[A-Za-z])\)(?:\s?\(?([a-z]{1,4})\))?(?![\p{L}\p{Nd}])/u,
    ) ??
    take(scanner, /^(?:(?:existing|current)\s+)?(\d{1,3})\.([a-z])(?![\p{L}\p{Nd}])/u) ??
    take(scanner, /^(?:(?:existing|current)\s+)?([ivx]{1,5})\.?(?![\p{L}\p{Nd}])/u) ??
    take(scanner, /^(\d{1,2})\s?(?:\(([a-z]{1,4})|([a-z]|[ivx]{1,4}))\)(?![\p{L}\p{Nd}])/u) ??
    take(scanner, numberAlone);
  return match === undefined
    ? undefined
    : [{ kind: 'entry', unit: 'point', label: (match[1] ?? '') + (match[2] ?? match[3] ?? '') }];
}

// "In 2, …", "Delete 3 and renumber", "Replace 2 with: …": what stands behind tells it from a sum.
const numberAlone =
  /^(?:(?:existing|current)\s+)?(\d{1,2})(?:\.(?=,\s))?(?=\s*(?:\(lines?\s|:|\n|\.?,\s|[–—-]\s|\.?\s*$|\.\s*\n)|\.?\s+(?:with|by)\b|,?\s+(?:and\s+(?:re-?number|\d)|add|insert|delete|replace|remove|omit|strike|take\s+out|leave\s+out|change|substitute|after|before|at\s+(?:the\s+)?end|new\b|to\s+the\s+(?:end|start|beginning)))/iu;
