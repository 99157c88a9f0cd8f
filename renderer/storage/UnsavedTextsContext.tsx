// Hands the texts that are not saved yet to every editor, and minds them while the page lives.

import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import { present } from '../../shared/assert';
import type { KeepFailure } from '../../shared/desktop-contract';
import type { AmendmentId, NoteId } from '../../shared/ids';
import type { Unsaid } from '../../shared/journal/entry';
import type { Note } from '../../shared/motion/note';
import type { HeldText } from './held-text';
import type { Saver, SaveState } from './save-as-typed';
import { heldTexts, saveWithPage } from './unsaved-texts';
import type { HeldTexts } from './unsaved-texts';

/** The words of a note, and what the note is about. */
export type HeldNote = HeldText<string, NoteId, Omit<Note, 'body' | 'savedAt'>>;

/** What is typed of a draft. */
export type DraftContent = Pick<Amendment, 'operations' | 'standing'>;

/** A draft, and where it was begun; `isNew` when it was never kept before. */
export type HeldDraft = HeldText<
  DraftContent,
  AmendmentId,
  Pick<Amendment, 'id' | 'motionId' | 'baseVersion' | 'amends'> & { readonly isNew: boolean }
>;

/** What is typed for the delegation; `show` tells of its saving until the answered function is called. */
export type HeldUnsaid = Saver<Unsaid, KeepFailure> & {
  readonly show: (onState: (state: SaveState<KeepFailure>) => void) => () => void;
};

export type UnsavedTexts = {
  readonly notes: HeldTexts<HeldNote>;
  readonly drafts: HeldTexts<HeldDraft>;
  readonly unsaid: HeldTexts<HeldUnsaid>;
};

const UnsavedTextsContext = createContext<UnsavedTexts | undefined>(undefined);

export function UnsavedTextsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [texts] = useState<UnsavedTexts>(() => ({
    notes: heldTexts(),
    drafts: heldTexts(),
    unsaid: heldTexts(),
  }));
  useEffect(() => {
    const unsaved = () => [...texts.notes.unsaved(), ...texts.drafts.unsaved(), ...texts.unsaid.unsaved()];
    return saveWithPage(window, unsaved, window.rostrum === undefined);
  }, [texts]);
  return <UnsavedTextsContext value={texts}>{children}</UnsavedTextsContext>;
}

/** The texts that are not saved yet. Only inside `StoreProvider`. */
export function useUnsavedTexts(): UnsavedTexts {
  return present(useContext(UnsavedTextsContext), 'an editor stands inside StoreProvider');
}
