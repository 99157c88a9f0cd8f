// Agendas that print who submitted a paper below its text: names that nothing but their place tells from section titles.

import { readMarker } from './list-marker';
import { isSubmitter } from './motion-tail';
import { readPrintedDecision } from './printed-decision';
import { startsWithStem } from './stem';
import { splitDecision } from './submitters';
import type { TextLine } from './text-line';

/** The lines under a heading, parted: the text, the names below it, and what stands below those. */
export type SignedLines = {
  readonly text: readonly TextLine[];
  readonly names: readonly TextLine[];
  readonly below: readonly TextLine[];
};

/** The most lines below a paper's text that are looked at for its name. */
const reach = 8;

/** Lines between papers that say where in the agenda one is. */
const between =
  /^(?:section|part|chapter) [\w.]+\b|^amendments? to (?:motion|composite)\b|^to be taken\b|^taken (?:after|in private)\b|^(?:late|emergency|composite|rule) (?:motions?|amendments?)\b|^cbc advice\b|^motions \d|^page \d+/i;

/** Whether a line says what of the agenda follows: "Section 2", "Amendments to motion 6", "To be taken after motion 9". */
export function isBetween(text: string): boolean {
  return between.test(text);
}

const small = /^(?:of|and|the|for|in|on|de|y|upon|le|&|\/|–|-|\d+)$/i;

/** A short line of words with capitals and no closing mark, as bodies are named: "Dudley General", "RMT". */
export function isName(text: string): boolean {
  if (text.length > 60 || !/^[\p{Lu}\d][^.;:?!]*$/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (readMarker(text)?.strength === 'sure' || startsWithStem(text)) return false;
  const words = text.split(' ');
  return words.length <= 7 && words.every((word) => small.test(word) || /^[\p{Lu}(“‘'"]/u.test(word));
}

/**
 * Whether an agenda signs its papers below their text, given the lines under each of its headings. Section titles stand
 * there too, but never below the last paper, and not below nearly all of the others.
 */
export function areSignedBelow(bodies: readonly (readonly TextLine[])[]): boolean {
  if (bodies.length < 2) return false;
  const signed = bodies.map((lines) => partSigned(lines).names.length > 0);
  const count = signed.filter(Boolean).length;
  return signed.at(-1) === true ? count * 5 >= bodies.length * 3 : count >= 4 && count * 5 >= bodies.length * 4;
}

/** Parts the lines of a paper in an agenda that signs below the text. The first name there is its own; later ones may be sections. */
export function partSigned(lines: readonly TextLine[]): SignedLines {
  let from = lines.length;
  while (from > 1 && lines.length - from < reach && isBelowText(lines[from - 1])) from -= 1;
  const below = lines.slice(from);
  const first = below.findIndex((line) => isName(splitDecision(line.text).text) && !isBetween(line.text));
  if (first === -1 || readPrintedDecision(below[first]?.text ?? '') !== undefined) {
    return { text: lines, names: [], below: [] };
  }
  const names = below.filter((line, index) => index === first || (index > first && isSubmitter(line.text)));
  const decisions = below.filter((line) => readPrintedDecision(line.text) !== undefined);
  return {
    text: [...lines.slice(0, from), ...decisions],
    names,
    below: below.filter((line) => !names.includes(line) && !decisions.includes(line)),
  };
}

function isBelowText(line: TextLine | undefined): boolean {
  if (line === undefined || line.text.length > 100) return line !== undefined && isBetween(line.text);
  if (isBetween(line.text)) return true;
  return (
    isName(splitDecision(line.text).text) || isSubmitter(line.text) || readPrintedDecision(line.text) !== undefined
  );
}
