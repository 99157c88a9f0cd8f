// One text being typed, with the saver that brings it into the journal. It outlives its editor while it is unsaved, and
// is saved beside the stored record when that was changed by someone else meanwhile.

import { Dexie } from 'dexie';
import type { JournalDeed, KeepFailure } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';
import { textWrittenOn } from './deeds';
import type { WrittenOn } from './deeds';
import { watchRecord } from './other-windows';
import type { RecordWatch } from './other-windows';
import { saveAsTyped } from './save-as-typed';
import type { Saver, SaveState } from './save-as-typed';
import type { Store } from './store';

type Listener = (state: SaveState<KeepFailure>) => void;

export type HeldText<T, Id, About> = Saver<T, KeepFailure> & {
  /** What the text is of, as its editor gave it. */
  readonly about: About;
  /** The id it is saved under: another than at first once it is saved beside the stored record. */
  readonly id: () => Id;
  /** Whether the stored record was changed by anyone else since: what is typed next is saved beside it. */
  readonly isChangedElsewhere: () => boolean;
  /** An editor shows the text now: `onState` hears of its saving until the answered function is called. */
  readonly show: (onState: Listener) => () => void;
};

type Options<T, Id, About> = {
  readonly store: Store;
  readonly about: About;
  readonly id: Id;
  readonly writtenOn: WrittenOn;
  readonly newId: () => Id;
  readonly read: () => Promise<{ readonly savedAt?: number } | undefined>;
  /** Saves `content` as the record `id`; `store` tells the time it is saved at, `text` goes with it. */
  readonly save: (
    store: Store,
    id: Id,
    content: T,
    text: readonly JournalDeed[] | undefined,
  ) => Promise<Result<unknown, KeepFailure>>;
  /** The stored record was changed elsewhere: from now on the text is saved beside it. */
  readonly onBeside: () => void;
};

/** Milliseconds without a key before it saves. */
const delay = 400;

/**
 * What a save needs from the rows is read when an editor first shows the text, so that each save asks the journal in the
 * very call.
 */
export function holdText<T, Id, About>(options: Options<T, Id, About>): HeldText<T, Id, About> {
  const { store, about, writtenOn, newId, read, onBeside } = options;
  let id = options.id;
  let text: readonly JournalDeed[] | undefined;
  let watch: RecordWatch | undefined;
  let listener: Listener | undefined;

  const save = async (content: T): Promise<Result<unknown, KeepFailure>> => {
    if (watch?.isChangedElsewhere() === true) {
      watch.stop();
      watch = undefined;
      id = newId();
      onBeside();
    }
    const savedAt = store.now();
    watch?.expect(savedAt);
    const saved = await options.save({ ...store, now: () => savedAt }, id, content, text);
    if (saved.ok) text = [];
    return saved;
  };
  const prepare = async (): Promise<void> => {
    try {
      const found = await textWrittenOn(store, writtenOn);
      text ??= found;
    } catch (error) {
      if (!(error instanceof Dexie.DexieError)) throw error;
      text ??= [];
    }
  };
  const saver = saveAsTyped<KeepFailure, T>({ save, onState: (state) => listener?.(state), delay });
  const isBeside = (): boolean => id !== options.id;

  /** No editor shows the text any more: watches on only while it is unsaved. */
  const rest = async (): Promise<void> => {
    const state = await saver.flush();
    if (listener !== undefined || state.kind === 'refused') return;
    watch?.stop();
    watch = undefined;
  };
  const show = (onState: Listener): (() => void) => {
    listener = onState;
    if (text === undefined) void prepare();
    if (!isBeside()) watch ??= watchRecord(read);
    return () => {
      listener = undefined;
      void rest();
    };
  };
  return { ...saver, about, id: () => id, isChangedElsewhere: () => watch?.isChangedElsewhere() === true, show };
}
