// The worker that verifies and plans, so that the window keeps answering. It reads the working copy itself; parts of the
// bundle it asks the page for, which alone can reach the doorkeeper. It writes nothing and ends with its answer.

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { declareDatabase } from '../storage/database';
import { sliceOffer } from './offer-slices';
import type { FromWorker, ToWorker, VerifyOrder, WantedPart } from './verify-messages';
import { verifyConference, verifySingleFile } from './verify-office';
import type { Offer, Reading } from './verify-office';

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<VerifyOrder>) => {
  const [port] = ports;
  // A bug is told to the page by the worker's error event, which a rejected promise alone would not bring about.
  if (port !== undefined) serve(data, port).catch(reportError);
});

async function serve(order: VerifyOrder, port: MessagePort): Promise<void> {
  const say = (message: FromWorker): void => port.postMessage(message);
  const { source, nextSlice } = connect(port, say);
  // Whoever upgrades the working copy meanwhile is not kept waiting: the connection closes, and this verification ends.
  const database = declareDatabase(order.database, () => undefined);
  const onProgress: Reading['onProgress'] = (progress) => say({ kind: 'progress', progress });
  const offer = await carryOut(order, source, { database, now: order.now, onProgress });
  database.dexie.close();
  if (!offer.ok) {
    say({ kind: 'answer', answer: offer });
    return;
  }
  const { slices, outline } = sliceOffer(offer.value);
  for (const slice of slices) {
    const isTaken = nextSlice();
    say({ kind: 'slice', slice });
    await isTaken;
  }
  say({ kind: 'answer', answer: succeed(outline) });
}

async function carryOut(
  { what }: VerifyOrder,
  source: BundleSource,
  reading: Reading,
): Promise<Result<Offer, BundleFailure>> {
  return what.kind === 'file' ? verifySingleFile(reading, what.bytes) : verifyConference(reading, source, what);
}

type Connection = {
  /** An address as the page reaches it. */
  readonly source: BundleSource;
  /** Resolves when the page has taken the slice before, and asks for the next. */
  readonly nextSlice: () => Promise<void>;
};

function connect(port: MessagePort, say: (message: FromWorker) => void): Connection {
  const waiting = new Map<number, (answer: Result<Uint8Array, SourceFailure>) => void>();
  let lastId = 0;
  let onNextSlice: (() => void) | undefined;
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'next-slice') {
      onNextSlice?.();
      return;
    }
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });
  port.start();
  const ask = async (part: WantedPart): Promise<Result<Uint8Array, SourceFailure>> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      say({ kind: 'ask', id: lastId, part });
    });
  return {
    source: {
      kind: 'address',
      root: async (version) => ask({ kind: 'root', version }),
      head: async () => ask({ kind: 'head' }),
      object: async (sha256, size) => ask({ kind: 'object', sha256, size }),
    },
    nextSlice: async () =>
      new Promise((resolve) => {
        onNextSlice = resolve;
      }),
  };
}
