// All that is held about each motion, brought together before anything is worded: one account a motion.

import type { Amendment } from '../amendment/amendment';
import type { Briefing } from '../motion/briefing';
import type { Conference } from '../motion/conference';
import type { Decision } from '../motion/decision';
import type { Mandate } from '../motion/mandate';
import type { Motion, TextVersion } from '../motion/motion';
import type { Note } from '../motion/note';
import { compareNumbers, inAgendaOrder } from './agenda-order';
import { comparedWithMandate, outcomeInWords } from './outcome';

/** A decision the delegate recorded in the hall; `recordId` is the motion or amendment it was taken on. */
export type HallDecision = Decision & {
  readonly recordId: string;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
};

/** Everything a report is made from. Records of other conferences are left out by `accountsOf`. */
export type ReportPapers = {
  readonly conference: Conference;
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  readonly briefings: readonly Briefing[];
  readonly notes: readonly Note[];
  readonly mandates: readonly Mandate[];
  readonly decisions: readonly HallDecision[];
  readonly links: readonly { readonly motionId: string; readonly briefingId: string }[];
  /** Texts that motions had before, for amendments drafted against them. */
  readonly earlierTexts: readonly TextVersion[];
};

export type AmendmentAccount = {
  readonly amendment: Amendment;
  /** The text it was drafted against; absent when that text is not held here. */
  readonly base?: TextVersion;
  readonly decision?: Decision;
};

export type MotionAccount = {
  readonly motion: Motion;
  readonly mandate?: Mandate;
  /** The delegate's own record where there is one, else what the paper prints. */
  readonly decision?: Decision;
  readonly recordedAt?: number;
  /** What the paper prints, where the delegate recorded something else. */
  readonly printedOtherwise?: Decision;
  readonly outcome: string;
  readonly compared: ReturnType<typeof comparedWithMandate>;
  /** In the order of their numbers, then as they were saved. */
  readonly amendments: readonly AmendmentAccount[];
  /** Notes on the whole motion first, then by clause. */
  readonly notes: readonly Note[];
  readonly briefings: readonly Briefing[];
};

/** One account a motion of the conference, in the order of the agenda. */
export function accountsOf(papers: ReportPapers): readonly MotionAccount[] {
  const motions = papers.motions.filter((motion) => motion.conferenceId === papers.conference.id);
  return inAgendaOrder(motions).map((motion) => accountOf(motion, papers));
}

/** Whether the delegation or the delegate has anything to say about the motion. */
export function concernsUs(account: MotionAccount): boolean {
  return (
    account.mandate !== undefined ||
    account.recordedAt !== undefined ||
    account.notes.length > 0 ||
    account.briefings.length > 0 ||
    account.amendments.some(isOurs)
  );
}

/** Whether an amendment is the delegation's own, and not one of the papers. */
export function isOurs({ amendment }: AmendmentAccount): boolean {
  return amendment.origin === 'delegate' && amendment.standing !== 'published';
}

function accountOf(motion: Motion, papers: ReportPapers): MotionAccount {
  const amendments = amendmentsOf(motion, papers);
  const recorded = papers.decisions.find((decision) => decision.recordId === motion.id);
  const decision = recorded ?? motion.decision;
  const mandate = papers.mandates.find((one) => one.motionId === motion.id);
  const isOtherwise = recorded !== undefined && motion.decision !== undefined && recorded.key !== motion.decision.key;
  return {
    motion,
    ...(mandate === undefined ? {} : { mandate }),
    ...(decision === undefined ? {} : { decision }),
    ...(recorded === undefined ? {} : { recordedAt: recorded.recordedAt }),
    ...(isOtherwise ? { printedOtherwise: motion.decision } : {}),
    outcome: outcomeInWords(
      decision,
      amendments.map((one) => ({ ...numberOf(one.amendment), ...(one.decision && { decision: one.decision }) })),
    ),
    compared: comparedWithMandate(mandate?.position, decision),
    amendments,
    notes: notesOf(motion, papers.notes),
    briefings: briefingsOf(motion, papers),
  };
}

function amendmentsOf(motion: Motion, papers: ReportPapers): readonly AmendmentAccount[] {
  const texts = [motion.text, ...papers.earlierTexts];
  return papers.amendments
    .filter((amendment) => amendment.motionId === motion.id)
    .toSorted(
      (before, after) => compareNumbers(before.number, after.number) || (before.savedAt ?? 0) - (after.savedAt ?? 0),
    )
    .map((amendment) => amendmentAccount(amendment, texts, papers.decisions));
}

function amendmentAccount(
  amendment: Amendment,
  texts: readonly TextVersion[],
  decisions: readonly HallDecision[],
): AmendmentAccount {
  const base = texts.find((text) => text.id === amendment.baseVersion);
  const decision = decisions.find((one) => one.recordId === amendment.id) ?? amendment.decision;
  return {
    amendment,
    ...(base === undefined ? {} : { base }),
    ...(decision === undefined ? {} : { decision }),
  };
}

function notesOf(motion: Motion, notes: readonly Note[]): readonly Note[] {
  const place = (note: Note): number => motion.text.clauses.findIndex((clause) => clause.id === note.clause?.id);
  return notes
    .filter((note) => note.motionId === motion.id && note.body.trim() !== '')
    .toSorted((before, after) => place(before) - place(after) || before.savedAt - after.savedAt);
}

function briefingsOf(motion: Motion, papers: ReportPapers): readonly Briefing[] {
  return papers.links
    .filter((link) => link.motionId === motion.id)
    .flatMap((link) => papers.briefings.filter((briefing) => briefing.id === link.briefingId))
    .toSorted((before, after) => (before.title < after.title ? -1 : before.title > after.title ? 1 : 0));
}

function numberOf(amendment: Amendment): { readonly number?: string } {
  return amendment.number === undefined ? {} : { number: amendment.number };
}
