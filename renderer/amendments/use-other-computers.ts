// What the delegate calls their other computers, for words that send them there.

import { useEffect, useState } from 'react';
import { heldList, readSelfState } from '../../shared/bundle/self-state';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';

const none: readonly string[] = [];

/** Their names as the list of own devices has them; none until that is known. Asked for only where `isWanted`. */
export function useOtherComputers(isWanted: boolean): readonly string[] {
  const { desktop, name: store } = useStore();
  const [names, setNames] = useState(none);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const stored = await desktop.readOwnDevices({ store });
      const state = stored.ok ? readSelfState(stored.value) : undefined;
      if (state?.kind !== 'member') return;
      const held = await heldList(state, { compression, cryptography, text: textCodec });
      const others = (held?.list.devices ?? []).filter(({ device }) => device !== state.device);
      if (isCurrent) setNames(others.map(({ label }) => label));
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [desktop, store, isWanted]);
  return names;
}
