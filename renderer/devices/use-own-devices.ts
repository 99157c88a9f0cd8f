// Goes round with the delegate's other computers as long as the app is open: shortly after the start, when the network
// is back, every few minutes, and when told to. One for the whole window.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { roundNews } from '../app/device-message';
import { useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';
import type { DeviceFailure, DeviceOrder, Overview, Round } from './device-orders';
import { orderInWorker, type OrderAnswer } from './order-in-worker';

export type OwnDevicesState = {
  /** What is being done now, but for looking; absent when nothing is. */
  readonly doing?: DeviceOrder['kind'];
  /** Undefined until it was looked at: at the start only where there are other computers. */
  readonly overview?: Overview;
  /** Why the last round or order was not done; the overview is that of before. */
  readonly failure?: DeviceFailure;
  readonly round?: Round;
};

export type OwnDevicesRoom = {
  readonly state: OwnDevicesState;
  /** Carries an order out; its overview, if it has one, becomes the state's. */
  readonly order: (order: DeviceOrder) => Promise<OrderAnswer>;
};

const interval = 5 * 60 * 1000;
/** The papers are on the screen first. */
const afterStart = 1500;

export function useOwnDevices(): OwnDevicesRoom {
  const store = useStore();
  const toast = useToast();
  const [state, setState] = useState<Known>({});
  // Orders wait for each other: one that looks may end while another is still under way.
  const [underWay, setUnderWay] = useState<readonly DeviceOrder['kind'][]>([]);
  const toastNow = useRef(toast);
  useEffect(() => {
    toastNow.current = toast;
  }, [toast]);

  const order = useCallback(
    async (given: DeviceOrder): Promise<OrderAnswer> => {
      setUnderWay((orders) => [...orders, given.kind]);
      const answer = await orderInWorker(store, given);
      setUnderWay((orders) => orders.toSpliced(orders.indexOf(given.kind), 1));
      setState((before) => after(before, given, answer));
      const round = answer.ok && answer.value.kind === 'overview' ? answer.value.round : undefined;
      for (const words of round === undefined ? [] : roundNews(round)) toastNow.current({ words });
      return answer;
    },
    [store],
  );

  useEffect(() => {
    let isCurrent = true;
    const goRound = async (): Promise<void> => {
      // Asking the doorkeeper costs nothing; starting a worker for those who have one computer would.
      const remembered = await store.desktop.readOwnDevices({ store: store.name });
      if (isCurrent && remembered.ok && isMember(remembered.value)) await order({ kind: 'sync' });
    };
    const quietly = (): void => void goRound();
    const first = setTimeout(quietly, afterStart);
    const timer = setInterval(quietly, interval);
    window.addEventListener('online', quietly);
    return () => {
      isCurrent = false;
      clearTimeout(first);
      clearInterval(timer);
      window.removeEventListener('online', quietly);
    };
  }, [store, order]);

  const doing = underWay.findLast((kind) => kind !== 'describe');
  return useMemo(() => ({ state: doing === undefined ? state : { ...state, doing }, order }), [state, doing, order]);
}

type Known = Omit<OwnDevicesState, 'doing'>;

/** One that is not paused: as much of the memory as has to be known without a worker. */
function isMember(remembered: unknown): boolean {
  if (typeof remembered !== 'object' || remembered === null) return false;
  return 'kind' in remembered && remembered.kind === 'member' && 'isPaused' in remembered && !remembered.isPaused;
}

function after(before: Known, { kind }: DeviceOrder, answer: OrderAnswer): Known {
  const { overview, round } = before;
  const known = { ...(overview === undefined ? {} : { overview }), ...(round === undefined ? {} : { round }) };
  if (!answer.ok) {
    // What a form asked for is answered in the form.
    const isOwn = kind === 'sync' || kind === 'describe';
    return isOwn ? { ...known, failure: answer.error } : { ...known, ...kept(before) };
  }
  if (answer.value.kind !== 'overview') return { ...known, ...kept(before) };
  const next = answer.value.round ?? round;
  return {
    overview: answer.value.overview,
    ...(next === undefined ? {} : { round: next }),
    ...keptUnless(before, kind),
  };
}

function kept({ failure }: Known): Pick<Known, 'failure'> {
  return failure === undefined ? {} : { failure };
}

/** Only looking does not mend what a round could not do. */
function keptUnless(before: Known, kind: DeviceOrder['kind']): Pick<Known, 'failure'> {
  return kind === 'describe' && before.failure?.kind !== 'key-locked' ? kept(before) : {};
}
