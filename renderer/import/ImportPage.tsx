// Bringing papers in: what was understood of each, put right where needed, then kept. Nothing is stored before that.

import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { OpenedFile } from '../../shared/desktop-contract';
import type { Conference } from '../../shared/motion/conference';
import { keepMessage } from '../app/failure-message';
import { pathOf } from '../app/routes';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { OpenFilesButton } from '../ui/OpenFilesButton';
import { PageLayout } from '../ui/PageLayout';
import { ProgressBar } from '../ui/ProgressBar';
import { counted } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import { ArrivalsList } from './ArrivalsList';
import type { DestinationChoice } from './DestinationFields';
import { likelyDestination } from './likely-destination';
import { currentReading } from './import-session';
import styles from './import.module.css';
import { KeepBar } from './KeepBar';
import { keepPapers } from './keep-papers';
import type { Kept } from './keep-papers';
import { partsOfFiles } from './parts';
import type { FileParts } from './parts';
import { readingFraction, readingWords } from './reading-words';
import { ShownPaper } from './ShownPaper';
import { useHeld } from './use-held';
import { useImport } from './use-import';

type ImportPageProps = {
  readonly files: readonly OpenedFile[];
  readonly takeFiles: (files: readonly OpenedFile[]) => void;
  readonly onTaken: () => void;
  readonly conferences: readonly Conference[];
  /** The conference that is open, where papers go that name none. */
  readonly current: Conference | undefined;
};

/** The page at `#/import`. */
export function ImportPage({ files, takeFiles, onTaken, conferences, current }: ImportPageProps) {
  const store = useStore();
  const [, go] = useLocation();
  const showToast = useToast();
  const arriving = useImport({ files, onTaken });
  const { session, progress } = arriving;
  const [said, setSaid] = useState<DestinationChoice>();
  const [refusal, setRefusal] = useState<string>();
  const [isKeeping, setIsKeeping] = useState(false);

  const chosen = session.papers.filter((file) => file.isChosen && file.reading.kind === 'read');
  const first = chosen[0] === undefined ? undefined : currentReading(chosen[0]);
  const choice = said ?? likelyDestination(first, conferences, current);
  const destination = conferences.find((conference) => conference.id === choice.id);
  const held = useHeld(destination?.id);
  const all = useMemo(
    () => (held === undefined ? [] : partsOfFiles(session.papers, held.index)),
    [session.papers, held],
  );
  const toKeep = all.filter(({ parts }) => parts.some(({ deed }) => deed !== 'leave-out'));
  const shown = all.find(({ file }) => file.key === session.shown?.key);

  const keep = async (): Promise<void> => {
    setIsKeeping(true);
    setRefusal(undefined);
    const kept = await keepPapers(
      store,
      toKeep,
      destination === undefined || held === undefined
        ? { kind: 'new', title: choice.title.trim() }
        : { kind: 'held', conference: destination, papers: held.papers },
    );
    setIsKeeping(false);
    if (!kept.ok) return setRefusal(keepMessage(kept.error));
    showToast({ words: keptWords(kept.value) });
    return go(placeAfter(kept.value));
  };

  const openButton = (
    <OpenFilesButton allowsMultiple onFiles={takeFiles}>
      {session.papers.length === 0 ? 'Open papers' : 'Open more'}
    </OpenFilesButton>
  );
  return (
    <PageLayout title="Bring papers in" width="wide">
      <div className={styles['top']}>
        <h1 className={styles['pageHeading']}>Bring papers in</h1>
        {session.papers.length > 0 && openButton}
      </div>
      {progress !== undefined && (
        <div className={styles['arrival']}>
          <ProgressBar label="Reading" fraction={readingFraction(progress)} words={readingWords(progress)} />
          <Button onPress={arriving.stop}>Stop</Button>
        </div>
      )}
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      {session.papers.length === 0 && progress === undefined && (
        <EmptyState title="Nothing has come in yet" action={openButton}>
          Open an agenda, motions or articles (PDF, text or saved web pages), drop them on this window, or paste their
          text.
        </EmptyState>
      )}
      {(session.papers.length > 1 || session.papers.some(({ reading }) => reading.kind === 'refused')) && (
        <ArrivalsList
          session={session}
          again={new Set(all.filter(isAgain).map(({ file }) => file.key))}
          onShow={arriving.show}
          onChoose={arriving.choose}
          onRemove={arriving.remove}
        />
      )}
      {chosen.length > 0 && (
        <KeepBar
          parts={all.flatMap(({ parts }) => parts)}
          conferences={conferences}
          choice={choice}
          onChoice={setSaid}
          isBusy={isKeeping || held === undefined}
          onKeep={() => void keep()}
        />
      )}
      {shown !== undefined && session.shown !== undefined && held !== undefined && (
        <ShownPaper
          key={shown.file.key}
          file={shown.file}
          shown={session.shown}
          parts={shown.parts}
          held={held}
          arriving={arriving}
        />
      )}
    </PageLayout>
  );
}

/** Whether a file brings nothing that another of these does not. */
function isAgain({ parts }: FileParts): boolean {
  return parts.length > 0 && parts.every((part) => part.isAgain);
}

function keptWords({ motions, amendments, briefings }: Kept): string {
  const parts = [
    motions.length > 0 ? counted(motions.length, 'motion') : undefined,
    amendments.length > 0 ? counted(amendments.length, 'amendment') : undefined,
    briefings.length > 0 ? counted(briefings.length, 'briefing') : undefined,
  ].filter((part) => part !== undefined);
  return `${parts.join(', ')} kept on this computer.`;
}

function placeAfter({ motions, briefings, conference }: Kept): string {
  const [motion] = motions;
  const [briefing] = briefings;
  if (motion !== undefined && motions.length === 1) return pathOf({ kind: 'motion', motion: motion.id });
  if (motion === undefined && briefing !== undefined && briefings.length === 1)
    return pathOf({ kind: 'briefing', briefing: briefing.id });
  return pathOf({ kind: 'papers', conference: conference.id });
}
