// Reads what follows the verb "delete": words, units, spans, and what is to be put in their place.

import type { Anchor, Directive, Payload, Place, QuotedWords } from './directive';
import { standsWithin } from './nested-place';
import { rankOf, readPlace, readPlaces } from './read-place';
import { takeAnchor, takePayload, takeThroughout } from './read-payload';
import { maskClass } from './quotations';
import { attempt, restOf, take } from './scanner';
import type { Scanner } from './scanner';

/** The directive of a deletion whose verb has been taken. `place` is the address before the verb. */
export function readDeletion(scanner: Scanner, place: Place): Directive | undefined {
  return (
    attempt(scanner, () => readHead(scanner, place)) ??
    attempt(scanner, () => readSpan(scanner, place, takeReplacement)) ??
    attempt(scanner, () => readAll(scanner, place)) ??
    attempt(scanner, () => readWords(scanner, place)) ??
    attempt(scanner, () => readUnits(scanner, place))
  );
}

/** "all after “x” to “y”", "from “x” to “y”", "from “x” onwards"; `takeText` takes what comes in its place, if anything. */
export function readSpan(
  scanner: Scanner,
  place: Place,
  takeText: (scanner: Scanner) => Payload | undefined,
): Directive | undefined {
  const opening = take(
    scanner,
    /^(?:(?:all|everything|the\s+(?:rest|remainder)|(?:all\s+)?(?:the\s+)?(?:text|words|wording))\s+(?:(?:(?:of|in)\s+)?(?:the\s+|that\s+)?(?:remaining\s+)?(?:text|words|wording|motion|(sentence|paragraph|(?:action\s+)?point|item|clause))\s+)?)?(?:(after|following)|from(?:\s+and\s+including)?)\s+/i,
  );
  const start = opening === undefined ? undefined : takeAnchor(scanner);
  if (opening === undefined || start === undefined) return undefined;
  const within = takeWithin(scanner) ?? [];
  const end = attempt(scanner, () => {
    const link = take(
      scanner,
      /^[\s,]*(?:down\s+|up\s+)?(?:to|until|as\s+far\s+as|before)(?:\s+and\s+including)?\s+(?:but\s+not\s+including\s+)?/i,
    );
    const anchor = link === undefined ? undefined : takeAnchor(scanner);
    return anchor === undefined ? undefined : { anchor, keeps: /before|not\s+including/i.test(link?.[0] ?? '') };
  });
  if (end !== undefined) take(scanner, /^,?\s+\(?inclusive\)?(?![\p{L}])/iu);
  const open = take(scanner, /^[\s,]*(?:onwards?|to\s+(?:the\s+)?end)(?:\s+of\s+(?:the\s+)?(?:motion|text))?/i);
  const until = unitOfSpan(opening[1]) ?? unitOfSpan(open === undefined ? undefined : takeUnitOfEnd(scanner));
  const of = take(scanner, /^\s*of\s+/i) === undefined ? undefined : readPlace(scanner);
  const keepsStart = opening[2] !== undefined;
  if (!keepsStart && end === undefined && open === undefined) return undefined;
  const text = takeText(scanner);
  return {
    kind: 'delete-span',
    place: narrowed(narrowed(place, within), of ?? takeWithin(scanner) ?? []),
    start,
    keepsStart,
    ...(end === undefined ? {} : { end: end.anchor }),
    keepsEnd: end?.keeps ?? false,
    ...(until === undefined ? {} : { until }),
    ...(text === undefined ? {} : { text }),
  };
}

/** "… of the point", "… of the sentence" behind "to the end". */
function takeUnitOfEnd(scanner: Scanner): string | undefined {
  const unit =
    /^\s+of\s+(?:(?:the|that|this)\s+)?(?:same\s+)?(sentence|paragraph|(?:action|bullet)\s+point|point|bullet|item|clause)(?=\s*(?:[.,;:\n]|$|and\b|insert\b|replace\b))/i;
  return take(scanner, unit)?.[1];
}

function unitOfSpan(word: string | undefined): 'sentence' | 'clause' | undefined {
  if (word === undefined) return undefined;
  return /^sentence/i.test(word) ? 'sentence' : 'clause';
}

