// Keeps what is typed for the delegation while its form is on screen; what is unsaved when it goes is taken up by the
// next.

import { useEffect, useState } from 'react';
import type { KeepFailure } from '../../shared/desktop-contract';
import type { Unsaid } from '../../shared/journal/entry';
import { saveAsTyped, type SaveState } from '../storage/save-as-typed';
import { saveUnsaid } from '../storage/sending-deeds';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { useUnsavedTexts, type HeldUnsaid } from '../storage/UnsavedTextsContext';

/** Milliseconds without a key before it saves. */
const delay = 400;

/** A saver for what is typed under `key` (`unsaidKey`), and how far it is. */
export function useUnsaid(key: string): readonly [HeldUnsaid, SaveState<KeepFailure>] {
  const store = useStore();
  const { unsaid } = useUnsavedTexts();
  const [saver] = useState(() => unsaid.find(key) ?? holdUnsaid(store, key));
  const [state, setState] = useState(saver.state);
  useEffect(() => {
    unsaid.hold(key, saver);
    return saver.show(setState);
  }, [unsaid, key, saver]);
  return [saver, state];
}

function holdUnsaid(store: Store, key: string): HeldUnsaid {
  let listener: ((state: SaveState<KeepFailure>) => void) | undefined;
  const saver = saveAsTyped<KeepFailure, Unsaid>({
    save: async (typed) => saveUnsaid(store, key, typed),
    onState: (state) => listener?.(state),
    delay,
  });
  return {
    ...saver,
    show: (onState) => {
      listener = onState;
      return () => {
        listener = undefined;
        void saver.flush();
      };
    },
  };
}
