// What conference resolved, and what was resolved on each amendment. The words are those of papers.md section 2.

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
