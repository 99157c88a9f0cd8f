// Where a note stands, in words: a way to its clause, and what the clause read when that has changed since.

import type { ClauseId } from '../../shared/ids';
import { beginning } from './note-place';
import type { NotePlace } from './note-place';
import styles from './notes.module.css';

type NotePlaceWordsProps = { readonly place: NotePlace; readonly onGo: (clause: ClauseId) => void };

const shown = 64;

/** A few words; the clause's number leads to the clause. */
export function NotePlaceWords({ place, onGo }: NotePlaceWordsProps) {
  switch (place.kind) {
    case 'motion':
      return 'on the motion';
    case 'clause':
      return (
        <>
          <button type="button" className={styles['go']} onClick={() => onGo(place.clause.id)}>
            on clause {place.position}
          </button>
          {place.range !== undefined && <>, “{beginning(wordsNow(place), shown)}”</>}
          {place.isChanged && <> (changed since; it read “{beginning(place.words, shown)}”)</>}
        </>
      );
    case 'lost':
      return place.clause === undefined ? (
        <>on a clause no longer in the text: “{beginning(place.words, shown)}”</>
      ) : (
        <>on words no longer in the text: “{beginning(place.words, shown)}”</>
      );
  }
}

function wordsNow({ clause, range }: Extract<NotePlace, { readonly kind: 'clause' }>): string {
  return clause.text.slice(range?.from, range?.to);
}
