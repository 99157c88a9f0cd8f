// Saves a text while it is being typed: a moment after the last key, at once when asked, never two at a time, and
// always the newest last. Says "saved" only of text that the journal has answered for.

import type { Result } from '../../shared/result';

export type SaveState<E> =
  | { readonly kind: 'untouched' }
  /** Typed, and not yet answered for. */
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly error: E };

/** `T` is what is typed: the text of a note, or a whole draft. */
export type Saver<T = string> = {
  /** The text is now this. */
  readonly change: (text: T) => void;
  /** Saves what is not saved yet without waiting; resolves when the last save under way has been answered. */
  readonly flush: () => Promise<void>;
  /** Forgets what is not saved yet: for a text that is being deleted. */
  readonly abandon: () => void;
};

type SaverOptions<E extends { readonly kind: string }, T> = {
  readonly save: (text: T) => Promise<Result<unknown, E>>;
  readonly onState: (state: SaveState<E>) => void;
  /** Milliseconds without a key before it saves. */
  readonly delay: number;
};

/**
 * A refused text is kept and tried again at the next change or flush. While a save is under way, later texts wait; only
 * the newest of them is saved next.
 */
export function saveAsTyped<E extends { readonly kind: string }, T = string>({
  save,
  onState,
  delay,
}: SaverOptions<E, T>): Saver<T> {
  let waiting: T | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** All saves so far, one after the other. */
  let saves: Promise<void> = Promise.resolve();

  const saveAll = async (): Promise<void> => {
    while (waiting !== undefined) {
      const text: T = waiting;
      waiting = undefined;
      const result = await save(text);
      if (!result.ok) {
        waiting ??= text;
        onState({ kind: 'refused', error: result.error });
        return;
      }
      onState(waiting === undefined ? { kind: 'saved' } : { kind: 'saving' });
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    saves = saves.then(saveAll);
    await saves;
  };

  return {
    flush,
    change: (text) => {
      waiting = text;
      onState({ kind: 'saving' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delay);
    },
    abandon: () => {
      clearTimeout(timer);
      waiting = undefined;
    },
  };
}
