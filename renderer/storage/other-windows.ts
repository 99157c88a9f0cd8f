// Tells an editor whether the record it edits was changed by anyone but itself since it began: another window, or
// another of the delegate's computers.

import { liveQuery } from 'dexie';

type Saved = { readonly savedAt?: number };

export type RecordWatch = {
  /** The editor saves the record itself now, with this time of saving. */
  readonly expect: (savedAt: number) => void;
  readonly isChangedElsewhere: () => boolean;
  readonly stop: () => void;
};

/** Watches the record that `read` reads from the rows. What it says first is what the editor began with. */
export function watchRecord(read: () => Promise<Saved | undefined>): RecordWatch {
  const own = new Set<number | undefined>([undefined]);
  let stored: number | undefined;
  let isFirst = true;
  const subscription = liveQuery(read).subscribe({
    next: (record) => {
      stored = record?.savedAt;
      if (isFirst) own.add(stored);
      isFirst = false;
    },
    // A working copy that cannot be read tells of no change; what is typed goes to the journal all the same.
    error: () => undefined,
  });
  return {
    expect: (savedAt) => own.add(savedAt),
    isChangedElsewhere: () => !own.has(stored),
    stop: () => subscription.unsubscribe(),
  };
}
