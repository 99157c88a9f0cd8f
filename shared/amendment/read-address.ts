// Reads an address with the operation behind it, or an address that has a line to itself and rules the lines below.

import type { Directive, Payload, Place } from './directive';
import { narrowed } from './read-deletion';
import { readInsertion } from './read-insertion';
import { insertVerb, readOperation } from './read-operation';
import { takePayload } from './read-payload';
import { readAddresses, readPlace, underParagraph } from './read-place';
import { readFullText } from './read-replacement';
import { attempt, restOf, take, takeQuotation } from './scanner';
import type { Scanner } from './scanner';

/** The place that rules until the next one; it stands alone when it has a line to itself. */
export type Address = { readonly place: Place; readonly standsAlone: boolean };

/** What one step of reading found: an operation, or only an address. */
export type Step = { readonly directive?: Directive; readonly address: Address };

const headingBehind =
  /^[ \t]+(?!(?:delete|insert|add|replace|remove|after|before|amend|change|to\s+read|should|shall|is|first|second|last)\b)[\p{L} ,’'–-]{3,60}(?=\n)/iu;

const headingBeforeVerb =
  /^,?[ \t]+(?!(?:delete|insert|add|replace|remove|after|before|amend|change|to|should|shall|is|at|first|second|last|in)\b)[\p{L} ’'–-]{3,60}?(?=[ \t]+(?:insert|add)[ \t]+(?:a[ \t]+)?new\b)/iu;

const preposition =
  /^(?:in|under|at|on|from|to|for|within|proposed\s+changes?\s+to|(?:amend|change|alter)(?:\s+the)?(?=\s+(?:title|first|second|third|last|final|paragraph|action|point|rule|clause|line|lead)))(?:\s+(?:the\s+)?(end|start|beginning)\s+of)?(?![\p{L}])\s*(?:the\s+)?/iu;

/** An address, then an operation on the same line, or nothing: then it rules the lines below. */
export function readAddressed(scanner: Scanner, address: Address): Step | undefined {
  return attempt(scanner, () => {
    // A page is where a reader finds the rule.
    take(scanner, /^(?:on\s+)?(?:page|pg\.?|p\.)\s*\d{1,3}\s*[,:;–-]?\s*/i);
    const opening = take(scanner, preposition);
    const several = readSeveral(scanner);
    if (several !== undefined) return { directive: several, address: { place: [], standsAlone: true } };
    const found = readPlace(scanner);
    if (found === undefined) return undefined;
    const isUnder = /^under/i.test(opening?.[0] ?? '');
    const isCount = isCounted(address, opening?.[0], found);
    const place = isCount
      ? [...address.place, ...found]
      : narrowed(address.place, isUnder ? underParagraph(found) : found);
    takeFiller(scanner, found);
    if (/^from/i.test(opening?.[0] ?? '') && found[0]?.kind === 'title' && takeTitle(scanner))
      return { address: { place: [], standsAlone: true } };
    const gap = take(scanner, /^[\s:;,–—-]*/)?.[0] ?? '';
    const standsAlone = /\n/.test(gap);
    const next: Address = isCount ? address : { place, standsAlone };
    const edge = opening?.[1];
    const operation = edge === undefined ? undefined : readAtEdge(scanner, place, /^end/i.test(edge) ? 'end' : 'start');
    const directive = operation ?? readOperation(scanner, place) ?? readFullText(scanner, place);
    if (directive !== undefined) return { directive, address: next };
    const text = /[:\n–—-]/.test(gap) ? attempt(scanner, () => readTextAlone(scanner)) : undefined;
    if (text !== undefined) return { directive: { kind: 'full-text', place, text }, address: next };
    if (/^proposed/i.test(opening?.[0] ?? '')) return readProposed(scanner, next);
    return /\n/.test(gap) ? { address: next } : undefined;
  });
}

/** "1) …", "2) …" below "Action point 3" count the orders, or what is in the point: never other points. */
function isCounted(address: Address, opening: string | undefined, found: Place): boolean {
  const [own, outer] = [found[0], address.place.at(-1)];
  const isNamed = outer?.kind === 'entry' && outer.unit !== 'point';
  return address.standsAlone && isNamed && opening === undefined && own?.kind === 'entry' && own.unit === 'point';
}

/** What stands between an address and the order for the reader's eye: "as follows", a rule's name behind its number. */
function takeFiller(scanner: Scanner, place: Place): void {
  take(scanner, /^\s+(?:as\s+follows\b|by\s+(?=(?:deleting|removing|inserting|adding|replacing)\b))/i);
  take(scanner, /^\s*\(?(?:amend(?:ed)?\s+as\s+follows)\)?/i);
  if (place.at(-1)?.kind !== 'clause') return;
  if (take(scanner, headingBehind) === undefined) take(scanner, headingBeforeVerb);
}

/** One order for several places: "Rules B.1.2, B.1.3 and Q after “x” insert “y”". */
function readSeveral(scanner: Scanner): Directive | undefined {
  return attempt(scanner, () => {
    const places = readAddresses(scanner);
    if (places === undefined || places.length < 2) return undefined;
    if (places.at(-1)?.at(-1)?.kind === 'clause')
      take(scanner, /^[ \t]+\p{Lu}[\p{L} ’'–-]{2,60}?(?=,?[ \t]+(?:after|before|delete|insert|add|replace)\b)/u);
    take(scanner, /^[\s,:–—-]*/);
    const operation = readOperation(scanner, []);
    if (operation?.kind !== 'replace-words' && operation?.kind !== 'delete-words' && operation?.kind !== 'insert-words')
      return undefined;
    return operation.place.length > 0 ? undefined : { kind: 'at-each', places, operation };
  });
}

/** A quotation with nothing else in its sentence: what a unit says, or is to say. */
function readTextAlone(scanner: Scanner): Payload | undefined {
  const words = takeQuotation(scanner);
  return words !== undefined && /^\s*[.;]?\s*(?:\n|$)/.test(restOf(scanner)) ? { words } : undefined;
}

function takeTitle(scanner: Scanner): boolean {
  take(scanner, /^\s*/);
  return takeQuotation(scanner) !== undefined;
}

function readProposed(scanner: Scanner, address: Address): Step | undefined {
  const text = takePayload(scanner, 'anywhere');
  return text === undefined ? undefined : { directive: { kind: 'replace-unit', place: address.place, text }, address };
}

/** "At the end of paragraph 2 add “…”"; with "delete", the end only says where to look. */
function readAtEdge(scanner: Scanner, place: Place, edge: 'start' | 'end'): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, insertVerb) === undefined) return undefined;
    const operation = readInsertion(scanner, place);
    if (operation?.kind === 'add-unit' && operation.position === undefined && operation.label === undefined) {
      return { ...operation, position: { side: edge } };
    }
    const isOpen = operation?.kind === 'insert-somewhere' || operation?.kind === 'add-at';
    return isOpen ? { kind: 'add-at', place, edge, text: operation.text } : undefined;
  });
}
