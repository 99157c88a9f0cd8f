// The next version as it would be now, put together in a worker, which also watches for what changes it.

import { useEffect, useState } from 'react';
import { useStore } from '../storage/StoreContext';
import { inWorker, type OfficeWork } from './in-worker';
import type { OfficeWorkFailure, Preview } from './office-messages';
import type { OpenOffice } from './use-offices';

export type NextVersion =
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly failure: OfficeWorkFailure }
  | { readonly kind: 'ready'; readonly preview: Preview };

/** `opened` anew means that the roster or the inbox may be others, and the version with them. */
export function useNextVersion(opened: OpenOffice): NextVersion {
  const store = useStore();
  const [next, setNext] = useState<NextVersion>({ kind: 'working' });
  useEffect(() => {
    const { office, conference } = opened;
    let work: OfficeWork | undefined;
    let isOver = false;
    const follow = async (fingerprint?: string): Promise<void> => {
      const known = fingerprint === undefined ? {} : { fingerprint };
      work = inWorker(store, { office: office.office, conference, task: { kind: 'preview', ...known } });
      const answer = await work.answer;
      if (isOver) return;
      if (!answer.ok) setNext({ kind: 'refused', failure: answer.error });
      else if (answer.value.kind === 'preview') {
        setNext({ kind: 'ready', preview: answer.value.preview });
        await follow(answer.value.fingerprint);
      }
    };
    void follow();
    return () => {
      isOver = true;
      work?.stop();
    };
  }, [store, opened]);
  return next;
}
