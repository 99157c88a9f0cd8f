// Reads instructions that divide a unit or make one of several: "begin a new paragraph at “x”", "combine points 2 and 3".

import type { Directive, Place } from './directive';
import { narrowed } from './read-deletion';
import { takeAnchor } from './read-payload';
import { readPlaces } from './read-place';
import { attempt, take } from './scanner';
import type { Scanner } from './scanner';

const beginVerb =
  /^(?:begin|start)\s+an?\s+(?:new|separate)\s+(?:paragraph|clause|sub-?paragraph|item|bullet|(?:action\s+|bullet\s+)?point)\s+(?:at|with|from|before)\s+(?:the\s+words?\s+)?/iu;

const combineVerb = /^(?:combine|join|merge|run\s+together)\s+/iu;

/** What stands behind the units that are combined; it says no more than the verb. */
const intoOne =
  /^\s*(?:together|(?:in)?to\s+(?:form\s+)?(?:one|a\s+single)(?:\s+(?:paragraph|clause|item|bullet|(?:action\s+|bullet\s+)?point))?)(?![\p{L}])/iu;

/** "In paragraph 1, begin a new paragraph at “It notes”": the units of [GK] practice that Akoma Ntoso calls split and join. */
export function readDivision(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, beginVerb) !== undefined) {
      const at = takeAnchor(scanner);
      return at === undefined ? undefined : { kind: 'divide-unit', place, at };
    }
    if (take(scanner, combineVerb) === undefined) return undefined;
    const places = readPlaces(scanner);
    if (places === undefined || places.length < 2) return undefined;
    take(scanner, intoOne);
    return { kind: 'combine-units', places: places.map((each) => narrowed(place, each)) };
  });
}
