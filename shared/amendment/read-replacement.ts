// Reads what follows the verbs "replace", "change", "amend", "substitute" and "move".

import type { Directive, Payload, Place, UnitPosition } from './directive';
import { narrowed, readSpan, takeScope, takeWithin } from './read-deletion';
import { readAddresses, readPlace, readPlaces } from './read-place';
import { takeAnchor, takePayload, takeThroughout } from './read-payload';
import { attempt, restOf, take } from './scanner';
import type { Scanner } from './scanner';

const withWords = /^[\s,–-]*(?:with|by|to\s+(?:now\s+)?read(?:\s+as\s+follows)?|to\s+be|to|for)(?![\p{L}])/iu;

/** The directive of a replacement whose verb has been taken. `place` is the address before the verb. */
export function readReplacement(scanner: Scanner, place: Place, verb: string): Directive | undefined {
  return (
    attempt(scanner, () => (/^substitute/i.test(verb) ? readSubstitution(scanner, place) : undefined)) ??
    attempt(scanner, () => readSpan(scanner, place, takeNewWords)) ??
    attempt(scanner, () => readWhole(scanner, place)) ??
    attempt(scanner, () => readWords(scanner, place)) ??
    attempt(scanner, () => readUnit(scanner, place))
  );
}

function takeNewWords(scanner: Scanner) {
  return attempt(scanner, () => (take(scanner, withWords) === undefined ? undefined : takePayload(scanner)));
}

/** "substitute “new” for “old”". */
function readSubstitution(scanner: Scanner, place: Place): Directive | undefined {
  const text = takeAnchor(scanner);
  if (text === undefined || take(scanner, /^\s*(?:for|in\s+place\s+of|instead\s+of)\s+/i) === undefined)
    return undefined;
  const find = takeAnchor(scanner);
  if (find === undefined) return undefined;
  const where = narrowed(place, takeWithin(scanner) ?? []);
  return {
    kind: 'replace-words',
    place: where,
    find,
    text: { words: text.words },
    throughout: takeThroughout(scanner),
  };
}

function readWhole(scanner: Scanner, place: Place): Directive | undefined {
  if (
    take(
      scanner,
      /^(?:all|everything|(?:the\s+)?(?:whole|entire)\s+(?:motion|text)|the\s+(?:motion|text\s+of\s+the\s+motion))(?![\p{L}])(?:\s+(?:the\s+)?(?:existing\s+)?(?:text|words|wording))?(?:\s+of\s+the\s+motion)?/iu,
    ) === undefined
  ) {
    return undefined;
  }
  const of = takeWithin(scanner);
  const text = takeNewWords(scanner);
  const where = narrowed(place, of ?? []);
  if (text === undefined) return undefined;
  const isAll = where.every((part) => part.kind === 'motion');
  return isAll ? { kind: 'replace-all', text } : { kind: 'replace-unit', place: where, text };
}

function readWords(scanner: Scanner, place: Place): Directive | undefined {
  const each = take(
    scanner,
    /^(?:all|every|each|any)\s+(?:(?:references?\s+to|(?:instance|occurrence|mention|use)s?\s+of)\s+)?(?=(?:the\s+)?(?:words?\s+|phrase\s+)?[\uE000-\uF8FF])/iu,
  );
  const find = takeAnchor(scanner);
  if (find === undefined) return undefined;
  const before = takeWithin(scanner);
  const everywhere = takeThroughout(scanner) || each !== undefined;
  const text = takeNewWords(scanner);
  if (text === undefined) return undefined;
  const throughout = takeThroughout(scanner) || everywhere;
  const places = before === undefined ? takeWithinSeveral(scanner) : undefined;
  if (places !== undefined)
    return { kind: 'at-each', places, operation: { kind: 'replace-words', place: [], find, text, throughout } };
  const scope = throughout ? takeScope(scanner) : undefined;
  const behind = scope ?? (before === undefined ? takeWithin(scanner) : undefined);
  const where = narrowed(narrowed(place, before ?? []), behind ?? []);
  return { kind: 'replace-words', place: where, find, text, throughout: takeThroughout(scanner) || throughout };
}

/** "In points 2 and 4" behind the words: the same in each. */
function takeWithinSeveral(scanner: Scanner): readonly Place[] | undefined {
  return attempt(scanner, () => {
    if (take(scanner, /^[ \t]*,?[ \t]*(?:in\s+(?:both\s+)?|of\s+)/i) === undefined) return undefined;
    const places = readAddresses(scanner);
    const endsOrder = /^\s*(?:[.;]|\n|$)/.test(restOf(scanner));
    return places !== undefined && places.length > 1 && endsOrder ? places : undefined;
  });
}

function readUnit(scanner: Scanner, place: Place): Directive | undefined {
  take(scanner, /^(?:the\s+)?(?:existing\s+)?(?:wording|text|words)\s+of\s+/i);
  const target = readPlace(scanner);
  if (target === undefined) {
    const text = place.length > 0 ? takeNewWords(scanner) : undefined;
    return text === undefined ? undefined : { kind: 'replace-unit', place, text };
  }
  const quoted = attempt(scanner, () => {
    take(scanner, /^[\s,:(–-]*/);
    const anchor = takeAnchor(scanner);
    take(scanner, /^\)/);
    return anchor;
  });
  const text = takeNewWords(scanner) ?? takeNewTextOfUnit(scanner);
  if (text === undefined) return undefined;
  const where = narrowed(place, target);
  return { kind: 'replace-unit', place: where, text, ...(quoted === undefined ? {} : { quoted }) };
}

