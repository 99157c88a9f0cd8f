// Bringing papers in: what was understood of each, put right where needed, then kept. Nothing is stored before that.

import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OpenedFile } from '../../shared/desktop-contract';
import type { ReadPaper } from '../../shared/import/paper';
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
import { DestinationFields } from './DestinationFields';
import type { DestinationChoice } from './DestinationFields';
import { currentReading } from './import-session';
import styles from './import.module.css';
import { keepPapers } from './keep-papers';
import type { Kept } from './keep-papers';
import { PaperPreview } from './PaperPreview';
import { useImport } from './use-import';

type ImportPageProps = {
  readonly files: readonly OpenedFile[];
  readonly takeFiles: (files: readonly OpenedFile[]) => void;
  readonly onTaken: () => void;
  readonly conferences: readonly Conference[];
};

export function ImportPage({ files, takeFiles, onTaken, conferences }: ImportPageProps) {
  const store = useStore();
  const [, go] = useLocation();
  const showToast = useToast();
  const arriving = useImport({ files, onTaken });
  const { session, progress } = arriving;
  const [said, setSaid] = useState<DestinationChoice>();
  const [refusal, setRefusal] = useState<string>();
  const [isKeeping, setIsKeeping] = useState(false);

  const shown = session.papers.find((paper) => paper.key === session.shown);
  const reading = shown === undefined ? undefined : currentReading(shown);
  const chosen = session.papers.filter((paper) => paper.isChosen && paper.reading.kind === 'read');
  const first = chosen[0] === undefined ? undefined : currentReading(chosen[0]);
  const choice = said ?? likelyDestination(first, conferences);
  const held = conferences.find((conference) => conference.id === choice.id);

  const keep = (): void => {
    setIsKeeping(true);
    setRefusal(undefined);
    const destination =
      held === undefined
        ? { kind: 'new' as const, title: choice.title.trim() }
        : { kind: 'held' as const, conference: held };
    void keepPapers(store, chosen, destination).then((kept) => {
      setIsKeeping(false);
      if (!kept.ok) return setRefusal(keepMessage(kept.error));
      showToast({ words: keptWords(kept.value) });
      return go(placeAfter(kept.value));
    });
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
          <ProgressBar
            label="Reading"
            fraction={progress.done / progress.total}
            words={`${progress.done} of ${progress.total}`}
          />
          <Button onPress={arriving.cancel}>Stop</Button>
        </div>
      )}
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      {session.papers.length === 0 && progress === undefined && (
        <EmptyState title="Nothing has come in yet" action={openButton}>
          Open text files or saved web pages, drop them on this window, or paste the text of a motion.
        </EmptyState>
      )}
      {(session.papers.length > 1 || session.papers.some((paper) => paper.reading.kind === 'refused')) && (
        <ArrivalsList session={session} onShow={arriving.show} onChoose={arriving.choose} onRemove={arriving.remove} />
      )}
      {chosen.length > 0 && (
        <div className={styles['kept']}>
          <DestinationFields conferences={conferences} choice={choice} onChoice={setSaid} />
          <Button
            look="primary"
            isDisabled={isKeeping || (held === undefined && choice.title.trim() === '')}
            onPress={keep}
          >
            {chosen.length === 1 ? 'Keep this paper' : `Keep ${counted(chosen.length, 'paper')}`}
          </Button>
        </div>
      )}
      {shown !== undefined && reading !== undefined && (
        <PaperPreview
          key={shown.key}
          paper={reading}
          onCorrect={(correct) => arriving.correct(shown.key, correct)}
          onKind={(kind) => arriving.readAs(shown.key, kind)}
          {...(shown.reading.kind === 'read' && shown.reading.steps.length > 1
            ? { onUndo: () => arriving.undo(shown.key) }
            : {})}
        />
      )}
    </PageLayout>
  );
}

/** The conference that the paper names, where it is held; else the only one held for a paper that names none; else a new one. */
function likelyDestination(paper: ReadPaper | undefined, conferences: readonly Conference[]): DestinationChoice {
  const printed = paper !== undefined && 'conference' in paper ? paper.conference?.value : undefined;
  const same = conferences.find((conference) => conference.title === printed);
  const only = printed === undefined ? conferences[0] : undefined;
  return { id: same?.id ?? only?.id ?? 'new', title: printed ?? 'My conference' };
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
