// What the conference that papers are brought into holds already, asked once and kept current.

import { useMemo } from 'react';
import type { ConferenceId } from '../../shared/ids';
import { loadForReport } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { noteKey } from './decision-list';
import { indexHeld } from './held-copies';
import type { HeldIndex, HeldPapers } from './held-copies';
import type { DecidedPapers } from './match-decisions';

export type HeldConference = {
  readonly papers: HeldPapers;
  readonly index: HeldIndex;
  readonly decided: DecidedPapers;
  /** The delegate's notes, by `noteKey`. */
  readonly noted: ReadonlySet<string>;
};

const nothing: HeldPapers = { motions: [], amendments: [], briefings: [] };

/** Undefined while it is being asked; without a conference it is nothing. */
export function useHeld(conference: ConferenceId | undefined): HeldConference | undefined {
  const held = useQuestion(
    async (store) => (conference === undefined ? null : loadForReport(store, conference)),
    [conference],
  );
  return useMemo(() => {
    if (held === undefined) return undefined;
    const papers = held ?? nothing;
    const { motions, amendments } = papers;
    const recorded = new Map((held?.decisions ?? []).map((decision) => [decision.recordId, decision]));
    return {
      papers,
      index: indexHeld(papers),
      decided: { motions, amendments, recorded },
      noted: new Set((held?.notes ?? []).map((note) => noteKey(note.motionId, note.body))),
    };
  }, [held]);
}
