// Reads what follows the verbs "insert" and "add": words beside an anchor, words at an end, new units.

import type { Directive, EntryUnit, NewUnit, Payload, Place, PlacePart, UnitPosition } from './directive';
import { positionOf, takeBeside, withinOf } from './read-beside';
import type { BesideFound } from './read-beside';
import { narrowed, takeWithin } from './read-deletion';
import { edgeNamed, edgeOf, entryUnitOf, readNewUnit, takePosition, unitOf, unitWords } from './read-new-unit';
import { readPlace } from './read-place';
import { takeAnchor, takePayload, takeThroughout } from './read-payload';
import { atQuotation, attempt, restOf, take } from './scanner';
import type { Scanner } from './scanner';

/** The directive of an insertion whose verb has been taken. `place` is the address before the verb. */
export function readInsertion(scanner: Scanner, place: Place): Directive | undefined {
  return (
    attempt(scanner, () => readNewUnit(scanner, place, undefined)) ??
    attempt(scanner, () => readAtEdge(scanner, place)) ??
    attempt(scanner, () => readBesideFirst(scanner, place)) ??
    attempt(scanner, () => readIntoPlace(scanner, place)) ??
    attempt(scanner, () => readNumberedUnit(scanner, place)) ??
    attempt(scanner, () => readPayloadFirst(scanner, place))
  );
}

const insertVerb = /^[\s,:;–-]*(?:insert|add|append|include)\b\s*/i;

/** "After “x” insert “y”" and "Before …", "Between “x” and “y” …": the position stands before the verb. */
export function readPositionFirst(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    const beside = takeBeside(scanner);
    if (beside === undefined) return undefined;
    if (take(scanner, insertVerb) === undefined) {
      // "After “x” “y”": two quotations side by side need no verb.
      take(scanner, /^[ \t]+/);
      if (beside.side !== 'after' || !('anchor' in beside.of) || !atQuotation(scanner)) return undefined;
    }
    return readBeside(scanner, place, beside);
  });
}

/** "At end add “x”", "at the beginning insert: …": the end of what the address names. */
export function readEdgeFirst(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    const edge = take(scanner, /^at\s+(?:the\s+)?(?:very\s+)?(end|start|beginning)(?![\p{L}])(?!\s+of\b)/iu);
    if (edge === undefined || take(scanner, insertVerb) === undefined) return undefined;
    const unit = attempt(scanner, () => readNewUnit(scanner, place, { side: edgeOf(edge[1]) }));
    if (unit !== undefined) return unit;
    const text = takePayload(scanner);
    return text === undefined ? undefined : { kind: 'add-at', place, edge: edgeOf(edge[1]), text };
  });
}

/** Behind "after X insert": a new unit, or words. */
function readBeside(scanner: Scanner, outer: Place, beside: BesideFound): Directive | undefined {
  const place = narrowed(outer, withinOf(beside));
  const position = positionOf(beside);
  const unit = attempt(scanner, () => (take(scanner, /^[\s,]*/), readNewUnit(scanner, place, position)));
  if (unit !== undefined) return unit;
  const text = takePayload(scanner);
  if (text === undefined) return undefined;
  if (beside.side === 'between') return betweenPlaces(place, beside, text);
  if ('place' in beside.of) return besidePlace(place, beside.side, beside.of.place, text);
  const before =
    beside.before ??
    attempt(scanner, () => (take(scanner, /^\s*before\s+/i) === undefined ? undefined : takeAnchor(scanner)));
  const where = narrowed(place, takeWithin(scanner) ?? []);
  const throughout = takeThroughout(scanner);
  if (beside.side === 'before')
    return { kind: 'insert-words', place: where, before: beside.of.anchor, text, throughout };
  return {
    kind: 'insert-words',
    place: where,
    after: beside.of.anchor,
    ...(before === undefined ? {} : { before }),
    text,
    throughout,
  };
}

function besidePlace(outer: Place, side: 'after' | 'before', place: Place, text: Payload): Directive {
  const where = narrowed(outer, place);
  const last = where.at(-1);
  const position: UnitPosition = { side, of: { place: where } };
  if (last?.kind === 'sentence') return { kind: 'add-unit', place: where, unit: 'sentence', position, text };
  // Beside a line: a unit of the kind that ends there, or words where nothing does.
  if (last?.kind === 'line') return { kind: 'add-beside-lines', place: where, side, text };
  const unit: NewUnit =
    last?.kind === 'paragraph' || last?.kind === 'lead-in' ? 'paragraph' : last?.kind === 'clause' ? 'clause' : 'entry';
  return { kind: 'add-unit', place: outer, unit, position, text };
}

