// The conference office of the open conference: asked for news at the start, when the network is back, every few
// minutes and when told to. News is shown and waits; nothing is applied by itself.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { ConferenceId } from '../../shared/ids';
import type { Conference } from '../../shared/motion/conference';
import { useStore } from '../storage/StoreContext';
import type { Store } from '../storage/store';
import { verifyAddress } from './verify-in-worker';
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

/**
 * Asks once for each conference, address and version held, however often the conference's record is written anew.
 * `held` is the version of the papers held, null where there are none; undefined until that is known.
 */
export function useOffice(conference: Conference | undefined, held: number | null | undefined): Office {
  const store = useStore();
  const [answer, setAnswer] = useState<{ readonly question: string; readonly state: OfficeState }>();
  const id = conference?.id;
  const address = conference?.address;
  const question = `${id ?? ''} ${address ?? ''} ${held ?? ''}`;
  const latest = useRef({ question: '', ask: async (): Promise<void> => undefined });
  const ask = useCallback(async () => {
    if (id === undefined || address === undefined || held === undefined) return;
    const state = await askOffice(store, { id, address });
    // An answer to what was asked before the papers changed comes too late.
    if (latest.current.question === question) setAnswer({ question, state });
  }, [store, id, address, held, question]);
  useEffect(() => {
    latest.current = { question, ask };
  }, [question, ask]);

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

  const askAloud = useCallback(() => {
    setAnswer(undefined);
    void latest.current.ask();
  }, []);
  if (address === undefined) return { state: { kind: 'unconnected' }, ask: askAloud };
  return { state: answer?.question === question ? answer.state : { kind: 'asking' }, ask: askAloud };
}

type Place = { readonly id: ConferenceId; readonly address: string };

async function askOffice(store: Store, { id, address }: Place): Promise<OfficeState> {
  const offered = await verifyAddress(store, { address, conference: id, isExpected: true }).answer;
  if (!offered.ok) {
    const failure = offered.error;
    return failure.code === 'S24' ? { kind: 'unreached', failure } : { kind: 'refused', failure };
  }
  return offered.value.bundle.isNews ? { kind: 'news', offer: offered.value } : { kind: 'current', at: store.now() };
}
