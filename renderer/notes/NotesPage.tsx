// All notes of a conference, motion by motion, to read through and to search.

import { useState } from 'react';
import type { Conference } from '../../shared/motion/conference';
import { hrefOf } from '../app/routes';
import { listAllNotes } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { PageLayout } from '../ui/PageLayout';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/time-words';
import { ListedNote } from './ListedNote';
import { withVersions } from './note-versions';
import { notesByMotion } from './notes-by-motion';
import styles from './notes.module.css';

type NotesPageProps = { readonly conference: Conference | undefined; readonly motions: readonly MotionSummary[] };

/** The page at `#/notes`. */
export function NotesPage({ conference, motions }: NotesPageProps) {
  const id = conference?.id ?? '';
  const notes = useQuestion((store) => listAllNotes(store, id), [id]);
  const [sought, setSought] = useState('');
  if (notes === undefined) return <PageLayout title="Notes">{null}</PageLayout>;
  const groups = notesByMotion(notes, motions, sought);
  return (
    <PageLayout title="Notes">
      <h1 className={styles['title']}>Notes</h1>
      {notes.length === 0 ? (
        <EmptyState title="Nothing noted yet.">
          Press n on a motion, or on one of its clauses. Notes are yours alone: nobody else can read them.
        </EmptyState>
      ) : (
        <>
          <TextField label="Search in notes" value={sought} onChange={setSought} />
          <p role="status" className={styles['found']}>
            {sought.trim() === ''
              ? counted(notes.length, 'note')
              : `${counted(groups.flatMap((group) => group.notes).length, 'note')} with “${sought.trim()}”`}
          </p>
        </>
      )}
      {groups.map((group) => (
        <section key={group.motionId} className={styles['group']}>
          <h2 className={styles['groupTitle']}>
            {group.isHeld ? (
              <a href={hrefOf({ kind: 'motion', motion: group.motionId })}>{group.title}</a>
            ) : (
              group.title
            )}
          </h2>
          <ul className={styles['notes']}>
            {withVersions(group.notes).map(({ note, versions }) => (
              <ListedNote key={note.id} note={note} versions={versions} />
            ))}
          </ul>
        </section>
      ))}
    </PageLayout>
  );
}