/** Between two units of one kind stands another of that kind. */
function betweenPlaces(
  outer: Place,
  position: Extract<UnitPosition, { readonly side: 'between' }>,
  text: Payload,
): Directive {
  const isParagraph = [position.after, position.before].every((place) => place.at(-1)?.kind === 'paragraph');
  return { kind: 'add-unit', place: outer, unit: isParagraph ? 'paragraph' : 'entry', position, text };
}

function readBesideFirst(scanner: Scanner, place: Place): Directive | undefined {
  const beside = takeBeside(scanner);
  return beside === undefined ? undefined : readBeside(scanner, place, beside);
}

/** "at end of ii) “…”", "at the end: “…”". */
function readAtEdge(scanner: Scanner, place: Place): Directive | undefined {
  const edge = take(scanner, /^(?:on\s+)?(?:at|to)\s+(?:the\s+)?(?:very\s+)?(end|start|beginning)\b/i);
  if (edge === undefined) return undefined;
  const of = take(scanner, /^\s*of\s+/i) === undefined ? [] : readPlace(scanner);
  if (of === undefined) return undefined;
  const unit = attempt(
    scanner,
    () => (take(scanner, /^[\s,]*/), readNewUnit(scanner, narrowed(place, of), { side: edgeOf(edge[1]) })),
  );
  if (unit !== undefined) return unit;
  const beside = attempt(scanner, () => (take(scanner, /^[\s,]*/), takeBeside(scanner)));
  // "At the end of paragraph 1 after “x”": the end only says where to look.
  if (beside !== undefined)
    return 'of' in beside && 'anchor' in beside.of ? readBeside(scanner, narrowed(place, of), beside) : undefined;
  const text = takePayload(scanner, of.length > 0 ? 'anywhere' : 'after-colon');
  return text === undefined ? undefined : { kind: 'add-at', place: narrowed(place, of), edge: edgeOf(edge[1]), text };
}

/** "to 30.2 (heading) new point (iv): …". */
function readIntoPlace(scanner: Scanner, place: Place): Directive | undefined {
  if (take(scanner, /^(?:to|under|in)\s+/i) === undefined) return undefined;
  const into = readPlace(scanner);
  if (into === undefined) return undefined;
  const gap = take(scanner, /^[\s,:–-]*/)?.[0] ?? '';
  const where = narrowed(place, into);
  const unit = attempt(scanner, () => readNewUnit(scanner, where, undefined));
  if (unit !== undefined) return unit;
  const edge = attempt(scanner, () => readAtEdge(scanner, where));
  if (edge !== undefined) return edge;
  const text = takePayload(scanner, /[:\n]/.test(gap) ? 'anywhere' : 'after-colon');
  return text === undefined ? undefined : intoPlace(where, text);
}

/** Words for a list are a new entry of it: under their own number, or its last. Where others go, only a person can say. */
function intoPlace(place: Place, text: Payload): Directive {
  const own = /^\(?(\d{1,2}|[ivxl]{1,5}|[a-z])[).]\s*\S/u.exec(text.words)?.[1];
  if (own !== undefined) return { kind: 'add-unit', place: sectionOf(place), unit: 'entry', label: own, text };
  if (place.at(-1)?.kind === 'section') return { kind: 'add-at', place, edge: 'end', text };
  return { kind: 'insert-somewhere', place, text };
}

/** "Add action point 6: “…”", "Add B.4.6: “…”": the unit is not there yet. */
function readNumberedUnit(scanner: Scanner, place: Place): Directive | undefined {
  take(scanner, /^(?:(?:a|an)\s+)?(?:new|additional)\s+/i);
  const start = scanner.at;
  const target = readPlace(scanner);
  const isBracketed =
    scanner.source.masked.slice(start, scanner.at).endsWith(')') && /^\s*\p{Lu}/u.test(restOf(scanner));
  const last = target?.at(-1);
  if (target === undefined || last === undefined) return undefined;
  const follows =
    take(scanner, /^[ \t]+(?:immediately[ \t]+)?(?:following|after)[ \t]+/i) === undefined
      ? undefined
      : readPlace(scanner);
  if (!isBracketed && !/^\s*[:\n\uE000-\uF8FF]/u.test(restOf(scanner))) return undefined;
  if (follows !== undefined) return numberedBehind(scanner, place, follows, last);
  const outer = narrowed(place, target).slice(0, -1);
  const text = takePayload(scanner, isBracketed ? 'anywhere' : 'after-colon');
  if (text === undefined) return undefined;
  if (last.kind === 'entry' && 'label' in last) return entryIn(outer, last, text);
  if (last.kind === 'paragraph')
    return { kind: 'add-unit', place: outer, unit: 'paragraph', label: String(last.ordinal), text };
  return last.kind === 'clause'
    ? { kind: 'add-unit', place: outer, unit: 'clause', label: last.label, text }
    : undefined;
}

