// Changing what is put together for the next version; the last deed can be taken back.

import { useCallback, useState } from 'react';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { keepMessage } from '../app/failure-message';
import { officeWorkMessage } from '../app/office-message';
import type { Deed } from '../storage/deeds';
import { findInRelease, putInRelease, restoreRelease, takeFromRelease } from '../storage/release';
import { useStore } from '../storage/StoreContext';
import { inWorker } from './in-worker';
import type { OfficeTask } from './office-messages';
import { paperCounts } from './release-words';
import type { OpenOffice } from './use-offices';

export type ReleaseDeeds = {
  /** `words` say what was done. */
  readonly put: (entries: readonly ReleaseEntry[], words: string) => void;
  /** Back to how the records are published. */
  readonly take: (records: readonly string[], words: string) => void;
  /** Puts in all papers of a conference here that are not in, in a worker: an agenda may have thousands. */
  readonly putAll: (from: string) => void;
  readonly isPutting: boolean;
  /** What was done last, and how to undo it; a refusal has no way back. */
  readonly last: { readonly words: string; readonly undo?: () => void } | undefined;
};

export function useReleaseDeeds({ office, conference }: OpenOffice, hold: (isHeld: boolean) => void): ReleaseDeeds {
  const store = useStore();
  const { office: officeId } = office;
  const conferenceId = conference.id;
  const [last, setLast] = useState<ReleaseDeeds['last']>();
  const [isPutting, setIsPutting] = useState(false);
  const inOne = async (task: OfficeTask): Promise<void> => {
    setIsPutting(true);
    hold(true);
    const answer = await inWorker(store, { office: officeId, conference, task }).answer;
    hold(false);
    setIsPutting(false);
    if (!answer.ok) setLast({ words: officeWorkMessage(answer.error) });
    else if (answer.value.kind === 'put-in') {
      const { counts, deed } = answer.value;
      setLast({
        words: `${paperCounts(counts.motions, counts.amendments)} put in.`,
        undo: () => {
          setLast(undefined);
          void inOne({ kind: 'restore', deed });
        },
      });
    }
  };
  const doing = useCallback(
    async (records: readonly string[], words: string, deed: () => Deed): Promise<void> => {
      const before = await findInRelease(store, conferenceId, records);
      const done = await deed();
      if (!done.ok) {
        setLast({ words: keepMessage(done.error) });
        return;
      }
      const named = records.map((record) => ({ conferenceId, record }));
      const undo = (): void => {
        setLast(undefined);
        void restoreRelease(store, named, before);
      };
      setLast({ words, undo });
    },
    [store, conferenceId],
  );
  return {
    put: (entries, words) => {
      const records = entries.map(({ record }) => record);
      void doing(records, words, async () => putInRelease(store, entries));
    },
    take: (records, words) => {
      const named = records.map((record) => ({ conferenceId, record }));
      void doing(records, words, async () => takeFromRelease(store, named));
    },
    putAll: (from) => void inOne({ kind: 'put-in', from }),
    isPutting,
    last,
  };
}
