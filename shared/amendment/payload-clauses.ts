// Turns the words of an instruction into new clauses: a line each, with its own printed marker taken off.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';

/** Makes the next id for a new clause; the same instruction gives the same ids on every computer. */
export type NextClauseId = () => ClauseId;

// Not "38,000 users", "2.5 per cent", "1.5m homes": numbers that the words begin with.
const marker =
  /^(?!\d{1,3}(?:,\d{3})+(?![\d,.]*\d)|\d+(?:[.,]\d+)?\s?(?:%|(?:per\s?cent|percent|million|billion|thousand|hundred|m|bn|k|hours?|days?|weeks?|months?|years?|times)(?!\p{L})))(?:\d{1,2}\.[a-z](?:[).]|(?=\s))|\.?\(?(?:\d{1,2}|[ivxl]{1,5}|[A-Za-z])[).](?!\d)|\.\d{1,2}(?=\s)|[A-Z]?[.,]?\s?\d+(?:[.,]\d+)+\.?|[•·*‣▪◦–-](?=\s))\s*(?:[–-]\s+)?/u;

/** The lines of a payload that say anything. */
export function payloadLines(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The line without the marker it may start with. */
export function withoutMarker(line: string): string {
  const rest = line.replace(marker, '');
  return rest === '' ? line : rest;
}

/** Whether the line starts with a marker of its own; one that is nothing else ("a.") is a word. */
export function startsWithMarker(line: string): boolean {
  return withoutMarker(line) !== line;
}

/** Whether the lines carry numbers of which one does not follow on from the one before: a line may be missing. */
export function skipsNumbers(words: string): boolean {
  const numbers = payloadLines(words).flatMap((line) => {
    const number = /^\(?(\d{1,2})[).](?!\d)/.exec(line)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return numbers.some((number, index) => index > 0 && number !== (numbers[index - 1] ?? 0) + 1);
}

/** New entries of a list: a line each; later lines without a marker go on with the entry before them. */
export function entryClauses(words: string, depth: number, nextId: NextClauseId): readonly Clause[] {
  return payloadLines(words).map((line, index): Clause => {
    const continues = index > 0 && !startsWithMarker(line);
    return { id: nextId(), kind: continues ? 'paragraph' : 'item', depth, text: withoutMarker(line) };
  });
}

/** New running text: paragraphs, and items where lines start with a marker, below the lead-in before them. */
export function textClauses(words: string, nextId: NextClauseId): readonly Clause[] {
  const lines = payloadLines(words);
  return lines.map((line, index): Clause => {
    const isItem = startsWithMarker(line);
    if (isItem) {
      const number = marker.exec(line)?.[0].trim() ?? '';
      return { id: nextId(), kind: 'item', number, depth: 1, text: withoutMarker(line) };
    }
    const introduces = startsWithMarker(lines[index + 1] ?? '');
    return { id: nextId(), kind: introduces ? 'lead-in' : 'paragraph', depth: 0, text: line };
  });
}
