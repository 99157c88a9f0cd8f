// From the papers an office publishes to the motions and amendments of the next version, with the ids of the version
// before wherever a paper continues one of it.

import type { Amendment } from '../shared/amendment/amendment';
import type { TextOperation } from '../shared/amendment/operation';
import { readWording } from '../shared/amendment/read-wording';
import { tieSecondaries } from '../shared/amendment/tie-secondaries';
import { matchPapers, type RecognisablePaper } from '../shared/bundle/match-papers';
import type { OfficialTexts } from '../shared/bundle/office-papers';
import { officialId } from '../shared/bundle/official-ids';
import { motionFromPaper } from '../shared/import/adopt-paper';
import type { ReadMotion } from '../shared/import/paper';
import { amendmentId, motionId, type ConferenceId, type NewId } from '../shared/ids';
import type { Motion } from '../shared/motion/motion';
import { fail, succeed, type Result } from '../shared/result';

/** `file` amends `motion`, which is not among the papers; undefined when it does not say what it amends. */
export type PapersFailure = { readonly kind: 'motion-missing'; readonly file: string; readonly motion?: string };

/** One sentence for a person. */
export function papersSentence({ file, motion }: PapersFailure): string {
  return motion === undefined
    ? `${file} is an amendment that does not say which motion it amends.`
    : `${file} amends ${motion}, which is not among the papers.`;
}

export type PapersToPublish = {
  readonly conference: ConferenceId;
  readonly papers: readonly ReadMotion[];
  readonly previous: OfficialTexts;
  /** Makes the part of an id that stands after its letter. */
  readonly newId: NewId;
};

/** Gives papers their ids, clauses included, and ties amendments to their motions by number, else by title. */
export function officialPapers(request: PapersToPublish): Result<OfficialTexts, PapersFailure> {
  const motions = officialMotions(request);
  const printed = request.papers.filter((paper) => paper.kind === 'amendment');
  const amendments = amendmentsTo(motions, printed);
  if (!amendments.ok) return amendments;
  const textOf = ({ motionId: id }: Amendment) => motions.find((motion) => motion.id === id)?.text;
  return succeed({ motions, amendments: tieSecondaries(withIds(amendments.value, request), textOf) });
}

function officialMotions({ conference, papers, previous, newId }: PapersToPublish): readonly Motion[] {
  const printed = papers.filter((paper) => paper.kind !== 'amendment');
  const named = printed.map(({ number, title, file }) => ({
    ...(number === undefined ? {} : { number: number.value }),
    title: title?.value ?? file,
  }));
  const before = previous.motions.map((motion) => ({
    ...(motion.number === undefined ? {} : { number: motion.number }),
    title: motion.text.title,
    motion,
  }));
  const matches = matchPapers(named, before);
  return printed.map((paper, at) => {
    const known = matches[at]?.motion;
    const motion = motionFromPaper(paper, {
      id: known?.id ?? motionId(officialId(conference, `m${newId()}`)),
      conferenceId: conference,
      untitled: named[at]?.title ?? paper.file,
      ...(known === undefined ? {} : { previous: known.text.clauses }),
    });
    return fromOffice(motion);
  });
}

function fromOffice(motion: Motion): Motion {
  return { ...motion, origin: 'office' };
}

/** Amendments to motions that are published already, by whoever moves them. */
export function amendmentsTo(
  motions: readonly Motion[],
  papers: readonly ReadMotion[],
): Result<readonly UnnamedAmendment[], PapersFailure> {
  const amendments: UnnamedAmendment[] = [];
  for (const paper of papers) {
    const amended = paper.amends?.value;
    const motion = amended === undefined ? undefined : findMotion(amended, motions);
    if (motion === undefined) {
      return fail({ kind: 'motion-missing', file: paper.file, ...(amended === undefined ? {} : { motion: amended }) });
    }
    amendments.push(amendmentFrom(paper, motion));
  }
  return succeed(amendments);
}

/** The motion that an amendment names: `12`, `Motion 12`, or its title. */
function findMotion(amended: string, motions: readonly Motion[]): Motion | undefined {
  const wanted = { number: amended.replace(/^(?:motion|composite|number|no\.?)\s+/i, ''), title: amended };
  const candidates = motions.map((motion) => ({
    ...(motion.number === undefined ? {} : { number: motion.number }),
    title: motion.text.title,
    motion,
  }));
  return matchPapers([wanted], candidates)[0]?.motion;
}

/** An amendment that is not recognised yet. */
export type UnnamedAmendment = Omit<Amendment, 'id'>;

function amendmentFrom(paper: ReadMotion, motion: Motion): UnnamedAmendment {
  const instruction = paper.instruction?.value ?? paper.clauses.map((clause) => clause.text).join('\n');
  return {
    conferenceId: motion.conferenceId,
    motionId: motion.id,
    origin: 'office',
    standing: paper.decision?.value.key === 'withdrawn' ? 'withdrawn' : 'published',
    ...(paper.number === undefined ? {} : { number: paper.number.value }),
    submittedBy: paper.submittedBy.map((field) => field.value),
    baseVersion: motion.text.id,
    operations: operationsOf(motion, instruction),
    instruction,
    ...(paper.decision === undefined ? {} : { decision: paper.decision.value }),
  };
}

/** The instruction as operations, when all of it is certain; else delegates get the instruction alone. */
function operationsOf(motion: Motion, instruction: string): readonly TextOperation[] {
  const reading = readWording(motion.text, instruction);
  return reading.outcome === 'applied' ? reading.operations : [];
}

/** An amendment continues one of the same motion and number, else of the same motion and instruction. */
function withIds(
  amendments: readonly UnnamedAmendment[],
  { conference, previous, newId }: PapersToPublish,
): readonly Amendment[] {
  const before = previous.amendments.map((amendment) => ({ ...recognisable(amendment), id: amendment.id }));
  const matches = matchPapers(amendments.map(recognisable), before);
  return amendments.map((amendment, at) => ({
    ...amendment,
    id: matches[at]?.id ?? amendmentId(officialId(conference, `a${newId()}`)),
  }));
}

function recognisable({ motionId: motion, number, instruction }: UnnamedAmendment): RecognisablePaper {
  return {
    ...(number === undefined ? {} : { number: `${motion} ${number}` }),
    title: `${motion} ${instruction ?? ''}`,
  };
}
