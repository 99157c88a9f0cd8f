// Saves one note while its component is on screen; what is unsaved when it goes is taken up by the next.

import { useEffect, useState } from 'react';
import type { KeepFailure } from '../../shared/desktop-contract';
import { noteId } from '../../shared/ids';
import { saveNote } from '../storage/deeds';
import { holdText } from '../storage/held-text';
import type { SaveState } from '../storage/save-as-typed';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { useUnsavedTexts } from '../storage/UnsavedTextsContext';
import type { HeldNote } from '../storage/UnsavedTextsContext';
import { useToast } from '../ui/Toasts';
import type { NoteFrame } from './note-frame';

/** A saver for the note in `frame`, which must not change while the component lives, and how far it is. */
export function useNoteSaver(frame: NoteFrame): readonly [HeldNote, SaveState<KeepFailure>] {
  const store = useStore();
  const toast = useToast();
  const { notes } = useUnsavedTexts();
  const [saver] = useState(
    () =>
      notes.find(frame.id) ??
      holdNote(store, frame, () =>
        toast({ words: 'This note was also changed in another window. Both versions are kept.' }),
      ),
  );
  const [state, setState] = useState(saver.state);
  useEffect(() => {
    notes.hold(frame.id, saver);
    return saver.show(setState);
  }, [notes, frame.id, saver]);
  return [saver, state];
}

function holdNote(store: Store, frame: NoteFrame, onBeside: () => void): HeldNote {
  return holdText({
    store,
    about: frame,
    id: frame.id,
    writtenOn: frame,
    newId: () => noteId(store.newId()),
    read: async () => store.database.notes.get(frame.id),
    save: async (at: Store, id, body: string, text) => saveNote(at, { ...frame, id, body }, text),
    onBeside,
  });
}
