// Takes a printed instruction apart into directives: each operation with the address it stands under.

import type { Directive, Place, PrintedDirective } from './directive';
import { maskQuotations } from './quotations';
import { narrowed, readDeletion } from './read-deletion';
import { readEdgeFirst, readInsertion, readPositionFirst } from './read-insertion';
import { readPlace, underParagraph } from './read-place';
import { takePayload } from './read-payload';
import { readSwap } from './read-swap';
import { readFullText, readMove, readPassive, readReplacement } from './read-replacement';
import { attempt, printedBetween, restOf, take, takeQuotation } from './scanner';
import type { Scanner } from './scanner';

/** The directives of `instruction`, in order. What is no operation comes as a `description`. */
export function splitInstruction(instruction: string): readonly PrintedDirective[] {
  const source = maskQuotations(withoutHead(instruction.replace(/\r\n?/g, '\n')));
  const scanner: Scanner = { source, at: 0 };
  const directives: PrintedDirective[] = [];
  let address: Address = { place: [], standsAlone: true };
  for (;;) {
    const gapFrom = scanner.at;
    skipBetween(scanner);
    const startsAnew = /[.\n]/.test(scanner.source.masked.slice(gapFrom, scanner.at));
    if (restOf(scanner) === '' || take(scanner, reasons) !== undefined) return directives;
    if (take(scanner, results) !== undefined) continue;
    const start = scanner.at;
    const comesDown = startsAnew && !address.standsAlone && address.place.length > 0;
    const found = readStep(scanner, address, comesDown) ?? { directive: { kind: 'description' as const }, address };
    if (found.directive?.kind === 'description') skipSentence(scanner);
    const printed = printedBetween(scanner, start, scanner.at);
    const inheritsPlace = comesDown && found.address === address;
    address = found.address;
    const gap = scanner.source.masked.slice(gapFrom, start);
    const goesOn = directives.length > 0 && !startsAnew && leavesHalf(gap, printed);
    if (found.directive !== undefined) directives.push({ ...found.directive, printed, inheritsPlace, goesOn });
  }
}

/** The place that rules until the next one; it stands alone when it has a line to itself. */
type Address = { readonly place: Place; readonly standsAlone: boolean };

type Step = { readonly directive?: Directive; readonly address: Address };

// Lines above the instruction: the amendment's number with who moves it, "Amendment 3", "Motion 12 – Title".
const headLine =
  /^\s*(?:(?:[A-Z]{1,3}\d{0,3}[A-Z]?|\d{1,3}[A-Z]?)\.\d{1,2}\b[^\n“"‘]*|amendment(?:\s+#?\w{1,6}(?:\.\w{1,3})?)?(?:\s+to\s+[^\n“"‘]*)?:?|(?:motion|composite)\s+#?[\w.]{1,6}\b[^\n“"‘]{0,80}|(?:submitted|moved|proposed|seconded|mover|seconder)\b[^\n]*)\s*(?:\n|$)/i;

function withoutHead(instruction: string): string {
  let rest = instruction.trim();
  for (;;) {
    const head = headLine.exec(rest)?.[0];
    const isOperation = head !== undefined && /\b(?:delete|insert|add|replace|remove)\b/i.test(head);
    if (head === undefined || isOperation || head.length === rest.length) return rest;
    rest = rest.slice(head.length).trim();
  }
}