/** "Replace 3) with Ask every council": a new text of several words, in capitals or under its number, needs no marks. */
function takeNewTextOfUnit(scanner: Scanner): Payload | undefined {
  return attempt(scanner, () => {
    const opening = take(
      scanner,
      /^\s+(?:with|by)\s+(?=\p{Lu}\p{L}*\s+\p{L}+\s+\p{L}|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[).]\s*\p{L}+\s)/u,
    );
    return opening === undefined ? undefined : takePayload(scanner, 'anywhere');
  });
}

/** "‘x’ changed to ‘y’", "“x” to be replaced by “y”": no verb stands before. */
export function readPassive(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    const isFor = take(scanner, /^for\s+/i) !== undefined;
    const find = takeAnchor(scanner);
    if (find === undefined) return undefined;
    const where = narrowed(place, takeWithin(scanner) ?? []);
    if (isFor && take(scanner, /^[\s,]*(?:substitute|read|insert)\s/i) !== undefined) {
      const text = takePayload(scanner);
      if (text === undefined) return undefined;
      return { kind: 'replace-words', place: where, find, text, throughout: takeThroughout(scanner) };
    }
    const becomes =
      /^[\s,:]*(?:(?:is|are|be|to\s+be|should\s+be|shall\s+be)\s+)?(?:changed\s+to|amended\s+to(?:\s+read)?|replaced\s+(?:with|by)|becomes?|to\s+become|should\s+(?:be|read)|to\s+read)(?![\p{L}])|^\s*(?:→|[-=]>)/iu;
    if (take(scanner, becomes) === undefined) {
      const isDeleted =
        take(scanner, /^[\s,:]*(?:(?:is|are|be|to\s+be|should\s+be)\s+)?(?:deleted|removed|omitted)(?![\p{L}])/iu) !==
        undefined;
      return isDeleted
        ? { kind: 'delete-words', place: where, finds: [find], throughout: takeThroughout(scanner) }
        : undefined;
    }
    const text = takePayload(scanner);
    if (text === undefined) return undefined;
    return { kind: 'replace-words', place: where, find, text, throughout: takeThroughout(scanner) };
  });
}

/** "paragraph 3 to read: …", "Proposed change to clause 11.1.1: …": the whole new text of a unit. */
export function readFullText(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    if (
      take(
        scanner,
        /^[\s,:–-]*(?:to|should|shall|will|is\s+to|now)\s+(?:now\s+|be\s+amended\s+to\s+)?reads?(?![\p{L}])/iu,
      ) === undefined
    )
      return undefined;
    const text = takePayload(scanner);
    return text === undefined ? undefined : { kind: 'replace-unit', place, text };
  });
}

/** "move paragraph 3 to the end", "move action point 4 before action point 2". */
export function readMove(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    const places = readPlaces(scanner);
    const target = places?.length === 1 ? places[0] : undefined;
    if (target === undefined) return undefined;
    const where = narrowed(place, target);
    const withList = take(scanner, itsList) !== undefined;
    const position = takeDestination(scanner) ?? takeNewNumber(scanner, where);
    return position === undefined ? undefined : { kind: 'move-unit', place: where, withList, position };
  });
}

const itsList =
  /^\s*,?\s*(?:and|(?:together\s+|along\s+)?with)\s+(?:(?:all\s+)?its\s+(?:list|(?:action\s+|bullet\s+)?points|bullets|items)|(?:all\s+)?the\s+(?:list|(?:action\s+|bullet\s+)?points|bullets|items)\s+(?:under|below)\s+it)(?![\p{L}])/iu;

/** "To become 1)": before the one that has the number, or behind it where the unit goes down. */
function takeNewNumber(scanner: Scanner, moved: Place): UnitPosition | undefined {
  return attempt(scanner, () => {
    if (
      take(
        scanner,
        /^\s*(?:to\s+become|to\s+be|as|and\s+renumber(?:\s+(?:it|this))?\s+as)\s+(?:the\s+)?(?:new\s+)?/i,
      ) === undefined
    )
      return undefined;
    const place = readPlace(scanner);
    const [from, to] = [countOf(moved), countOf(place ?? [])];
    if (place === undefined || from === undefined || to === undefined || from === to) return undefined;
    return { side: to < from ? 'before' : 'after', of: { place: narrowed(moved, place) } };
  });
}

/** The number of a paragraph, or of a point that is counted in figures. */
function countOf(place: Place): number | undefined {
  const last = place.at(-1);
  if (last?.kind === 'paragraph' && last.ordinal > 0) return last.ordinal;
  return last?.kind === 'entry' && 'label' in last && /^\d+$/.test(last.label) ? Number(last.label) : undefined;
}

function takeDestination(scanner: Scanner): UnitPosition | undefined {
  const edge = take(
    scanner,
    /^\s*to\s+(?:(?:be|become)\s+)?(?:the\s+)?(?:very\s+)?(end|start|beginning|top|bottom)(?:\s+of\s+the\s+(?:motion|list))?(?![\p{L}])/iu,
  )?.[1];
  if (edge !== undefined) return { side: /^(?:end|bottom)/i.test(edge) ? 'end' : 'start' };
  const side = take(
    scanner,
    /^\s*(?:to\s+)?(?:immediately\s+)?(?:a\s+position\s+)?(?:(after|following|below|follow|come\s+after|stand\s+after)|(before|above|precede|come\s+before|stand\s+before))\s+/i,
  );
  if (side === undefined) return undefined;
  const place = readPlace(scanner);
  return place === undefined ? undefined : { side: side[1] === undefined ? 'before' : 'after', of: { place } };
}
