// Reads "new action point 2: “…”", "a new sentence at the end of paragraph 2: “…”": a unit that is not there yet.

import type { Directive, EntryUnit, NewUnit, Place, UnitPosition } from './directive';
import { positionOf, takeBeside, withinOf } from './read-beside';
import { narrowed, takeWithin } from './read-deletion';
import { ordinalWords, readPlace } from './read-place';
import { takePayload } from './read-payload';
import { attempt, restOf, take } from './scanner';
import type { Scanner } from './scanner';

const ordinals = `(?:final|last|${ordinalWords.join('|')})`;

/** The units that can be new, as a pattern of two groups: "final" or "third", and the word. */
export const unitWords = String.raw`(${ordinals}\s+)?(action\s+points?|bullet[\s-]+points?|bullets?|points?|items?|sub-?points?|paragraphs?|paras?|sub-?paragraphs?|sentence|clauses?|rules?|sections?)`;
const labelPattern =
  /^\s*(?:number(?:ed)?\s+|no\.?\s*)?\(?(\d{1,3}|[ivxl]{1,6}|[A-Za-z])[).]*(?=\s*(?:[:\n\uE000-\uF8FF,;]|and\s+re-?(?:number|letter)|at\b|after\b|before\b|as\b|to\b|under\b|in\b|of\b|between\b|\d|\(|–|$)|(?<=\))\s*\p{Lu})/u;

const severalLabels =
  /^\s*\(?(\d{1,3}|[ivxl]{1,6}|[a-z])[).]*(?:\s*(?:,|and|to|&|–)\s*\(?(?:\d{1,3}|[ivxl]{1,6}|[a-z])(?![\p{L}\p{Nd}])[).]*)+(?=\s*[:\n])/u;

const renumberingAside =
  /^[\s,]*\(?(?:and\s+)?re-?(?:number|letter)(?:ing)?\b[^:\n()\uE000-\uF8FF]{0,40}\)?(?=\s*[:\n])/iu;

/** "new action point 2: “…”", "a new sentence at the end of paragraph 2: “…”", "new 6): “…”". */
export function readNewUnit(scanner: Scanner, place: Place, given: UnitPosition | undefined): Directive | undefined {
  const opening = take(
    scanner,
    /^(?:as\s+)?(?:(?:a|an|one|the\s+following)\s+)?(?:(?:new|additional|further|extra)\s+|(?<=following\s)(?=(?:action\s+point|point|bullet|item|para|sentence)[^\n]{0,20}[:\n])|(?=(?:final|last|(?:first|second|third|\p{L}{3,7}th)\s+(?:new\s+)?)\s*(?:action|bullet|point|item|para))|(?=(?:final|last)\s+sentence)|(?=(?:action|bullet)\s+point\s*(?:[:\uE000-\uF8FF]|at\b|after\b)|sentence\s*(?:at|after|before|[:\uE000-\uF8FF])))/iu,
  );
  if (opening === undefined) return undefined;
  const named = take(scanner, new RegExp(String.raw`^${unitWords}(?![\p{L}])`, 'iu'));
  const word = named?.[2] ?? '';
  const rule = /^(?:rule|clause|section)/i.test(word)
    ? take(scanner, /^\s*([A-Z]?[.,]?\s?\d+(?:[.,]\d+)*)/u)?.[1]
    : word === ''
      ? take(
          scanner,
          /^\s*((?:[A-Z][.,]?\s?)?\d+(?:[.,]\d+)+)(?=\s*[:\n\uE000-\uF8FF]|\s+(?:as|at|after|before|to\s+read)\b)/u,
        )?.[1]
      : undefined;
  const isSeveral =
    rule !== undefined && take(scanner, /^(?:\s*(?:,|and|&)\s*[A-Z]?[.,]?\s?\d+(?:[.,]\d+)+)+/u) !== undefined;
  // "*.1" leaves the number to whoever renumbers; the words themselves start with it.
  take(scanner, /^\s*\*\.\d+/);
  const label = rule ?? take(scanner, severalLabels)?.[1] ?? take(scanner, labelPattern)?.[1] ?? placeNamed(named);
  if (named === undefined && label === undefined) return undefined;
  take(scanner, /^\s*in\s+italics\b/i);
  take(scanner, renumberingAside);
  const position = given ?? edgeNamed(named?.[1]);
  const placed = takePosition(scanner, place, position);
  take(scanner, renumberingAside);
  const text = takePayload(scanner, label === undefined ? 'after-colon' : 'anywhere');
  if (text === undefined) return undefined;
  const unit = rule === undefined ? unitOf(word) : 'clause';
  // A position behind the words stands in their sentence; on the next line it is that of the next operation.
  const goesOn = placed.position === undefined && !/^[\s.;]*\n/.test(restOf(scanner));
  const behind = goesOn ? takePosition(scanner, placed.place, undefined) : placed;
  return {
    kind: 'add-unit',
    place: behind.place,
    unit,
    ...(unit === 'entry' && word !== '' ? { entryUnit: entryUnitOf(word) } : {}),
    ...(label === undefined ? {} : { label }),
    ...(behind.position === undefined ? {} : { position: behind.position }),
    text: isSeveral ? { words: text.words.replace(/;\s+(?=\.\d)/g, ';\n') } : text,
  };
}

