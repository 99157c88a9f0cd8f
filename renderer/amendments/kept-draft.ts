// A draft as storage takes it: what it was kept as, so that saving one thing of it never loses another.

import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import type { AmendmentDraft } from '../storage/deeds';
import type { ParentAmendment } from './amendment-words';

type Begun = {
  readonly id: AmendmentId;
  readonly motion: Motion;
  readonly base: TextVersion;
  readonly kept?: Amendment;
  /** The amendment that a new one amends. */
  readonly parent?: ParentAmendment;
};

/** The draft as it was kept; for a new one, a draft on `base` without a change. */
export function draftOf({ id, motion, base, kept, parent }: Begun): AmendmentDraft {
  if (kept !== undefined) return keptDraftOf(kept);
  return {
    id,
    conferenceId: motion.conferenceId,
    motionId: motion.id,
    standing: 'draft',
    submittedBy: [],
    ...(parent === undefined ? {} : { amends: parent.amendment.id }),
    baseVersion: base.id,
    operations: [],
  };
}

/** A kept amendment as the draft that saving it again takes. */
export function keptDraftOf({ origin: _origin, savedAt: _savedAt, ...draft }: Amendment): AmendmentDraft {
  return draft;
}
