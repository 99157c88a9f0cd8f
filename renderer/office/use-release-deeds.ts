// Changing what is put together for the next version; each deed can be taken back.

import { useCallback } from 'react';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import type { ConferenceId } from '../../shared/ids';
import { keepMessage } from '../app/failure-message';
import { listRelease, putInRelease, restoreRelease, takeFromRelease } from '../storage/release';
import { useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';

export type ReleaseDeeds = {
  /** `words` say what was done, with the way to undo it. */
  readonly put: (entries: readonly ReleaseEntry[], words: string) => void;
  /** Back to how the records are published. */
  readonly take: (records: readonly string[], words: string) => void;
};

export function useReleaseDeeds(conferenceId: ConferenceId): ReleaseDeeds {
  const store = useStore();
  const toast = useToast();
  const doing = useCallback(
    async (records: readonly string[], words: string, deed: () => ReturnType<typeof putInRelease>): Promise<void> => {
      const before = await listRelease(store, conferenceId);
      const done = await deed();
      if (!done.ok) {
        toast({ words: keepMessage(done.error) });
        return;
      }
      const named = records.map((record) => ({ conferenceId, record }));
      toast({ words, action: { words: 'Undo', run: () => void restoreRelease(store, named, before) } });
    },
    [store, toast, conferenceId],
  );
  return {
    put: (entries, words) =>
      void doing(
        entries.map(({ record }) => record),
        words,
        async () => putInRelease(store, entries),
      ),
    take: (records, words) =>
      void doing(records, words, async () =>
        takeFromRelease(
          store,
          records.map((record) => ({ conferenceId, record })),
        ),
      ),
  };
}
