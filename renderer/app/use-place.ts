// Where in the app the delegate is: brought back at the next start, and the focus kept sensible on the way.

import { useEffect, useRef } from 'react';
import type { StoreName } from '../../shared/desktop-contract';
import { recall, remember } from '../ui/use-remembered';

type Navigate = (path: string, options?: { readonly replace?: boolean }) => void;

/** Goes to the page of the last time when the app starts without an address, and remembers each page one is on. */
export function useLastPage(store: StoreName, path: string, navigate: Navigate): void {
  const isStart = useRef(true);
  useEffect(() => {
    const last = recall(`page.${store}`);
    if (isStart.current && path === '/' && last !== undefined && last !== '/') navigate(last, { replace: true });
    else remember(`page.${store}`, path);
    isStart.current = false;
  }, [store, path, navigate]);
}

/** After going to another page, moves the focus to the text if whatever had it has gone. */
export function useFocusAfterGoing(path: string): void {
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current === path) return undefined;
    lastPath.current = path;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) {
        document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);
}
