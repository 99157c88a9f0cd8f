// Saves a text while it is being typed: a moment after the last key, at the latest two seconds after the first, at once
// when asked, and always the newest last. Says "saved" only of text that the journal has answered for.

import type { Result } from '../../shared/result';

export type SaveState<E> =
  | { readonly kind: 'untouched' }
  /** Typed, and not yet answered for. */
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly error: E };

/** `T` is what is typed: the text of a note, or a whole draft. */
export type Saver<T = string, E = unknown> = {
  /** The text is now this. */
  readonly change: (text: T) => void;
  /**
   * Hands over what is not saved yet, in this very call unless a save is under way; resolves to the state once the last
   * save under way has been answered.
   */
  readonly flush: () => Promise<SaveState<E>>;
  /** Hands over what is not saved yet in this very call, whatever is under way: the page may end before any answer. */
  readonly leave: () => void;
  /** Forgets what is not saved yet: for a text that is being deleted. */
  readonly abandon: () => void;
  /** The newest text that the journal has not answered for. */
  readonly unsaved: () => T | undefined;
  readonly state: () => SaveState<E>;
};

type SaverOptions<E extends { readonly kind: string }, T> = {
  /** To be handed over when the page ends, it must ask the journal before it first waits. */
  readonly save: (text: T) => Promise<Result<unknown, E>>;
  readonly onState: (state: SaveState<E>) => void;
  /** Milliseconds without a key before it saves. */
  readonly delay: number;
};

/** Milliseconds after the first unsaved key at which it saves, however busily the delegate types. */
const longestWait = 2000;

/** Milliseconds between a refusal and the next try by itself: twice as long each time, up to the longest. */
const retries = { first: 2000, longest: 60_000 };

type Typed<T> = { readonly text: T; isHanded: boolean };

/**
 * A refused text is kept and tried again: at the next change or flush, and by itself after a while. While a save is
 * under way, later texts wait (unless the page is left); only the newest of them is saved next.
 */
export function saveAsTyped<E extends { readonly kind: string }, T = string>({
  save,
  onState,
  delay,
}: SaverOptions<E, T>): Saver<T, E> {
  let newest: Typed<T> | undefined;
  let state: SaveState<E> = { kind: 'untouched' };
  let settled: SaveState<E> = state;
  let runs = 0;
  let allRuns: Promise<unknown> = Promise.resolve();
  let retryAfter = retries.first;
  const timers = { pause: alarm(), limit: alarm(), retry: alarm() };

  const tell = (next: SaveState<E>): void => {
    state = next;
    onState(next);
  };
  const quiet = (): void => {
    for (const timer of Object.values(timers)) timer.stop();
  };
  /** Takes the journal's answer for `one`; whether the next text may be saved. */
  const take = (one: Typed<T>, result: Result<unknown, E>): boolean => {
    if (result.ok) {
      settled = { kind: 'saved' };
      retryAfter = retries.first;
      if (newest === one) newest = undefined;
    }
    if (newest === undefined) tell(settled);
    else if (result.ok) tell({ kind: 'saving' });
    else if (newest === one || !newest.isHanded) {
      if (newest === one) one.isHanded = false;
      timers.retry.set(() => void flush(), retryAfter);
      retryAfter = Math.min(retryAfter * 2, retries.longest);
      tell({ kind: 'refused', error: result.error });
    }
    return result.ok;
  };
  const saveAll = async (): Promise<void> => {
    runs += 1;
    try {
      for (let one = newest; one !== undefined && !one.isHanded; one = newest) {
        one.isHanded = true;
        if (!take(one, await save(one.text))) return;
      }
    } finally {
      runs -= 1;
    }
  };
  const start = async (): Promise<void> => {
    quiet();
    const run = saveAll();
    allRuns = Promise.allSettled([allRuns, run]);
    await run;
  };
  const flush = async (): Promise<SaveState<E>> => {
    if (runs === 0) await start();
    await allRuns;
    return state;
  };

  return {
    flush,
    leave: () => void start(),
    change: (text) => {
      newest = { text, isHanded: false };
      tell({ kind: 'saving' });
      timers.pause.set(() => void flush(), delay);
      if (!timers.limit.isSet()) timers.limit.set(() => void flush(), longestWait);
    },
    abandon: () => {
      quiet();
      newest = undefined;
      // A save under way tells by itself how it ended.
      if (runs === 0) tell(settled);
    },
    unsaved: () => newest?.text,
    state: () => state,
  };
}

type Alarm = {
  readonly set: (ring: () => void, milliseconds: number) => void;
  readonly stop: () => void;
  readonly isSet: () => boolean;
};

function alarm(): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const set = (ring: () => void, milliseconds: number): void => {
    stop();
    timer = setTimeout(() => {
      timer = undefined;
      ring();
    }, milliseconds);
  };
  return { set, stop, isSet: () => timer !== undefined };
}
