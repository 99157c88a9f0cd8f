// Walks through a masked instruction from left to right.

import { maskClass, quotationAt, unmask } from './quotations';
import type { MaskedText } from './quotations';

/** A position in a text; `at` moves on as words are taken. Local to one reading. */
export type Scanner = {
  /** What the grammar reads. */
  readonly source: MaskedText;
  /** The same as printed, where the grammar reads marks otherwise; of the same length. */
  readonly printed: string;
  at: number;
};

export function restOf(scanner: Scanner): string {
  return scanner.source.masked.slice(scanner.at);
}

/** Takes what matches `pattern` (which must be anchored by `^`) at the scanner's position. */
export function take(scanner: Scanner, pattern: RegExp): RegExpExecArray | undefined {
  const match = pattern.exec(restOf(scanner));
  if (match === null) return undefined;
  scanner.at += match[0].length;
  return match;
}

/** What `read` makes of the text here; if it makes nothing, the scanner stays where it was. */
export function attempt<T>(scanner: Scanner, read: () => T | undefined): T | undefined {
  const start = scanner.at;
  const value = read();
  if (value === undefined) scanner.at = start;
  return value;
}

const oneQuotation = new RegExp(`^${maskClass}`, 'u');

/** Takes one quotation and gives its words. */
export function takeQuotation(scanner: Scanner): string | undefined {
  const match = take(scanner, oneQuotation);
  return match === undefined ? undefined : quotationAt(scanner.source, match[0])?.words;
}

/** Whether a quotation stands at the scanner. */
export function atQuotation(scanner: Scanner): boolean {
  return oneQuotation.test(restOf(scanner));
}

/** The text between two positions, as printed. */
export function printedBetween(scanner: Scanner, from: number, to: number): string {
  return unmask(scanner.source, scanner.printed.slice(from, to)).trim();
}