/** "all before “x”", "all words up to and including “x”". */
function readHead(scanner: Scanner, place: Place): Directive | undefined {
  const opening = take(
    scanner,
    /^(?:all|everything|(?:all\s+)?(?:the\s+)?(?:text|words|wording))\s+(?:(?:the\s+)?(?:text|words|wording)\s+)?(?:before|preceding|up\s+to)(\s+and\s+including)?\s+/i,
  );
  const end = opening === undefined ? undefined : takeAnchor(scanner);
  if (end === undefined) return undefined;
  const where = narrowed(place, takeWithin(scanner) ?? []);
  const text = takeReplacement(scanner);
  const keepsEnd = opening?.[1] === undefined;
  return {
    kind: 'delete-span',
    place: where,
    keepsStart: true,
    end,
    keepsEnd,
    ...(text === undefined ? {} : { text }),
  };
}

/** "all and replace with", "existing wording of X and replace with". */
function readAll(scanner: Scanner, place: Place): Directive | undefined {
  if (
    take(
      scanner,
      /^(?:all\b|(?:the\s+)?(?:existing|whole|entire)\s+(?:wording|text|words|motion)\b|everything\b)(?:\s+(?:the\s+)?(?:text|words|wording))?/i,
    ) === undefined
  ) {
    return undefined;
  }
  take(scanner, /^,?\s+including\s+[^.\n\uE000-\uF8FF]{0,60}?(?=,?\s+and\s+(?:replace|insert|substitute))/iu);
  const of = takeWithin(scanner);
  const text = takeReplacement(scanner);
  if (text === undefined) return undefined;
  const where = narrowed(place, of ?? []);
  if (where.every((part) => part.kind === 'motion')) return { kind: 'replace-all', text };
  return { kind: 'replace-unit', place: where, text };
}

function readWords(scanner: Scanner, place: Place): Directive | undefined {
  const first = takeAnchor(scanner);
  if (first === undefined) return undefined;
  const finds: Anchor[] = [first];
  for (;;) {
    const more = attempt(scanner, () =>
      take(scanner, new RegExp(String.raw`^\s*(?:,\s*and|,|and)\s+(?=(?:the\s+words?\s+)?${maskClass})`, 'iu')) ===
      undefined
        ? undefined
        : takeAnchor(scanner),
    );
    if (more === undefined) break;
    finds.push(more);
  }
  const everywhere = takeThroughout(scanner);
  const within = takeWithin(scanner);
  const find = finds[0];
  const text = finds.length === 1 ? takeReplacement(scanner) : undefined;
  const where = narrowed(place, within ?? (text === undefined ? undefined : takeWithin(scanner)) ?? []);
  const throughout = takeThroughout(scanner) || everywhere;
  const scope = throughout ? takeScope(scanner) : undefined;
  const operation: QuotedWords =
    text === undefined || find === undefined
      ? { kind: 'delete-words', place: narrowed(where, scope ?? []), finds, throughout }
      : { kind: 'replace-words', place: narrowed(where, scope ?? []), find, text, throughout };
  return operation;
}

function readUnits(scanner: Scanner, place: Place): Directive | undefined {
  take(scanner, /^(?:all|the\s+(?:whole|entirety)|everything)\s+of\s+/i);
  const start = scanner.at;
  const places = readPlaces(scanner);
  if (places === undefined) {
    // "Action point 3: delete."
    const standsAlone =
      place.length > 0 && /^\s*(?:[.;]|$|\n|and\s+(?:re-?number|replace|insert))/i.test(restOf(scanner));
    if (!standsAlone) return undefined;
    const text = takeReplacement(scanner);
    return text === undefined ? { kind: 'delete-units', places: [place] } : { kind: 'replace-unit', place, text };
  }
  const named = scanner.source.masked.slice(start, scanner.at);
  take(scanner, /^,?\s+\(?(?:inclusive|only(?!\s+(?:if|where|when)\b))\)?(?=\s*(?:[.,;:\n]|$)|\s+and\b)/i);
  // What belongs to a unit goes with it.
  take(
    scanner,
    /^,?\s+(?:and|with|including)\s+(?:all\s+)?(?:(?:of\s+)?its|their|the)\s+sub-?\s?(?:points?|paragraphs?|items?)(?![\p{L}])/iu,
  );
  const quoted = attempt(scanner, () => {
    take(scanner, /^[\s,:(–-]*/);
    const anchor = takeAnchor(scanner);
    take(scanner, /^\)/);
    return anchor;
  });
  const check = quoted === undefined ? {} : { quoted };
  const only = places.length === 1 ? places[0] : undefined;
  const text = only === undefined ? undefined : (takeReplacement(scanner) ?? takeNewUnit(scanner, named));
  if (only !== undefined && text !== undefined)
    return { kind: 'replace-unit', place: narrowed(place, only), text, ...check };
  const several = only === undefined ? takeReplacement(scanner) : undefined;
  const replaced = several === undefined ? {} : { text: several };
  return { kind: 'delete-units', places: places.map((target) => narrowed(place, target)), ...check, ...replaced };
}

