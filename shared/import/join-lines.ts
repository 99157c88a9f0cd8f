// Which lines of a paper run on into the next: text wrapped at a margin, or a sentence that a blank line cuts in two.

import { readMarker } from './list-marker';
import { startsWithStem } from './stem';
import type { TextLine } from './text-line';

/** How the lines of a paper were broken: at a margin of about `width` characters, or only at the end of a paragraph. */
export type LineBreaking = { readonly kind: 'wrapped'; readonly width: number } | { readonly kind: 'whole' };

const sentenceEnd = /(?:[.;:?!…]|;-|:-|[;,] ?(?:and|or),?)["'”’)\]]{0,3}$/u;
const connective =
  /(?:^|\s)(?:the|a|an|of|and|or|in|on|at|by|for|from|with|to|that|which|who|whose|our|their|its|is|are|was|were|be|been|as|than|into|through|between|under|over|this|these|those|has|have|not)$|[,–-]$/iu;

/** Whether a line ends as a sentence or an item of a list does. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-12));
}

/**
 * A paper is wrapped when, of the lines that another without a marker follows without a blank line, at least half end in mid-sentence
 * and all but a few keep within 130 characters.
 */
export function lineBreakingOf(lines: readonly TextLine[]): LineBreaking {
  const followed = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next?.isAfterBlank === false && line.text.length > 20 && readMarker(next.text) === undefined;
  });
  if (followed.length < 2) return { kind: 'whole' };
  const open = followed.filter((line) => !endsSentence(line.text)).length;
  const lengths = followed.map((line) => line.text.length).sort((before, after) => before - after);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  return open * 2 >= followed.length && width <= 130 ? { kind: 'wrapped', width } : { kind: 'whole' };
}

/** Whether `after` continues the sentence or paragraph of `before`, the line above it. Markers are the caller's matter. */
export function runsOn(before: TextLine, after: TextLine, breaking: LineBreaking): boolean {
  if (before.role !== after.role || after.above !== before.line) return false;
  const isOpen = !endsSentence(before.text);
  const startsLower = /^["'“‘(]?\p{Ll}/u.test(after.text);
  if (after.isAfterBlank) {
    if (!isOpen || before.text.length < 20) return false;
    return startsLower || connective.test(before.text.slice(-12));
  }
  if (breaking.kind === 'wrapped' && (isOpen || !startsWithStem(after.text))) {
    const firstWord = after.text.indexOf(' ') === -1 ? after.text.length : after.text.indexOf(' ');
    if (before.text.length + firstWord + 1 > breaking.width) return true;
  }
  const isUnfinished =
    before.text.length >= 20 && (connective.test(before.text.slice(-12)) || /^[\d(&]/.test(after.text));
  return isOpen && (startsLower || isUnfinished);
}

/** Two parts of a paragraph as one: a hyphen at the break keeps its word whole. */
export function joinParts(before: string, after: string): string {
  if (before === '') return after;
  const isHyphenated = /\p{L}-$/u.test(before.slice(-2)) && /^\p{Ll}/u.test(after);
  return isHyphenated ? before + after : `${before} ${after}`;
}
