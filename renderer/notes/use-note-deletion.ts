// Deleting a note, and taking that back.

import type { Note } from '../../shared/motion/note';
import { keepMessage } from '../app/failure-message';
import { removeNote, saveNote } from '../storage/deeds';
import { useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';

/** Deletes a note and offers to undo it; the note comes back whole. */
export function useNoteDeletion(): (note: Note) => void {
  const store = useStore();
  const toast = useToast();
  const bringBack = async (note: Note): Promise<void> => {
    const { savedAt: _savedAt, ...draft } = note;
    const kept = await saveNote(store, draft);
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };
  const remove = async (note: Note): Promise<void> => {
    const kept = await removeNote(store, note.id);
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
    else toast({ words: 'Note deleted.', action: { words: 'Undo', run: () => void bringBack(note) } });
  };
  return (note) => void remove(note);
}
