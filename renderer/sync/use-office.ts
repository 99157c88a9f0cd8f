// The conference office of the open conference: asked for news at the start, when the network is back, every few
// minutes and when told to. News is shown and waits; nothing is applied by itself. Only asking that the delegate told it
// to do is seen.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { BundleFailure, BundleNote } from '../../shared/bundle/bundle-failure';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { Conference } from '../../shared/motion/conference';
import type { Result } from '../../shared/result';
import { useStore } from '../storage/StoreContext';
import { keptExpiry } from './kept-expiry';
import { verifyAddress } from './verify-in-worker';
import type { Offer, Verifying } from './verify-in-worker';

export type OfficeState =
  /** No address is known for this conference. */
  | { readonly kind: 'unconnected' }
  /** No answer yet, and nothing to be shown of it: the office is asked in the background. */
  | { readonly kind: 'quiet' }
  /** The delegate asked. `progress` once there is something to fetch. */
  | { readonly kind: 'asking'; readonly progress?: VerificationProgress }
  /** The office has nothing newer. `at`: epoch milliseconds of the answer; `expires`: RFC 3339. */
  | {
      readonly kind: 'current';
      readonly at: number;
      readonly version: number;
      readonly notes: readonly BundleNote[];
      readonly expires: string;
    }
  | { readonly kind: 'news'; readonly offer: Offer }
  /** The office could not be reached, or a sign-in page stands before it: normal, and no reason for alarm. */
  | {
      readonly kind: 'unreached';
      readonly failure: Extract<BundleFailure, { readonly code: 'S24' | 'S01' }>;
      /** RFC 3339; when the office vouched for the papers held until a moment that has passed. */
      readonly expired?: string;
    }
  | { readonly kind: 'refused'; readonly failure: BundleFailure };

export type Office = {
  readonly state: OfficeState;
  readonly ask: () => void;
  /** Ends what was asked aloud; what has arrived is kept. */
  readonly stop: () => void;
};

const interval = 5 * 60 * 1000;

/**
 * Asks once for each conference, address and version held, however often the conference's record is written anew.
 * `held` is the version of the papers held, null where there are none; undefined until that is known.
 */
export function useOffice(conference: Conference | undefined, held: number | null | undefined): Office {
  const store = useStore();
  const [answer, setAnswer] = useState<{ readonly question: string; readonly state: OfficeState }>();
  const underWay = useRef<Verifying>(undefined);
  const offer = useRef<Offer>(undefined);
  const id = conference?.id;
  const address = conference?.address;
  const question = `${id ?? ''} ${address ?? ''} ${held ?? ''}`;

  const show = useCallback(
    (state: OfficeState): void => {
      if (state.kind !== 'asking') {
        offer.current?.letGo();
        offer.current = state.kind === 'news' ? state.offer : undefined;
      }
      setAnswer({ question, state });
    },
    [question],
  );
  const ask = useCallback(
    async (onProgress?: (progress: VerificationProgress) => void): Promise<void> => {
      if (id === undefined || address === undefined || held === undefined) return;
      underWay.current?.stop();
      const verifying = verifyAddress(store, { address, conference: id, isExpected: true }, onProgress);
      underWay.current = verifying;
      const state = withExpiry(stateOf(await verifying.answer, store.now()), await keptExpiry(store, id), store.now());
      // Stopped, or asked anew meanwhile: this answer is nobody's.
      if (underWay.current !== verifying) return;
      underWay.current = undefined;
      show(state);
    },
    [store, id, address, held, show],
  );
  const stop = useCallback((): void => {
    underWay.current?.stop();
    underWay.current = undefined;
    setAnswer(undefined);
  }, []);

  useEffect(() => {
    const askQuietly = (): void => {
      if (underWay.current === undefined) void ask();
    };
    askQuietly();
    const timer = setInterval(askQuietly, interval);
    window.addEventListener('online', askQuietly);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', askQuietly);
      underWay.current?.stop();
      underWay.current = undefined;
      offer.current?.letGo();
      offer.current = undefined;
    };
  }, [ask]);

  const askAloud = useCallback((): void => {
    show({ kind: 'asking' });
    void ask((progress) => show({ kind: 'asking', progress }));
  }, [ask, show]);
  if (address === undefined) return { state: { kind: 'unconnected' }, ask: askAloud, stop };
  return { state: answer?.question === question ? answer.state : { kind: 'quiet' }, ask: askAloud, stop };
}

/** Papers that nobody can confirm now, and that were to be confirmed by now. */
function withExpiry(state: OfficeState, expires: string | undefined, now: number): OfficeState {
  const isExpired = expires !== undefined && Date.parse(expires) < now;
  return state.kind === 'unreached' && isExpired ? { ...state, expired: expires } : state;
}

function stateOf(offered: Result<Offer, BundleFailure>, now: number): OfficeState {
  if (!offered.ok) {
    const failure = offered.error;
    const isUnreached = failure.code === 'S24' || failure.code === 'S01';
    return isUnreached ? { kind: 'unreached', failure } : { kind: 'refused', failure };
  }
  const { bundle } = offered.value;
  if (bundle.isNews) return { kind: 'news', offer: offered.value };
  const { version, expires } = bundle;
  return { kind: 'current', at: now, version, notes: bundle.notes.filter((note) => note !== 'S07'), expires };
}
