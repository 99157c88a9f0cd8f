// What a list of decisions says, recorded at once and taken back at once.

import type { DecisionRow } from '../../shared/journal/row';
import { deedOf } from '../../shared/journal/entry';
import { noteId } from '../../shared/ids';
import type { Note } from '../../shared/motion/note';
import type { Deed, NoteDraft, SeenDecision } from './deeds';
import { perform, withRecord } from './perform';
import type { KeptRecord } from './perform';
import type { Store } from './store';

export type DecisionList = {
  readonly decisions: readonly SeenDecision[];
  /** Positions on motions, as notes on them. */
  readonly notes: readonly NoteDraft[];
};

/** What takes a recorded list back: the decisions as they were recorded before, and the notes it brought. */
export type RecordedList = {
  readonly before: readonly { readonly recordId: string; readonly decision: DecisionRow | undefined }[];
  readonly notes: readonly string[];
};

/** Records the list; every decision takes the place of what was recorded on the same paper. */
export async function recordDecisionList(
  store: Store,
  { decisions, notes }: DecisionList,
): Deed<KeptRecord<RecordedList>> {
  const recordedAt = store.now();
  const ids = decisions.map(({ recordId }) => recordId);
  const held = await store.database.decisions.bulkGet(ids);
  const written = notes.map((draft): Note => ({
    ...draft,
    id: draft.id ?? noteId(store.newId()),
    savedAt: recordedAt,
  }));
  const kept = await perform(store, [
    ...decisions.map(({ recordId, motionId, decision }) =>
      deedOf('decision.set', recordId, { ...decision, motionId, recordedAt }),
    ),
    ...written.map((note) => deedOf('note.set', note.id, note)),
  ]);
  const before = ids.map((recordId, index) => ({ recordId, decision: held[index] }));
  return withRecord(kept, { before, notes: written.map((note) => note.id) });
}

/** Leaves decisions and notes as they were before the list. */
export function takeBackDecisionList(store: Store, { before, notes }: RecordedList): Deed {
  return perform(store, [
    ...before.map(({ recordId, decision }) => {
      if (decision === undefined) return deedOf('decision.remove', recordId);
      const { recordId: _recordId, ...recorded } = decision;
      return deedOf('decision.set', recordId, recorded);
    }),
    ...notes.map((id) => deedOf('note.remove', id)),
  ]);
}