/** Words after an operation that are no further order but still belong to it: "2 and 5", "to end", "if carried". */
function leavesHalf(gap: string, printed: string): boolean {
  return (
    !/\p{L}/u.test(gap) ||
    /^(?:[“‘"']|\(?\d|[ivx]+\)|[a-z]\)|if\b|unless\b|provided\b|subject\b|only\b|except\b)/i.test(printed)
  );
}

const reasons = /^(?:purpose|supporting\s+arguments?|rationale|reasons?|explanation)\s*(?::|\n)/i;
// What became of it changes nothing where it was carried; all else `standing.ts` has seen before.
const results =
  /^(?:amendment\s+)?(?:carried|passed|not\s+yet\s+debated|accepted)\b(?![^\n]*\b(?:lost|fell|except|part|not|subject|if)\b)[^\n]{0,40}(?=\n|$)/i;

function skipBetween(scanner: Scanner): void {
  const linking =
    /^(?:[\s.;,•·*]+|[–-]\s+|(?:and|also|then|further|furthermore|in\s+addition|additionally|finally)(?![\p{L}-])[,:]?|(?:\d{1,2}|[a-z])[.)]\s+(?=(?:in|under|at)\s+(?:the\s+)?(?:existing\s+)?(?:first|second|third|last|final|action|paragraph|point|para)|(?:delete|insert|add|replace)\s+(?:the\s+)?(?:action|paragraph|first|second|last|new|a\s+new)))/iu;
  while (take(scanner, linking) !== undefined);
}

function skipSentence(scanner: Scanner): void {
  if (take(scanner, /^[^\n]*?(?:\.(?=\s)|\n|$)/) === undefined) scanner.at = scanner.source.masked.length;
}

function readStep(scanner: Scanner, address: Address, comesDown: boolean): Step | undefined {
  const result = readResult(scanner);
  if (result !== undefined) return { directive: result, address };
  if (takeRenumbering(scanner)) return { directive: { kind: 'renumber' }, address };
  const bare = comesDown ? readLaterSentence(scanner, address.place) : readOperation(scanner, address.place);
  if (bare !== undefined) return { directive: bare, address };
  return readAddressed(scanner, address);
}

/** "so that it reads: …", "The relevant sentence would then read: …". */
function readResult(scanner: Scanner): Directive | undefined {
  return attempt(scanner, () => {
    const opening = take(
      scanner,
      /^(?:(?:so|such)(?:\s+that)?\s+[^.\n\uE000-\uF8FF]{0,60}?\breads?|(?:the\s+)?(?:relevant|amended|whole|new|resulting)?\s*(?:sentence|paragraph|point|item|clause|passage|motion)\s+(?:would|will|should|shall)\s+(?:then\s+|now\s+)?read|to\s+read)(?:\s+as\s+follows)?(?![\p{L}])/iu,
    );
    const words = opening === undefined ? undefined : takePayload(scanner, 'anywhere');
    return words === undefined ? undefined : { kind: 'result', words: words.words };
  });
}

function takeRenumbering(scanner: Scanner): boolean {
  return (
    take(
      scanner,
      /^(?:re-?number\b|with\s+(?:subsequent|consequent|the\s+remaining)[^.\n]{0,40}renumber|(?:the\s+)?(?:subsequent|remaining|following|other)\s+[^.\n]{0,40}\brenumber)[^\n]*?(?:[.;](?=\s|$)|(?=\n)|(?=,?\s+(?:if|unless|provided|subject\s+to|and,?\s+(?:then\s+)?(?:amend|update|change|correct|adjust|alter|delete|remove|insert|add|replace|move|make|revise))\b)|$)/i,
    ) !== undefined
  );
}

/**
 * An operation in a sentence after the one that named the place. Words are looked for in that place first, and a
 * sentence, a line or an item of a list belongs to it; a paragraph, or the motion as a whole, does not.
 */
function readLaterSentence(scanner: Scanner, place: Place): Directive | undefined {
  const start = scanner.at;
  const free = readOperation(scanner, []);
  if (free === undefined) return undefined;
  const isInside =
    /-words$|^delete-span$/.test(free.kind) ||
    place.some((part) => part.kind === 'section') ||
    ('place' in free &&
      free.place.length > 0 &&
      free.place.every((part) => part.kind === 'sentence' || part.kind === 'line')) ||
    (free.kind === 'delete-units' && free.places.every((each) => each.every((part) => part.kind === 'sentence')));
  if (!isInside || place.some((part) => part.kind === 'title')) return free;
  scanner.at = start;
  return readOperation(scanner, place);
}

const deleteVerb =
  /^(?:delete|deleting|remove|removing|omit|strike\s+out|take\s+out|leave\s+out|cut)(?![\p{L}])[,:]?\s*/iu;
const insertVerb =
  /^(?:insert|inserting|add|adding|append)(?![\p{L}])(?:,?\s*(?!:)|\s*:\s*(?=[\uE000-\uF8FF]|(?:an?|new|after|before|at|in|under|to|between)\b))?/iu;
const replaceVerb = /^(replace|replacing|change|amend|alter|substitute)(?![\p{L}])[,:]?\s*/iu;
const moveVerb = /^(?:move|transfer)(?![\p{L}])\s*/iu;
const swapVerb =
  /^(?:swap|transpose|interchange|exchange|(?:reverse|change|swap)\s+the\s+order\s+of)(?![\p{L}])(?:\s+(?:around|over))?\s*/iu;

function readOperation(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, deleteVerb) !== undefined) return readDeletion(scanner, place);
    if (take(scanner, insertVerb) !== undefined) return readInsertion(scanner, place);
    if (take(scanner, moveVerb) !== undefined) return readMove(scanner, place);
    if (take(scanner, swapVerb) !== undefined) return readSwap(scanner, place);
    const replace = take(scanner, replaceVerb)?.[1];
    if (replace !== undefined) return readReplacement(scanner, place, replace);
    const beside =
      readEdgeFirst(scanner, place) ?? readPositionFirst(scanner, place) ?? readDeletionBeside(scanner, place);
    if (beside !== undefined) return beside;
    return readPassive(scanner, place);
  });
}

