// A delegate's private note on a motion, or on one clause of it. Never leaves this computer unless chosen.

import type { ClauseId, MotionId, NoteId, TextVersionId } from '../ids';

export type Note = {
  readonly id: NoteId;
  readonly motionId: MotionId;
  /** The clause it is about, with that clause's words when it was written, so that it can be found again or say it was lost. */
  readonly clause?: { readonly id: ClauseId; readonly text: string };
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
