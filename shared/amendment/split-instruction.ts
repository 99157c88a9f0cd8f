// Takes a printed instruction apart into directives: each operation with the address it stands under.

import type { Directive, Place, PrintedDirective } from './directive';
import { withBracketedMarkers } from './marker-dots';
import { maskQuotations } from './quotations';
import { readAddressed } from './read-address';
import type { Address, Step } from './read-address';
import { takeWithin } from './read-deletion';
import { readInsertion } from './read-insertion';
import { readOperation } from './read-operation';
import { takeAnchor, takePayload } from './read-payload';
import { atQuotation, attempt, printedBetween, restOf, take } from './scanner';
import type { Scanner } from './scanner';

/** The directives of `instruction`, in order. What is no operation comes as a `description`. */
export function splitInstruction(instruction: string): readonly PrintedDirective[] {
  const masked = maskQuotations(withoutHead(instruction.replace(/\r\n?/g, '\n')));
  const source = { ...masked, masked: withBracketedMarkers(masked.masked) };
  const scanner: Scanner = { source, printed: masked.masked, at: 0 };
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
    const previous = startsAnew ? undefined : directives.at(-1);
    const found = readContinued(scanner, previous, address) ??
      readStep(scanner, address, comesDown) ?? { directive: { kind: 'description' as const }, address };
    if (found.directive?.kind === 'description') skipSentence(scanner);
    const printed = printedBetween(scanner, start, scanner.at);
    const inheritsPlace = comesDown && found.address === address;
    address = found.address;
    const gap = scanner.source.masked.slice(gapFrom, start);
    const goesOn = directives.length > 0 && !startsAnew && leavesHalf(gap, printed);
    if (found.directive !== undefined) directives.push({ ...found.directive, printed, inheritsPlace, goesOn });
  }
}

// Lines above the instruction: the amendment's number with who moves it, "Amendment 3", "Motion 12 – Title".
const headLine =
  /^\s*(?:(?:[A-Z]{1,3}\d{0,3}[A-Z]?|\d{1,3}[A-Z]?)\.\d{1,2}\b[^\n“"‘]*|amendment(?:\s+#?\w{1,6}(?:\.\w{1,3})?)?(?:\s+to\s+[^\n“"‘]*)?:?|(?:motion|composite)\s+#?[\w.]{1,6}\b[^\n“"‘]{0,80}|(?:submitted|moved|proposed|seconded|mover|seconder)\b[^\n]*)\s*(?:\n|$)/i;

// Under it, on a line of its own, who moves it.
const bodyLine =
  /^[^\n“"‘:]{0,80}(?<!\p{L})(?:region(?:al)?|branch|committee|executive|forum|university|college|group|association|party|society|federation|council|members|caucus)(?!\p{L})[^\n“"‘:.;]{0,40}(?:\n|$)/iu;
const startsPlace =
  /^(?:in|under|at|on|from|to|after|before|within|amend|add|insert|delete|remove|replace|move|paragraphs?|paras?|action|points?|bullets?|items?|rules?|lines?|title|first|second|third|last|final|conference|congress|standing|schedule|section|clause|\(?(?:\d|[ivx]{1,4}[).]))(?!\p{L})/iu;

function withoutHead(instruction: string): string {
  let rest = instruction.trim();
  let isHeaded = false;
  for (;;) {
    const body = isHeaded && !startsPlace.test(rest) ? bodyLine.exec(rest)?.[0] : undefined;
    const head = headLine.exec(rest)?.[0] ?? body;
    isHeaded = true;
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
    /^(?:[\s.;,•·*]+|[–-]\s+|(?:and|also|then|further|furthermore|in\s+addition|additionally|finally)(?![\p{L}-])[,:]?|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=(?:in|under|at)\s+(?:the\s+)?(?:existing\s+)?(?:first|second|third|last|final|action|paragraph|point|para|title|\(?\d{1,2}[),])|(?:delete|insert|add|replace)\s+(?:the\s+)?(?:action|paragraph|first|second|last|new|a\s+new))|\d{1,2}\.\s+(?=(?:delete|remove|replace|after|before)\s+(?:the\s+words?\s+)?[\uE000-\uF8FF]))/iu;
  while (take(scanner, linking) !== undefined);
}

