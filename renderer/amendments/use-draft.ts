// A draft while it is being written: its text as typed, the operations that follow from it, its steps to undo, its
// standing, and how far it is saved.

import { startTransition, useEffect, useRef, useState } from 'react';
import type { Amendment, AmendmentStanding } from '../../shared/amendment/amendment';
import type { TextOperation } from '../../shared/amendment/operation';
import type { KeepFailure } from '../../shared/desktop-contract';
import { amendmentId } from '../../shared/ids';
import type { AmendmentId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { saveAmendment } from '../storage/deeds';
import { holdText } from '../storage/held-text';
import type { SaveState } from '../storage/save-as-typed';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { useUnsavedTexts } from '../storage/UnsavedTextsContext';
import type { DraftContent, HeldDraft } from '../storage/UnsavedTextsContext';
import { useToast } from '../ui/Toasts';
import type { ParentAmendment } from './amendment-words';
import { beginHistory, changed, redone, typed, undone } from './draft-history';
import type { DraftHistory } from './draft-history';
import { draftStateOf, draftTextOf } from './draft-text';
import type { DraftText } from './draft-text';
import { draftOf } from './kept-draft';

export type DraftStart = {
  readonly id: AmendmentId;
  readonly motion: Motion;
  /** The text the draft is written against: the one it would be written against now, or the earlier one it was begun on. */
  readonly base: TextVersion;
  /** The amendment that it amends; absent for one to the motion itself. */
  readonly parent?: ParentAmendment;
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
  readonly flush: () => Promise<SaveState<KeepFailure>>;
  /** Forgets what is not saved yet, for a draft that is being deleted. */
  readonly abandon: () => void;
  /** The id it is kept under: a new one once it was changed in another window, where both versions are kept. */
  readonly id: () => AmendmentId;
  /** Whether the kept draft was changed by another window, or from another computer, since it was laid out here. */
  readonly isChangedElsewhere: () => boolean;
};

/**
 * Saves a moment after the last key, and at once when the page is left or hidden. A new draft without a change is never
 * kept. What it starts from is read once: mount it anew, with a `key`, for another draft.
 */
export function useDraft(start: DraftStart): WorkingDraft {
  const { base, kept } = start;
  const store = useStore();
  const showToast = useToast();
  const { drafts } = useUnsavedTexts();
  const [saver] = useState(() => findHeld(drafts.find(start.id), base) ?? holdDraft(store, start, showToast));
  const [unsaved] = useState(saver.unsaved);
  const [onFirstKept] = useState(() => start.onFirstKept);
  const [history, draw] = useState<DraftHistory>(() =>
    beginHistory(draftStateOf(base, draftTextOf(base, (unsaved ?? kept)?.operations ?? []))),
  );
  const [standing, setStanding] = useState<AmendmentStanding>((unsaved ?? kept)?.standing ?? 'draft');
  const [saving, setSaving] = useState(saver.state);
  // What is typed runs ahead of what is drawn.
  const latest = useRef(history);
  useEffect(() => {
    drafts.hold(start.id, saver);
    // Told only while the desk is here: a draft that is kept later must not fetch the delegate back.
    let isToldKept = !saver.about.isNew;
    return saver.show((state) => {
      setSaving(state);
      if (state.kind !== 'saved' || isToldKept) return;
      isToldKept = true;
      onFirstKept();
    });
  }, [drafts, start.id, saver, onFirstKept]);

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
    id: saver.id,
    isChangedElsewhere: saver.isChangedElsewhere,
  };
}

/** A held draft on another text cannot be laid on this one. */
function findHeld(held: HeldDraft | undefined, base: TextVersion): HeldDraft | undefined {
  return held?.about.baseVersion === base.id ? held : undefined;
}

function holdDraft(store: Store, start: DraftStart, showToast: ReturnType<typeof useToast>): HeldDraft {
  const draft = draftOf(start);
  const { motionId, baseVersion, amends } = draft;
  const id = start.kept?.id ?? start.id;
  return holdText({
    store,
    about: {
      id: start.id,
      motionId,
      baseVersion,
      ...(amends === undefined ? {} : { amends }),
      isNew: start.kept === undefined,
    },
    id,
    writtenOn: start.parent === undefined ? draft : { ...draft, text: start.base },
    newId: () => amendmentId(store.newId()),
    read: async () => store.database.amendments.get(id),
    save: async (at: Store, under, changes: DraftContent, text) =>
      saveAmendment(at, { ...draft, id: under, ...changes, ...(under === id ? {} : { versionOf: id }) }, text),
    onBeside: () => showToast({ words: 'This draft was also changed in another window. Both versions are kept.' }),
  });
}
