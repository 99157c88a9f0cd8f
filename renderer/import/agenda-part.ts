// One paper of an agenda, taken out to be looked at and corrected, and put back. Between the two every line of the
// agenda stays accounted for: lines that the agenda left out near the paper travel with it.

import type { LineRange, ReadAgenda, ReadMotion } from '../../shared/import/paper';
import { rangesOf } from '../../shared/import/read-motion';

/** The source lines in which paper `index` stands: from its first line to where the next paper begins. */
export function linesOfPart(agenda: ReadAgenda, index: number): LineRange {
  const paper = agenda.papers[index];
  const own = paper === undefined ? [] : rangesOf(paper);
  if (own.length === 0) return { from: 0, to: 0 };
  const from = Math.min(...own.map((range) => range.from));
  const to = Math.max(...own.map((range) => range.to));
  const next = agenda.papers
    .slice(index + 1)
    .flatMap((other) => rangesOf(other).map((range) => range.from))
    .reduce((least, line) => Math.min(least, line), agenda.source.length);
  return { from, to: Math.max(to, next) };
}

/** Paper `index` with the lines left out where it stands; undefined when the agenda has no such paper. */
export function takePart(agenda: ReadAgenda, index: number): ReadMotion | undefined {
  const paper = agenda.papers[index];
  if (paper === undefined) return undefined;
  const lines = linesOfPart(agenda, index);
  return { ...paper, dropped: agenda.dropped.filter(({ line }) => isIn(lines, line)) };
}

/** The agenda with the paper that `takePart` took out, as it was corrected since. */
export function putPart(agenda: ReadAgenda, index: number, part: ReadMotion): ReadAgenda {
  const lines = linesOfPart(agenda, index);
  const elsewhere = agenda.dropped.filter(({ line }) => !isIn(lines, line));
  return {
    ...agenda,
    papers: agenda.papers.with(index, { ...part, dropped: [] }),
    dropped: [...elsewhere, ...part.dropped].toSorted((before, after) => before.line - after.line),
  };
}

function isIn({ from, to }: LineRange, line: number): boolean {
  return from <= line && line < to;
}
