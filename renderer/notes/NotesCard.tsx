// The notes on a motion, in its margin: in the order of the text, each written and changed in its place.

import { StickyNote } from 'lucide-react';
import { useState } from 'react';
import type { ClauseId, NoteId } from '../../shared/ids';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import { useUnsavedTexts } from '../storage/UnsavedTextsContext';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { KeyHint } from '../ui/KeyHint';
import { shortcuts } from '../ui/shortcuts';
import { BegunNote } from './BegunNote';
import { frameOf } from './note-frame';
import type { NoteFrame, NoteTarget } from './note-frame';
import { beginning, inTextOrder, placeOf } from './note-place';
import type { NotedRange } from './noted-clauses';
import { NoteEditor } from './NoteEditor';
import { NoteItem } from './NoteItem';
import { NotePlaceWords } from './NotePlaceWords';
import { withVersions } from './note-versions';
import { NoteVersions } from './NoteVersions';
import styles from './notes.module.css';
import { useNoteDeletion } from './use-note-deletion';

type NotesCardProps = {
  readonly motion: Motion;
  readonly notes: readonly Note[];
  /** All texts the motion has had here. */
  readonly versions: readonly TextVersion[];
  /** What a new note would be about. */
  readonly target: NoteTarget | undefined;
  /** The note being begun, if one is. */
  readonly begun: NoteFrame | undefined;
  readonly onWrite: () => void;
  readonly onWritten: () => void;
  /** The note being begun is to be about these words of its clause, or about the whole clause. */
  readonly onAbout: (words: NotedRange | undefined) => void;
  readonly onGoToClause: (clause: ClauseId) => void;
};

/** Notes, and the way to write one. */
export function NotesCard(props: NotesCardProps) {
  const { motion, notes, versions, target, begun, onWrite, onWritten, onAbout, onGoToClause } = props;
  const { clauses } = motion.text;
  const [edited, setEdited] = useState<NoteId>();
  const remove = useNoteDeletion();
  const unsaved = useUnsavedTexts().notes;
  // Notes that were left with words that could not be saved yet.
  const [resumed, setResumed] = useState<readonly NoteFrame[]>(() =>
    unsaved
      .unsaved()
      .map((held) => held.about)
      .filter((frame) => frame.motionId === motion.id),
  );

  const endEditing = (note: Note, body: string): void => {
    setEdited(undefined);
    if (body === '') remove(note);
  };
  const resumedHere = resumed.filter((frame) => frame.id !== begun?.id);
  const endResumed = (frame: NoteFrame, body: string): void => {
    setResumed((frames) => frames.filter((one) => one.id !== frame.id));
    const note = notes.find((one) => one.id === frame.id);
    if (body === '' && note !== undefined) remove(note);
  };
  const endWriting = (): void => {
    const clause = begun?.clause?.id;
    onWritten();
    if (clause !== undefined) onGoToClause(clause);
  };

  return (
    <Card
      title="Notes"
      aside={
        begun === undefined && (
          <Button
            look="quiet"
            icon={<StickyNote aria-hidden />}
            aria-keyshortcuts={shortcuts.note.keys}
            onPress={onWrite}
          >
            Note on {targetWords(target)} <KeyHint keys={shortcuts.note.keys} />
          </Button>
        )
      }
    >
      {begun !== undefined && (
        <BegunNote
          key={begun.id}
          frame={begun}
          label={labelOf(begun, motion, versions)}
          onAbout={onAbout}
          onDone={endWriting}
        />
      )}
      {resumedHere.map((frame) => (
        <NoteEditor
          key={frame.id}
          frame={frame}
          body=""
          label={labelOf(frame, motion, versions)}
          onDone={(body) => endResumed(frame, body)}
        />
      ))}
      <ul className={styles['notes']}>
        {withVersions(inTextOrder(notes, clauses, versions)).map(({ note, versions: others }) =>
          note.id === begun?.id || resumedHere.some((frame) => frame.id === note.id) ? null : (
            <li key={note.id} className={styles['note']}>
              {note.id === edited ? (
                <NoteEditor
                  frame={frameOf(note)}
                  body={note.body}
                  label={labelOf(note, motion, versions)}
                  onDone={(body) => endEditing(note, body)}
                />
              ) : others.length > 0 ? (
                <NoteVersions
                  note={note}
                  versions={others}
                  place={<NotePlaceWords place={placeOf(note, clauses, versions)} onGo={onGoToClause} />}
                />
              ) : (
                <NoteItem
                  note={note}
                  place={<NotePlaceWords place={placeOf(note, clauses, versions)} onGo={onGoToClause} />}
                  onEdit={() => setEdited(note.id)}
                  onDelete={() => remove(note)}
                />
              )}
            </li>
          ),
        )}
      </ul>
      {notes.length === 0 && begun === undefined && (
        <p className={styles['none']}>Notes are yours alone, and saved on this computer as you type.</p>
      )}
    </Card>
  );
}

function targetWords(target: NoteTarget | undefined): string {
  if (target === undefined) return 'this motion';
  return target.words === undefined ? 'this clause' : 'these words';
}

function labelOf(note: NoteFrame, motion: Motion, versions: readonly TextVersion[]): string {
  const place = placeOf(note, motion.text.clauses, versions);
  if (place.kind === 'lost') return `Note on “${beginning(place.words, 60)}”`;
  if (place.kind === 'motion') return 'Note on this motion';
  if (place.range === undefined) return `Note on clause ${place.position}`;
  return `Note on “${beginning(place.words, 60)}”`;
}
