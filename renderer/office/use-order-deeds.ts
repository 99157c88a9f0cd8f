// Changing the order of business of the next version, one change after the other; each can be taken back.

import { useCallback, useRef, useState } from 'react';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import type { ConferenceId } from '../../shared/ids';
import { keepMessage } from '../app/failure-message';
import { findApplied } from '../storage/official-questions';
import { findNextOrder } from '../storage/order-questions';
import { findInRelease, putInRelease, restoreRelease } from '../storage/release';
import { useQuestion, useStore } from '../storage/StoreContext';
import { entriesFor } from './order-edits';

type Done = {
  /** The version that was published last when it was done: with the next, nothing of it is left to take back. */
  readonly head: string | undefined;
  readonly words: string;
  readonly records: readonly string[];
  readonly before: readonly ReleaseEntry[];
};

export type OrderDeeds = {
  /** Makes the order what `edit` makes of it as it is by then. `words` say what was done. */
  readonly change: (edit: (order: OrderOfBusiness) => OrderOfBusiness, words: string) => void;
  /** Takes back what was done last; nothing where there is nothing left. */
  readonly undo: () => void;
  readonly last: { readonly words: string; readonly undo?: () => void } | undefined;
};

export function useOrderDeeds(conference: ConferenceId): OrderDeeds {
  const store = useStore();
  const [all, setDone] = useState<readonly Done[]>([]);
  const published = useQuestion(async (opened) => findApplied(opened, conference), [conference])?.head;
  const done = all.filter(({ head }) => head === published);
  const [refusal, setRefusal] = useState<string>();
  // A key that is held down asks for the next change before the last is written.
  const queue = useRef(Promise.resolve());
  const inTurn = useCallback((deed: () => Promise<void>): void => {
    queue.current = queue.current.then(deed);
  }, []);
  const change: OrderDeeds['change'] = (edit, words) =>
    inTurn(async () => {
      const { sessions } = await findNextOrder(store, conference);
      const entries = entriesFor(sessions, edit(sessions));
      if (entries.length === 0) return;
      const records = entries.map(({ record }) => record);
      const before = await findInRelease(store, conference, records);
      const head = (await findApplied(store, conference))?.head;
      const put = await putInRelease(store, entries);
      setRefusal(put.ok ? undefined : keepMessage(put.error));
      if (put.ok) setDone((earlier) => [...earlier, { head, words, records, before }]);
    });
  const undo = (): void => {
    const deed = done.at(-1);
    if (deed === undefined) return;
    setDone(done.slice(0, -1));
    inTurn(async () => {
      const named = deed.records.map((record) => ({ conferenceId: conference, record }));
      const restored = await restoreRelease(store, named, deed.before);
      setRefusal(restored.ok ? undefined : keepMessage(restored.error));
    });
  };
  const words = refusal ?? done.at(-1)?.words;
  return {
    change,
    undo,
    last: words === undefined ? undefined : { words, ...(done.length === 0 ? {} : { undo }) },
  };
}
