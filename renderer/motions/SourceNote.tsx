// Where a text came from, for whoever wants to check: its file, who it is from, and the lines left out of it.

import type { ReactNode } from 'react';
import type { Motion } from '../../shared/motion/motion';
import { Disclosure } from '../ui/Disclosure';
import { counted } from '../ui/time-words';
import { OriginalFile } from './OriginalFile';
import styles from './source-note.module.css';

type SourceNoteProps = {
  /** What can be done about it: correcting it, removing it. */
  readonly children?: ReactNode;
  readonly paper: Pick<Motion, 'source' | 'dropped'> & { readonly origin?: Motion['origin'] };
};

/** Closed at first; found by the browser's own search. */
export function SourceNote({ paper, children }: SourceNoteProps) {
  const { source, dropped, origin } = paper;
  return (
    <div className={styles['note']}>
      <Disclosure summary="About this text">
        <p>
          {origin === 'office'
            ? 'From the signed papers of the conference office.'
            : source === undefined
              ? 'Brought in by you.'
              : `Brought in by you, read from “${source.name}”. The file itself is kept as it came.`}
        </p>
        {dropped.length > 0 && (
          <>
            <p className={styles['head']}>{counted(dropped.length, 'line')} of the source left out of the text:</p>
            <p className={styles['dropped']}>{dropped.join('\n')}</p>
          </>
        )}
        <div className={styles['deeds']}>
          {source !== undefined && <OriginalFile source={source} />}
          {children}
        </div>
      </Disclosure>
    </div>
  );
}
