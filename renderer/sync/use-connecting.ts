// First contact or a file: what was asked for, what came of it, in sentences.

import { useEffect, useState } from 'react';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { ListedConference } from '../../shared/bundle/conference-list';
import type { FetchFailure, OpenedFile } from '../../shared/desktop-contract';
import type { ConferenceId } from '../../shared/ids';
import type { Result } from '../../shared/result';
import { bundleMessage, fetchMessage } from '../app/failure-message';
import type { BundleFacts } from '../app/failure-message';
import { findTrusted } from '../storage/official-questions';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { parseOfficeAddress } from './office-address';
import { listAtAddress, verifyAddress, verifyFile } from './verify-office';
import type { Offer } from './verify-office';

export type Connecting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly whom: string }
  /** The address publishes several conferences. */
  | { readonly kind: 'choosing'; readonly address: string; readonly listed: readonly ListedConference[] }
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'refused'; readonly words: string };

type ConnectingDeeds = {
  readonly connecting: Connecting;
  readonly askAddress: (typed: string) => void;
  readonly choose: (address: string, conference: ConferenceId) => void;
};

/** `files` on their way in are taken over and the first bundle among them is verified. `open` is the conference on screen. */
export function useConnecting(
  files: readonly OpenedFile[],
  onTaken: () => void,
  open: { readonly id: ConferenceId; readonly title: string } | undefined,
): ConnectingDeeds {
  const store = useStore();
  const [connecting, setConnecting] = useState<Connecting>({ kind: 'idle' });

  useEffect(() => {
    const [file] = files;
    if (file === undefined) return;
    onTaken();
    void conclude(store, verifyFile(store, file.bytes), { from: 'file', open }).then(setConnecting);
  }, [files, onTaken, store, open]);

  const choose = (address: string, conference: ConferenceId, isExpected = false): void => {
    setConnecting({ kind: 'asking', whom: address });
    const verified = verifyAddress(store, { address, conference, isExpected });
    void conclude(store, verified, { from: 'address', open }).then(setConnecting);
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
      setConnecting({ kind: 'asking', whom: address.base });
      void askWithoutConference(address.base);
    }
  };
  return { connecting, askAddress, choose };
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
  {
    from,
    open,
  }: {
    readonly from: BundleFacts['from'];
    readonly open: { readonly id: ConferenceId; readonly title: string } | undefined;
  },
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
