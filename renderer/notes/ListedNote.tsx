// A note among all notes: read, changed and deleted where it stands.

import { useState } from 'react';
import type { Note } from '../../shared/motion/note';
import { frameOf } from './note-frame';
import { beginning } from './note-place';
import { NoteEditor } from './NoteEditor';
import { NoteItem } from './NoteItem';
import styles from './notes.module.css';
import { useNoteDeletion } from './use-note-deletion';

/** An item of the list. */
export function ListedNote({ note }: { readonly note: Note }) {
  const [isEdited, setIsEdited] = useState(false);
  const remove = useNoteDeletion();
  return (
    <li className={styles['note']}>
      {isEdited ? (
        <NoteEditor
          frame={frameOf(note)}
          body={note.body}
          label="Note"
          onDone={(body) => {
            setIsEdited(false);
            if (body === '') remove(note);
          }}
        />
      ) : (
        <NoteItem note={note} place={placeWords(note)} onEdit={() => setIsEdited(true)} onDelete={() => remove(note)} />
      )}
    </li>
  );
}

function placeWords({ clause, quote }: Note): string {
  if (clause === undefined) return 'on the motion';
  return `on “${beginning(quote?.quotation ?? clause.text, 80)}”`;
}
