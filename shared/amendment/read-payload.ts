// Reads the words to be put in: quoted, or unquoted up to where the instruction goes on.

import type { Anchor, Payload } from './directive';
import { startsWithMarker } from './payload-clauses';
import { maskClass } from './quotations';
import { attempt, printedBetween, restOf, take, takeQuotation } from './scanner';
import type { Scanner } from './scanner';

const introduction =
  /^\s*(?:(?:the\s+)?(?:following|additional|new|extra)?\s*(?:words?|phrase|text|sentence|figure|wording)?(?=[\s:;,–-]*(?:as follows|to read|reading|[\uE000-\uF8FF:]|\n))\s*)?(?:as follows|to read(?: as follows)?|reading|which reads)?[\s:;,.–-]*/iu;

const openings = [
  String.raw`(?:in|under|at|to|on)\s+(?:the\s+)?(?:existing\s+|current\s+|end\s+of\s+)?(?:action|para|point|bullet|line|title|first|second|third|last|final|rule|conference\s|\(?[ivx]{1,5}\)|\d{1,2}\)|${maskClass})`,
  String.raw`(?:after|before)\s+(?:${maskClass}|(?:action|paragraph|point)\b)`,
  String.raw`(?:delete|remove|insert|add|replace|amend|renumber|re-number|substitute|omit)\b`,
  String.raw`(?:existing\s+)?(?:paragraph|action\s+point|point)\s+\d{1,2}\s*(?:[:,–-]|\n|$)`,
  String.raw`(?:purpose|rationale|reason)\s*:`,
  String.raw`supporting\s+argument|so\s+that\b|the\s+relevant\b|(?:carried|lost|withdrawn|remitted)\b[^\p{Ll}]{0,30}(?:\n|$)`,
];
const lineStartsOperation = new RegExp(String.raw`^(?:and,?\s+)?(?:${openings.join('|')})`, 'iu');
const sentenceStartsOperation =
  /[.;:”’"']\s+(?=(?:and\s+)?(?:Renumber|renumber|Delete\s+(?:existing|action|para|point|all\b|the\s)|Insert\s+new|Add\s+new|Insert\s+a\s+new|Add\s+a\s+new)\b)/u;

const lineOnlyLinks = /^\s*(?:and|also|plus|then)\s*[,:]?\s*$/i;

export type BareWords = 'after-colon' | 'anywhere';

/**
 * Takes a payload with what introduces it ("the following words:"). Unquoted words are taken only after a colon or a
 * line break, or `anywhere` where the grammar leaves no other reading.
 */
export function takePayload(scanner: Scanner, bare: BareWords = 'after-colon'): Payload | undefined {
  return attempt(scanner, () => {
    const start = scanner.at;
    take(scanner, introduction);
    const intro = scanner.source.masked.slice(start, scanner.at);
    const quoted = takeQuotation(scanner);
    if (quoted !== undefined) {
      const words = [unwrapped(quoted), ...furtherQuotedLines(scanner)].join('\n');
      const endsOrder = /[^.]\.$/.test(words) && !/^\s*[.,;:)]/.test(restOf(scanner));
      return endsOrder ? { words, endsOrder } : { words };
    }
    if (bare === 'after-colon' && !/[:\n]/.test(intro)) return undefined;
    return takeBareWords(scanner);
  });
}

/** Lines that were only wrapped are one: the next goes on in small letters, or the one before is long and open. */
function unwrapped(words: string): string {
  const lines: string[] = [];
  for (const line of words.split('\n')) {
    const last = lines.at(-1)?.trimEnd();
    const isOpen = last !== undefined && last !== '' && !/[.;:!?]$/.test(last);
    const goesOn = /^\s*\p{Ll}/u.test(line) || (last !== undefined && last.length >= 60);
    if (isOpen && goesOn && line.trim() !== '' && !startsWithMarker(line.trim()))
      lines[lines.length - 1] = `${last} ${line.trim()}`;
    else lines.push(line);
  }
  return lines.join('\n');
}

