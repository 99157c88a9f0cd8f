// A delegate's private note on a motion, or on one clause of it. Never leaves this computer unless chosen.

import type { ClauseId, MotionId, NoteId, TextVersionId } from '../ids';

/** Words of a clause with their surroundings, to be found again when the text changes (`amendment/anchor.ts`). */
export type NoteQuote = {
  readonly from: number;
  readonly to: number;
  readonly quotation: string;
  readonly before: string;
  readonly after: string;
};

export type Note = {
  readonly id: NoteId;
  readonly motionId: MotionId;
  /** The clause it is about, with that clause's words when it was written, so that it can be found again or say it was lost. */
  readonly clause?: { readonly id: ClauseId; readonly text: string };
  /**
   * The words of that clause it is about, where it is not about the whole: UTF-16 code units in the clause's words as
   * they were, and what stood around them.
   */
  readonly quote?: NoteQuote;
  /** The text version the note was written against. */
  readonly baseVersion: TextVersionId;
  readonly body: string;
  /**
   * The note that this is another version of: written on another of the delegate's computers at the same time. It stays
   * until the delegate removes it.
   */
  readonly versionOf?: NoteId;
  /** Display only: epoch milliseconds by this computer's clock when last saved. */
  readonly savedAt: number;
};
