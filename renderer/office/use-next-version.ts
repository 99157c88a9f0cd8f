// The next version as it would be now, worked out in a worker whenever something it is made of has changed.

import { useEffect, useMemo, useState } from 'react';
import { fingerprintOfRelease } from '../storage/release';
import { useQuestion, useStore } from '../storage/StoreContext';
import { inWorker, type OfficeWork } from './in-worker';
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
  // What is submitted and decided changes the version too: the papers of the office are read anew with `files`.
  const madeOf = useMemo(() => ({ fingerprint, files }), [fingerprint, files]);
  useEffect(() => {
    if (madeOf.fingerprint === undefined) return undefined;
    let work: OfficeWork | undefined;
    const timer = setTimeout(() => {
      work = inWorker(store, { office: office.office, conference, task: { kind: 'preview' } });
      void conclude(work).then(setNext);
    }, settling);
    return () => {
      clearTimeout(timer);
      work?.stop();
    };
  }, [store, office.office, conference, madeOf]);
  return next;
}

async function conclude(work: OfficeWork): Promise<NextVersion> {
  const answer = await work.answer;
  if (!answer.ok) return { kind: 'refused', failure: answer.error };
  return answer.value.kind === 'preview' ? { kind: 'ready', preview: answer.value.preview } : { kind: 'working' };
}
