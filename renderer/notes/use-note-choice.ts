// Choosing among the versions of a note. What is not kept can be brought back for a while, like a deleted note.

import type { Note } from '../../shared/motion/note';
import { keepMessage } from '../app/failure-message';
import { removeNote, saveNote } from '../storage/deeds';
import type { NoteDraft } from '../storage/deeds';
import { useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';

type NoteChoice = {
  /** The note has this text alone, and keeps its name: what links to it still does. */
  readonly keepOnly: (chosen: Note) => void;
  /** Each text becomes a note of its own. */
  readonly keepAll: () => void;
};

export function useNoteChoice(note: Note, versions: readonly Note[]): NoteChoice {
  const store = useStore();
  const toast = useToast();

  const save = async (drafts: readonly NoteDraft[]): Promise<boolean> => {
    for (const draft of drafts) {
      const kept = await saveNote(store, draft);
      if (!kept.ok) {
        toast({ words: keepMessage(kept.error) });
        return false;
      }
    }
    return true;
  };
  const keepOnly = async (chosen: Note): Promise<void> => {
    const { clause: _clause, quote: _quote, ...about } = draftOf(note);
    const { id: _id, versionOf: _versionOf, ...text } = draftOf(chosen);
    if (chosen.id !== note.id && !(await save([{ ...about, ...text }]))) return;
    for (const { id } of versions) {
      const removed = await removeNote(store, id);
      if (!removed.ok) {
        toast({ words: keepMessage(removed.error) });
        return;
      }
    }
    const bringBack = (): void => void save([note, ...versions].map(draftOf));
    toast({ words: 'One version kept.', action: { words: 'Undo', run: bringBack } });
  };
  const keepAll = (): void => {
    const drafts = versions.map((version) => {
      const { versionOf: _versionOf, ...draft } = draftOf(version);
      return draft;
    });
    void save(drafts);
  };
  return { keepOnly: (chosen) => void keepOnly(chosen), keepAll };
}

function draftOf({ savedAt: _savedAt, ...draft }: Note): NoteDraft & { readonly id: Note['id'] } {
  return draft;
}
