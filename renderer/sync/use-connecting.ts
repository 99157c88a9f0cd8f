// First contact, an invitation or a file: what was asked for, what came of it, in sentences.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import { readInvitation } from '../../shared/bundle/invite';
import type { Invitation } from '../../shared/bundle/invite';
import type { ListedConference } from '../../shared/bundle/conference-list';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { FetchFailure, OpenedFile } from '../../shared/desktop-contract';
import type { ConferenceId } from '../../shared/ids';
import type { Result } from '../../shared/result';
import { bundleMessage, fetchMessage, invitationMessage } from '../app/failure-message';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';
import { incomingKind } from './incoming';
import { listAtAddress } from './list-office';
import { parseOfficeAddress } from './office-address';
import { readPicture } from './read-picture';
import { refusalOf } from './refusal';
import type { OpenConference, Refusal } from './refusal';
import { verifyAddress, verifyFile } from './verify-in-worker';
import type { Offer, ProgressListener, Verifying } from './verify-in-worker';

export type Connecting =
  | { readonly kind: 'idle' }
  /** `progress` once it is known how much there is; only then is there something to stop. */
  | { readonly kind: 'asking'; readonly label: string; readonly progress?: VerificationProgress }
  /** The address publishes several conferences. */
  | { readonly kind: 'choosing'; readonly address: string; readonly listed: readonly ListedConference[] }
  | { readonly kind: 'offered'; readonly offer: Offer }
  | ({ readonly kind: 'refused' } & Refusal);

type ConnectingDeeds = {
  readonly connecting: Connecting;
  /** Asks an address, or what an invitation names. */
  readonly askAddress: (typed: string) => void;
  readonly choose: (address: string, conference: ConferenceId) => void;
  /** Ends what is under way or on offer. What has arrived is kept: asking again goes on from there. */
  readonly stop: () => void;
};

/** `files` on their way in are taken over and the first of them is read. `open` is the conference on screen. */
export function useConnecting(
  files: readonly OpenedFile[],
  onTaken: () => void,
  open: OpenConference | undefined,
): ConnectingDeeds {
  const store = useStore();
  const [connecting, setConnecting] = useState<Connecting>({ kind: 'idle' });
  const underWay = useRef<Verifying>(undefined);

  /** Follows one verification to its answer; undefined when another began meanwhile. */
  const follow = useCallback(async (label: string, begin: (onProgress: ProgressListener) => Verifying) => {
    underWay.current?.stop();
    setConnecting({ kind: 'asking', label });
    const verifying = begin((progress) => setConnecting({ kind: 'asking', label, progress }));
    underWay.current = verifying;
    const answer = await verifying.answer;
    return underWay.current === verifying ? answer : undefined;
  }, []);
  const conclude = useCallback(
    async (answer: Result<Offer, BundleFailure> | undefined, source: Parameters<typeof refusalOf>[1]) => {
      if (answer === undefined) return;
      if (answer.ok) setConnecting({ kind: 'offered', offer: answer.value });
      else setConnecting({ kind: 'refused', ...(await refusalOf(answer.error, source, { store, open })) });
    },
    [store, open],
  );
  const ask = useCallback(
    async (address: string, conference: ConferenceId, isExpected: boolean) =>
      follow(`Asking ${address}`, (onProgress) =>
        verifyAddress(store, { address, conference, isExpected }, onProgress),
      ),
    [store, follow],
  );
  /** One address after the other, until one of them has something to say. */
  const accept = useCallback(
    async ({ conference, addresses }: Invitation): Promise<void> => {
      const refuse = (words: string): void => setConnecting({ kind: 'refused', words });
      const places = addresses.flatMap((address) => parseOfficeAddress(address)?.base ?? []);
      if (places.length === 0) return refuse(invitationMessage(addresses.length === 0 ? 'no-address' : 'not-asked'));
      for (const [at, address] of places.entries()) {
        const answer = await ask(address, conference, true);
        const isSilent = answer?.ok === false && answer.error.code === 'S24' && at < places.length - 1;
        if (!isSilent) return conclude(answer, { from: 'address', name: address });
      }
      return undefined;
    },
    [ask, conclude],
  );
  const readFile = useCallback(
    async (file: OpenedFile): Promise<void> => {
      const { name, bytes } = file;
      const kind = incomingKind(file);
      if (kind === 'bundle' || kind === undefined) {
        const answer = await follow(`Checking ${name}`, (onProgress) => verifyFile(store, bytes, onProgress));
        return conclude(answer, { from: 'file', name, bytes });
      }
      setConnecting({ kind: 'asking', label: `Reading ${name}` });
      const text = kind === 'invitation' ? textCodec.decodeUtf8(bytes) : undefined;
      const invitation = text === undefined ? await readPicture(name, bytes) : readInvitation(text);
      if (invitation !== undefined) return accept(invitation);
      return setConnecting({
        kind: 'refused',
        words: invitationMessage(kind === 'picture' ? 'no-square' : 'not-an-invitation'),
      });
    },
    [store, follow, conclude, accept],
  );

  useEffect(() => {
    const [file] = files;
    if (file === undefined) return;
    onTaken();
    void Promise.resolve(file).then(readFile);
  }, [files, onTaken, readFile]);

  useEffect(() => () => underWay.current?.stop(), []);

  const stop = (): void => {
    underWay.current?.stop();
    underWay.current = undefined;
    setConnecting({ kind: 'idle' });
  };
  const choose = (address: string, conference: ConferenceId, isExpected = false): void => {
    void ask(address, conference, isExpected).then(async (answer) =>
      conclude(answer, { from: 'address', name: address }),
    );
  };
  const askWithoutConference = async (base: string): Promise<void> => {
    setConnecting({ kind: 'asking', label: `Asking ${base}` });
    const list = await listAtAddress(store, base);
    if (!list.ok) return setConnecting({ kind: 'refused', words: listMessage(list.error) });
    const [only, ...others] = list.value;
    if (only === undefined) return setConnecting({ kind: 'refused', words: fetchMessage({ kind: 'not-found' }) });
    return others.length === 0
      ? choose(base, only.id)
      : setConnecting({ kind: 'choosing', address: base, listed: list.value });
  };
  const askAddress = (typed: string): void => {
    const invitation = readInvitation(typed);
    const address = parseOfficeAddress(typed);
    if (invitation !== undefined) void accept(invitation);
    else if (address === undefined) {
      setConnecting({ kind: 'refused', words: fetchMessage({ kind: 'address-refused' }) });
    } else if (address.conference !== undefined) choose(address.base, address.conference, true);
    else void askWithoutConference(address.base);
  };
  return { connecting, askAddress, choose, stop };
}

function listMessage(failure: BundleFailure | FetchFailure): string {
  return 'code' in failure ? bundleMessage(failure, { from: 'address' }) : fetchMessage(failure);
}
