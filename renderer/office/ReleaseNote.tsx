// What delegates read about the next version, kept as it is typed.

import { useEffect, useState } from 'react';
import type { ConferenceId } from '../../shared/ids';
import { findInRelease, putInRelease, takeFromRelease } from '../storage/release';
import { useQuestion, useStore } from '../storage/StoreContext';
import { TextField } from '../ui/TextField';

const settling = 400;

export function ReleaseNote({ conference }: { readonly conference: ConferenceId }) {
  const store = useStore();
  const kept = useQuestion(
    async (opened) => {
      const [note] = await findInRelease(opened, conference, ['note']);
      return note?.kind === 'note' ? note.text : '';
    },
    [conference],
  );
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (typed === undefined || typed === kept) return undefined;
    const timer = setTimeout(() => {
      const name = { conferenceId: conference, record: 'note' } as const;
      void (typed === ''
        ? takeFromRelease(store, [name])
        : putInRelease(store, [{ ...name, kind: 'note', text: typed }]));
    }, settling);
    return () => clearTimeout(timer);
  }, [store, conference, typed, kept]);
  return (
    <TextField
      label="Note for delegates"
      isLabelHidden
      placeholder="Note for delegates: Supplementary Report 2"
      maxLength={500}
      value={typed ?? kept ?? ''}
      onChange={setTyped}
    />
  );
}