/** A new entry under its number; "3 c)" is c of the list in 3. */
function entryIn(
  outer: Place,
  { unit, label }: { readonly unit: EntryUnit; readonly label: string },
  text: Payload,
): Directive {
  const [, parent, own = label] = /^(\d+)([a-z]+)$/i.exec(label) ?? [];
  const place: Place = parent === undefined ? outer : [...outer, { kind: 'entry', unit, label: parent }];
  return { kind: 'add-unit', place, unit: 'entry', entryUnit: unit, label: own, text };
}

/** "Add Rule 34.2 immediately following Rule 34.1": the words start with the new number again. */
function numberedBehind(scanner: Scanner, place: Place, follows: Place, last: PlacePart): Directive | undefined {
  take(scanner, /^\s*(?:(?:rule|clause|section)\s+)(?=[A-Z]?[.,]?\s?\d)/i);
  const text = takePayload(scanner, 'anywhere');
  if (text === undefined || last.kind !== 'clause') return undefined;
  const position: UnitPosition = { side: 'after', of: { place: follows } };
  const words = text.words.replace(/^([A-Z]?[.,]?\s?\d+(?:[.,]\d+)+):\s*/u, '$1 ');
  return { kind: 'add-unit', place, unit: 'clause', label: last.label, position, text: { words } };
}

/** "“y” after “x”", "“y” at the end of paragraph 2", "“y” in line 49", "“iv) …”". */
function readPayloadFirst(scanner: Scanner, place: Place): Directive | undefined {
  const text = takePayload(scanner);
  if (text === undefined) return undefined;
  const asUnit = attempt(scanner, () => {
    if (take(scanner, /^\s*,?\s*as\s+(?:a\s+|the\s+)?(?:new\s+)?/i) === undefined) return undefined;
    const named = take(scanner, new RegExp(String.raw`^${unitWords}(?![\p{L}])`, 'iu'));
    const label = take(scanner, /^\s*\(?(\d{1,3}|[ivxl]{1,6}|[a-z])\)?(?![\p{L}\p{Nd}])/u)?.[1];
    const placed = takePosition(scanner, place, edgeNamed(named?.[1]));
    const unit = unitOf(named?.[2] ?? '');
    if (named === undefined) return undefined;
    const entryUnit = unit === 'entry' ? { entryUnit: entryUnitOf(named[2] ?? '') } : {};
    const at = placed.position === undefined ? {} : { position: placed.position };
    return {
      kind: 'add-unit' as const,
      place: placed.place,
      unit,
      ...entryUnit,
      ...(label === undefined ? {} : { label }),
      ...at,
      text,
    };
  });
  if (asUnit !== undefined) return asUnit;
  const edge = attempt(scanner, () => {
    const match = take(scanner, /^\s*,?\s*(?:at|to)\s+(?:the\s+)?(?:very\s+)?(end|start|beginning)\b(?:\s+of\s+)?/i);
    if (match === undefined) return undefined;
    const of = /of\s+$/i.test(match[0]) ? readPlace(scanner) : [];
    return of === undefined
      ? undefined
      : { kind: 'add-at' as const, place: narrowed(place, of), edge: edgeOf(match[1]), text };
  });
  if (edge !== undefined) return edge;
  take(scanner, /^\s*,?\s*/);
  const within = attempt(scanner, () => takeWithin(scanner)) ?? [];
  take(scanner, /^\s*,?\s*/);
  const beside = attempt(scanner, () => takeBeside(scanner));
  if (beside !== undefined) return wordsBeside(scanner, narrowed(place, within), beside, text);
  return intoPlace(narrowed(place, within), text);
}

function wordsBeside(scanner: Scanner, outer: Place, beside: BesideFound, text: Payload): Directive {
  const place = narrowed(outer, withinOf(beside));
  if (beside.side === 'between') return betweenPlaces(place, beside, text);
  if ('place' in beside.of) return besidePlace(place, beside.side, beside.of.place, text);
  const before = beside.before === undefined ? {} : { before: beside.before };
  const where = narrowed(place, takeWithin(scanner) ?? []);
  const throughout = takeThroughout(scanner);
  if (beside.side === 'before')
    return { kind: 'insert-words', place: where, before: beside.of.anchor, text, throughout };
  return { kind: 'insert-words', place: where, after: beside.of.anchor, ...before, text, throughout };
}

/** A numbered payload goes into the list, not into the item addressed before. */
function sectionOf(place: Place): Place {
  return place.filter((part) => part.kind === 'section');
}
