// The page's side of verifying: starts a worker for each verification, gets it the parts it asks for, and puts its offer
// together.

import { addressSource } from '../../shared/bundle/address-source';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { ConferenceId } from '../../shared/ids';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { trustedScriptAddress } from '../app/trusted-types';
import type { Store } from '../storage/store';
import { joinOffer } from './offer-slices';
import type { OfferSlice } from './offer-slices';
import type { FromWorker, ToWorker, VerifyOrder, WantedPart } from './verify-messages';
import type { Offer } from './verify-office';

/** A verification under way. Once stopped it never answers; what has arrived is kept, and not fetched again. */
export type Verifying = {
  readonly answer: Promise<Result<Offer, BundleFailure>>;
  readonly stop: () => void;
};

export type ProgressListener = (progress: VerificationProgress) => void;

export type OfficePlace = {
  readonly address: string;
  readonly conference: ConferenceId;
  /** Whether the id is known from elsewhere than the address's own list. */
  readonly isExpected: boolean;
};

/** What one conference publishes at an address. */
export function verifyAddress(store: Store, place: OfficePlace, onProgress?: ProgressListener): Verifying {
  const { address, conference, isExpected } = place;
  const source = addressSource(store.desktop, { store: store.name, address, conference });
  const { answer, stop } = start(store, { kind: 'conference', conference, isExpected }, source, onProgress);
  const withAddress = answer.then((offer) => (offer.ok ? succeed({ ...offer.value, address }) : offer));
  return { answer: withAddress, stop };
}

/** A bundle file. */
export function verifyFile(store: Store, bytes: Uint8Array, onProgress?: ProgressListener): Verifying {
  return start(store, { kind: 'file', bytes }, undefined, onProgress);
}

function start(
  store: Store,
  what: VerifyOrder['what'],
  source: BundleSource | undefined,
  onProgress: ProgressListener | undefined,
): Verifying {
  const { port1: port, port2 } = new MessageChannel();
  const slices: OfferSlice[] = [];
  let worker: Worker | undefined;
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    worker?.terminate();
    port.close();
  };
  const answer = new Promise<Result<Offer, BundleFailure>>((resolve, reject) => {
    port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'ask') void hand(port, data.id, partOf(source, data.part));
      else if (data.kind === 'progress') onProgress?.(data.progress);
      else if (data.kind === 'slice') takeSlice(port, slices, data.slice);
      else resolve(data.answer.ok ? succeed(joinOffer(slices, data.answer.value)) : data.answer);
    });
    port.start();
    const order: VerifyOrder = { database: store.database.dexie.name, now: store.now(), what };
    const begin = async (): Promise<void> => {
      const address = await workerAddress();
      if (isStopped) return;
      worker = new Worker(trustedScriptAddress(address), { type: 'module' });
      worker.addEventListener('error', ({ message }) => reject(new Error(`Verifying has ended: ${message}`)));
      worker.postMessage(order, [port2]);
    };
    begin().catch(reject);
  });
  return { answer: answer.finally(stop), stop };
}

/** Where the build has put the worker. */
async function workerAddress(): Promise<string> {
  return (await import('./verify-worker?worker&url')).default;
}

async function hand(port: MessagePort, id: number, part: Promise<Result<Uint8Array, SourceFailure>>): Promise<void> {
  const message: ToWorker = { kind: 'part', id, answer: await part };
  port.postMessage(message);
}

function takeSlice(port: MessagePort, slices: OfferSlice[], slice: OfferSlice): void {
  slices.push(slice);
  const message: ToWorker = { kind: 'next-slice' };
  port.postMessage(message);
}

async function partOf(source: BundleSource | undefined, part: WantedPart): Promise<Result<Uint8Array, SourceFailure>> {
  if (source === undefined) return fail({ kind: 'not-found' });
  switch (part.kind) {
    case 'root':
      return source.root(part.version);
    case 'head':
      return source.head();
    case 'object':
      return source.object(part.sha256, part.size);
  }
}
