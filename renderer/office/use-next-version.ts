// The next version as it would be now: put together in a worker, which watches for what changes it and tells the page as
// much as it shows.

import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from '../storage/StoreContext';
import { inWorker, type OfficeWork } from './in-worker';
import type { OfficeWorkFailure, Preview } from './office-messages';
import type { OpenOffice } from './use-offices';

export type NextVersion =
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly failure: OfficeWorkFailure }
  /** `isOutdated`: others changed something that it is made of, and it is put together anew. */
  | { readonly kind: 'ready'; readonly preview: Preview; readonly isOutdated: boolean };

type WatchedNext = {
  readonly next: NextVersion;
  /** Has the papers with these words listed. */
  readonly find: (words: string) => void;
  /** Has it wait, from true to false, while many changes are made in a row. */
  readonly hold: (isHeld: boolean) => void;
};

/** `opened` anew means that the roster or the inbox may be others, and the version with them. */
export function useNextVersion(opened: OpenOffice): WatchedNext {
  const store = useStore();
  const { office, conference, files } = opened;
  const [next, setNext] = useState<NextVersion>({ kind: 'working' });
  const watching = useRef<OfficeWork>(undefined);
  // The conference's own facts change with its roots alone, which an open office does not outlive.
  const order = useRef({ office: office.office, conference, task: { kind: 'watch' } as const });
  useEffect(() => {
    const work = inWorker(store, order.current, {
      // A list is drawn piece by piece, between which the window answers.
      onNext: (given) =>
        startTransition(() =>
          setNext(
            given.ok
              ? { kind: 'ready', preview: given.value, isOutdated: false }
              : { kind: 'refused', failure: given.error },
          ),
        ),
      onOutdated: () => setNext((before) => (before.kind === 'ready' ? { ...before, isOutdated: true } : before)),
    });
    watching.current = work;
    return work.stop;
  }, [store]);
  const told = useRef(files);
  useEffect(() => {
    if (told.current === files) return;
    told.current = files;
    watching.current?.tell({ kind: 'office-changed' });
  }, [files]);
  const find = useCallback((words: string) => watching.current?.tell({ kind: 'find', words }), []);
  const hold = useCallback((isHeld: boolean) => watching.current?.tell({ kind: 'hold', isHeld }), []);
  return { next, find, hold };
}
