// A draft while it is being written: its text as typed, the operations that follow from it, its steps to undo, its
// standing, and how far it is saved.

import { startTransition, useEffect, useRef, useState } from 'react';
import type { Amendment, AmendmentStanding } from '../../shared/amendment/amendment';
import type { TextOperation } from '../../shared/amendment/operation';
import type { KeepFailure } from '../../shared/desktop-contract';
import type { AmendmentId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { saveAsTyped } from '../storage/save-as-typed';
import type { Saver, SaveState } from '../storage/save-as-typed';
import { saveAmendment } from '../storage/deeds';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { beginHistory, changed, redone, typed, undone } from './draft-history';
import type { DraftHistory } from './draft-history';
import { draftStateOf, draftTextOf } from './draft-text';
import type { DraftText } from './draft-text';
import { draftOf } from './kept-draft';

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
  readonly standing: AmendmentStanding;
  readonly saving: SaveState<KeepFailure>;
  /** Rises when the text changed otherwise than by typing, and an editor has to show it anew. */
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly changeTitle: (title: string) => void;
  /** Clauses as typed; their operations where the editor has derived them. */
  readonly changeClauses: (clauses: readonly Clause[], operations?: readonly TextOperation[]) => void;
  /** The whole text at once, as one step. */
  readonly replace: (text: DraftText) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setStanding: (standing: AmendmentStanding) => void;
  /** Saves what is not saved yet without waiting. */
  readonly flush: () => Promise<void>;
  /** Forgets what is not saved yet, for a draft that is being deleted. */
  readonly abandon: () => void;
};

const delay = 400;

type Saved = Pick<Amendment, 'operations' | 'standing'>;

/**
 * Saves a moment after the last key, and at once when the page is left or hidden. A new draft without a change is never
 * kept. What it starts from is read once: mount it anew, with a `key`, for another draft.
 */
export function useDraft(start: DraftStart): WorkingDraft {
  const { base, kept } = start;
  const store = useStore();
  const [history, draw] = useState<DraftHistory>(() =>
    beginHistory(draftStateOf(base, draftTextOf(base, kept?.operations ?? []))),
  );
  const [standing, setStanding] = useState<AmendmentStanding>(kept?.standing ?? 'draft');
  const [saving, setSaving] = useState<SaveState<KeepFailure>>({ kind: 'untouched' });
  const [saver] = useState(() => draftSaver(store, start, setSaving));
  // What is typed runs ahead of what is drawn.
  const latest = useRef(history);
  useEffect(() => {
    const flush = (): void => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [saver]);

  const take = (next: DraftHistory, show: (draw: () => void) => void = (now) => now()): void => {
    if (next === latest.current) return;
    latest.current = next;
    show(() => draw(next));
    const { operations } = next.present;
    if (operations.length > 0 || kept !== undefined || saving.kind !== 'untouched')
      saver.change({ operations, standing });
  };
  const { present, past, future, revision } = history;
  return {
    text: present,
    operations: present.operations,
    standing,
    saving,
    revision,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    changeTitle: (title) => {
      const { clauses } = latest.current.present;
      take(typed(latest.current, draftStateOf(base, { title, clauses }), performance.now()));
    },
    changeClauses: (clauses, operations) => {
      const { title } = latest.current.present;
      const next = typed(latest.current, draftStateOf(base, { title, clauses }, operations), performance.now());
      // An editor that derives the operations shows what is typed by itself: the desk around it follows when it can.
      if (operations === undefined) take(next);
      else take(next, startTransition);
    },
    replace: (text) => take(changed(latest.current, draftStateOf(base, text))),
    undo: () => take(undone(latest.current)),
    redo: () => take(redone(latest.current)),
    setStanding: (next) => {
      setStanding(next);
      saver.change({ operations: latest.current.present.operations, standing: next });
      void saver.flush();
    },
    flush: saver.flush,
    abandon: saver.abandon,
  };
}

function draftSaver(store: Store, start: DraftStart, onState: (state: SaveState<KeepFailure>) => void): Saver<Saved> {
  let isKept = start.kept !== undefined;
  const save = async (changes: Saved) => {
    const saved = await saveAmendment(store, { ...draftOf(start), ...changes });
    if (saved.ok && !isKept) {
      isKept = true;
      start.onFirstKept();
    }
    return saved;
  };
  return saveAsTyped({ save, onState, delay });
}
