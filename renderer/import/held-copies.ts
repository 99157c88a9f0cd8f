// Which papers are here already. A copy is found by title and number, or by its very words; what is done about it is for
// the delegate to say.

import type { Amendment } from '../../shared/amendment/amendment';
import type { ReadArticle, ReadMotion, ReadPaper, ReadUnknown } from '../../shared/import/paper';
import type { Briefing } from '../../shared/motion/briefing';
import type { UnnamedClause } from '../../shared/motion/clause';
import type { Decision } from '../../shared/motion/decision';
import type { Motion } from '../../shared/motion/motion';
import { isMotionPaper } from './correct-fields';
import { grouped } from './grouped';

/** What a conference holds that came from the delegate's own papers; official papers are never replaced by these. */
export type HeldPapers = {
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  readonly briefings: readonly Briefing[];
};

/** A record that a paper is another copy of. */
export type HeldCopy =
  | { readonly kind: 'motion'; readonly motion: Motion }
  | { readonly kind: 'amendment'; readonly amendment: Amendment; readonly motion: Motion }
  | { readonly kind: 'briefing'; readonly briefing: Briefing };

/** A conference's papers, found by what is printed on them. */
export type HeldIndex = {
  readonly motionsByTitle: ReadonlyMap<string, readonly Motion[]>;
  /** By how a text begins and ends, which is quick to ask; whether it is the same text is then looked at. */
  readonly motionsByEnds: ReadonlyMap<string, readonly Motion[]>;
  /** Of every origin, since an amendment may change an official motion. */
  readonly motionsByNumber: ReadonlyMap<string, Motion>;
  readonly amendments: ReadonlyMap<string, readonly Amendment[]>;
  readonly briefingsByTitle: ReadonlyMap<string, Briefing>;
  readonly briefingsByEnds: ReadonlyMap<string, readonly Briefing[]>;
};

export function indexHeld({ motions, amendments, briefings }: HeldPapers): HeldIndex {
  const own = motions.filter((motion) => motion.origin === 'delegate');
  const published = amendments.filter(({ origin, standing }) => origin === 'delegate' && standing === 'published');
  return {
    motionsByTitle: grouped(own, (motion) => folded(motion.text.title)),
    motionsByEnds: grouped(own, (motion) => endsOf(motion.text.clauses)),
    motionsByNumber: new Map(
      motions.flatMap((motion) => (motion.number === undefined ? [] : [[folded(motion.number), motion]])),
    ),
    amendments: grouped(published, (amendment) => amendment.motionId),
    briefingsByTitle: new Map(briefings.map((briefing) => [folded(briefing.title), briefing])),
    briefingsByEnds: grouped(briefings, (briefing) => endsOf(briefing.clauses)),
  };
}

/** The record that `paper` is another copy of, if it is held. */
export function findCopy(paper: ReadPaper, held: HeldIndex): HeldCopy | undefined {
  if (isMotionPaper(paper)) return paper.kind === 'amendment' ? amendmentCopy(paper, held) : motionCopy(paper, held);
  if (paper.kind !== 'article' && paper.kind !== 'unknown') return undefined;
  const briefing =
    (paper.kind === 'article' ? held.briefingsByTitle.get(folded(paper.title?.value ?? '')) : undefined) ??
    held.briefingsByEnds.get(endsOf(paper.clauses))?.find((one) => isCopyOf(one.clauses, paper.clauses));
  return briefing === undefined ? undefined : { kind: 'briefing', briefing };
}

/** The motion that an amendment says it amends: by number, or by title. */
export function findAmended(paper: ReadMotion, held: HeldIndex): Motion | undefined {
  const amends = folded(paper.amends?.value ?? '');
  return amends === '' ? undefined : (held.motionsByNumber.get(amends) ?? held.motionsByTitle.get(amends)?.[0]);
}

/** Whether keeping `paper` would change nothing of `copy`. */
export function isSameAs(paper: ReadPaper, copy: HeldCopy): boolean {
  switch (copy.kind) {
    case 'motion':
      return isMotionPaper(paper) && paper.kind !== 'amendment' && isSameMotion(paper, copy.motion);
    case 'amendment':
      return isMotionPaper(paper) && paper.kind === 'amendment' && isSameAmendment(paper, copy.amendment);
    case 'briefing':
      return (paper.kind === 'article' || paper.kind === 'unknown') && isSameBriefing(paper, copy.briefing);
  }
}

