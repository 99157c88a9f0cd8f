// The page's side of verifying: starts a worker for each verification, gets it the parts it asks for, and lets it do
// what is done with the papers afterwards.

import { assert } from '../../shared/assert';
import { addressSource } from '../../shared/bundle/address-source';
import type { TrackedText } from '../../shared/amendment/tracked-runs';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import { mirrorsOf, withMirrors } from '../../shared/bundle/mirrors';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { ConferenceId, MotionId } from '../../shared/ids';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { textCodec } from '../app/text-codec';
import { trustedScriptAddress } from '../app/trusted-types';
import type { Memory } from '../storage/memory';
import type { OfficialNews } from '../storage/official-news';
import { findTrusted } from '../storage/official-questions';
import { keptSource } from '../storage/restore-official';
import type { KeptReader } from '../storage/restore-official';
import type { Store } from '../storage/store';
import type { FromWorker, Fulfilment, OfferOutline, ToWorker, VerifyOrder, WantedPart, Wish } from './verify-messages';

/** Papers that have been verified, and what they would change here. They stay in their worker until they are let go. */
export type Offer = OfferOutline & {
  /** Where it came from; absent for a file. */
  readonly address?: string;
  readonly news: OfficialNews;
  /** A motion as it is held and as it would be; undefined when there are not both. */
  readonly compare: (motion: MotionId) => Promise<TrackedText | undefined>;
  /** Nothing more is wanted of it. */
  readonly letGo: () => void;
};

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
  const order = orderOf(store, store.now(), 'address', { kind: 'conference', conference, isExpected });
  const { answer, stop } = start(order, sourceAt(store, place), onProgress);
  return { answer: answer.then((offer) => (offer.ok ? succeed({ ...offer.value, address }) : offer)), stop };
}

/** A bundle file. */
export function verifyFile(store: Store, bytes: Uint8Array, onProgress?: ProgressListener): Verifying {
  return start(orderOf(store, store.now(), 'file', { kind: 'file', bytes }), Promise.resolve(noSource), onProgress);
}

/** For `openStore`: restoring papers must not keep the page from answering either. */
export const keptReaderInWorker: KeptReader = async (memory, version, take) => {
  const order = orderOf(memory, 0, 'file', { kind: 'kept', conference: version.conference });
  const { answer, stop } = start(order, Promise.resolve(keptSource(memory, version)), undefined);
  const offer = await answer;
  const outcome = offer.ok ? await take(offer.value.news) : undefined;
  stop();
  return outcome;
};

/** A file brings everything it has with it. */
const noSource: BundleSource = {
  kind: 'file',
  root: async () => fail({ kind: 'not-found' }),
  head: async () => fail({ kind: 'not-found' }),
  object: async () => fail({ kind: 'not-found' }),
};

/** The address, and behind it the mirrors that the trusted root names. */
async function sourceAt(store: Store, { address, conference }: OfficePlace): Promise<BundleSource> {
  const at = (place: string): BundleSource =>
    addressSource(store.desktop, { store: store.name, address: place, conference });
  const trusted = await findTrusted(store, conference);
  const mirrors = trusted === null ? [] : mirrorsOf(trusted, textCodec);
  return withMirrors(at(address), mirrors.filter((mirror) => mirror !== address).map(at));
}

function orderOf(
  { database }: Pick<Memory, 'database'>,
  now: number,
  source: VerifyOrder['source'],
  what: VerifyOrder['what'],
): VerifyOrder {
  return { database: database.dexie.name, now, source, what };
}

function start(order: VerifyOrder, source: Promise<BundleSource>, onProgress: ProgressListener | undefined): Verifying {
  const { port1: port, port2 } = new MessageChannel();
  const wishes: PromiseWithResolvers<Fulfilment>[] = [];
  let worker: Worker | undefined;
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    worker?.terminate();
    port.close();
  };
  // Whoever lets go while rows are being written, because the screen shows them already, does not cut that short.
  const letGo = (): void => void Promise.allSettled(wishes.map(({ promise }) => promise)).then(stop);
  const wish = async (wanted: Wish): Promise<Fulfilment> => {
    const waiting = Promise.withResolvers<Fulfilment>();
    const message: ToWorker = { kind: 'wish', id: wishes.push(waiting) - 1, wish: wanted };
    port.postMessage(message);
    return waiting.promise;
  };
  const answer = new Promise<Result<Offer, BundleFailure>>((resolve, reject) => {
    port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'ask') void hand(port, data.id, partOf(source, data.part));
      else if (data.kind === 'progress') onProgress?.(data.progress);
      else if (data.kind === 'fulfilled') wishes[data.id]?.resolve(data.fulfilment);
      else resolve(data.answer.ok ? succeed(offerOf(data.answer.value, wish, letGo)) : data.answer);
    });
    port.start();
    const begin = async (): Promise<void> => {
      const address = await workerAddress();
      if (isStopped) return;
      worker = new Worker(trustedScriptAddress(address), { type: 'module' });
      worker.addEventListener('error', ({ message }) => {
        const ended = new Error(`Verifying has ended: ${message}`);
        for (const waiting of [{ reject }, ...wishes]) waiting.reject(ended);
      });
      worker.postMessage(order, [port2]);
    };
    begin().catch(reject);
  });
  return { answer: answer.then(endedUnlessNews(stop)), stop };
}

/** Where there is nothing to take over, nothing more is wanted of the worker. */
function endedUnlessNews(stop: () => void) {
  return (offer: Result<Offer, BundleFailure>): Result<Offer, BundleFailure> => {
    if (!offer.ok || !offer.value.bundle.isNews) stop();
    return offer;
  };
}

function offerOf(outline: OfferOutline, wish: (wanted: Wish) => Promise<Fulfilment>, letGo: () => void): Offer {
  const write = async (what: 'rows' | 'texts'): Promise<boolean> => {
    const written = await wish({ kind: 'write', what });
    assert(written.kind === 'write', 'a wish is answered in kind');
    return written.isWritten;
  };
  return {
    ...outline,
    letGo,
    compare: async (motion) => {
      const compared = await wish({ kind: 'compare', motion });
      assert(compared.kind === 'compare', 'a wish is answered in kind');
      return compared.text;
    },
    news: {
      bundle: outline.bundle,
      received: async (lot) => {
        const received = await wish({ kind: 'received', lot });
        assert(received.kind === 'received', 'a wish is answered in kind');
        return received.parts;
      },
      writeRows: async () => write('rows'),
      writeTexts: async () => write('texts'),
    },
  };
}

/** Where the build has put the worker. */
async function workerAddress(): Promise<string> {
  return (await import('./verify-worker?worker&url')).default;
}

async function hand(port: MessagePort, id: number, part: Promise<Result<Uint8Array, SourceFailure>>): Promise<void> {
  const message: ToWorker = { kind: 'part', id, answer: await part };
  port.postMessage(message);
}

async function partOf(coming: Promise<BundleSource>, part: WantedPart): Promise<Result<Uint8Array, SourceFailure>> {
  const source = await coming;
  switch (part.kind) {
    case 'root':
      return source.root(part.version);
    case 'head':
      return source.head();
    case 'object':
      return source.object(part.sha256, part.size);
  }
}
