// The import under way: reads what arrives, holds the session, and keeps the chosen papers when the delegate says so.

import { useEffect, useRef, useState } from 'react';
import type { OpenedFile } from '../../shared/desktop-contract';
import type { ReadPaper } from '../../shared/import/paper';
import { useStore } from '../storage/StoreContext';
import { chosen, corrected, emptySession, undone, withoutPaper, withPapers } from './import-session';
import type { ArrivingPaper, ImportSession } from './import-session';
import { readAgain, readArrivals } from './read-arrivals';
import type { PaperKind } from './read-arrivals';

export type ReadingProgress = { readonly done: number; readonly total: number };

export type Import = {
  readonly session: ImportSession;
  /** While files are being read. */
  readonly progress: ReadingProgress | undefined;
  readonly cancel: () => void;
  readonly show: (key: string) => void;
  readonly choose: (key: string, isChosen: boolean) => void;
  readonly remove: (key: string) => void;
  readonly correct: (key: string, correct: (paper: ReadPaper) => ReadPaper) => void;
  readonly undo: (key: string) => void;
  readonly readAs: (key: string, kind: PaperKind) => void;
};

type ImportOptions = {
  /** Files on their way in; taken over at once by `onTaken`. */
  readonly files: readonly OpenedFile[];
  readonly onTaken: () => void;
};

export function useImport({ files, onTaken }: ImportOptions): Import {
  const { newId } = useStore();
  const [session, setSession] = useState(emptySession);
  const [progress, setProgress] = useState<ReadingProgress>();
  const reading = useRef<AbortController>(undefined);

  useEffect(() => {
    if (files.length === 0) return;
    const controller = new AbortController();
    reading.current = controller;
    onTaken();
    void readArrivals(files, {
      newId,
      signal: controller.signal,
      onProgress: (done, total) => setProgress({ done, total }),
      onRead: (paper) => setSession((before) => withPapers(before, [paper])),
    }).finally(() => setProgress(undefined));
  }, [files, onTaken, newId]);

  const correct = (key: string, change: (paper: ReadPaper) => ReadPaper): void =>
    setSession((before) => corrected(before, key, change));
  return {
    session,
    progress,
    cancel: () => reading.current?.abort(),
    show: (key) => setSession((before) => ({ ...before, shown: key })),
    choose: (key, isChosen) => setSession((before) => chosen(before, key, isChosen)),
    remove: (key) => setSession((before) => withoutPaper(before, key)),
    correct,
    undo: (key) => setSession((before) => undone(before, key)),
    readAs: (key, kind) => {
      const paper = session.papers.find((candidate) => candidate.key === key);
      if (paper === undefined) return;
      void correctByReadingAgain(paper, kind, (read) => correct(key, () => read));
    },
  };
}

async function correctByReadingAgain(
  paper: ArrivingPaper,
  kind: PaperKind,
  onRead: (read: ReadPaper) => void,
): Promise<void> {
  const again = await readAgain(paper, kind);
  if (again.ok) onRead(again.value);
}
