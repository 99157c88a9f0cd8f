// All that is held about each motion, brought together before anything is worded: one account a motion.

import type { Amendment } from '../amendment/amendment';
import type { Briefing } from '../motion/briefing';
import type { Conference } from '../motion/conference';
import type { Decision } from '../motion/decision';
import type { Mandate } from '../motion/mandate';
import type { Motion, TextVersion } from '../motion/motion';
import type { Note } from '../motion/note';
import type { AmendedAmendment } from '../amendment/secondary-wording';
import { amendmentWording } from './amendment-wording';
import { compareNumbers, inAgendaOrder } from './agenda-order';
import { comparedWithMandate, outcomeInWords } from './outcome';

/** A decision the delegate recorded in the hall; `recordId` is the motion or amendment it was taken on. */
export type HallDecision = Decision & {
  readonly recordId: string;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
};

/** Everything a report is made from. Records of other conferences are left out. */
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
  /** Its formal wording, of ours only: writing it takes time, and the papers' own are in the papers. */
  readonly wording: readonly string[];
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

export type ConferenceAccount = {
  readonly conference: Conference;
  /** In the order of the agenda. */
  readonly motions: readonly MotionAccount[];
};

/** Goes through all papers once; whatever is then chosen to be reported is quick. */
export function accountOfConference(papers: ReportPapers): ConferenceAccount {
  const { conference } = papers;
  const motions = papers.motions.filter((motion) => motion.conferenceId === conference.id);
  const index = indexOf(papers);
  return { conference, motions: inAgendaOrder(motions).map((motion) => accountOf(motion, index)) };
}

/** The papers by what they hang on, so that a conference of thousands is gone through once. */
type PapersIndex = {
  readonly amendments: ReadonlyMap<string, readonly Amendment[]>;
  readonly notes: ReadonlyMap<string, readonly Note[]>;
  readonly mandates: ReadonlyMap<string, readonly Mandate[]>;
  readonly links: ReadonlyMap<string, ReportPapers['links']>;
  readonly decisions: ReadonlyMap<string, HallDecision>;
  readonly briefings: ReadonlyMap<string, Briefing>;
  readonly earlierTexts: ReadonlyMap<string, TextVersion>;
};

function indexOf(papers: ReportPapers): PapersIndex {
  return {
    amendments: byMotion(papers.amendments),
    notes: byMotion(papers.notes),
    mandates: byMotion(papers.mandates),
    links: byMotion(papers.links),
    decisions: new Map(papers.decisions.map((decision) => [decision.recordId, decision])),
    briefings: new Map(papers.briefings.map((briefing) => [briefing.id, briefing])),
    earlierTexts: new Map(papers.earlierTexts.map((text) => [text.id, text])),
  };
}

function byMotion<T extends { readonly motionId: string }>(records: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.motionId);
    if (group === undefined) groups.set(record.motionId, [record]);
    else group.push(record);
  }
  return groups;
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
export function isOurs({ amendment }: Pick<AmendmentAccount, 'amendment'>): boolean {
  return amendment.origin === 'delegate' && amendment.standing !== 'published';
}

function accountOf(motion: Motion, index: PapersIndex): MotionAccount {
  const amendments = amendmentsOf(motion, index);
  const recorded = index.decisions.get(motion.id);
  const decision = recorded ?? motion.decision;
  const mandate = index.mandates.get(motion.id)?.[0];
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
    notes: notesOf(motion, index.notes.get(motion.id) ?? []),
    briefings: briefingsOf(motion, index),
  };
}

function amendmentsOf(motion: Motion, index: PapersIndex): readonly AmendmentAccount[] {
  return (index.amendments.get(motion.id) ?? [])
    .toSorted(
      (before, after) => compareNumbers(before.number, after.number) || (before.savedAt ?? 0) - (after.savedAt ?? 0),
    )
    .map((amendment) => amendmentAccount(amendment, motion.text, index));
}

function amendmentAccount(amendment: Amendment, current: TextVersion, index: PapersIndex): AmendmentAccount {
  const isCurrent = amendment.baseVersion === current.id;
  const base = isCurrent ? current : index.earlierTexts.get(amendment.baseVersion);
  const decision = index.decisions.get(amendment.id) ?? amendment.decision;
  return {
    amendment,
    ...(base === undefined ? {} : { base }),
    ...(decision === undefined ? {} : { decision }),
    wording: isOurs({ amendment }) ? amendmentWording(amendment, base, parentOf(amendment, current, index)) : [],
  };
}

/** The amendment that this one amends, with the text that it is written in itself, where both are held. */
function parentOf(
  { motionId, amends }: Amendment,
  current: TextVersion,
  index: PapersIndex,
): AmendedAmendment | undefined {
  const amendment = (index.amendments.get(motionId) ?? []).find(({ id }) => id === amends);
  if (amends === undefined || amendment === undefined) return undefined;
  const isCurrent = amendment.baseVersion === current.id;
  const text = isCurrent ? current : index.earlierTexts.get(amendment.baseVersion);
  return text === undefined ? undefined : { text, amendment };
}

function notesOf(motion: Motion, notes: readonly Note[]): readonly Note[] {
  const place = (note: Note): number => motion.text.clauses.findIndex((clause) => clause.id === note.clause?.id);
  return notes
    .filter((note) => note.body.trim() !== '')
    .toSorted((before, after) => place(before) - place(after) || before.savedAt - after.savedAt);
}

function briefingsOf(motion: Motion, index: PapersIndex): readonly Briefing[] {
  return (index.links.get(motion.id) ?? [])
    .flatMap((link) => index.briefings.get(link.briefingId) ?? [])
    .toSorted((before, after) => (before.title < after.title ? -1 : before.title > after.title ? 1 : 0));
}

function numberOf(amendment: Amendment): { readonly number?: string } {
  return amendment.number === undefined ? {} : { number: amendment.number };
}
