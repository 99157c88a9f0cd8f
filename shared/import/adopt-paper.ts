// From a paper as read to the motion or briefing that is kept: ids given, source places left behind.

import type { BriefingId, ConferenceId, MotionId } from '../ids';
import type { Briefing } from '../motion/briefing';
import type { Clause } from '../motion/clause';
import { assignClauseIds } from '../motion/clause-ids';
import { textVersionIdOf } from '../motion/fingerprint';
import type { Motion, TextVersion } from '../motion/motion';
import type { ReadArticle, ReadMotion, ReadUnknown } from './paper';
import { placeLines } from './printed-lines';

/** The file that a paper was read from. */
type Source = { readonly name: string; readonly sha256: string };

export type MotionAdoption = {
  readonly id: MotionId;
  readonly conferenceId: ConferenceId;
  /** Used where the paper has no title. */
  readonly untitled: string;
  readonly source?: Source;
  /** The clauses of the version held so far, whose ids are carried over. */
  readonly previous?: readonly Clause[];
};

export type BriefingAdoption = {
  readonly id: BriefingId;
  readonly conferenceId: ConferenceId;
  readonly untitled: string;
  readonly source?: Source;
};

/** The motion that `paper` holds. An amendment printed as a paper of its own becomes a motion too, its instruction a paragraph. */
export function motionFromPaper(paper: ReadMotion, adoption: MotionAdoption): Motion {
  const title = paper.title?.value ?? adoption.untitled;
  const clauses = assignClauseIds(
    paper.instruction === undefined || paper.clauses.length > 0
      ? paper.clauses
      : paper.instruction.value.split('\n').map((text) => ({ kind: 'paragraph', depth: 0, text })),
    adoption.previous,
  );
  return {
    id: adoption.id,
    conferenceId: adoption.conferenceId,
    kind: paper.kind === 'amendment' ? 'motion' : paper.kind,
    origin: 'delegate',
    ...(paper.number === undefined ? {} : { number: paper.number.value }),
    ...(paper.conference === undefined ? {} : { conference: paper.conference.value }),
    ...(paper.date === undefined ? {} : { date: paper.date.value }),
    ...(paper.decision === undefined ? {} : { decision: paper.decision.value }),
    submittedBy: paper.submittedBy.map((field) => field.value),
    text: { id: textVersionIdOf(title, clauses), title, clauses, ...lineNumbersOf(paper, clauses) },
    dropped: paper.dropped.map((line) => line.text),
    ...(adoption.source === undefined ? {} : { source: adoption.source }),
  };
}

function lineNumbersOf(paper: ReadMotion, clauses: readonly Clause[]): Pick<TextVersion, 'lineNumbers'> {
  const lineNumbers = placeLines(paper.printedLines ?? [], paper.clauses).flatMap(({ clause, ...place }) => {
    const id = clauses[clause]?.id;
    return id === undefined ? [] : [{ ...place, clause: id }];
  });
  return lineNumbers.length === 0 ? {} : { lineNumbers };
}

/** The briefing that an article, or a paper of no known kind, is kept as. */
export function briefingFromPaper(paper: ReadArticle | ReadUnknown, adoption: BriefingAdoption): Briefing {
  const article = paper.kind === 'article' ? paper : undefined;
  return {
    id: adoption.id,
    conferenceId: adoption.conferenceId,
    title: paper.title?.value ?? adoption.untitled,
    ...(article?.publisher === undefined ? {} : { publisher: article.publisher.value }),
    ...(article?.publishedAt === undefined ? {} : { publishedAt: article.publishedAt.value }),
    ...(article?.byline === undefined ? {} : { byline: article.byline.value }),
    clauses: assignClauseIds(paper.clauses),
    dropped: paper.dropped.map((line) => line.text),
    ...(adoption.source === undefined ? {} : { source: adoption.source }),
  };
}
