// Which amendments are ticked on a motion's page, and in which order they are voted on: those conference has carried, as
// printed, until the delegate tries others.

import { useMemo, useState } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import { readConsequenceRules } from '../../shared/motion/consequence';
import type { Motion } from '../../shared/motion/motion';
import { listDecisions } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { useRemembered } from '../ui/use-remembered';
import { inVotingOrder, movedInOrder } from './voting-order';
import { carriedOf, clashesAmong, isReadableIn, tryAmendments } from './what-if';
import type { TextView, Tried } from './what-if';

export type WhatIf = {
  /** All amendments in voting order. */
  readonly inOrder: readonly Amendment[];
  /** Has an amendment voted on one place earlier (−1) or later (1); answers its new place, counted from 1. */
  readonly move: (id: AmendmentId, by: 1 | -1) => number;
  readonly isOwnOrder: boolean;
  readonly asPrinted: () => void;
  readonly ticked: ReadonlySet<AmendmentId>;
  readonly tick: (id: AmendmentId, isTicked: boolean) => void;
  /** Whether the ticks are what conference carried. */
  readonly isAsCarried: boolean;
  /** How many conference carried. */
  readonly carriedCount: number;
  readonly tickCarried: () => void;
  readonly untickAll: () => void;
  readonly tried: Tried;
  readonly clashes: ReadonlyMap<AmendmentId, readonly string[]>;
  readonly view: TextView;
  /** Changes the view; where nothing is ticked, everything that can be read in the text is. */
  readonly show: (view: TextView) => void;
  /** The amendment pointed at in the margin, whose changes are brought into sight. */
  readonly lit: AmendmentId | undefined;
  readonly light: (id: AmendmentId | undefined) => void;
  /** The amendment whose change is pointed at in the text. */
  readonly pointed: AmendmentId | undefined;
  readonly point: (id: AmendmentId | undefined) => void;
};

/** `amendments` as printed, the delegate's own last; `first` is ticked from the start. */
export function useWhatIf(motion: Motion, amendments: readonly Amendment[], first?: AmendmentId): WhatIf {
  const decisions = useQuestion((store) => listDecisions(store, motion.id), [motion.id]);
  const [known, rememberOrder] = useRemembered(`voting-order.${motion.id}`, '');
  const [chosen, setChosen] = useState<ReadonlyMap<AmendmentId, boolean>>(
    () => new Map(first === undefined ? [] : [[first, true]]),
  );
  const [view, setView] = useState<TextView>('marked');
  const [lit, light] = useState<AmendmentId>();
  const [pointed, point] = useState<AmendmentId>();

  const inOrder = useMemo(
    () =>
      inVotingOrder(
        amendments,
        known.split(' ').filter((id) => id !== ''),
      ),
    [amendments, known],
  );
  const carried = useMemo(
    () => carriedOf(amendments, (id) => decisions?.find((decision) => decision.recordId === id)?.key),
    [amendments, decisions],
  );
  const readable = useMemo(
    () => inOrder.filter((amendment) => isReadableIn(motion.text, amendment)).map(({ id }) => id),
    [motion.text, inOrder],
  );
  const ticked = useMemo(
    () => new Set(readable.filter((id) => chosen.get(id) ?? carried.has(id))),
    [readable, chosen, carried],
  );
  const rules = useMemo(() => readConsequenceRules(motion.dropped.join('\n')), [motion.dropped]);
  const tried = useMemo(
    () => tryAmendments(motion.text, inOrder, ticked, rules),
    [motion.text, inOrder, ticked, rules],
  );
  const clashes = useMemo(() => clashesAmong(motion.text, inOrder), [motion.text, inOrder]);

  const tick = (id: AmendmentId, isTicked: boolean): void => {
    setChosen((before) => new Map(before).set(id, isTicked));
    if (isTicked && view === 'original') setView('marked');
  };
  const show = (next: TextView): void => {
    if (ticked.size === 0) setChosen(new Map(amendments.map((amendment) => [amendment.id, true])));
    setView(next);
  };
  const move = (id: AmendmentId, by: 1 | -1): number => {
    const ids = movedInOrder(
      inOrder.map((amendment) => amendment.id),
      id,
      by,
    );
    rememberOrder(ids.join(' '));
    return ids.indexOf(id) + 1;
  };
  return {
    inOrder,
    move,
    isOwnOrder: inOrder.some((amendment, index) => amendment.id !== amendments[index]?.id),
    asPrinted: () => rememberOrder(''),
    ticked,
    tick,
    isAsCarried: readable.every((id) => ticked.has(id) === carried.has(id)),
    carriedCount: readable.filter((id) => carried.has(id)).length,
    tickCarried: () => setChosen(new Map()),
    untickAll: () => setChosen(new Map(readable.map((id) => [id, false]))),
    tried,
    clashes,
    view,
    show,
    lit,
    light,
    pointed,
    point,
  };
}
