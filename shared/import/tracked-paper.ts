// A paper with tracked changes: the paper as it was printed, and the changes as an amendment to it.

import { deriveOperations } from '../amendment/derive-operations';
import { writeWording } from '../amendment/write-wording';
import { assignClauseIds } from '../motion/clause-ids';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import type { DroppedLine, LineRange, ReadMotion, ReadPaper } from './paper';
import { rangesOf } from './read-motion';
import { plainText } from './text-line';

/**
 * A motion becomes an agenda of itself and its amendment; in an agenda, each changed motion has its amendment behind it.
 * The source is that of `printed` with the changed motions' new lines below. Of any other paper the delegate has the
 * text with the changes, and the lines that they took out are dropped in the open.
 */
export function withTrackedAmendments(printed: ReadPaper, amended: ReadPaper): ReadPaper {
  const before = motionsIn(printed);
  const after = motionsIn(amended);
  if (before === undefined || after === undefined) return acceptedPaper(printed, amended);
  const source = [...printed.source];
  const papers: ReadMotion[] = [];
  const shown = new Set(printed.source.map(plainText));
  for (const [index, motion] of before.entries()) {
    papers.push(motion);
    const changed = counterpart(motion, index, after);
    const instruction = changed === undefined ? '' : instructionFor(motion, changed);
    if (changed === undefined || instruction === '') continue;
    const lines = linesOf(changed, amended.source);
    for (const line of lines) shown.add(plainText(line));
    const range = { from: source.length + 1, to: source.length + 1 + lines.length };
    source.push('', ...lines);
    papers.push(amendmentTo(motion, { instruction, range }));
  }
  const unshown = amended.source.filter((line) => plainText(line) !== '' && !shown.has(plainText(line)));
  const dropped = unshown.map((text, index): DroppedLine => ({ text: plainText(text), line: source.length + index }));
  const whole = [...source, ...unshown];
  if (papers.length === before.length) return { ...printed, source: whole, dropped: [...printed.dropped, ...dropped] };
  return {
    kind: 'agenda',
    file: printed.file,
    source: whole,
    ...(printed.kind === 'agenda' && printed.title !== undefined ? { title: printed.title } : {}),
    ...('conference' in printed && printed.conference !== undefined ? { conference: printed.conference } : {}),
    papers: papers.map((paper) => Object.assign({}, paper, { source: whole, dropped: [], warnings: [] })),
    dropped: [...printed.dropped, ...dropped],
    warnings: printed.warnings,
  };
}

function motionsIn(paper: ReadPaper): readonly ReadMotion[] | undefined {
  switch (paper.kind) {
    case 'motion':
    case 'composite':
    case 'rule-amendment':
    case 'amendment':
      return [paper];
    case 'agenda':
      return paper.papers;
    case 'article':
    case 'decisions':
    case 'unknown':
      return undefined;
  }
}

/** The same motion in the other version: by number, else by title, else, where there is one motion only, that. */
function counterpart(motion: ReadMotion, index: number, others: readonly ReadMotion[]): ReadMotion | undefined {
  if (motion.kind === 'amendment') return undefined;
  const { number, title } = motion;
  return (
    others.find((other) => number !== undefined && other.number?.value === number.value) ??
    others.find((other) => title !== undefined && other.title?.value === title.value) ??
    (others.length === 1 && index === 0 ? others[0] : undefined)
  );
}

/** The formal wording of what changed; empty when only signs of layout did. */
function instructionFor(motion: ReadMotion, changed: ReadMotion): string {
  const title = motion.title?.value ?? '';
  const clauses = assignClauseIds(motion.clauses);
  const base: TextVersion = { id: textVersionIdOf(title, clauses), title, clauses };
  const edited = {
    title: changed.title?.value ?? title,
    clauses: assignClauseIds(changed.clauses, clauses),
  };
  return writeWording(base, deriveOperations(base, edited)).join('\n');
}

function amendmentTo(
  motion: ReadMotion,
  { instruction, range }: { readonly instruction: string; readonly range: LineRange },
): ReadMotion {
  const amends = motion.number?.value ?? motion.title?.value;
  return {
    kind: 'amendment',
    file: motion.file,
    source: motion.source,
    ...(amends === undefined ? {} : { amends: { value: amends } }),
    instruction: { value: instruction, lines: range },
    submittedBy: [],
    clauses: [],
    dropped: [],
    warnings: [],
  };
}

/** The source lines from the first to the last that the motion was read from. */
function linesOf(motion: ReadMotion, source: readonly string[]): readonly string[] {
  const ranges = rangesOf(motion);
  const from = ranges.reduce((least, range) => Math.min(least, range.from), source.length);
  const to = ranges.reduce((most, range) => Math.max(most, range.to), 0);
  return source.slice(from, Math.max(from, to));
}

function acceptedPaper(printed: ReadPaper, amended: ReadPaper): ReadPaper {
  const shown = new Set(amended.source.map(plainText));
  const gone = printed.source.filter((line) => plainText(line) !== '' && !shown.has(plainText(line)));
  const dropped = gone.map((text, index): DroppedLine => ({
    text: plainText(text),
    line: amended.source.length + index,
  }));
  return { ...amended, source: [...amended.source, ...gone], dropped: [...amended.dropped, ...dropped] };
}
