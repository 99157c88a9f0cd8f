// Reads beside what something is put in: "after “x”", "before paragraph 2", "between 1) and 2)".

import type { Anchor, Beside, Place, UnitPosition } from './directive';
import { maskClass } from './quotations';
import { readPlace, readPlacePair } from './read-place';
import { takeAnchor } from './read-payload';
import { attempt, restOf, take } from './scanner';
import type { Scanner } from './scanner';

/** Beside what something is to stand, as it is read before it is known whether words or a unit come. */
export type BesideFound =
  | { readonly side: 'after' | 'before'; readonly of: Beside; readonly before?: Anchor; readonly within?: Place }
  | Extract<UnitPosition, { readonly side: 'between' }>;

/** The same as the position of a unit. */
export function positionOf(beside: BesideFound): UnitPosition {
  return beside.side === 'between' ? beside : { side: beside.side, of: beside.of };
}

/** Takes "after “x”", "before paragraph 2", "between “x” and “y”". */
export function takeBeside(scanner: Scanner): BesideFound | undefined {
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
  if (of === undefined) return undefined;
  const within = 'anchor' in of ? takeWithinBeforeVerb(scanner) : undefined;
  const found = { side: /^(?:after|following)/i.test(side) ? ('after' as const) : ('before' as const), of };
  return within === undefined ? found : { ...found, within };
}

/** "After “x” in paragraph 2 insert": a place between the words and the verb is where they stand. */
function takeWithinBeforeVerb(scanner: Scanner): Place | undefined {
  return attempt(scanner, () => {
    if (take(scanner, /^[ \t]*,?[ \t]*\(?(?:in|of|under|on|at)\s+(?:the\s+)?/i) === undefined) return undefined;
    const place = readPlace(scanner);
    take(scanner, /^\)/);
    return /^[\s,:;–-]*(?:insert|add|append|include)\b/i.test(restOf(scanner)) ? place : undefined;
  });
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
  const label = take(scanner, /^(\d{1,2}|[ivx]{1,4}|[a-z])\.(?=\s+(?:insert|add)\b)/)?.[1];
  if (label !== undefined) return { place: [{ kind: 'entry', unit: 'point', label }] };
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

/** The place named between the words and the verb. */
export function withinOf(beside: BesideFound): Place {
  return beside.side === 'between' ? [] : (beside.within ?? []);
}
