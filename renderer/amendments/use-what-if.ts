// Which amendments are ticked on a motion's page: those conference has carried, until the delegate tries others.

import { useMemo, useState } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { listDecisions } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { carriedOf, clashesAmong, isReadableIn, tryAmendments } from './what-if';
import type { TextView, Tried } from './what-if';

export type WhatIf = {
  readonly ticked: ReadonlySet<AmendmentId>;
  readonly tick: (id: AmendmentId, isTicked: boolean) => void;
  readonly tried: Tried;
  readonly clashes: ReadonlyMap<AmendmentId, readonly string[]>;
  readonly view: TextView;
  /** Changes the view; where nothing is ticked, everything that can be read in the text is. */
  readonly show: (view: TextView) => void;
  /** The amendment pointed at, whose clauses are shown. */
  readonly lit: AmendmentId | undefined;
  readonly light: (id: AmendmentId | undefined) => void;
};

/** `amendments` in voting order, the delegate's own last; `first` is ticked from the start. */
export function useWhatIf(motion: Motion, amendments: readonly Amendment[], first?: AmendmentId): WhatIf {
  const decisions = useQuestion((store) => listDecisions(store, motion.id), [motion.id]);
  const [chosen, setChosen] = useState<ReadonlyMap<AmendmentId, boolean>>(
    () => new Map(first === undefined ? [] : [[first, true]]),
  );
  const [view, setView] = useState<TextView>('marked');
  const [lit, light] = useState<AmendmentId>();

  const carried = useMemo(
    () => carriedOf(amendments, (id) => decisions?.find((decision) => decision.recordId === id)?.key),
    [amendments, decisions],
  );
  const ticked = useMemo(() => {
    const readable = amendments.filter((amendment) => isReadableIn(motion.text, amendment));
    return new Set(readable.map(({ id }) => id).filter((id) => chosen.get(id) ?? carried.has(id)));
  }, [motion.text, amendments, chosen, carried]);
  const tried = useMemo(() => tryAmendments(motion.text, amendments, ticked), [motion.text, amendments, ticked]);
  const clashes = useMemo(() => clashesAmong(motion.text, amendments), [motion.text, amendments]);

  const tick = (id: AmendmentId, isTicked: boolean): void => {
    setChosen((before) => new Map(before).set(id, isTicked));
    if (isTicked && view === 'original') setView('marked');
  };
  const show = (next: TextView): void => {
    if (ticked.size === 0) setChosen(new Map(amendments.map((amendment) => [amendment.id, true])));
    setView(next);
  };
  return { ticked, tick, tried, clashes, view, show, lit, light };
}
