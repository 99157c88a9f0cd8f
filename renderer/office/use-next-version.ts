// The next version as it would be now, worked out in a worker whenever something it is made of has changed.

import { useEffect, useState } from 'react';
import { fingerprintOfRelease } from '../storage/release';
import { useQuestion, useStore } from '../storage/StoreContext';
import { inWorker } from './in-worker';
import type { OfficeWorkFailure, Preview } from './office-messages';
import type { OpenOffice } from './use-offices';

export type NextVersion =
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly failure: OfficeWorkFailure }
  | { readonly kind: 'ready'; readonly preview: Preview };

/** Milliseconds without a change before it is worked out anew. */
const settling = 250;

export function useNextVersion({ office, conference, files }: OpenOffice): NextVersion {
  const store = useStore();
  const fingerprint = useQuestion((opened) => fingerprintOfRelease(opened, conference.id), [conference.id]);
  const [next, setNext] = useState<NextVersion>({ kind: 'working' });
  useEffect(() => {
    if (fingerprint === undefined) return undefined;
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      const work = inWorker(store, { office: office.office, conference, task: { kind: 'preview' } });
      stop = work.stop;
      void work.answer.then((answer) => {
        if (!answer.ok) setNext({ kind: 'refused', failure: answer.error });
        else if (answer.value.kind === 'preview') setNext({ kind: 'ready', preview: answer.value.preview });
      });
    }, settling);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [store, office.office, conference, files, fingerprint]);
  return next;
}
