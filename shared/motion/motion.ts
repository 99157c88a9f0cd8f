// A motion: the text before conference and the facts printed with it.

import type { ConferenceId, MotionId, TextVersionId } from '../ids';
import type { Clause } from './clause';
import type { Decision } from './decision';
import type { LineNumber } from './line-numbers';

export type MotionKind = 'motion' | 'composite' | 'rule-amendment';

/** Who a record came from: the conference office's signed bundle, or papers the delegate brought in. */
export type Origin = 'office' | 'delegate';

/** A motion's text as it stood at one moment. Amendments, notes and drafts say which one they were written against. */
export type TextVersion = {
  /** Fingerprint of title and clauses (`fingerprint.ts`): equal texts have equal ids on every computer. */
  readonly id: TextVersionId;
  readonly title: string;
  readonly clauses: readonly Clause[];
  /** Where the paper prints line numbers: the words beside each, in the order of the text. */
  readonly lineNumbers?: readonly LineNumber[];
};

export type Motion = {
  readonly id: MotionId;
  readonly conferenceId: ConferenceId;
  readonly kind: MotionKind;
  readonly origin: Origin;
  /** As printed: `12`, `EM1`, `C`. */
  readonly number?: string;
  /** The conference line as printed: `2012 Local Government Service Group Conference`. */
  readonly conference?: string;
  /** The date on the page (when the text was lodged, not the day of the debate), ISO 8601 calendar date. */
  readonly date?: string;
  /** The decision printed on the paper; what the delegate records in the hall is a record of its own. */
  readonly decision?: Decision;
  readonly submittedBy: readonly string[];
  readonly text: TextVersion;
  /** Lines of the source that are neither field nor clause, in order. */
  readonly dropped: readonly string[];
  /** The file it was read from, kept as received under its SHA-256 (hex). */
  readonly source?: { readonly name: string; readonly sha256: string };
};
