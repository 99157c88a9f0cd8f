// The next version: every motion and amendment that will be in it, and where more come from.

import { useState } from 'react';
import { officeWorkMessage } from '../app/office-message';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/time-words';
import { paperCounts } from './release-words';
import { AddPapers } from './AddPapers';
import styles from './office.module.css';
import { PaperInVersion } from './PaperInVersion';
import type { ReleaseDeeds } from './use-release-deeds';
import type { NextVersion } from './use-next-version';
import type { OpenOffice } from './use-offices';

type PapersRoomProps = {
  readonly opened: OpenOffice;
  readonly next: NextVersion;
  /** Has the papers with these words listed. */
  readonly find: (words: string) => void;
  readonly deeds: ReleaseDeeds;
};

export function PapersRoom({ opened, next, find, deeds }: PapersRoomProps) {
  const { conference } = opened;
  const [wanted, setWanted] = useState('');
  if (next.kind === 'working') return <ProgressBar label="Putting the next version together" />;
  if (next.kind === 'refused') return <Notice kind="refused">{officeWorkMessage(next.failure)}</Notice>;
  const { papers, listed, found, all, left } = next.preview;
  return (
    <>
      <AddPapers opened={opened} next={next.preview} deeds={deeds} />
      <h2 className={styles['subheading']}>In the next version</h2>
      {all === 0 ? (
        <EmptyState title="Nothing is in it yet">Put in papers that are on this computer.</EmptyState>
      ) : (
        <>
          <p className={styles['soft']}>
            {paperCounts(papers.motions, papers.amendments)}. Decisions that you record, here or on a motion’s page, go
            in by themselves.
          </p>
          {left > 0 && (
            <Notice kind="warning">
              {counted(left, 'amendment is', 'amendments are')} left out, because the motion is not in the version.
            </Notice>
          )}
          {all > 12 && (
            <TextField
              label="Find by number or words"
              value={wanted}
              onChange={(words) => {
                setWanted(words);
                find(words);
              }}
            />
          )}
          <ul className={styles['list']} aria-label="Papers of the next version">
            {listed.map((paper) => (
              <PaperInVersion key={paper.record} paper={paper} conference={conference.id} deeds={deeds} />
            ))}
          </ul>
          {found > listed.length && (
            <p className={styles['soft']}>And {found - listed.length} more: find them by number or words.</p>
          )}
        </>
      )}
    </>
  );
}
