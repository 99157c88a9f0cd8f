// The texts that are not saved yet, by the id of their record, for as long as the page lives: so that an editor can take
// them up again, and that they are handed over when the page ends.

import type { Saver } from './save-as-typed';
import type { KeepFailure } from '../../shared/desktop-contract';

type Held = Pick<Saver<unknown, KeepFailure>, 'flush' | 'leave' | 'unsaved' | 'state'>;

/** Texts of one sort. */
export type HeldTexts<Text extends Held> = {
  readonly hold: (id: string, text: Text) => void;
  /** The text of the record `id`, if any of it is unsaved. */
  readonly find: (id: string) => Text | undefined;
  /** All of which something is unsaved. */
  readonly unsaved: () => readonly Text[];
};

export function heldTexts<Text extends Held>(): HeldTexts<Text> {
  const texts = new Map<string, Text>();
  const unsaved = (): readonly Text[] => [...texts.values()].filter((text) => text.unsaved() !== undefined);
  return {
    hold: (id, text) => void texts.set(id, text),
    find: (id) => {
      const text = texts.get(id);
      return text?.unsaved() === undefined ? undefined : text;
    },
    unsaved,
  };
}

/**
 * Hands over what is unsaved when the page is hidden or ends, and tries again when the network or the delegate is back.
 * While something is refused, a browser asks before the page ends (`asks`; Electron would not ask but refuse to close).
 * The answered function ends it.
 */
export function saveWithPage(page: Window, unsaved: () => readonly Held[], asks: boolean): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const leave = (): void => {
    for (const text of unsaved()) text.leave();
  };
  const again = (): void => {
    for (const text of unsaved()) void text.flush();
  };
  page.document.addEventListener('visibilitychange', leave, { signal });
  page.addEventListener('pagehide', leave, { signal });
  page.addEventListener('online', again, { signal });
  page.addEventListener('focus', again, { signal });
  const ask = (event: Event): void => {
    if (!unsaved().some((text) => text.state().kind === 'refused')) return;
    leave();
    event.preventDefault();
  };
  if (asks) page.addEventListener('beforeunload', ask, { signal });
  return () => listening.abort();
}
