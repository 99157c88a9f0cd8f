// What conference resolved, and what was resolved on each amendment. The words are those of papers.md section 2.

import type { ClauseId } from '../ids';

/** The keys stored and printed by the command line. `other` keeps the printed words beside it. */
export const decisionKeys = [
  'carried',
  'carried-as-amended',
  'lost',
  'withdrawn',
  'remitted',
  'fell',
  'referred',
  'not-reached',
  'ruled-out-of-order',
  'referred-back',
  'other',
] as const;

export type DecisionKey = (typeof decisionKeys)[number];

export type Decision = {
  readonly key: DecisionKey;
  /** The words on the paper, where they say more than the key ("Carried on a card vote"). */
  readonly asPrinted?: string;
  /** Why it fell, what it was remitted to, and the like, in the delegate's words. */
  readonly reason?: string;
  /** Taken in parts: what was decided on each, in the order of the text. What is in none of them was voted on as a whole. */
  readonly parts?: readonly DecidedPart[];
};

/**
 * A part voted on by itself: the clauses `from` to `to` (both included) of the text as it was then put to the vote.
 * `key` is absent while it has not been voted on.
 */
export type DecidedPart = {
  readonly from: ClauseId;
  readonly to: ClauseId;
  readonly key?: DecisionKey;
  /** What the paper or the chair calls it: "lines 5–8", "part (b)". */
  readonly name?: string;
};

/** What a delegate reads, for each key. */
export const decisionWords: Readonly<Record<DecisionKey, string>> = {
  carried: 'Carried',
  'carried-as-amended': 'Carried as amended',
  lost: 'Lost',
  withdrawn: 'Withdrawn',
  remitted: 'Remitted',
  fell: 'Fell',
  referred: 'Referred',
  'not-reached': 'Not reached',
  'ruled-out-of-order': 'Ruled out of order',
  'referred-back': 'Referred back',
  other: 'Other',
};
