// Small things this computer remembers about the screen (collapsed panes, reading settings), in localStorage.
// Nothing the delegate wrote is ever kept here.

import { useCallback, useSyncExternalStore } from 'react';

const changed = 'rostrum-remembered';

/** What was remembered under `name`; undefined when nothing was, or when this browser keeps nothing. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`rostrum.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers `value` under `name` and lets every `useRemembered` know. A full or closed store only forgets. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`rostrum.${name}`, value);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
}

function listen(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener('storage', onChange);
  };
}

/** The remembered text under `name`, live, and a way to change it. */
export function useRemembered(name: string, fallback: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(listen, () => recall(name) ?? fallback);
  const change = useCallback((next: string) => remember(name, next), [name]);
  return [value, change];
}