function skipSentence(scanner: Scanner): void {
  if (take(scanner, /^[^\n]*?(?:\.(?=\s)|\n|$)/) === undefined) scanner.at = scanner.source.masked.length;
}

/** "Throughout the motion, replace “x” with “y”". */
function readEverywhere(scanner: Scanner): Directive | undefined {
  return attempt(scanner, () => {
    if (take(scanner, /^throughout(?:\s+the\s+(?:motion|text|composite|rules?))?\s*[,:–-]?\s*/i) === undefined)
      return undefined;
    const operation = readOperation(scanner, []);
    take(scanner, /^,?\s*i\.e\.[^\n]*/i);
    return operation !== undefined && 'throughout' in operation ? { ...operation, throughout: true } : undefined;
  });
}

/** "Replace “x” with “y” and “z” with “w”", "insert “x” after “y” and “z” after “w”": the verb is said once. */
function readContinued(scanner: Scanner, previous: Directive | undefined, address: Address): Step | undefined {
  return attempt(scanner, () => {
    if (!atQuotation(scanner)) return undefined;
    if (previous?.kind === 'replace-words' && !previous.throughout) {
      const find = takeAnchor(scanner);
      if (find === undefined || take(scanner, /^\s+(?:with|by|to)(?![\p{L}])/iu) === undefined) return undefined;
      const text = takePayload(scanner);
      return text === undefined ? undefined : { directive: { ...previous, find, text }, address };
    }
    if (previous?.kind === 'delete-words' && previous.place.length > 0) {
      const find = takeAnchor(scanner);
      const within = find === undefined ? undefined : takeWithin(scanner);
      if (find === undefined || within === undefined) return undefined;
      return { directive: { ...previous, finds: [find], place: within }, address };
    }
    if (previous?.kind !== 'insert-words') return undefined;
    const directive = readInsertion(scanner, previous.place);
    return directive?.kind === 'insert-words' ? { directive, address } : undefined;
  });
}

function readStep(scanner: Scanner, address: Address, comesDown: boolean): Step | undefined {
  const result = readResult(scanner);
  if (result !== undefined) return { directive: result, address };
  if (takeRenumbering(scanner)) return { directive: { kind: 'renumber' }, address };
  const everywhere = readEverywhere(scanner);
  if (everywhere !== undefined) return { directive: everywhere, address };
  const bare = comesDown ? readLaterSentence(scanner, address.place) : readOperation(scanner, address.place);
  if (bare !== undefined) return { directive: bare, address };
  return readAddressed(scanner, address);
}

/** "so that it reads: …", "The relevant sentence would then read: …". */
function readResult(scanner: Scanner): Directive | undefined {
  return attempt(scanner, () => {
    const opening = take(
      scanner,
      /^(?:(?:so|such)(?:\s+that)?\s+[^.\n\uE000-\uF8FF]{0,60}?\breads?|(?:the\s+)?(?:relevant|amended|whole|new|resulting)?\s*(?:sentence|paragraph|(?:action\s+|bullet\s+)?point|bullet|item|clause|rule|section|standing\s+order|line|title|passage|motion)\s+(?:would|will|should|shall)\s+(?:then\s+|now\s+)?read|to\s+read)(?:\s+as\s+follows)?(?![\p{L}])/iu,
    );
    const words = opening === undefined ? undefined : takePayload(scanner, 'anywhere');
    return words === undefined ? undefined : { kind: 'result', words: words.words };
  });
}

function takeRenumbering(scanner: Scanner): boolean {
  return (
    take(
      scanner,
      /^(?:re-?(?:number|letter)\b|with\s+(?:subsequent|consequent|the\s+remaining)[^.\n]{0,40}renumber|(?:the\s+)?(?:subsequent|remaining|following|other)\s+[^.\n]{0,40}\brenumber)[^\n]*?(?:[.;](?=\s|$)|(?=\n)|(?=,?\s+(?:if|unless|provided|subject\s+to|and,?\s+(?:then\s+)?(?:amend|update|change|correct|adjust|alter|delete|remove|insert|add|replace|move|make|revise))\b)|$)/i,
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
