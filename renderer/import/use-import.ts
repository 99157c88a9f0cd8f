// The import under way: reads what arrives, and holds the session with every correction.

import { useEffect, useRef, useState } from 'react';
import type { OpenedFile } from '../../shared/desktop-contract';
import type { ReadPaper } from '../../shared/import/paper';
import { useStore } from '../storage/StoreContext';
import { chosen, corrected, emptySession, said, undone, withoutPaper, withPapers } from './import-session';
import type { ArrivingPaper, ImportSession, PartDeed, Shown } from './import-session';
import { readAgain, readArrivals } from './read-arrivals';
import type { KindChoice, ReadingProgress } from './read-arrivals';

export type Import = {
  readonly session: ImportSession;
  /** While files are being read. */
  readonly progress: ReadingProgress | undefined;
  /** Stops the reading; what has been read stays. */
  readonly stop: () => void;
  readonly show: (shown: Shown) => void;
  readonly choose: (key: string, isChosen: boolean) => void;
  /** Says what is to become of one paper of a file. */
  readonly say: (key: string, index: number, deed: PartDeed) => void;
  readonly remove: (key: string) => void;
  readonly correct: (key: string, correct: (paper: ReadPaper) => ReadPaper) => void;
  readonly undo: (key: string) => void;
  readonly readAs: (file: ArrivingPaper, kind: KindChoice) => void;
};

type ImportOptions = {
  /** Files on their way in; taken over at once by `onTaken`. */
  readonly files: readonly OpenedFile[];
  readonly onTaken: () => void;
};

/** Files that come in while others are being read wait for them. */
export function useImport({ files, onTaken }: ImportOptions): Import {
  const { newId } = useStore();
  const [session, setSession] = useState(emptySession);
  const [progress, setProgress] = useState<ReadingProgress>();
  const stopping = useRef<AbortController>(undefined);
  const waiting = useRef(Promise.resolve());

  useEffect(() => {
    if (files.length === 0) return;
    onTaken();
    if (stopping.current === undefined || stopping.current.signal.aborted) stopping.current = new AbortController();
    const { signal } = stopping.current;
    const read = async (): Promise<void> => {
      await readArrivals(files, {
        newId,
        signal,
        onProgress: setProgress,
        onRead: (paper) => setSession((before) => withPapers(before, [paper])),
      });
      setProgress(undefined);
    };
    waiting.current = waiting.current.then(read, read);
  }, [files, onTaken, newId]);
  useEffect(() => () => stopping.current?.abort(), []);

  const correct = (key: string, change: (paper: ReadPaper) => ReadPaper): void =>
    setSession((before) => corrected(before, key, change));
  return {
    session,
    progress,
    stop: () => stopping.current?.abort(),
    show: (shown) => setSession((before) => ({ ...before, shown })),
    choose: (key, isChosen) => setSession((before) => chosen(before, key, isChosen)),
    say: (key, index, deed) => setSession((before) => said(before, key, index, deed)),
    remove: (key) => setSession((before) => withoutPaper(before, key)),
    correct,
    undo: (key) => setSession((before) => undone(before, key)),
    readAs: (file, kind) => void correctByReadingAgain(file, kind, (read) => correct(file.key, () => read)),
  };
}

async function correctByReadingAgain(
  file: ArrivingPaper,
  kind: KindChoice,
  onRead: (read: ReadPaper) => void,
): Promise<void> {
  const again = await readAgain(file, kind);
  if (again.ok) onRead(again.value);
}
