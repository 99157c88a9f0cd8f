// A paper that is kept already, as a reading that can be corrected like one that has just come in; and back. Its source
// is its own text, a line a clause, with the lines that were left out below.

import { briefingFromPaper, motionFromPaper } from '../../shared/import/adopt-paper';
import type { ReadArticle, ReadClause, ReadMotion } from '../../shared/import/paper';
import type { Briefing } from '../../shared/motion/briefing';
import type { Clause } from '../../shared/motion/clause';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { tidied } from './correct-fields';

/** The motion as a reading: line `n` of its source is its clause `n`. */
export function readingOfMotion(motion: Motion): ReadMotion {
  const { number, conference, date, decision, submittedBy, text } = motion;
  return {
    kind: motion.kind,
    ...textAsRead(text.clauses, motion.dropped),
    file: motion.source?.name ?? '',
    warnings: [],
    title: { value: text.title },
    ...(number === undefined ? {} : { number: { value: number } }),
    ...(conference === undefined ? {} : { conference: { value: conference } }),
    ...(date === undefined ? {} : { date: { value: date } }),
    ...(decision === undefined ? {} : { decision: { value: decision } }),
    submittedBy: submittedBy.map((value) => ({ value })),
    ...printedLinesOf(text),
  };
}

/** The printed line numbers with their words, so that they find these again however the text is corrected. */
function printedLinesOf({ clauses, lineNumbers }: TextVersion): Pick<ReadMotion, 'printedLines'> {
  if (lineNumbers === undefined) return {};
  const printedLines = lineNumbers.map(({ number, clause, from, to }) => {
    const line = clauses.findIndex(({ id }) => id === clause);
    return { number, line, text: clauses[line]?.text.slice(from, to) ?? '' };
  });
  return { printedLines };
}

/** The motion as it was corrected. Its id stays, and a clause keeps its own however its words were changed. */
export function motionOfReading(motion: Motion, reading: ReadMotion): Motion {
  const paper = tidied(reading);
  if (paper.kind === 'article' || paper.kind === 'unknown') return motion;
  return motionFromPaper(paper, {
    id: motion.id,
    conferenceId: motion.conferenceId,
    untitled: '',
    previous: clausesAsCorrected(motion.text.clauses, reading.clauses),
    ...(motion.source === undefined ? {} : { source: motion.source }),
  });
}

/** The briefing as a reading, like a motion's. */
export function readingOfBriefing(briefing: Briefing): ReadArticle {
  const { title, publisher, publishedAt, byline } = briefing;
  return {
    kind: 'article',
    ...textAsRead(briefing.clauses, briefing.dropped),
    file: briefing.source?.name ?? '',
    warnings: [],
    title: { value: title },
    ...(publisher === undefined ? {} : { publisher: { value: publisher } }),
    ...(publishedAt === undefined ? {} : { publishedAt: { value: publishedAt } }),
    ...(byline === undefined ? {} : { byline: { value: byline } }),
  };
}

export function briefingOfReading(briefing: Briefing, reading: ReadArticle): Briefing {
  const paper = tidied(reading);
  if (paper.kind !== 'article') return briefing;
  return briefingFromPaper(paper, {
    id: briefing.id,
    conferenceId: briefing.conferenceId,
    untitled: '',
    ...(briefing.source === undefined ? {} : { source: briefing.source }),
  });
}

type TextAsRead = Pick<ReadMotion, 'source' | 'clauses' | 'dropped'>;

function textAsRead(clauses: readonly Clause[], dropped: readonly string[]): TextAsRead {
  return {
    source: [...clauses.map(({ number, text }) => (number === undefined ? text : `${number} ${text}`)), ...dropped],
    clauses: clauses.map(({ id: _id, ...clause }, line): ReadClause =>
      Object.assign({ lines: { from: line, to: line + 1 } }, clause),
    ),
    dropped: dropped.map((text, index) => ({ text, line: clauses.length + index })),
  };
}

/**
 * The clauses as they were, but with the words they have now, so that pairing by words finds each again. Of a clause that
 * was split the first part is the clause; of clauses that were joined, the first.
 */
function clausesAsCorrected(before: readonly Clause[], after: readonly ReadClause[]): readonly Clause[] {
  const words = new Map<number, string>();
  for (const { lines, text } of after) if (!words.has(lines.from)) words.set(lines.from, text);
  return before.map((clause, line) => ({ ...clause, text: words.get(line) ?? clause.text }));
}