/** "A sixth action point" is point 6. Of a sentence or the first of its kind this is no number. */
function placeNamed(named: RegExpExecArray | undefined): string | undefined {
  const index = ordinalWords.indexOf((named?.[1] ?? '').trim().toLowerCase());
  return index > 0 && !/^sentence/i.test(named?.[2] ?? '') ? String(index + 1) : undefined;
}

/** A "final" unit stands at the end, a "first" one at the start. */
export function edgeNamed(word: string | undefined): UnitPosition | undefined {
  if (word === undefined || !/^(?:final|last|first)/i.test(word)) return undefined;
  return { side: /^first/i.test(word) ? 'start' : 'end' };
}

/** The kind of unit that a word names. */
export function unitOf(word: string): NewUnit {
  if (/^sentence/i.test(word)) return 'sentence';
  if (/^para/i.test(word)) return 'paragraph';
  return /^(?:rule|clause|section)/i.test(word) ? 'clause' : 'entry';
}

/** What an entry of a list is called. */
export function entryUnitOf(word: string): EntryUnit {
  if (/^action/i.test(word)) return 'action-point';
  return /^bullet/i.test(word) ? 'bullet' : 'point';
}

/** Takes "at the end (of X)", "after X", "under X" behind a unit. */
export function takePosition(
  scanner: Scanner,
  place: Place,
  given: UnitPosition | undefined,
): { readonly place: Place; readonly position: UnitPosition | undefined } {
  let where = place;
  let position = given;
  for (;;) {
    const found = attempt(scanner, () => {
      const edge = take(scanner, /^[\s,]*at\s+(?:the\s+)?(?:very\s+)?(end|start|beginning)(?:\s+of\s+(?=[^\s]))?/i);
      if (edge !== undefined) {
        const of = attempt(scanner, () => readPlace(scanner));
        if (/of\s+$/i.test(edge[0]) && of === undefined)
          take(scanner, /^(?:the\s+)?(?:list|action\s+points|motion|text)\b/i);
        return { place: of ?? [], position: { side: edgeOf(edge[1]) } };
      }
      take(scanner, /^[\s,]*/);
      const beside = takeBeside(scanner);
      if (beside !== undefined) return { place: withinOf(beside), position: positionOf(beside) };
      const within = takeWithin(scanner) ?? (take(scanner, /^to\s+/i) === undefined ? undefined : readPlace(scanner));
      return within === undefined ? undefined : { place: within, position: undefined };
    });
    if (found === undefined) return { place: where, position };
    where = narrowed(where, found.place);
    position = found.position ?? position;
  }
}

/** "end", or any word for the start. */
export function edgeOf(word: string | undefined): 'start' | 'end' {
  return word?.toLowerCase() === 'end' ? 'end' : 'start';
}
