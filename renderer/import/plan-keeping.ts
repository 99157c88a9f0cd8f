// From papers as read to the records to be kept: which conference they belong to, which motion each amendment changes,
// and which of them are here already. Computed whole before anything is stored.

import type { Amendment } from '../../shared/amendment/amendment';
import { readWording } from '../../shared/amendment/read-wording';
import { amendmentId, briefingId, motionId } from '../../shared/ids';
import type { ConferenceId, NewId } from '../../shared/ids';
import { briefingFromPaper, motionFromPaper } from '../../shared/import/adopt-paper';
import { titleFromFileName } from '../../shared/import/file-title';
import type { ReadMotion, ReadPaper } from '../../shared/import/paper';
import type { Briefing } from '../../shared/motion/briefing';
import type { Motion } from '../../shared/motion/motion';
import { isMotionPaper } from './correct-fields';

export type PaperToKeep = {
  readonly paper: ReadPaper;
  readonly source: { readonly name: string; readonly sha256: string };
};

export type KeptPapers = {
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  readonly briefings: readonly Briefing[];
};

type Keeping = {
  readonly conferenceId: ConferenceId;
  /** Motions of that conference held already. A paper with the same number and title, or the same title, takes its place. */
  readonly held: readonly Motion[];
  readonly newId: NewId;
};

const untitled = 'Untitled paper';

/** The records for `papers`. An amendment whose motion is neither among them nor held is kept as a motion of its own. */
export function planKeeping(papers: readonly PaperToKeep[], keeping: Keeping): KeptPapers {
  const read = papers.flatMap(({ paper, source }) =>
    (paper.kind === 'agenda' ? paper.papers : [paper]).map((part) => ({ paper: part, source })),
  );
  const motionPapers = read.filter(isOwnMotion);
  const motions = motionPapers.map(({ paper, source }) => motionOf(paper, source, keeping));
  const known = [...motions, ...keeping.held];
  const amendments: Amendment[] = [];
  for (const { paper, source } of read) {
    if (!isMotionPaper(paper) || paper.kind !== 'amendment') continue;
    const motion = amendedMotion(paper, known);
    if (motion === undefined) motions.push(motionOf(paper, source, keeping));
    else amendments.push(amendmentOf(paper, motion, keeping));
  }
  const briefings = read.flatMap(({ paper, source }) =>
    paper.kind === 'article' || paper.kind === 'unknown'
      ? [
          briefingFromPaper(paper, {
            id: briefingId(keeping.newId()),
            conferenceId: keeping.conferenceId,
            untitled: titleFromFileName(source.name) ?? untitled,
            source,
          }),
        ]
      : [],
  );
  return { motions, amendments, briefings };
}

/** The motion held already that `paper` is another copy of. */
export function heldMotion(paper: ReadMotion, held: readonly Motion[]): Motion | undefined {
  const number = paper.number?.value;
  const title = paper.title?.value;
  return held.find(
    (motion) =>
      motion.origin === 'delegate' &&
      sameText(motion.text.title, title) &&
      (number === undefined || motion.number === undefined || motion.number === number),
  );
}

function isOwnMotion(part: {
  readonly paper: ReadPaper;
}): part is { readonly paper: ReadMotion; readonly source: PaperToKeep['source'] } {
  return isMotionPaper(part.paper) && part.paper.kind !== 'amendment';
}

function motionOf(paper: ReadMotion, source: PaperToKeep['source'], keeping: Keeping): Motion {
  const before = heldMotion(paper, keeping.held);
  return motionFromPaper(paper, {
    id: before?.id ?? motionId(keeping.newId()),
    conferenceId: keeping.conferenceId,
    untitled: titleFromFileName(source.name) ?? untitled,
    source,
    ...(before === undefined ? {} : { previous: before.text.clauses }),
  });
}

function amendedMotion(paper: ReadMotion, motions: readonly Motion[]): Motion | undefined {
  const amends = paper.amends?.value;
  if (amends === undefined) return undefined;
  return (
    motions.find((motion) => motion.number === amends) ?? motions.find((motion) => sameText(motion.text.title, amends))
  );
}

function amendmentOf(paper: ReadMotion, motion: Motion, keeping: Keeping): Amendment {
  const instruction = paper.instruction?.value ?? paper.clauses.map((clause) => clause.text).join('\n');
  const reading = readWording(motion.text, instruction);
  return {
    id: amendmentId(keeping.newId()),
    conferenceId: keeping.conferenceId,
    motionId: motion.id,
    origin: 'delegate',
    standing: 'published',
    ...(paper.number === undefined ? {} : { number: paper.number.value }),
    submittedBy: paper.submittedBy.map((field) => field.value),
    baseVersion: motion.text.id,
    operations: reading.outcome === 'applied' ? reading.operations : [],
    instruction,
    ...(paper.decision === undefined ? {} : { decision: paper.decision.value }),
  };
}

function sameText(before: string, after: string | undefined): boolean {
  return after !== undefined && before.trim().toLocaleLowerCase('en-GB') === after.trim().toLocaleLowerCase('en-GB');
}