/** A payload of several paragraphs may have each in quotation marks of its own. */
function furtherQuotedLines(scanner: Scanner): readonly string[] {
  const lines: string[] = [];
  for (;;) {
    const line = attempt(scanner, () => {
      if (take(scanner, new RegExp(String.raw`^\s*\n\s*(?=${maskClass}\s*[.;]?\s*(?:\n|$))`, 'u')) === undefined)
        return undefined;
      return takeQuotation(scanner);
    });
    if (line === undefined) return lines;
    lines.push(line);
  }
}

// "after “x” the words …", "the words “y”": an order that goes on, and no words to put in.
const startsWithPosition = new RegExp(
  String.raw`^\s*(?:(?:immediately\s+)?(?:after|before|following|preceding|between)\s+(?:the\s+)?(?:words?\s+|phrase\s+)?${maskClass}|the\s+(?:words?|phrase|sentence|following)\s+${maskClass})`,
  'iu',
);

function takeBareWords(scanner: Scanner): Payload | undefined {
  const rest = restOf(scanner);
  let end = 0;
  for (const line of rest.split('\n')) {
    if (end > 0 && (lineStartsOperation.test(line.trim()) || lineOnlyLinks.test(line))) break;
    const inner = sentenceStartsOperation.exec(line);
    if (inner !== null) {
      end += inner.index + 1;
      break;
    }
    end += line.length + 1;
  }
  if (startsWithPosition.test(rest)) return undefined;
  const from = scanner.at;
  scanner.at = Math.min(scanner.source.masked.length, from + end);
  const words = printedBetween(scanner, from, scanner.at);
  return /[\p{L}\p{Nd}]/u.test(words) ? { words } : undefined;
}

/** Takes quoted words to look for, with what the instruction says about which: "the second occurrence of the word “x”". */
export function takeAnchor(scanner: Scanner): Anchor | undefined {
  return attempt(scanner, () => {
    const which = take(
      scanner,
      /^(?:the\s+|both\s+|superfluous\s+|existing\s+)*(?:(first|second|third|fourth|fifth|last|final)\s+)?(?:(?:occurrence|instance|mention|use)\s+of\s+)?(?:the\s+)?(?:words?|phrase|text|figures?|sum|name|date|comma|passage)?[,:]?\s*/i,
    );
    const words = takeQuotation(scanner);
    if (words === undefined) return undefined;
    const before = occurrenceOf(which?.[1]);
    const behind = take(scanner, occurrenceBehind)
      ?.slice(1)
      .find((word) => word !== undefined);
    const occurrence = before ?? occurrenceOf(behind);
    return occurrence === undefined ? { words } : { words, occurrence };
  });
}

const occurrenceBehind =
  /^\s*\(?where\s+it\s+(?:(first|last)\s+(?:occurs|appears)|(?:occurs|appears)\s+(?:for\s+)?(?:the\s+)?(first|second|third|fourth|fifth|last|final)(?:\s+time)?)\)?(?!\p{L})/iu;

function occurrenceOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const index = ['first', 'second', 'third', 'fourth', 'fifth'].indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : -1;
}

/** Takes "throughout", "wherever it occurs" and the like. */
export function takeThroughout(scanner: Scanner): boolean {
  return (
    take(
      scanner,
      /^[\s,]*(?:throughout|everywhere|(?:wherever|whenever)\s+(?:it|they|this|these words?)\s+(?:occurs?|appears?)|in\s+all\s+(?:places|instances|occurrences|cases)(?:\s+(?:where|in\s+which)\s+(?:it|they)\s+(?:occurs?|appears?))?|at\s+each\s+occurrence)(?:\s+(?:in\s+)?(?:the\s+)?(?:motion|text|composite|rule\s?-?book|rules))?(?:,?\s*i\.e\.[^\n]*)?/i,
    ) !== undefined
  );
}
