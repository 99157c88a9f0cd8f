// Changing what is put together for the next version; the last deed can be taken back.

import { useCallback, useState } from 'react';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import type { ConferenceId } from '../../shared/ids';
import { keepMessage } from '../app/failure-message';
import type { Deed } from '../storage/deeds';
import { findInRelease, putInRelease, restoreRelease, takeFromRelease } from '../storage/release';
import { useStore } from '../storage/StoreContext';

export type ReleaseDeeds = {
  /** `words` say what was done. */
  readonly put: (entries: readonly ReleaseEntry[], words: string) => void;
  /** Back to how the records are published. */
  readonly take: (records: readonly string[], words: string) => void;
  /** What was done last, and how to undo it; a refusal has no way back. */
  readonly last: { readonly words: string; readonly undo?: () => void } | undefined;
};

export function useReleaseDeeds(conferenceId: ConferenceId): ReleaseDeeds {
  const store = useStore();
  const [last, setLast] = useState<ReleaseDeeds['last']>();
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
    last,
  };
}
