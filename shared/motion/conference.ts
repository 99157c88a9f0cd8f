// A conference the delegate holds papers of: connected to an office, or only a heading for papers brought in.

import type { ConferenceId } from '../ids';

export type Conference = {
  /** `c` and 26 base32 characters for a conference with signed papers; any other id for papers brought in. */
  readonly id: ConferenceId;
  readonly title: string;
  readonly organisation?: string;
  /** Where the office publishes, when the delegate has connected to an address. */
  readonly address?: string;
  /**
   * The delegate knows from elsewhere that the office is the right one: by its invitation, or having compared its words
   * with the credential card. Absent otherwise.
   */
  readonly isOfficeKnown?: true;
};
