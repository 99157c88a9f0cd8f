// What a verified bundle changes in the papers held of its conference: a value, to be shown, and then applied whole.

import type { Amendment } from '../amendment/amendment';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import type { ConferenceId } from '../ids';
import type { Conference } from '../motion/conference';
import type { Motion } from '../motion/motion';
import type { Session } from '../motion/order-of-business';

/** What becomes of the papers of one kind. Nothing is in two of the lists. */
export type KindPlan<Paper> = {
  readonly added: readonly Paper[];
  readonly updated: readonly { readonly before: Paper; readonly after: Paper }[];
  readonly removed: readonly Paper[];
  /** Papers that stay, the very objects that are held. */
  readonly unchanged: readonly Paper[];
};

export type MergePlan = {
  readonly conference: ConferenceId;
  readonly version: number;
  /** The conference as the office names it now. */
  readonly title: Conference;
  readonly motions: KindPlan<Motion>;
  readonly amendments: KindPlan<Amendment>;
  /** The order of business. */
  readonly sessions: KindPlan<Session>;
  /** Records that need a newer version of the app. */
  readonly unknown: number;
};

/** The papers held, of whatever conference and origin: only official ones of the bundle's conference are looked at. */
export type HeldPapers = {
  readonly conference?: Conference;
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  readonly sessions?: readonly Session[];
};

/** What of a bundle a plan needs: of one that was verified, or, for its office, of one that is not signed yet. */
export type OfferedPapers = Pick<VerifiedBundle, 'conference' | 'version' | 'isNews' | 'papers'>;

/**
 * Plans the merge of a bundle with what is held. The office's papers become what the bundle says; the delegate's own
 * are never in a plan. A bundle that is no news (the same version again) changes nothing; an older one is never verified.
 */
export function planMerge(held: HeldPapers, bundle: OfferedPapers): MergePlan {
  const { id, title, organisation } = bundle.conference;
  const address = held.conference?.address;
  const sessions = (held.sessions ?? []).filter((session) => session.conferenceId === id);
  const isOfficial = (paper: Motion | Amendment): boolean => paper.origin === 'office' && paper.conferenceId === id;
  const motions = held.motions.filter(isOfficial);
  const amendments = held.amendments.filter(isOfficial);
  return {
    conference: id,
    version: bundle.version,
    title: {
      ...(bundle.papers.conference ?? { id, title, ...(organisation === '' ? {} : { organisation }) }),
      ...(address === undefined ? {} : { address }),
    },
    motions: bundle.isNews ? planKind(motions, bundle.papers.motions) : asTheyAre(motions),
    amendments: bundle.isNews ? planKind(amendments, bundle.papers.amendments) : asTheyAre(amendments),
    sessions: bundle.isNews ? planKind(sessions, bundle.papers.sessions) : asTheyAre(sessions),
    unknown: bundle.papers.unknown.length,
  };
}

/** Whether applying the plan would leave every paper as it is. */
export function changesNothing({ motions, amendments, sessions }: MergePlan): boolean {
  return [motions, amendments, sessions].every(
    (plan) => plan.added.length + plan.updated.length + plan.removed.length === 0,
  );
}

function planKind<Paper extends { readonly id: string }>(
  held: readonly Paper[],
  official: readonly Paper[],
): KindPlan<Paper> {
  const before = new Map(held.map((paper) => [paper.id, paper]));
  const added: Paper[] = [];
  const updated: { readonly before: Paper; readonly after: Paper }[] = [];
  const unchanged: Paper[] = [];
  for (const after of official) {
    const known = before.get(after.id);
    if (known === undefined) added.push(after);
    else if (isSameJson(known, after)) unchanged.push(known);
    else updated.push({ before: known, after });
  }
  const here = new Set(official.map((paper) => paper.id));
  return { added, updated, removed: held.filter((paper) => !here.has(paper.id)), unchanged };
}

function asTheyAre<Paper>(held: readonly Paper[]): KindPlan<Paper> {
  return { added: [], updated: [], removed: [], unchanged: held };
}

/** Whether two papers are the same as JSON, whatever the order of their fields. */
function isSameJson(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (!isObject(before) || !isObject(after)) return false;
  if (Array.isArray(before) !== Array.isArray(after)) return false;
  const fields = Object.keys(before);
  if (fields.length !== Object.keys(after).length) return false;
  return fields.every((field) => Object.hasOwn(after, field) && isSameJson(before[field], after[field]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
