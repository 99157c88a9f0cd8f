// Line numbers that a paper prints down its side, which text copied from it has at line starts or in mid-sentence.

import { endsSentence } from './join-lines';
import { readMarker } from './list-marker';
import type { PrintedLine } from './paper';
import type { TextLine } from './text-line';
import { closeRanks } from './text-line';

export type NumberedLines = {
  readonly lines: readonly TextLine[];
  /** The numbers taken off, with the words behind each; none when there was no such column. */
  readonly printedLines: readonly PrintedLine[];
};

/** A number that may be a line's: which text line it is in, where, and how long with the space behind it. */
type Candidate = {
  readonly index: number;
  readonly at: number;
  readonly length: number;
  readonly printed: number;
  /** Characters from the start of the paper. */
  readonly offset: number;
  /** Whether the words before it do not end a sentence, or an item's own marker stands behind it. */
  readonly isMidSentence: boolean;
  readonly isBeforeSmall: boolean;
};

/** The fewest consecutive numbers that are a column, and the longest line that a column counts, in characters. */
const fewest = 5;
const longestLine = 160;

/**
 * Takes a column of line numbers off. A column counts up by one (or by five) for at least five numbers, and its lines
 * mostly break in mid-sentence, which numbered lists and tables of contents do not.
 */
export function removeLineNumbers(lines: readonly TextLine[]): NumberedLines {
  const candidates = candidatesIn(lines);
  const proof = longestColumn(candidates);
  if (proof.length < fewest || !breaksSentences(proof)) return { lines, printedLines: [] };
  const column = withRestarts(proof, candidates);
  const taken = new Map<number, Candidate[]>();
  for (const candidate of column) {
    const others = taken.get(candidate.index);
    if (others === undefined) taken.set(candidate.index, [candidate]);
    else others.push(candidate);
  }
  const without = lines.map((line, index) => {
    const numbers = taken.get(index);
    return numbers === undefined ? line : Object.assign({}, line, { text: cutOut(line.text, numbers) });
  });
  return {
    lines: closeRanks(without.filter((line) => line.text !== '')),
    printedLines: column.map((candidate, place) => printedLine(candidate, column[place + 1], lines)),
  };
}

/**
 * The column that proves that lines are numbered, and those before and after it that start again at 1, as an agenda's
 * do with each motion: numbers at line starts that count on from there in the same steps.
 */
function withRestarts(proof: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const from = proof[0]?.offset ?? 0;
  const to = proof.at(-1)?.offset ?? 0;
  const step = (proof[2]?.printed ?? 0) - (proof[1]?.printed ?? 0);
  const others: Candidate[] = [];
  let last: Candidate | undefined;
  for (const candidate of candidates) {
    if (candidate.at !== 0 || (from <= candidate.offset && candidate.offset <= to)) continue;
    const goesOn =
      last !== undefined &&
      (candidate.printed === last.printed + step || (last.printed === 1 && candidate.printed === step)) &&
      candidate.offset - last.offset <= (longestLine + 40) * step;
    if (candidate.printed !== 1 && candidate.printed !== step && !goesOn) continue;
    others.push(candidate);
    last = candidate;
  }
  return [...others.filter(({ offset }) => offset < from), ...proof, ...others.filter(({ offset }) => offset > to)];
}

/** The words from a number to the next one, or to the end of its text line. */
function printedLine(candidate: Candidate, next: Candidate | undefined, lines: readonly TextLine[]): PrintedLine {
  const { text = '', line = 0 } = lines[candidate.index] ?? {};
  const to = next?.index === candidate.index ? next.at : text.length;
  return { number: candidate.printed, line, text: text.slice(candidate.at + candidate.length, to).trim() };
}

/** At the starts of lines; inside a line too when it is longer than any that a column counts. */
function candidatesIn(lines: readonly TextLine[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let offset = 0;
  const isRunTogether = lines.some(({ text }) => text.length > longestLine);
  for (const [index, { text }] of lines.entries()) {
    const pattern = isRunTogether ? /(?<=^|\s)[1-9]\d{0,3}(?:\s|$)/g : /^[1-9]\d{0,3}(?:\s|$)/g;
    for (const match of text.matchAll(pattern)) {
      const before =
        match.index === 0
          ? (lines[index - 1]?.text ?? '')
          : text.slice(Math.max(0, match.index - 20), match.index).trimEnd();
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 20);
      const isMidSentence = (before !== '' && !endsSentence(before)) || readMarker(rest) !== undefined;
      candidates.push({
        index,
        at: match.index,
        length: match[0].length,
        printed: Number(match[0]),
        offset: offset + match.index,
        isMidSentence,
        isBeforeSmall: /^\p{Ll}/u.test(rest),
      });
    }
    offset += text.length + 1;
  }
  return candidates;
}

/** The longest run that counts up by one, or by five in fives, no two numbers further apart than lines are. */
function longestColumn(candidates: readonly Candidate[]): readonly Candidate[] {
  const runs = new Map<number, { readonly length: number; readonly last: Candidate }>();
  const befores = new Map<Candidate, Candidate | undefined>();
  let best: { readonly length: number; readonly last: Candidate } | undefined;
  for (const candidate of candidates) {
    const steps = candidate.printed % 5 === 0 ? [1, 5] : [1];
    const run = steps
      .map((step) => ({ step, run: runs.get(candidate.printed - step) }))
      .find(
        ({ step, run: one }) => one !== undefined && candidate.offset - one.last.offset <= (longestLine + 40) * step,
      )?.run;
    befores.set(candidate, run?.last);
    const length = (run?.length ?? 0) + 1;
    runs.set(candidate.printed, { length, last: candidate });
    if (best === undefined || length > best.length) best = { length, last: candidate };
  }
  const column: Candidate[] = [];
  for (let one = best?.last; one !== undefined; one = befores.get(one)) column.push(one);
  return column.reverse();
}

/** Two in five numbers stand in mid-sentence, and one in six before a small letter: motion numbers never do. */
function breaksSentences(column: readonly Candidate[]): boolean {
  const midSentence = column.filter((candidate) => candidate.isMidSentence).length;
  const beforeSmall = column.filter((candidate) => candidate.isBeforeSmall).length;
  return midSentence * 5 >= column.length * 2 && beforeSmall * 6 >= column.length;
}

/** The text without the numbers, which stand in their order in it. */
function cutOut(text: string, numbers: readonly Candidate[]): string {
  const bounds = [0, ...numbers.flatMap(({ at, length }) => [at, at + length]), text.length];
  const kept: string[] = [];
  for (let index = 0; index < bounds.length; index += 2) kept.push(text.slice(bounds[index], bounds[index + 1]));
  return kept.join('').trim();
}
