// Reads what follows the verbs "insert" and "add": words beside an anchor, words at an end, new units.

import type {
  Anchor,
  Beside,
  Directive,
  EntryUnit,
  NewUnit,
  Payload,
  Place,
  PlacePart,
  UnitPosition,
} from './directive';
import { maskClass } from './quotations';
import { narrowed, takeWithin } from './read-deletion';
import { readPlace, readPlacePair } from './read-place';
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

type BesideFound =
  | { readonly side: 'after' | 'before'; readonly of: Beside; readonly before?: Anchor }
  | Extract<UnitPosition, { readonly side: 'between' }>;

function positionOf(beside: BesideFound): UnitPosition {
  return beside.side === 'between' ? beside : { side: beside.side, of: beside.of };
}

function takeBeside(scanner: Scanner): BesideFound | undefined {
  const between = attempt(scanner, () => {
    if (take(scanner, /^between\s+/i) === undefined) return undefined;
    const after = takeAnchor(scanner);
    const before = take(scanner, /^\s*and\s+/i) === undefined ? undefined : takeAnchor(scanner);
    return after === undefined || before === undefined
      ? undefined
      : { side: 'after' as const, of: { anchor: after }, before };
  });
  const units = between ?? takeBetweenUnits(scanner);
  if (units !== undefined) return units;
  const side = take(scanner, /^(?:immediately\s+)?(after|following|before|preceding)\s+/i)?.[1];
  if (side === undefined) return undefined;
  const of = takeNeighbour(scanner);
  return of === undefined ? undefined : { side: /^(?:after|following)/i.test(side) ? 'after' : 'before', of };
}

function takeBetweenUnits(scanner: Scanner): BesideFound | undefined {
  return attempt(scanner, () => {
    if (take(scanner, /^between\s+/i) === undefined) return undefined;
    const pair = readPlacePair(scanner, /^\s*and\s+/i);
    return pair === undefined ? undefined : { side: 'between', after: pair.first, before: pair.second };
  });
}

function takeNeighbour(scanner: Scanner): Beside | undefined {
  const anchor = takeAnchor(scanner);
  // "(line 2)" behind the words helps a reader of the layout; the words are the address.
  if (anchor !== undefined) take(scanner, /^\s*\((?:in\s+)?lines?\s[^)\n]{1,20}\)/i);
  if (anchor !== undefined) return { anchor };
  const place = readPlace(scanner);
  if (place !== undefined) return { place };
  // Unquoted words: up to the verb, or to the quotation that is put in.
  const bare = take(
    scanner,
    new RegExp(
      String.raw`^(?:the\s+words?\s+)?([\p{L}\p{Nd}£][^\n,;:\uE000-\uF8FF]{0,60}?)(?=\s*,?\s*(?:insert\b|add\b|${maskClass}))`,
      'iu',
    ),
  );
  return bare?.[1] === undefined ? undefined : { anchor: { words: bare[1] } };
}

/** Behind "after X insert": a new unit, or words. */
function readBeside(scanner: Scanner, place: Place, beside: BesideFound): Directive | undefined {
  const position = positionOf(beside);
  const unit = attempt(scanner, () => readNewUnit(scanner, place, position));
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

const unitWords = String.raw`(final\s+|last\s+)?(action\s+points?|bullet[\s-]+points?|bullets?|points?|items?|sub-?points?|paragraphs?|paras?|sub-?paragraphs?|sentence|clauses?|rules?|sections?)`;
const labelPattern =
  /^\s*(?:number(?:ed)?\s+|no\.?\s*)?\(?(\d{1,3}|[ivxl]{1,6}|[A-Za-z])[).]*(?=\s*(?:[:\n\uE000-\uF8FF,;]|at\b|after\b|before\b|as\b|to\b|\)|\d|\(|–|$))/u;

const severalLabels =
  /^\s*\(?(\d{1,3}|[ivxl]{1,6}|[a-z])[).]*(?:\s*(?:,|and|to|&|–)\s*\(?(?:\d{1,3}|[ivxl]{1,6}|[a-z])(?![\p{L}\p{Nd}])[).]*)+(?=\s*[:\n])/u;

/** "new action point 2: “…”", "a new sentence at the end of paragraph 2: “…”", "new 6): “…”". */
function readNewUnit(scanner: Scanner, place: Place, given: UnitPosition | undefined): Directive | undefined {
  const opening = take(
    scanner,
    /^(?:as\s+)?(?:(?:a|an|one|the\s+following)\s+)?(?:(?:new|additional|further|extra)\s+|(?=(?:action|bullet)\s+point\s*(?:[:\uE000-\uF8FF]|at\b|after\b)|sentence\s*(?:at|after|before|[:\uE000-\uF8FF])))/iu,
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
  const label = rule ?? take(scanner, severalLabels)?.[1] ?? take(scanner, labelPattern)?.[1];
  if (named === undefined && label === undefined) return undefined;
  take(scanner, /^\s*in\s+italics\b/i);
  const position = given ?? (/^(?:final|last)/i.test(named?.[1] ?? '') ? { side: 'end' as const } : undefined);
  const placed = takePosition(scanner, place, position);
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

function unitOf(word: string): NewUnit {
  if (/^sentence/i.test(word)) return 'sentence';
  if (/^para/i.test(word)) return 'paragraph';
  return /^(?:rule|clause|section)/i.test(word) ? 'clause' : 'entry';
}

function entryUnitOf(word: string): EntryUnit {
  if (/^action/i.test(word)) return 'action-point';
  return /^bullet/i.test(word) ? 'bullet' : 'point';
}

/** Takes "at the end (of X)", "after X", "under X" behind a unit. */
function takePosition(scanner: Scanner, place: Place, given: UnitPosition | undefined) {
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
      if (beside !== undefined) return { place: [], position: positionOf(beside) };
      const within = takeWithin(scanner) ?? (take(scanner, /^to\s+/i) === undefined ? undefined : readPlace(scanner));
      return within === undefined ? undefined : { place: within, position: undefined };
    });
    if (found === undefined) return { place: where, position };
    where = narrowed(where, found.place);
    position = found.position ?? position;
  }
}

