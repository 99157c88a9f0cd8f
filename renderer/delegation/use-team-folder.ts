// Whether a folder is shared with the delegation of a conference.

import { useEffect, useState } from 'react';
import { folderName } from '../../shared/bundle/folder-names';
import { useStore } from '../storage/StoreContext';

/** Undefined until the doorkeeper has told. */
export function useTeamFolder(conference: string): boolean | undefined {
  const { desktop, name: store } = useStore();
  const [isShared, setIsShared] = useState<boolean>();
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const folders = await desktop.describeFolders({ store });
      const name = folderName({ kind: 'team', conference });
      if (isCurrent) setIsShared(folders.ok && folders.value.some(({ folder }) => folder === name));
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [desktop, store, conference]);
  return isShared;
}
