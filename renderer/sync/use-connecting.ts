// First contact or a file: what was asked for, what came of it, in sentences.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { ListedConference } from '../../shared/bundle/conference-list';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { FetchFailure, OpenedFile } from '../../shared/desktop-contract';
import type { ConferenceId } from '../../shared/ids';
import type { Result } from '../../shared/result';
import { bundleMessage, fetchMessage } from '../app/failure-message';
import type { BundleFacts } from '../app/failure-message';
import { findTrusted } from '../storage/official-questions';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { listAtAddress } from './list-office';
import { parseOfficeAddress } from './office-address';
import { verifyAddress, verifyFile } from './verify-in-worker';
import type { ProgressListener, Verifying } from './verify-in-worker';
import type { Offer } from './verify-office';

export type Connecting =
  | { readonly kind: 'idle' }
  /** `progress` once it is known how much there is; only then is there something to stop. */
  | { readonly kind: 'asking'; readonly label: string; readonly progress?: VerificationProgress }
  /** The address publishes several conferences. */
  | { readonly kind: 'choosing'; readonly address: string; readonly listed: readonly ListedConference[] }
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'refused'; readonly words: string };

type ConnectingDeeds = {
  readonly connecting: Connecting;
  readonly askAddress: (typed: string) => void;
  readonly choose: (address: string, conference: ConferenceId) => void;
  /** Ends what is under way. What has arrived is kept: asking again goes on from there. */
  readonly stop: () => void;
};

type OpenConference = { readonly id: ConferenceId; readonly title: string };

/** What a sentence about a refusal needs to know. */
type Facts = { readonly from: BundleFacts['from']; readonly open: OpenConference | undefined };

/** `files` on their way in are taken over and the first bundle among them is verified. `open` is the conference on screen. */
export function useConnecting(
  files: readonly OpenedFile[],
  onTaken: () => void,
  open: OpenConference | undefined,
): ConnectingDeeds {
  const store = useStore();
  const [connecting, setConnecting] = useState<Connecting>({ kind: 'idle' });
  const underWay = useRef<Verifying>(undefined);

  const show = useCallback(
    (label: string, begin: (onProgress: ProgressListener) => Verifying, facts: Facts) => {
      underWay.current?.stop();
      const verifying = begin((progress) => setConnecting({ kind: 'asking', label, progress }));
      underWay.current = verifying;
      void conclude(store, verifying.answer, facts).then(setConnecting);
    },
    [store],
  );

  useEffect(() => {
    const [file] = files;
    if (file === undefined) return;
    onTaken();
    show(`Checking ${file.name}`, (onProgress) => verifyFile(store, file.bytes, onProgress), { from: 'file', open });
  }, [files, onTaken, store, open, show]);

  useEffect(() => () => underWay.current?.stop(), []);

  const stop = (): void => {
    underWay.current?.stop();
    setConnecting({ kind: 'idle' });
  };
  const choose = (address: string, conference: ConferenceId, isExpected = false): void => {
    const place = { address, conference, isExpected };
    setConnecting({ kind: 'asking', label: `Asking ${address}` });
    show(`Asking ${address}`, (onProgress) => verifyAddress(store, place, onProgress), { from: 'address', open });
  };
  const askWithoutConference = async (base: string): Promise<void> => {
    const next = await listed(store, base);
    if (next.kind === 'only') choose(base, next.conference);
    else setConnecting(next);
  };
  const askAddress = (typed: string): void => {
    const address = parseOfficeAddress(typed);
    if (address === undefined) {
      setConnecting({ kind: 'refused', words: fetchMessage({ kind: 'address-refused' }) });
    } else if (address.conference !== undefined) {
      choose(address.base, address.conference, true);
    } else {
      setConnecting({ kind: 'asking', label: `Asking ${address.base}` });
      void askWithoutConference(address.base);
    }
  };
  return { connecting, askAddress, choose, stop };
}

/** Asks an address that names no conference: the only one listed, or what to show instead. */
async function listed(
  store: Store,
  address: string,
): Promise<Connecting | { readonly kind: 'only'; readonly conference: ConferenceId }> {
  const list = await listAtAddress(store, address);
  if (!list.ok) return { kind: 'refused', words: listMessage(list.error) };
  const [only, ...others] = list.value;
  if (only === undefined) return { kind: 'refused', words: fetchMessage({ kind: 'not-found' }) };
  return others.length === 0
    ? { kind: 'only', conference: only.id }
    : { kind: 'choosing', address, listed: list.value };
}

function listMessage(failure: BundleFailure | FetchFailure): string {
  return 'code' in failure ? bundleMessage(failure, { from: 'address' }) : fetchMessage(failure);
}

async function conclude(
  store: Store,
  verified: Promise<Result<Offer, BundleFailure>>,
  { from, open }: Facts,
): Promise<Connecting> {
  const offered = await verified;
  if (offered.ok) return { kind: 'offered', offer: offered.value };
  const held = open === undefined ? undefined : (await findTrusted(store, open.id))?.head?.version;
  const facts = {
    from,
    ...(held === undefined ? {} : { held }),
    ...(open === undefined ? {} : { conferenceTitle: open.title }),
  };
  return { kind: 'refused', words: bundleMessage(offered.error, facts) };
}
