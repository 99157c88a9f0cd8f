// The conference office of the open conference: asked for news at the start, when the network is back, every few
// minutes and when told to. News is shown and waits; nothing is applied by itself.

import { useCallback, useEffect, useState } from 'react';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { Conference } from '../../shared/motion/conference';
import { useStore } from '../storage/StoreContext';
import type { Store } from '../storage/store';
import { verifyAddress } from './verify-office';
import type { Offer } from './verify-office';

export type OfficeState =
  /** No address is known for this conference. */
  | { readonly kind: 'unconnected' }
  | { readonly kind: 'asking' }
  /** The office has nothing newer. `at`: epoch milliseconds of the answer. */
  | { readonly kind: 'current'; readonly at: number }
  | { readonly kind: 'news'; readonly offer: Offer }
  /** The office could not be reached: normal, and no reason for alarm. */
  | { readonly kind: 'unreached'; readonly failure: Extract<BundleFailure, { readonly code: 'S24' }> }
  | { readonly kind: 'refused'; readonly failure: BundleFailure };

export type Office = { readonly state: OfficeState; readonly ask: () => void };

const interval = 5 * 60 * 1000;

export function useOffice(conference: Conference | undefined): Office {
  const store = useStore();
  const [answer, setAnswer] = useState<{ readonly conference: Conference; readonly state: OfficeState }>();
  const ask = useCallback(async () => {
    if (conference?.address === undefined) return;
    const state = await askOffice(store, conference);
    setAnswer({ conference, state });
  }, [store, conference]);

  useEffect(() => {
    const askQuietly = (): void => void ask();
    askQuietly();
    const timer = setInterval(askQuietly, interval);
    window.addEventListener('online', askQuietly);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', askQuietly);
    };
  }, [ask]);

  const askAloud = (): void => {
    setAnswer(undefined);
    void ask();
  };
  if (conference?.address === undefined) return { state: { kind: 'unconnected' }, ask: askAloud };
  return { state: answer?.conference === conference ? answer.state : { kind: 'asking' }, ask: askAloud };
}

async function askOffice(store: Store, { id, address }: Conference): Promise<OfficeState> {
  if (address === undefined) return { kind: 'unconnected' };
  const offered = await verifyAddress(store, { address, conference: id, isExpected: true });
  if (!offered.ok) {
    const failure = offered.error;
    return failure.code === 'S24' ? { kind: 'unreached', failure } : { kind: 'refused', failure };
  }
  return offered.value.bundle.isNews ? { kind: 'news', offer: offered.value } : { kind: 'current', at: store.now() };
}