/** "… and insert new action point 3: “…”" after "Delete action point 3". */
function takeNewUnit(scanner: Scanner, named: string): Payload | undefined {
  return attempt(scanner, () => {
    const match = take(
      scanner,
      /^[\s,.;]*and\s+(?:insert|add|replace\s+with)\s+(?:a\s+)?new\s+([\p{L}\s-]{4,24}?\s*\(?[\p{L}\p{Nd}]{0,4}\)?)(?=\s*[:\n\uE000-\uF8FF])/iu,
    );
    const name = (match?.[1] ?? '').trim().toLowerCase();
    const deleted = named
      .trim()
      .toLowerCase()
      .replace(/^(?:(?:the|existing|current)\s+)+/, '');
    if (match === undefined || (name !== deleted && /\d/.test(name))) return undefined;
    return takePayload(scanner);
  });
}

// "… with new 3) and 4):" in the place of one; the words bring their numbers.
const severalNew =
  /^\s+(?:the\s+following\s+)?new\s+(?:(?:action\s+)?points?\s+|paragraphs?\s+)?\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[).]*(?:\s*(?:,|and|to|&|–)\s*\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[).]*)+(?=\s*[:\n])/iu;

/** "and insert “y”", "and replace with: …", ". Replace with “y”", "insert “y”" on the next line. */
export function takeReplacement(scanner: Scanner): Payload | undefined {
  return attempt(scanner, () => {
    const verb = take(
      scanner,
      /^[\s,.;–-]*(?:(?:and|then|&)[,\s]+)*(insert(?:ing)?|add(?:ing)?|substitut(?:e|ing)|put\s+in(?=\s*[:\uE000-\uF8FF])|replac(?:ed?|ing)(?:\s+(?:it|them|this|these))?\s*(?:with|by)|(?:put|insert)\s+in\s+(?:its|their)\s+place)\b(?:\s+instead|\s+in\s+(?:its|their)\s+place)?/iu,
    );
    if (verb === undefined) return undefined;
    take(scanner, severalNew);
    const payload = takePayload(scanner);
    const goesElsewhere =
      /^[ \t]*,?[ \t]*(?:after|before|at\s+(?:the\s+)?(?:end|start|beginning)|between|to\s+the\s+end|as\s+(?:a\s+)?new)\b/i;
    return payload === undefined || goesElsewhere.test(restOf(scanner)) ? undefined : payload;
  });
}

const startsOperation =
  /^[ \t]*[,:–-]*[ \t]*(?:delete|remove|insert|add|replace|after|before|at\s+(?:the\s+)?(?:end|beginning))(?![\p{L}])/iu;

/** "in paragraph 2", "from the first sentence", "(in line 3)" behind what it limits. */
export function takeWithin(scanner: Scanner): Place | undefined {
  return attempt(scanner, () => {
    const link = take(
      scanner,
      /^[ \t]*(?:[,(]?[ \t]*(?:in|from|of|within|on|under|at)\s+|\((?=(?:action|para|point|bullet|first|second|third|last|final)))/i,
    );
    if (link === undefined) return undefined;
    const place = readPlace(scanner);
    take(scanner, /^\)/);
    // Before another verb it is the address of the next operation.
    return startsOperation.test(restOf(scanner)) ? undefined : place;
  });
}

/** "Throughout paragraph 1": what the order runs through. */
export function takeScope(scanner: Scanner): Place | undefined {
  return attempt(scanner, () => (take(scanner, /^[ \t]+(?=\S)/) === undefined ? undefined : readPlace(scanner)));
}

/** `inner` inside `outer`: an inner address of the same or a lower step replaces that step. */
export function narrowed(outer: Place, inner: Place): Place {
  const [first] = inner;
  if (first === undefined) return outer;
  const absolute = inner.some(
    (part) =>
      part.kind === 'paragraph' ||
      part.kind === 'title' ||
      part.kind === 'motion' ||
      part.kind === 'section' ||
      part.kind === 'lead-in' ||
      (part.kind === 'entry' && part.unit === 'action-point'),
  );
  if (absolute) return inner;
  if (standsWithin(outer.at(-1), first)) return [...outer, ...inner];
  const keeps = outer.filter((part) => rankOf(part) < Math.min(...inner.map(rankOf)));
  return [...keeps, ...inner];
}
