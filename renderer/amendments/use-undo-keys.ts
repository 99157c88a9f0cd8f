// Control+Z and Control+Y on the whole desk: title, text and plain fields have one history, so the fields' own is off.

import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

type UndoKeys = { readonly undo: () => void; readonly redo: () => void };

/** Answers the keys, and the same commands from a menu, inside `place`. */
export function useUndoKeys(place: RefObject<HTMLElement | null>, { undo, redo }: UndoKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'z' && !event.shiftKey) undo();
    else redo();
  });
  const onInput = useEffectEvent((event: InputEvent) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') undo();
    else redo();
  });
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const listening = new AbortController();
    element.addEventListener('keydown', (event) => onKey(event), { signal: listening.signal, capture: true });
    element.addEventListener('beforeinput', (event) => onInput(event), { signal: listening.signal, capture: true });
    return () => listening.abort();
  }, [place]);
}
