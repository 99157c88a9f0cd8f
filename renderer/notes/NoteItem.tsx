// A note as it is read: what it is about, its words, when it was saved, and ways to change or delete it.

import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Note } from '../../shared/motion/note';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { dayAndTime } from '../ui/time-words';
import styles from './notes.module.css';

type NoteItemProps = {
  readonly note: Note;
  /** Where it stands: a link or a few words. */
  readonly place: ReactNode;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
};

/** The note's body is plain text; its line breaks are kept. */
export function NoteItem({ note, place, onEdit, onDelete }: NoteItemProps) {
  const { now } = useStore();
  return (
    <>
      <p className={styles['body']}>{note.body}</p>
      <div className={styles['foot']}>
        <p className={styles['place']}>
          {place} · <span className={styles['time']}>{dayAndTime(note.savedAt, now())}</span>
        </p>
        <div className={styles['tools']}>
          <Button look="quiet" icon={<Pencil aria-hidden />} aria-label="Edit this note" onPress={onEdit} />
          <Button look="quiet" icon={<Trash2 aria-hidden />} aria-label="Delete this note" onPress={onDelete} />
        </div>
      </div>
    </>
  );
}