/** "After “x” delete all and insert …", "After “x”, delete “y” and insert “z”". */
function readDeletionBeside(scanner: Scanner, place: Place): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, /^(?=after\s)/i) === undefined) return undefined;
    const after = take(
      scanner,
      /^after\s+(?:the\s+words?\s+)?([\uE000-\uF8FF])\s*,?\s*(?:delete|remove)\s+(?:all|everything|the\s+(?:rest|remainder))(?![\p{L}])/iu,
    );
    if (after === undefined) return undefined;
    const quoted = scanner.source.quotations[(after[1] ?? '').charCodeAt(0) - 0xe000];
    const text = attempt(scanner, () =>
      take(scanner, /^[\s,.;]*(?:and\s+)?(?:insert|add|replace\s+(?:it\s+)?with)(?![\p{L}])/iu) === undefined
        ? undefined
        : takePayload(scanner),
    );
    if (quoted === undefined) return undefined;
    return {
      kind: 'delete-span',
      place,
      start: { words: quoted.words },
      keepsStart: true,
      keepsEnd: false,
      ...(text === undefined ? {} : { text }),
    };
  });
}

const headingBehind =
  /^[ \t]+(?!(?:delete|insert|add|replace|remove|after|before|amend|change|to\s+read|should|shall|is|first|second|last)\b)[\p{L} ,’'–-]{3,60}(?=\n)/iu;

const preposition =
  /^(?:in|under|at|on|from|to|for|within|proposed\s+changes?\s+to|(?:amend|change|alter)(?:\s+the)?(?=\s+(?:title|first|second|third|last|final|paragraph|action|point|rule|clause|line|lead)))(?:\s+(?:the\s+)?(end|start|beginning)\s+of)?(?![\p{L}])\s*(?:the\s+)?/iu;

/** An address, then an operation on the same line, or nothing: then it rules the lines below. */
function readAddressed(scanner: Scanner, address: Address): Step | undefined {
  return attempt(scanner, () => {
    const opening = take(scanner, preposition);
    const found = readPlace(scanner);
    if (found === undefined) return undefined;
    const isUnder = /^under/i.test(opening?.[0] ?? '');
    const place = narrowed(address.place, isUnder ? underParagraph(found) : found);
    take(scanner, /^\s+(?:as\s+follows\b|by\s+(?=(?:deleting|removing|inserting|adding|replacing)\b))/i);
    take(scanner, /^\s*\(?(?:amend(?:ed)?\s+as\s+follows)\)?/i);
    // A rule's name behind its number, and the title repeated, are for the reader's eye.
    if (found.at(-1)?.kind === 'clause') take(scanner, headingBehind);
    if (/^from/i.test(opening?.[0] ?? '') && found[0]?.kind === 'title' && takeTitle(scanner))
      return { address: { place: [], standsAlone: true } };
    const gap = take(scanner, /^[\s:,–—-]*/)?.[0] ?? '';
    const standsAlone = /\n/.test(gap);
    const next: Address = { place, standsAlone };
    const edge = opening?.[1];
    const operation = edge === undefined ? undefined : readAtEdge(scanner, place, /^end/i.test(edge) ? 'end' : 'start');
    const directive = operation ?? readOperation(scanner, place) ?? readFullText(scanner, place);
    if (directive !== undefined) return { directive, address: next };
    if (/^proposed/i.test(opening?.[0] ?? '')) return readProposed(scanner, next);
    return /\n/.test(gap) ? { address: next } : undefined;
  });
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
    return operation?.kind === 'insert-somewhere' ? { kind: 'add-at', place, edge, text: operation.text } : undefined;
  });
}
