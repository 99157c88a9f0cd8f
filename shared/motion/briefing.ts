// A paper that informs a debate without being moved: an article, a leaflet, a report. Linked to motions by the delegate.

import type { BriefingId, ConferenceId } from '../ids';
import type { Clause } from './clause';

export type Briefing = {
  readonly id: BriefingId;
  readonly conferenceId: ConferenceId;
  readonly title: string;
  readonly publisher?: string;
  /** ISO 8601 calendar date, where one is printed. */
  readonly publishedAt?: string;
  readonly byline?: string;
  readonly clauses: readonly Clause[];
  readonly dropped: readonly string[];
  readonly source?: { readonly name: string; readonly sha256: string };
};