/** An amendment's words: its instruction, or what was read of it as clauses. */
export function instructionText(paper: ReadMotion): string {
  return paper.instruction?.value ?? paper.clauses.map((clause) => clause.text).join('\n');
}

function motionCopy(paper: ReadMotion, held: HeldIndex): HeldCopy | undefined {
  const number = paper.number?.value;
  const isSameNumber = (motion: Motion): boolean =>
    number === undefined || number === '' || motion.number === undefined || folded(motion.number) === folded(number);
  const title = folded(paper.title?.value ?? '');
  const motion =
    (title === '' ? undefined : held.motionsByTitle.get(title)?.find(isSameNumber)) ??
    held.motionsByEnds.get(endsOf(paper.clauses))?.find((one) => isCopyOf(one.text.clauses, paper.clauses));
  return motion === undefined ? undefined : { kind: 'motion', motion };
}

function amendmentCopy(paper: ReadMotion, held: HeldIndex): HeldCopy | undefined {
  const motion = findAmended(paper, held);
  if (motion === undefined) return undefined;
  const number = folded(paper.number?.value ?? '');
  const words = folded(instructionText(paper));
  const amendment = held.amendments
    .get(motion.id)
    ?.find((one) => (number === '' ? folded(one.instruction ?? '') === words : folded(one.number ?? '') === number));
  return amendment === undefined ? undefined : { kind: 'amendment', amendment, motion };
}

function isSameMotion(paper: ReadMotion, motion: Motion): boolean {
  return (
    motion.kind === paper.kind &&
    motion.number === paper.number?.value &&
    (paper.title === undefined || motion.text.title === paper.title.value) &&
    motion.conference === paper.conference?.value &&
    motion.date === paper.date?.value &&
    isSameDecision(motion.decision, paper.decision?.value) &&
    isSameList(motion.submittedBy, valuesOf(paper.submittedBy)) &&
    isSameText(motion.text.clauses, paper.clauses)
  );
}

function isSameAmendment(paper: ReadMotion, amendment: Amendment): boolean {
  return (
    amendment.number === paper.number?.value &&
    amendment.instruction === instructionText(paper) &&
    isSameDecision(amendment.decision, paper.decision?.value) &&
    isSameList(amendment.submittedBy, valuesOf(paper.submittedBy))
  );
}

function isSameBriefing(paper: ReadArticle | ReadUnknown, briefing: Briefing): boolean {
  const article = paper.kind === 'article' ? paper : undefined;
  return (
    (paper.title === undefined || briefing.title === paper.title.value) &&
    briefing.publisher === article?.publisher?.value &&
    briefing.publishedAt === article?.publishedAt?.value &&
    briefing.byline === article?.byline?.value &&
    isSameText(briefing.clauses, paper.clauses)
  );
}

/** A text without words is no copy of another. */
function isCopyOf(before: readonly UnnamedClause[], after: readonly UnnamedClause[]): boolean {
  return before.length > 0 && isSameText(before, after);
}

function isSameText(before: readonly UnnamedClause[], after: readonly UnnamedClause[]): boolean {
  return isSameList(before.map(printed), after.map(printed));
}

function printed({ kind, number, depth, text }: UnnamedClause): string {
  return `${kind} ${depth} ${number ?? ''} ${text}`;
}

function isSameDecision(before: Decision | undefined, after: Decision | undefined): boolean {
  return before?.key === after?.key && before?.asPrinted === after?.asPrinted;
}

function isSameList(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((value, index) => value === after[index]);
}

function valuesOf(fields: readonly { readonly value: string }[]): readonly string[] {
  return fields.map((field) => field.value);
}

function endsOf(clauses: readonly UnnamedClause[]): string {
  return `${clauses.length} ${folded(clauses[0]?.text ?? '')} ${folded(clauses.at(-1)?.text ?? '')}`;
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB');
}