function edgeOf(word: string | undefined): 'start' | 'end' {
  return word?.toLowerCase() === 'end' ? 'end' : 'start';
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
  const text = takePayload(scanner, of.length > 0 ? 'anywhere' : 'after-colon');
  return text === undefined ? undefined : { kind: 'add-at', place: narrowed(place, of), edge: edgeOf(edge[1]), text };
}

/** "to 30.2 (heading) new point (iv): …". */
function readIntoPlace(scanner: Scanner, place: Place): Directive | undefined {
  if (take(scanner, /^(?:to|under|in)\s+/i) === undefined) return undefined;
  const into = readPlace(scanner);
  if (into === undefined) return undefined;
  take(scanner, /^[\s,:–-]*/);
  const where = narrowed(place, into);
  const unit = attempt(scanner, () => readNewUnit(scanner, where, undefined));
  if (unit !== undefined) return unit;
  const edge = attempt(scanner, () => readAtEdge(scanner, where));
  if (edge !== undefined) return edge;
  const text = takePayload(scanner);
  return text === undefined ? undefined : { kind: 'insert-somewhere', place: where, text };
}

/** "Add action point 6: “…”", "Add B.4.6: “…”": the unit is not there yet. */
function readNumberedUnit(scanner: Scanner, place: Place): Directive | undefined {
  const target = readPlace(scanner);
  const last = target?.at(-1);
  if (target === undefined || last === undefined) return undefined;
  const follows =
    take(scanner, /^[ \t]+(?:immediately[ \t]+)?(?:following|after)[ \t]+/i) === undefined
      ? undefined
      : readPlace(scanner);
  if (!/^\s*[:\n]/.test(restOf(scanner))) return undefined;
  if (follows !== undefined) return numberedBehind(scanner, place, follows, last);
  const outer = narrowed(place, target).slice(0, -1);
  const text = takePayload(scanner);
  if (text === undefined) return undefined;
  if (last.kind === 'entry' && 'label' in last) {
    return { kind: 'add-unit', place: outer, unit: 'entry', entryUnit: last.unit, label: last.label, text };
  }
  if (last.kind === 'paragraph')
    return { kind: 'add-unit', place: outer, unit: 'paragraph', label: String(last.ordinal), text };
  return last.kind === 'clause'
    ? { kind: 'add-unit', place: outer, unit: 'clause', label: last.label, text }
    : undefined;
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
    const placed = takePosition(
      scanner,
      place,
      /^(?:final|last)/i.test(named?.[1] ?? '') ? { side: 'end' } : undefined,
    );
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
  const own = /^\(?(\d{1,2}|[ivxl]{1,5}|[a-z])[).]\s*\S/u.exec(text.words)?.[1];
  const where = narrowed(place, within);
  if (own !== undefined) return { kind: 'add-unit', place: sectionOf(where), unit: 'entry', label: own, text };
  return { kind: 'insert-somewhere', place: where, text };
}

function wordsBeside(scanner: Scanner, place: Place, beside: BesideFound, text: Payload): Directive {
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
