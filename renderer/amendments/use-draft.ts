// A draft while it is being written: its text as typed, the operations that follow from it, and how far it is saved.

import { useEffect, useMemo, useState } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { TextOperation } from '../../shared/amendment/operation';
import type { KeepFailure } from '../../shared/desktop-contract';
import type { AmendmentId } from '../../shared/ids';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { saveAsTyped } from '../storage/save-as-typed';
import type { Saver, SaveState } from '../storage/save-as-typed';
import { saveAmendment } from '../storage/deeds';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { draftTextOf, operationsOfDraft } from './draft-text';
import type { DraftText } from './draft-text';

export type DraftStart = {
  readonly id: AmendmentId;
  readonly motion: Motion;
  /** The text the draft is written against: the motion's, or the earlier one it was begun on. */
  readonly base: TextVersion;
  /** The draft as it was kept; absent for a new one. */
  readonly kept?: Amendment;
  /** Called once when a new draft has first been kept. */
  readonly onFirstKept: () => void;
};

export type WorkingDraft = {
  readonly text: DraftText;
  readonly operations: readonly TextOperation[];
  readonly saving: SaveState<KeepFailure>;
  readonly change: (text: DraftText) => void;
  /** Forgets what is not saved yet, for a draft that is being deleted. */
  readonly abandon: () => void;
};

const delay = 400;

/**
 * Saves a moment after the last key, and at once when the page is left or hidden. A new draft without a change is never
 * kept. What it starts from is read once: mount it anew, with a `key`, for another draft.
 */
export function useDraft(start: DraftStart): WorkingDraft {
  const { base, kept } = start;
  const store = useStore();
  const [text, setText] = useState<DraftText>(() => draftTextOf(base, kept?.operations ?? []));
  const [saving, setSaving] = useState<SaveState<KeepFailure>>({ kind: 'untouched' });
  const operations = useMemo(() => operationsOfDraft(base, text), [base, text]);
  const [saver] = useState(() => draftSaver(store, start, setSaving));
  useEffect(() => {
    const flush = (): void => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [saver]);

  const change = (next: DraftText): void => {
    setText(next);
    const latest = operationsOfDraft(base, next);
    if (latest.length > 0 || kept !== undefined || saving.kind !== 'untouched') saver.change(latest);
  };
  return { text, operations, saving, change, abandon: saver.abandon };
}

function draftSaver(
  store: Store,
  { id, motion, base, kept, onFirstKept }: DraftStart,
  onState: (state: SaveState<KeepFailure>) => void,
): Saver<readonly TextOperation[]> {
  let isKept = kept !== undefined;
  const save = async (operations: readonly TextOperation[]) => {
    const saved = await saveAmendment(store, {
      id,
      conferenceId: motion.conferenceId,
      motionId: motion.id,
      standing: kept?.standing ?? 'draft',
      submittedBy: kept?.submittedBy ?? [],
      baseVersion: base.id,
      operations,
    });
    if (saved.ok && !isKept) {
      isKept = true;
      onFirstKept();
    }
    return saved;
  };
  return saveAsTyped({ save, onState, delay });
}
