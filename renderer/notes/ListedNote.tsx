// A note among all notes: read, changed and deleted where it stands.

import { useState } from 'react';
import type { Note } from '../../shared/motion/note';
import { frameOf } from './note-frame';
import { beginning } from './note-place';
import { NoteEditor } from './NoteEditor';
import { NoteItem } from './NoteItem';
import { NoteVersions } from './NoteVersions';
import styles from './notes.module.css';
import { useNoteDeletion } from './use-note-deletion';

type ListedNoteProps = {
  readonly note: Note;
  /** Other texts that it had at the same time on another computer. */
  readonly versions: readonly Note[];
};

/** An item of the list. */
export function ListedNote({ note, versions }: ListedNoteProps) {
  const [isEdited, setIsEdited] = useState(false);
  const remove = useNoteDeletion();
  if (versions.length > 0) {
    return (
      <li className={styles['note']}>
        <NoteVersions note={note} versions={versions} place={placeWords(note)} />
      </li>
    );
  }
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
