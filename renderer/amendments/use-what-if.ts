// Which amendments are ticked on a motion's page, and in which order they are voted on: those conference has carried, as
// printed, until the delegate tries others. Both are remembered for each motion.

import { useMemo, useState } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import type { DecidedPart } from '../../shared/motion/decision';
import type { Motion } from '../../shared/motion/motion';
import { findHallRecord } from '../storage/hall-record';
import type { HallRecord } from '../storage/hall-record';
import { listDecisions } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { useRemembered } from '../ui/use-remembered';
import { hallFor } from './hall-for';
import { readableBases } from './readable-bases';
import type { ReadableBases } from './readable-bases';
import { readTicks, ticksInWords } from './remembered-ticks';
import type { Ticks } from './remembered-ticks';
import { besides, inVotingOrder, movedInOrder } from './voting-order';
import { carriedOf, clashesAmong, tryAmendments } from './what-if';
import type { TextView, Tried } from './what-if';

export type WhatIf = {
  /** All amendments in voting order. */
  readonly inOrder: readonly Amendment[];
  /** The text that each one that can be read is read in. */
  readonly bases: ReadableBases;
  /**
   * Has an amendment voted on one place earlier (−1) or later (1) among those that amend the same; answers its new place
   * among them, counted from 1.
   */
  readonly move: (id: AmendmentId, by: 1 | -1) => number;
  readonly isOwnOrder: boolean;
  readonly asPrinted: () => void;
  readonly ticked: ReadonlySet<AmendmentId>;
  readonly tick: (id: AmendmentId, isTicked: boolean) => void;
  /** Whether the ticks are what conference carried. */
  readonly isAsCarried: boolean;
  /** How many conference carried. */
  readonly carriedCount: number;
  /** These change all ticks at once, and answer how to have them back. */
  readonly tickCarried: () => TakeBack;
  readonly untickAll: () => TakeBack;
  readonly tried: Tried;
  /** What was decided in the conference, and the rules printed with its papers. */
  readonly hall: HallRecord | undefined;
  /** The parts that the motion is taken in. */
  readonly parts: readonly DecidedPart[];
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

const noParts: readonly DecidedPart[] = [];

export type TakeBack = () => void;

/** `amendments` as printed, the delegate's own last; `first` is ticked from the start. */
export function useWhatIf(motion: Motion, amendments: readonly Amendment[], first?: AmendmentId): WhatIf {
  const decisions = useQuestion((store) => listDecisions(store, motion.id), [motion.id]);
  const [known, rememberOrder] = useRemembered(`voting-order.${motion.id}`, '');
  const [chosen, choose] = useTicks(motion, first);
  const [view, setView] = useState<TextView>('marked');
  const [lit, light] = useState<AmendmentId>();
  const [pointed, point] = useState<AmendmentId>();

  const inOrder = useMemo(() => inVotingOrder(amendments, wordsOf(known)), [amendments, known]);
  const carried = useMemo(
    () => carriedOf(amendments, (id) => decisions?.find((decision) => decision.recordId === id)?.key),
    [amendments, decisions],
  );
  const bases = useMemo(() => readableBases(motion.text, inOrder), [motion.text, inOrder]);
  const readable = useMemo(() => inOrder.flatMap(({ id }) => (bases.has(id) ? [id] : [])), [bases, inOrder]);
  const ticked = useMemo(
    () => new Set(readable.filter((id) => chosen.get(id) ?? carried.has(id))),
    [readable, chosen, carried],
  );
  const hall = useQuestion((store) => findHallRecord(store, motion.conferenceId), [motion.conferenceId]);
  const inTheHall = useMemo(
    () => hallFor(motion, { hall, decisions: decisions ?? [], ticked, amendments }),
    [motion, hall, decisions, ticked, amendments],
  );
  const tried = useMemo(
    () => tryAmendments(motion.text, inOrder, ticked, inTheHall),
    [motion.text, inOrder, ticked, inTheHall],
  );
  const clashes = useMemo(() => clashesAmong(motion.text, inOrder), [motion.text, inOrder]);

  const tick = (id: AmendmentId, isTicked: boolean): void => {
    choose(new Map(chosen).set(id, isTicked));
    if (isTicked && view === 'original') setView('marked');
  };
  const chooseAll = (next: Ticks): TakeBack => {
    choose(next);
    return () => choose(chosen);
  };
  const show = (next: TextView): void => {
    if (tried.text === undefined) choose(new Map(amendments.map((amendment) => [amendment.id, true])));
    setView(next);
  };
  const move = (id: AmendmentId, by: 1 | -1): number => {
    const ids = besides(inOrder, id).map((amendment) => amendment.id);
    const moved = movedInOrder(ids, id, by);
    const others = inOrder.map((amendment) => amendment.id).filter((other) => !ids.includes(other));
    rememberOrder([...moved, ...others].join(' '));
    return moved.indexOf(id) + 1;
  };
  return {
    inOrder,
    bases,
    move,
    isOwnOrder: inVotingOrder(amendments, []).some((amendment, index) => amendment.id !== inOrder[index]?.id),
    asPrinted: () => rememberOrder(''),
    ticked,
    tick,
    isAsCarried: readable.every((id) => ticked.has(id) === carried.has(id)),
    carriedCount: readable.filter((id) => carried.has(id)).length,
    tickCarried: () => chooseAll(new Map()),
    untickAll: () => chooseAll(new Map(readable.map((id) => [id, false]))),
    tried,
    hall,
    parts: inTheHall.parts ?? noParts,
    clashes,
    view,
    show,
    lit,
    light,
    pointed,
    point,
  };
}

/** The ticks that differ from what conference decided; `first` is ticked until any are changed. */
function useTicks(motion: Motion, first: AmendmentId | undefined): readonly [Ticks, (ticks: Ticks) => void] {
  const [words, remember] = useRemembered(`what-if.${motion.id}`, '');
  const [opened, setOpened] = useState(first);
  const ticks = useMemo(() => {
    const remembered = readTicks(words);
    return opened === undefined ? remembered : new Map(remembered).set(opened, true);
  }, [words, opened]);
  const choose = (next: Ticks): void => {
    setOpened(undefined);
    remember(ticksInWords(next));
  };
  return [ticks, choose];
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
