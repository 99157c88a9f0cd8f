// How far an amendment of the delegate's own is, in words.

import type { AmendmentStanding } from '../../shared/amendment/amendment';

export const standingWords: Readonly<Record<AmendmentStanding, string>> = {
  draft: 'Draft',
  ready: 'Ready to send',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  published: 'Published',
};

/** The standings that the delegate sets; the others come from the conference office. */
export const ownStandings = ['draft', 'ready', 'withdrawn'] as const;
