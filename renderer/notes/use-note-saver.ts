// Saves one note while its component is on screen, and whatever is left when it goes, the window hides, or the page ends.

import { useEffect, useState } from 'react';
import type { KeepFailure } from '../../shared/desktop-contract';
import { saveNote } from '../storage/deeds';
import { useStore } from '../storage/StoreContext';
import type { NoteFrame } from './note-frame';
import { saveAsTyped } from '../storage/save-as-typed';
import type { Saver, SaveState } from '../storage/save-as-typed';

/** Milliseconds without a key before a note is saved. */
const delay = 400;

/** A saver for the note in `frame`, which must not change while the component lives, and how far it is. */
export function useNoteSaver(frame: NoteFrame): readonly [Saver, SaveState<KeepFailure>] {
  const store = useStore();
  const [state, setState] = useState<SaveState<KeepFailure>>({ kind: 'untouched' });
  const [saver] = useState(() =>
    saveAsTyped({ save: async (body) => saveNote(store, { ...frame, body }), onState: setState, delay }),
  );
  useEffect(() => {
    const flush = (): void => void saver.flush();
    const listening = new AbortController();
    document.addEventListener('visibilitychange', flush, { signal: listening.signal });
    window.addEventListener('pagehide', flush, { signal: listening.signal });
    return () => {
      listening.abort();
      flush();
    };
  }, [saver]);
  return [saver, state];
}
