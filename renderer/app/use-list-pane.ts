// Whether the list of papers is in sight: a pane beside the page, remembered; a drawer over it where there is no room.

import { useState, useSyncExternalStore } from 'react';
import { useRemembered } from '../ui/use-remembered';

const narrow = '(max-width: 760px)';

function listen(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

type ListPane = { readonly isOpen: boolean; readonly isDrawer: boolean; readonly toggle: () => void };

/** A drawer closes when one goes to another `path`; the pane stays as it was left. */
export function useListPane(path: string): ListPane {
  const isDrawer = useSyncExternalStore(listen, () => window.matchMedia(narrow).matches);
  const [pane, setPane] = useRemembered('papers', 'open');
  const [drawerPath, setDrawerPath] = useState<string>();
  const isOpen = isDrawer ? drawerPath === path : pane === 'open';
  const toggle = (): void => {
    if (isDrawer) setDrawerPath(isOpen ? undefined : path);
    else setPane(isOpen ? 'closed' : 'open');
  };
  return { isOpen, isDrawer, toggle };
}
