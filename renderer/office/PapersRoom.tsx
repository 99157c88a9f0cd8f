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
  readonly deeds: ReleaseDeeds;
};

/** Rows drawn at once: an agenda of thousands is narrowed down by words. */
const mostRows = 200;

export function PapersRoom({ opened, next, deeds }: PapersRoomProps) {
  const { conference } = opened;
  const [wanted, setWanted] = useState('');
  if (next.kind === 'working') return <ProgressBar label="Putting the next version together" />;
  if (next.kind === 'refused') return <Notice kind="refused">{officeWorkMessage(next.failure)}</Notice>;
  const { papers, left } = next.preview;
  const words = wanted.trim().toLowerCase();
  const found = papers.filter(({ number, title }) => `${number ?? ''} ${title}`.toLowerCase().includes(words));
  const motions = papers.filter(({ paper, change }) => paper === 'motion' && change !== 'removed').length;
  const amendments = papers.filter(({ paper, change }) => paper === 'amendment' && change !== 'removed').length;
  return (
    <>
      <AddPapers opened={opened} next={next.preview} deeds={deeds} />
      <h2 className={styles['subheading']}>In the next version</h2>
      {papers.length === 0 ? (
        <EmptyState title="Nothing is in it yet">Put in papers that are on this computer.</EmptyState>
      ) : (
        <>
          <p className={styles['soft']}>
            {paperCounts(motions, amendments)}. Decisions that you record on a motion’s page go in by themselves.
          </p>
          {left.length > 0 && (
            <Notice kind="warning">
              {counted(left.length, 'amendment is', 'amendments are')} left out, because the motion is not in the
              version.
            </Notice>
          )}
          {papers.length > 12 && <TextField label="Find by number or words" value={wanted} onChange={setWanted} />}
          <ul className={styles['list']} aria-label="Papers of the next version">
            {found.slice(0, mostRows).map((paper) => (
              <PaperInVersion key={paper.record} paper={paper} conference={conference.id} deeds={deeds} />
            ))}
          </ul>
          {found.length > mostRows && (
            <p className={styles['soft']}>And {found.length - mostRows} more: find them by number or words.</p>
          )}
        </>
      )}
    </>
  );
}
