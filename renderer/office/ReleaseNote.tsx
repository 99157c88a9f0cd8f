// What delegates read about the next version, kept as it is typed.

import { useEffect, useState } from 'react';
import type { ConferenceId } from '../../shared/ids';
import { useQuestion, useStore } from '../storage/StoreContext';
import { TextField } from '../ui/TextField';
import { findNote, keepNote } from './keep-note';

const settling = 400;

type ReleaseNoteProps = {
  readonly conference: ConferenceId;
  /** Told of every letter: who signs right after the last must not miss it. */
  readonly onType: (text: string) => void;
};

export function ReleaseNote({ conference, onType }: ReleaseNoteProps) {
  const store = useStore();
  const kept = useQuestion(async (opened) => (await findNote(opened, conference)) ?? '', [conference]);
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (typed === undefined || typed === kept) return undefined;
    const timer = setTimeout(() => void keepNote(store, conference, typed), settling);
    return () => clearTimeout(timer);
  }, [store, conference, typed, kept]);
  return (
    <TextField
      label="Note for delegates"
      isLabelHidden
      placeholder="Note for delegates: Supplementary Report 2"
      maxLength={500}
      value={typed ?? kept ?? ''}
      onChange={(text) => {
        setTyped(text);
        onType(text);
      }}
    />
  );
}
