// Reads what follows the verbs "swap" and "transpose": two units, or two quotations, that change places.

import type { Directive, Place } from './directive';
import { narrowed, takeWithin } from './read-deletion';
import { readPlacePair } from './read-place';
import { takeAnchor, takePayload } from './read-payload';
import { attempt, take } from './scanner';
import type { Scanner } from './scanner';

/** The directive of an exchange whose verb has been taken. `place` is the address before the verb. */
export function readSwap(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => swappedWords(scanner, place)) ?? attempt(scanner, () => swappedUnits(scanner, place));
}

/** "swap “x” and “y”"; "swap “x” for “y”" replaces the one with the other. */
function swappedWords(scanner: Scanner, place: Place): Directive | undefined {
  const first = takeAnchor(scanner);
  if (first === undefined) return undefined;
  const within = takeWithin(scanner) ?? [];
  if (take(scanner, /^\s*for\s+/i) !== undefined) {
    const text = takePayload(scanner);
    if (text === undefined) return undefined;
    return { kind: 'replace-words', place: narrowed(place, within), find: first, text, throughout: false };
  }
  if (take(scanner, /^\s*(?:and|with)\s+/i) === undefined) return undefined;
  const second = takeAnchor(scanner);
  if (second === undefined) return undefined;
  const where = narrowed(narrowed(place, within), takeWithin(scanner) ?? []);
  return { kind: 'swap-words', place: where, first, second };
}

function swappedUnits(scanner: Scanner, place: Place): Directive | undefined {
  const pair = readPlacePair(scanner, /^\s*(?:and|with|&)\s+/i);
  if (pair === undefined) return undefined;
  take(scanner, /^\s+(?:around|over|round)(?![\p{L}])/iu);
  return { kind: 'swap-units', first: narrowed(place, pair.first), second: narrowed(place, pair.second) };
}
