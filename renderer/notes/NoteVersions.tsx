// A note that was changed on two computers at the same time: both texts side by side, until the delegate chooses.

import { Check, CopyCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Note } from '../../shared/motion/note';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { dayAndTime } from '../ui/time-words';
import styles from './note-versions.module.css';
import { useNoteChoice } from './use-note-choice';

type NoteVersionsProps = {
  readonly note: Note;
  readonly versions: readonly Note[];
  /** Where it stands: a link or a few words. */
  readonly place: ReactNode;
};

/** Nothing is lost by waiting: the texts stay side by side, on all computers. */
export function NoteVersions({ note, versions, place }: NoteVersionsProps) {
  const { now } = useStore();
  const { keepOnly, keepAll } = useNoteChoice(note, versions);
  const isTwo = versions.length === 1;
  return (
    <section className={styles['versions']} aria-label={isTwo ? 'Two versions of this note' : 'Versions of this note'}>
      <p className={styles['lead']}>
        <strong>{isTwo ? 'Two versions of this note' : `${versions.length + 1} versions of this note`}</strong>, written
        on your computers at the same time, {place}
      </p>
      <div className={styles['texts']}>
        {[note, ...versions].map((one) => (
          <div key={one.id} className={styles['text']}>
            <p className={styles['body']}>{one.body}</p>
            <p className={styles['time']}>{dayAndTime(one.savedAt, now())}</p>
            <Button look="quiet" icon={<Check aria-hidden size={16} />} onPress={() => keepOnly(one)}>
              Keep only this one
            </Button>
          </div>
        ))}
      </div>
      <Button icon={<CopyCheck aria-hidden size={16} />} onPress={keepAll}>
        {isTwo ? 'Keep both' : 'Keep all'}
      </Button>
    </section>
  );
}
