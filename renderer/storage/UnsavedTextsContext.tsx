// Hands the texts that are not saved yet to every editor, and minds them while the page lives.

import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import { present } from '../../shared/assert';
import type { AmendmentId, NoteId } from '../../shared/ids';
import type { Note } from '../../shared/motion/note';
import type { HeldText } from './held-text';
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

export type UnsavedTexts = { readonly notes: HeldTexts<HeldNote>; readonly drafts: HeldTexts<HeldDraft> };

const UnsavedTextsContext = createContext<UnsavedTexts | undefined>(undefined);

export function UnsavedTextsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [texts] = useState<UnsavedTexts>(() => ({ notes: heldTexts(), drafts: heldTexts() }));
  useEffect(() => {
    const unsaved = () => [...texts.notes.unsaved(), ...texts.drafts.unsaved()];
    return saveWithPage(window, unsaved, window.rostrum === undefined);
  }, [texts]);
  return <UnsavedTextsContext value={texts}>{children}</UnsavedTextsContext>;
}

/** The texts that are not saved yet. Only inside `StoreProvider`. */
export function useUnsavedTexts(): UnsavedTexts {
  return present(useContext(UnsavedTextsContext), 'an editor stands inside StoreProvider');
}
